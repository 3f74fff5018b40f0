"""Kill a program that is writing to its notebook, at random moments, many times; then see that nothing acknowledged is lost.

Arguments: how many kills for each of four kinds of work, and a seed. One process imports everything and forks the ones to be killed.
A write is acknowledged by a line in a pipe after the call has returned. After each kill the file must open, whole.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from careerguide.db.notebook import files
from careerguide.db.notebook.engines import sqlite_engine, write_transaction
from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook
from careerguide.db.notebook.schema import migrate
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep

Acknowledge = Callable[[str], None]
SECRET = "Walnut-Heron-Lantern"
OLD_CAREERS = 2_000
FAULT = "fault:"


def code(number: int) -> OnetSocCode:
    return OnetSocCode(f"11-{number:04}.00")


def killed(work: Callable[[Acknowledge], None], seconds: float) -> tuple[list[str], bool]:
    """Run `work` in a process of its own and kill it after that time. What it acknowledged, and whether it was still at work."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(lambda line: os.write(write, f"{line}\n".encode()) and None)
        except Exception as fault:  # whatever it is, the child must end here
            os.write(write, f"{FAULT} {fault!r}\n".encode())
        os._exit(0)
    os.close(write)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read) as pipe:
        acknowledged = pipe.read().split("\n")[:-1]
    assert not any(line.startswith(FAULT) for line in acknowledged), acknowledged[-1]
    return acknowledged, os.WIFSIGNALED(status)


def lasting(work: Callable[[Acknowledge], None]) -> float:
    """How many seconds the work takes when nobody kills it, in a process of its own."""
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        work(lambda line: None)
        os._exit(0)
    os.waitpid(child, 0)
    return time.perf_counter() - started


def reopen(folder: Path) -> Notebook:
    notebook = open_notebook(default_url(folder), folder / "backups")
    assert notebook.set_aside is None, "a notebook that was whole has been put aside"
    with closing(sqlite3.connect(folder / "notebook.sqlite")) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchone() is None
    return notebook


def only_open(folder: Path) -> Callable[[Acknowledge], None]:
    """Work that opens a notebook, which makes or migrates it, and closes it."""
    return lambda acknowledge: open_notebook(default_url(folder), folder / "backups").close()


def keep_writing(folder: Path, acknowledge: Acknowledge) -> None:
    notebook = open_notebook(default_url(folder), folder / "backups")
    careers = notebook.saved.add_list("Written")
    acknowledge(f"list {careers.id}")
    for number in range(10_000):
        career = notebook.saved.add(careers.id, code(number))
        acknowledge(f"career {career.id}")
        career = notebook.saved.write_note(career.id, f"note {number}", career.version)
        acknowledge(f"note {career.id} {number}")
        session = notebook.sessions.start(f"Client {number}")
        notebook.sessions.visit(session.id, code(number))
        acknowledge(f"session {session.id}")


def writing(folder: Path, kills: int, chance: random.Random) -> int:
    """Kills while careers, notes and sessions are written. Returns how many writes were acknowledged, none of which may be lost."""
    lists, careers, sessions, notes = set(), set(), set(), {}
    count = 0
    for _ in range(kills):
        acknowledged, _ = killed(lambda acknowledge: keep_writing(folder, acknowledge), chance.uniform(0.0, 0.25))
        for line in acknowledged:
            kind, number, *rest = line.split()
            {"list": lists, "career": careers, "session": sessions}.get(kind, set()).add(int(number))
            if kind == "note":
                notes[int(number)] = f"note {rest[0]}"
            count += 1
        with closing(reopen(folder)) as notebook:
            saved = notebook.saved.lists()
            found = {career.id: career.note for one in saved for career in one.careers}
            assert lists <= {one.id for one in saved}
            assert careers <= set(found)
            assert all(found[number] == note for number, note in notes.items())
            assert sessions <= {session.id for session in notebook.sessions.all()}
    return count


