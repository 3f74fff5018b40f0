"""A PostgreSQL server of the tests' own: in a temporary folder, on a free port of this machine, gone at the end."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADMINISTRATOR = "administrator"
COUNSELORS = ("ada", "grace")
_SETTINGS = "fsync=off full_page_writes=off max_connections=50 listen_addresses=127.0.0.1".split()


def programs() -> Path | None:
    """The folder with initdb and pg_ctl: on the PATH, or where Debian keeps them. None where there is none."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "pg_ctl").exists()), None)


class Server:
    """A running server with a role each for an administrator and two counselors; everyone has the same password."""

    def __init__(self, bin_folder: Path, folder: Path) -> None:
        self.password = f"pw-{secrets.token_hex(8)}"
        self._bin = bin_folder
        self._folder = folder
        self._data = folder / "data"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]

    def url(self, role: str, database: str, password: str | None = None) -> str:
        return f"postgresql+psycopg://{role}:{password or self.password}@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        secret = self._folder / "password"
        secret.write_text(self.password)
        secret.chmod(0o644)
        auth = ["--auth=scram-sha-256", f"--pwfile={secret}", f"--username={ADMINISTRATOR}"]
        self._run("initdb", "-D", str(self._data), "--no-sync", "--encoding=UTF8", "--locale=C", *auth)
        self.start()
        for counselor in COUNSELORS:
            self.execute("postgres", f"CREATE ROLE {counselor} LOGIN PASSWORD '{self.password}'")

    def start(self) -> None:
        options = " ".join(
            f"-c {setting}" for setting in [*_SETTINGS, f"port={self.port}", f"unix_socket_directories={self._folder}"]
        )
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", "immediate", "stop")

    def execute(self, database: str, sql: str, role: str = ADMINISTRATOR) -> list[tuple[object, ...]]:
        """Run one statement outside any transaction, as a person with psql would; its rows."""
        import psycopg

        with psycopg.connect(
            host="127.0.0.1", port=self.port, user=role, password=self.password, dbname=database, autocommit=True
        ) as connection:
            cursor = connection.execute(sql.encode())
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), *arguments]
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, cwd=self._folder, **_not_root()
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{done.stderr}")


class District:
    """A database of a server, empty at first."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.name = f"district_{secrets.token_hex(4)}"
        server.execute("postgres", f"CREATE DATABASE {self.name} TEMPLATE template0")

    def url(self, role: str, password: str | None = None) -> str:
        return self.server.url(role, self.name, password)

    def execute(self, sql: str, role: str = ADMINISTRATOR) -> list[tuple[object, ...]]:
        return self.server.execute(self.name, sql, role)

    def hang_up(self, role: str) -> None:
        """End all connections of a role, as when the network is lost."""
        self.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{role}'")

    def drop(self) -> None:
        self.server.execute("postgres", f"DROP DATABASE {self.name} WITH (FORCE)")


def _not_root() -> dict[str, int]:
    """PostgreSQL refuses to run as root: then another user does."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid}


@contextmanager
def running_server(bin_folder: Path) -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="careerguide-postgresql-"))
    try:
        if owner := _not_root():
            os.chown(folder, owner["user"], owner["group"])
        server = Server(bin_folder, folder)
        server.make()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)
