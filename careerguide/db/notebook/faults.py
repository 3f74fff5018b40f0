"""What a database says when something is wrong, as sentences: by SQLite's error names and PostgreSQL's SQLSTATE codes."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from careerguide.domain.errors import NotebookConflict, NotebookDamaged, NotebookError, NotebookUnreachable
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate

CHANGED_ELSEWHERE = QT_TRANSLATE_NOOP(
    "Notebook", "This was changed or removed in another window meanwhile; look at it again and repeat what you wanted to do."
)

_Fault = tuple[str, type[NotebookError], str]

_BUSY: tuple[type[NotebookError], str] = (
    NotebookUnreachable,
    QT_TRANSLATE_NOOP("Notebook", "another program is using the notebook just now; try again in a moment."),
)
_DAMAGED: tuple[type[NotebookError], str] = (
    NotebookDamaged,
    QT_TRANSLATE_NOOP(
        "Notebook", "the notebook is damaged; close all windows and open the program again; then a backup can take its place."
    ),
)

_SQLITE: tuple[_Fault, ...] = (
    ("SQLITE_BUSY", *_BUSY),
    ("SQLITE_LOCKED", *_BUSY),
    ("SQLITE_PROTOCOL", *_BUSY),
    (
        "SQLITE_FULL",
        NotebookError,
        QT_TRANSLATE_NOOP("Notebook", "the disk is full; nothing was changed. Free some space and try again."),
    ),
    ("SQLITE_READONLY", NotebookError, QT_TRANSLATE_NOOP("Notebook", "the file or its folder is read-only; nothing was changed.")),
    ("SQLITE_CANTOPEN", NotebookError, QT_TRANSLATE_NOOP("Notebook", "the folder does not exist or cannot be written to.")),
    ("SQLITE_PERM", NotebookError, QT_TRANSLATE_NOOP("Notebook", "there is no permission to write there.")),
    ("SQLITE_AUTH", NotebookError, QT_TRANSLATE_NOOP("Notebook", "there is no permission to write there.")),
    ("SQLITE_IOERR", NotebookError, QT_TRANSLATE_NOOP("Notebook", "the disk reported an error, or is full; nothing was changed.")),
    ("SQLITE_CONSTRAINT", NotebookConflict, CHANGED_ELSEWHERE),
    ("SQLITE_CORRUPT", *_DAMAGED),
    ("SQLITE_NOTADB", *_DAMAGED),
    ("SQLITE_ERROR", *_DAMAGED),
)

_LOST: tuple[type[NotebookError], str] = (
    NotebookUnreachable,
    QT_TRANSLATE_NOOP("Notebook", "the notebook cannot be reached; check the address and the network and try again."),
)
_NOT_SET_UP: tuple[type[NotebookError], str] = (
    NotebookError,
    QT_TRANSLATE_NOOP(
        "Notebook", "the tables of the notebook are missing or not open to this name; ask whoever looks after the database."
    ),
)

_POSTGRESQL: tuple[_Fault, ...] = (
    ("08", *_LOST),
    ("57P", *_LOST),
    ("533", NotebookUnreachable, QT_TRANSLATE_NOOP("Notebook", "the server has too many visitors; try again in a moment.")),
    ("53", NotebookError, QT_TRANSLATE_NOOP("Notebook", "the server has no room left; nothing was changed.")),
    ("55P03", *_BUSY),
    ("57014", *_BUSY),
    ("40", *_BUSY),
    ("25006", NotebookError, QT_TRANSLATE_NOOP("Notebook", "the server takes no changes just now.")),
    ("23", NotebookConflict, CHANGED_ELSEWHERE),
    ("42501", *_NOT_SET_UP),
    ("42", *_NOT_SET_UP),
)

_WILL_PASS = re.compile(r"starting up|shutting down|recovery|too many|slots")


def _of(faults: tuple[_Fault, ...], name: str, where: str) -> NotebookError | None:
    for start, kind, words in faults:
        if name.startswith(start):
            return kind(translate("Notebook", words)) if words is CHANGED_ELSEWHERE else _said((kind, words), where)
    return None


def _said(fault: tuple[type[NotebookError], str], where: str) -> NotebookError:
    kind, words = fault
    return kind(f"{where}: " + translate("Notebook", words))


def _sqlite_fault(error: sqlite3.Error, where: str) -> NotebookError:
    """The sentence for an error of the sqlite3 module. One without a name is about a text that is none."""
    name = getattr(error, "sqlite_errorname", None) or "SQLITE_CORRUPT"
    return _of(_SQLITE, name, where) or NotebookError(
        translate("Notebook", "{0}: the notebook cannot be used ({1}).").format(where, error)
    )


def _postgresql_fault(error: DBAPIError, where: str) -> NotebookError:
    sqlstate = getattr(error.orig, "sqlstate", None)
    if sqlstate and not error.connection_invalidated:
        return _of(_POSTGRESQL, sqlstate, where) or NotebookError(
            translate("Notebook", "{0}: the notebook cannot be used ({1}).").format(where, sqlstate)
        )
    refused = re.search(r"FATAL:\s+(.+)", str(error.orig))  # the server's own words; it never repeats a password
    if refused is None or error.connection_invalidated or _WILL_PASS.search(refused[1]):
        return _said(_LOST, where)
    return NotebookError(
        translate("Notebook", "{0}: the server does not let you in: {1}.").format(where, refused[1].strip().rstrip("."))
    )


@contextmanager
def in_words(where: str) -> Iterator[None]:
    """Turns what databases raise into children of `NotebookError`. `where` names the notebook for the person.

    Values that no notebook holds (an unknown color, a time that is none) mean that it is damaged.
    """
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise _sqlite_fault(error.orig, where) from error
        raise _postgresql_fault(error, where) from error
    except sqlite3.Error as error:
        raise _sqlite_fault(error, where) from error
    except PoolTimeout as error:
        raise _said(_BUSY, where) from error
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError) as error:
        raise _said(_DAMAGED, where) from error
