"""What tests of notebooks share: opening one again, one of an earlier schema, and looking into files."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from careerguide.db.notebook import files
from careerguide.db.notebook.engines import sqlite_engine, write_transaction
from careerguide.db.notebook.notebook import Notebook
from careerguide.db.notebook.schema import migrate

OpenNotebook = Callable[[], Notebook]


def run_all(path: Path, *statements: str) -> list[tuple[object, ...]]:
    """Run statements on a file with sqlite3 alone. The rows of the last."""
    with closing(sqlite3.connect(path)) as plain:
        rows: list[tuple[object, ...]] = []
        for statement in statements:
            rows = plain.execute(statement).fetchall()
        plain.commit()
        return rows


def files_with(secret: str, folder: Path) -> list[str]:
    """The files anywhere in a folder in which a text can be read."""
    return [path.name for path in folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]


_FILL = {
    "0001": (
        "INSERT INTO saved_list (id, name, position, version) VALUES (1, 'Second', 1, 1), (2, 'First', 0, 4)",
        "INSERT INTO saved_career (id, list_id, code, note, colour, position, added, version) VALUES"
        " (1, 2, '27-2011.00', 'stage', 'green', 1, '2024-03-01 10:00:00.000000', 2),"
        " (2, 2, '29-1141.00', '', 'none', 0, '2024-03-02 10:00:00.500000', 1)",
    ),
    "0002": (
        "INSERT INTO session (id, label, started, last_used, closed, version) VALUES"
        " (1, 'Client', '2024-04-01 08:00:00.000000', '2024-04-02 09:00:00.000000', NULL, 1)",
        "INSERT INTO session_notes (session_id, private, for_client, version) VALUES (1, 'mine', 'theirs', 3)",
        "INSERT INTO visit (session_id, code, at) VALUES (1, '27-2011.00', '2024-04-01 08:05:00.000000')",
        "INSERT INTO comparison (session_id, codes, at) VALUES (1, '27-2011.00 29-1141.00', '2024-04-01 08:06:00.000000')",
        "INSERT INTO saved_list (id, name, position, version, session_id) VALUES (3, 'Of the client', 0, 1, 1)",
    ),
    "0003": (
        "INSERT INTO interest_result (id, owner, session_id, realistic, investigative, artistic, social, enterprising,"
        " conventional, job_zone, taken, source) VALUES"
        " (1, {owner}, NULL, 40, 0, 12, 7, 31, 22, 4, '2025-05-12 09:00:00.000000', 'questions'),"
        " (2, {owner}, 1, 1, 2, 3, 4, 5, 6, NULL, '2025-05-13 09:00:00.000000', 'questions')",
    ),
}


def fill_earlier(connection: Connection, revision: str) -> None:
    """Make the tables of an earlier revision (0001, 0002, 0003), with rows that each revision up to it has left."""
    owner = "current_user" if connection.dialect.name == "postgresql" else "''"
    for earlier, statements in _FILL.items():
        if earlier <= revision:
            migrate(connection, earlier)
            for statement in statements:
                connection.exec_driver_sql(statement.format(owner=owner))


def earlier_file(path: Path, revision: str) -> None:
    """A notebook file as the program of that revision left it."""
    files.begin(path)
    engine = sqlite_engine(path)
    with write_transaction(engine) as connection:
        fill_earlier(connection, revision)
    engine.dispose()


def set_revision(engine: Engine, revision: str) -> None:
    """Let the tables say that they are of another revision."""
    with write_transaction(engine) as connection:
        connection.exec_driver_sql(f"UPDATE notebook_version SET version_num = '{revision}'")
