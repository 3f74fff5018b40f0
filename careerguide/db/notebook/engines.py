"""A notebook's address (a SQLAlchemy URL) and the engine for it, with the settings that keep what is written."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from careerguide.domain.errors import NotebookError
from careerguide.domain.language import translate

PATIENCE_SECONDS = 5
"""How long a lock of another window or a server is waited for."""

_SETTINGS = (
    "synchronous = FULL",  # a commit is on the disk when it returns; WAL's NORMAL can lose the last ones with the power
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
)
_FILE = "sqlite:///"
_WRITES = "notebook_writes"


def file_url(path: Path) -> str:
    """The address of a notebook file."""
    return _FILE + quote(os.fsencode(path))


def file_of(url: str) -> Path | None:
    """The path in the address of a notebook file, None for other addresses (memory, a server)."""
    name = url.removeprefix(_FILE).partition("?")[0]
    return Path(os.fsdecode(unquote_to_bytes(name))) if url.startswith(_FILE) and name not in ("", ":memory:") else None


def is_memory(url: str) -> bool:
    """Whether the address is of a notebook in memory."""
    return url in ("sqlite://", _FILE, f"{_FILE}:memory:")


def server_of(url: str) -> URL:
    """The address of a district's PostgreSQL server. Raises `NotebookError` if it is not one; the words never repeat it."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        address = None
    if address is None or address.get_backend_name() not in ("postgresql", "postgres") or not address.database:
        raise NotebookError(
            translate(
                "Notebook",
                "This is not the address of a notebook. It looks like sqlite:///FILE or postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE.",
            )
        )
    return address.set(drivername="postgresql+psycopg")


def connect(path: Path) -> sqlite3.Connection:
    """A plain connection to a notebook file, for looking at it and copying it."""
    return sqlite3.connect(path, timeout=PATIENCE_SECONDS)


def sqlite_engine(path: Path | None) -> Engine:
    """An engine on a notebook file, or on a notebook in memory (None)."""

    def new_connection() -> sqlite3.Connection:
        connection = sqlite3.connect(
            ":memory:" if path is None else path, timeout=PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            _log_ahead(connection)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=new_connection, poolclass=QueuePool, **_one_connection())

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # sqlite3 by itself begins at the first change, and then a window that has read meanwhile can no longer write.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")

    return engine


def postgresql_engine(address: URL) -> Engine:
    """An engine on a district's server. Raises `NotebookError` if the driver is not installed.

    A connection that is lost without a word is noticed within seconds, and the next call makes a new one.
    """
    patience = {
        "connect_timeout": PATIENCE_SECONDS,
        "keepalives_idle": 30,
        "tcp_user_timeout": PATIENCE_SECONDS * 2000,
        "options": f"-c lock_timeout={PATIENCE_SECONDS * 1000} -c idle_in_transaction_session_timeout=60000",
    }
    try:
        return create_engine(address, pool_pre_ping=True, connect_args=patience, **_one_connection())
    except ModuleNotFoundError as error:
        raise NotebookError(
            translate(
                "Notebook",
                "A district notebook needs the package psycopg, which is not installed: pip install “careerguide[district]”.",
            )
        ) from error


def _one_connection() -> dict[str, int]:
    """A pool of one: calls from several threads wait for each other, and a notebook in memory is one and the same."""
    return {"pool_size": 1, "max_overflow": 0, "pool_timeout": PATIENCE_SECONDS}


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to a write-ahead log. SQLite does not wait where another program is doing the same: this does."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds SQLite's write lock from its beginning."""
    with engine.execution_options(**{_WRITES: True}).begin() as connection:
        yield connection
