"""The notebook's file as a file: whose it is, whether it is whole, and putting it aside if it is not."""

import os
import re
import secrets
from contextlib import closing
from datetime import datetime
from enum import Enum
from pathlib import Path

from careerguide.db.notebook.engines import connect
from careerguide.db.notebook.faults import in_words
from careerguide.db.notebook.schema import APPLICATION_ID, READ_REVISION, VERSION_TABLE, is_revision
from careerguide.domain.errors import NotebookDamaged, NotebookError
from careerguide.domain.language import translate

OWNER_ONLY = 0o600
"""Notes are for nobody else on a shared machine. SQLite gives the files beside a database the same rights."""

_HEADER = b"SQLite format 3\x00"
_BESIDE = ("-wal", "-shm")  # SQLite's files beside a database: they belong to it


class Kind(Enum):
    """What is at the notebook's place."""

    NOTHING = "nothing"
    EMPTY = "empty"
    NOTEBOOK = "notebook"
    NO_DATABASE = "no database"
    OTHER_PROGRAM = "other program"


def kind_of(path: Path) -> Kind:
    """What is at `path`, from its first bytes alone. Raises `NotebookError` if they cannot be read.

    Not for a file that this process has open: closing it here gives up SQLite's locks on it (POSIX).
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return Kind.NOTHING
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or translate("Notebook", "its name cannot be that of a file")
        raise NotebookError(translate("Notebook", "{0}: the notebook cannot be read ({1}).").format(path, reason)) from error
    if not head:
        return Kind.EMPTY
    if not head.startswith(_HEADER):
        return Kind.NO_DATABASE
    return Kind.NOTEBOOK if int.from_bytes(head[68:72]) == APPLICATION_ID else Kind.OTHER_PROGRAM


def begin(path: Path) -> None:
    """Make an empty notebook file that says whose it is, before anything else is in it. Raises `NotebookError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=OWNER_ONLY)
    except OSError as error:
        raise NotebookError(
            translate("Notebook", "{0}: the notebook cannot be made here ({1}).").format(path, error.strerror or error)
        ) from error
    with in_words(str(path)), closing(connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def check(path: Path) -> str | None:
    """Read through the whole file. Returns the revision of its tables, None where there are none yet.

    Raises `NotebookDamaged`, and other `NotebookError`s where it could not be looked at.
    """
    revision = None
    with in_words(str(path)), closing(connect(path)) as connection:
        connection.text_factory = bytes  # names in a damaged file need not be text
        whole = connection.execute("PRAGMA quick_check(1)").fetchall() == [(b"ok",)]
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (VERSION_TABLE,)).fetchone():
            connection.execute("SELECT 1 FROM saved_list, saved_career LIMIT 1")
            revision = bytes.decode(connection.execute(READ_REVISION).fetchone()[0])
            whole &= is_revision(revision)
    if not whole:
        raise NotebookDamaged(translate("Notebook", "{0}: the notebook is damaged.").format(path))
    return revision


def require_writable(path: Path) -> None:
    """Raises `NotebookError` if the file may only be read.

    SQLite itself says so no earlier than at the first change, and leaves a log beside the file that may only be read either.
    """
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise NotebookError(
            translate("Notebook", "{0}: the notebook is read-only here; allow it to be changed, or choose another place.").format(
                path
            )
        )


def set_aside(path: Path, word: str) -> Path:
    """Rename the file, and what SQLite keeps beside it, to STEM-WORD-YYYYMMDD-HHMMSS. Returns where it is now."""
    aside = free_name(path, word)
    try:
        for ending in (*_BESIDE, ""):  # the database last: until then it is found, and put aside the next time
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
    except OSError as error:
        raise NotebookDamaged(
            translate(
                "Notebook", "{0}: the notebook is damaged and cannot be put aside ({1}); close other windows and try again."
            ).format(path, error.strerror or error)
        ) from error
    return aside


def free_name(path: Path, word: str) -> Path:
    """A name beside `path` that says what the file is and since when, and that no file has."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    names = (f"{path.stem}-{word}-{stamp}{extra}{path.suffix}" for extra in ("", *(f"-{count}" for count in range(2, 1000))))
    return next(name for name in map(path.with_name, names) if not name.exists())


def unfinished(path: Path, goal: Path) -> Path:
    """A name for a copy of the notebook at `path` while it is being written, beside its goal; no other program uses it."""
    return goal.with_name(f".{path.stem}.{secrets.token_hex(8)}.part")


def unfinished_in(folder: Path, path: Path) -> list[Path]:
    """Copies of the notebook at `path` that programs were writing into a folder, and did not finish if they were killed."""
    pattern = re.compile(rf"\.{re.escape(path.stem)}\.[0-9a-f]{{16}}\.part(-journal)?")
    return [file for file in folder.iterdir() if pattern.fullmatch(file.name)]


def earlier_contents(path: Path) -> list[Path]:
    """What lies beside the notebook of its earlier contents: put aside when damaged, or kept when a backup took its place."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    pattern = re.compile(rf"{stem}-(damaged|replaced)-\d{{8}}-\d{{6}}(-\d+)?{suffix}(-wal|-shm)?")
    return [file for file in path.parent.iterdir() if pattern.fullmatch(file.name)] + unfinished_in(path.parent, path)
