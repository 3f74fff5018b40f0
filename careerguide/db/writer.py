"""Writing a guide file: to a temporary file beside the goal, checked, then renamed in one step. A failed build leaves nothing."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, create_engine, insert
from sqlalchemy.exc import DBAPIError

from careerguide.db.models import Base
from careerguide.db.schema import APPLICATION_ID, SCHEMA_VERSION
from careerguide.domain.errors import OutputError
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate

Progress = Callable[[], None]
_CHUNK = 5_000

_WRITING_FAULTS = {
    "SQLITE_FULL": QT_TRANSLATE_NOOP("Guide", "the disk is full."),
    "SQLITE_READONLY": QT_TRANSLATE_NOOP("Guide", "the folder is read-only."),
    "SQLITE_CANTOPEN": QT_TRANSLATE_NOOP("Guide", "the folder does not exist or cannot be written to."),
    "SQLITE_IOERR": QT_TRANSLATE_NOOP("Guide", "the disk reported an error, or is full."),
    "SQLITE_PERM": QT_TRANSLATE_NOOP("Guide", "there is no permission to write there."),
}


class GuideWriter:
    """Inserts rows into a guide file. `progress` is called after every few thousand rows and may raise to stop."""

    def __init__(self, connection: Connection, progress: Progress) -> None:
        self.connection = connection
        self._progress = progress

    def insert(self, table: type[Base], rows: Iterable[tuple[object, ...]]) -> int:
        """Insert tuples that have a value for each column of `table`, in order. Returns how many.

        Of rows with the same key the first is kept: official tables overlap.
        """
        statement = str(insert(table).prefix_with("OR IGNORE").compile(self.connection.engine))
        count = 0
        remaining: Iterator[tuple[object, ...]] = iter(rows)
        while chunk := list(islice(remaining, _CHUNK)):
            self.connection.exec_driver_sql(statement, chunk)
            count += len(chunk)
            self._progress()
        return count

    def execute(self, sql: str) -> None:
        """Run one statement."""
        self.connection.exec_driver_sql(sql)


def _writing_fault(output: Path, error: sqlite3.Error | OSError) -> OutputError:
    name = getattr(error, "sqlite_errorname", None) or ""
    known = next((words for start, words in _WRITING_FAULTS.items() if name.startswith(start)), None)
    reason = (
        translate("Guide", known) if known else (error.strerror if isinstance(error, OSError) and error.strerror else str(error))
    )
    return OutputError(translate("Guide", "{0}: the guide cannot be written: {1}").format(output, reason))


@contextmanager
def new_guide(output: Path, progress: Progress) -> Iterator[GuideWriter]:
    """A writer for a new guide file that takes the place of `output` when the block ends without an error.

    Foreign keys and integrity are checked before. On any error the temporary file is removed and `output` stays as it was.
    Raises `OutputError` when the file cannot be written.
    """
    if os.path.isdir(output):
        raise OutputError(translate("Guide", "{0}: this is a folder; name a file for the guide.").format(output))
    part = output.with_name(f".{output.name}.part")
    try:
        part.unlink(missing_ok=True)
        engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(part))
        try:
            with engine.connect() as connection:
                for setting in (
                    "journal_mode = OFF",
                    "synchronous = OFF",
                    "foreign_keys = OFF",
                    "temp_store = MEMORY",
                    "cache_size = -65536",
                ):
                    connection.exec_driver_sql(f"PRAGMA {setting}")
                Base.metadata.create_all(connection)
                yield GuideWriter(connection, progress)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
                connection.commit()
                _check(connection)
        finally:
            engine.dispose()
        _into_place(part, output)
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.OperationalError):
            raise _writing_fault(output, error.orig) from error
        raise
    except OSError as error:
        raise _writing_fault(output, error) from error
    finally:
        with suppress(OSError):  # the folder itself is gone or read-only: nothing of ours can be there
            part.unlink(missing_ok=True)


def _check(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise OutputError(
            translate("Guide", "the figures do not fit together: a row of “{0}” points to a missing row of “{1}”.").format(
                broken[0], broken[2]
            )
        )
    result = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    if result != "ok":
        raise OutputError(
            translate("Guide", "the new guide did not pass its integrity check ({0}); try again on another disk.").format(result)
        )


def _into_place(part: Path, output: Path) -> None:
    sync_file(part)
    os.replace(part, output)
    sync_folder(output.resolve().parent)


def sync_file(path: Path) -> None:
    """Let what is in a file reach the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Let the names in a folder reach the disk, where the file system can; they are right already."""
    if os.name == "posix":
        with suppress(OSError):
            folder = os.open(path, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