def beginning(folder: Path, kills: int, chance: random.Random) -> int:
    """Kills while a new notebook is made. Returns how many were in the middle of it."""
    in_the_middle = 0
    seconds = lasting(only_open(folder / "first"))
    for number in range(kills):
        new = folder / str(number)
        in_the_middle += killed(only_open(new), chance.uniform(0.0, seconds))[1]
        with closing(reopen(new)) as notebook:
            assert notebook.saved.lists() == ()
            notebook.saved.add_list("Begun")
    return in_the_middle


def old_notebook(folder: Path) -> None:
    path = folder / "notebook.sqlite"
    files.begin(path)
    engine = sqlite_engine(path)
    with write_transaction(engine) as connection:
        migrate(connection, "0001")
        connection.exec_driver_sql("INSERT INTO saved_list VALUES (1, 'Old', 0, 1)")
        rows = [
            (number, code(number), number, datetime.now(UTC).replace(tzinfo=None).isoformat(" ")) for number in range(OLD_CAREERS)
        ]
        connection.exec_driver_sql("INSERT INTO saved_career VALUES (?, 1, ?, 'old', 'none', ?, ?, 1)", rows)
    engine.dispose()


def migrating(folder: Path, kills: int, chance: random.Random) -> int:
    """Kills while a notebook of the first schema is migrated to the newest. Returns how many were in the middle of it."""
    in_the_middle = 0
    template = folder / "template"
    old_notebook(template)
    seconds = lasting(only_open(shutil.copytree(template, folder / "first")))
    for number in range(kills):
        old = shutil.copytree(template, folder / str(number))
        in_the_middle += killed(only_open(old), chance.uniform(0.0, seconds))[1]
        with closing(reopen(old)) as notebook:
            careers = notebook.saved.lists()[0].careers
            assert [career.code for career in careers] == [code(number) for number in range(OLD_CAREERS)]
        shutil.rmtree(old)
    return in_the_middle


def delete_session(folder: Path, session: int) -> Callable[[Acknowledge], None]:
    """Work that opens a notebook and deletes a session."""

    def work(acknowledge: Acknowledge) -> None:
        with closing(open_notebook(default_url(folder), folder / "backups")) as notebook:
            notebook.sessions.delete([session])
            acknowledge("deleted")

    return work


def deleting(folder: Path, kills: int, chance: random.Random) -> int:
    """Kills while a session is deleted: it is there whole, or gone from every file once the notebook has been opened again.

    Returns how many were in the middle of it.
    """
    in_the_middle = 0
    template = folder / "template"
    with closing(open_notebook(default_url(template))) as notebook:
        session = notebook.sessions.start("Client").id
        careers = tuple(CareerToKeep(code(number), SECRET, Colour.NONE, datetime.now(UTC)) for number in range(500))
        notebook.saved.bring_in([ListToKeep("Saved", careers)], session)
        notebook.sessions.write_notes(session, SECRET * 500, SECRET, 1)
    open_notebook(default_url(template), template / "backups").close()
    seconds = lasting(delete_session(shutil.copytree(template, folder / "first"), session))
    for number in range(kills):
        full = shutil.copytree(template, folder / str(number))
        acknowledged, at_work = killed(delete_session(full, session), chance.uniform(0.0, seconds))
        in_the_middle += at_work
        with closing(reopen(full)) as notebook:
            if notebook.sessions.all():
                assert not acknowledged
                assert notebook.sessions.notes(session).private == SECRET * 500
                assert len(notebook.saved.lists(session)[0].careers) == 500
            else:
                left = [path.name for path in full.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
                assert not left, f"what was deleted is still in {left}"
        shutil.rmtree(full)
    return in_the_middle


def main() -> None:
    kills, seed = int(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(seed)
    counts = {}
    open_notebook("sqlite://").close()  # imports everything, once
    for work in (writing, beginning, migrating, deleting):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            counts[work.__name__] = work(Path(folder), kills, chance)
            counts[f"{work.__name__}_seconds"] = time.perf_counter() - started
    print(json.dumps(counts))


main()
