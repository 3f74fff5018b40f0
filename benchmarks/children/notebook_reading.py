"""Make a large notebook, then time opening and listing it, and the same with sqlite3 alone; runs alternate.

Arguments: how many saved careers, sessions and runs. Every fiftieth career begins a list; a session has twenty visits and notes.
"""

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep

LISTS = 50
VISITS = 20
CAREERS, SESSIONS, RUNS = map(int, sys.argv[1:])


def code(number: int) -> OnetSocCode:
    return OnetSocCode(f"{11 + number % 43}-{1000 + number // 43}.00")


def fill(notebook: Notebook) -> None:
    each = CAREERS // LISTS
    note = "Asked about the training; wants to see a day of it. "
    careers = [CareerToKeep(code(number), note, Colour.GREEN, datetime.now(UTC)) for number in range(each)]
    notebook.saved.bring_in([ListToKeep(f"List {number}", tuple(careers)) for number in range(LISTS)])
    for number in range(SESSIONS):
        session = notebook.sessions.start(f"Client {number}")
        notebook.sessions.write_notes(session.id, note * 5, note, 1)
        for visit in range(VISITS):
            notebook.sessions.visit(session.id, code(number + visit))


def timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def open_ours() -> None:
    open_notebook(url, folder / "backups").close()


def open_bare() -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT count(*) FROM saved_list").fetchall()


def lists_bare() -> None:
    plain.execute("SELECT id, name, version FROM saved_list WHERE session_id IS NULL ORDER BY position").fetchall()
    plain.execute("SELECT id, list_id, code, note, colour, added, version FROM saved_career ORDER BY list_id, position").fetchall()


def sessions_bare() -> None:
    plain.execute(
        "SELECT id, label, started, last_used, closed, version, session_id FROM session"
        " LEFT JOIN protection ON session_id = id ORDER BY last_used DESC"
    ).fetchall()


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    path = folder / "notebook.sqlite"
    url = default_url(folder)
    with closing(open_notebook(url)) as new:
        fill(new)
    open_ours()  # takes today's backup
    with closing(open_notebook(url)) as notebook, closing(sqlite3.connect(path)) as plain:
        pairs = {
            "saved.lists()": (notebook.saved.lists, lists_bare),
            "sessions.all()": (notebook.sessions.all, sessions_bare),
            "opening": (open_ours, open_bare),
        }
        marks = {}
        for what, (ours, bare) in pairs.items():
            marks[f"{what}_ours"], marks[f"{what}_bare"] = [], []
            for _ in range(RUNS + 1):
                marks[f"{what}_ours"].append(timed(ours))
                marks[f"{what}_bare"].append(timed(bare))
        assert sum(len(one.careers) for one in notebook.saved.lists()) == CAREERS
        assert len(notebook.sessions.all()) == SESSIONS
    size = path.stat().st_size
print(json.dumps({"size_mb": size / 1e6} | {name: values[1:] for name, values in marks.items()}))
