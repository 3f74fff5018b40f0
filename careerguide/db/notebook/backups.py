"""Copies of a notebook file: one a day, the last seven. Made with SQLite's online backup, so that other windows may go on."""

import os
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careerguide.db.notebook import engines
from careerguide.db.notebook.faults import in_words
from careerguide.db.notebook.files import OWNER_ONLY, unfinished, unfinished_in
from careerguide.domain.errors import NotebookError, NotebookUnreachable
from careerguide.domain.language import translate

_KEPT = 7
_NOT_EMPTY = """SELECT EXISTS (SELECT 1 FROM saved_career) OR EXISTS (SELECT 1 FROM session)
    OR EXISTS (SELECT 1 FROM interest_result) OR EXISTS (SELECT 1 FROM own_skills) OR EXISTS (SELECT 1 FROM paused_inventory)"""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the notebook as it was on that day."""

    path: Path
    taken: date


def copy_database(source: Path, goal: Path) -> None:
    """Copy a database that may be in use to a new file: to a temporary one beside it, synced, then renamed in one step.

    Raises `NotebookError` if it cannot be written or read.
    """
    part = unfinished(source, goal)
    try:
        part.touch(mode=OWNER_ONLY)
        with in_words(str(goal)), closing(engines.connect(source)) as old, closing(engines.connect(part)) as new:
            copy_pages(old, new)
        _into_place(part, goal)
    except OSError as error:
        raise NotebookError(
            translate("Notebook", "{0}: the copy of the notebook cannot be written ({1}).").format(goal, error.strerror or error)
        ) from error
    finally:
        with suppress(OSError):  # the folder itself is gone or read-only: nothing of ours can be there
            part.unlink(missing_ok=True)


def copy_pages(source: sqlite3.Connection, goal: sqlite3.Connection) -> None:
    """Copy everything in one transaction. Raises `NotebookUnreachable` if another program holds one of them too long."""
    source.backup(goal, progress=_patiently(), sleep=0.05)


def _patiently() -> Callable[[int, int, int], None]:
    deadline = time.monotonic() + engines.PATIENCE_SECONDS

    def progress(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise NotebookUnreachable(
                translate("Notebook", "Another program is using the notebook just now; try again in a moment.")
            )

    return progress


def _into_place(part: Path, goal: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(part, goal)


class Backups:
    """The backups of the notebook file at `path`, in `folder`. Methods raise `NotebookError` where the disk does not let them."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self._folder = folder

    def all(self) -> tuple[Backup, ...]:
        """What there is, newest first."""
        pattern = re.compile(re.escape(self._path.stem) + r"-(\d{4}-\d{2}-\d{2})\.sqlite")
        found = []
        with suppress(OSError):  # no folder yet
            for path in self._folder.iterdir():
                match = pattern.fullmatch(path.name)
                if match is not None:
                    with suppress(ValueError):  # digits that are no date: not ours
                        found.append(Backup(path, date.fromisoformat(match[1])))
        return tuple(sorted(found, key=lambda backup: backup.taken, reverse=True))

    def take(self) -> None:
        """Make today's backup, in place of one made earlier today. The oldest beyond seven go.

        Before them go those of a day to come, made while the machine's clock was wrong: they would crowd out all others.
        """
        self._make()
        today = date.today()
        kept_first = sorted(self.all(), key=lambda backup: (backup.taken <= today, backup.taken), reverse=True)
        self._remove([backup.path for backup in kept_first[_KEPT:]])

    def take_daily(self) -> None:
        """Make today's backup unless there is one, or nothing to keep: an empty copy would push out a full one."""
        if any(backup.taken == date.today() for backup in self.all()):
            return
        with in_words(str(self._path)), closing(engines.connect(self._path)) as connection:
            worth_it = connection.execute(_NOT_EMPTY).fetchone()[0]
        if worth_it:
            self.take()

    def replace_all(self) -> None:
        """One fresh backup in place of all there are, also of those that a killed program has not finished."""
        self._make()
        others = [backup.path for backup in self.all() if backup.taken != date.today()]
        self._remove(others + unfinished_in(self._folder, self._path))

    def _make(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotebookError(
                translate("Notebook", "{0}: backups cannot be kept here ({1}).").format(self._folder, error.strerror or error)
            ) from error
        copy_database(self._path, self._folder / f"{self._path.stem}-{date.today().isoformat()}.sqlite")

    def _remove(self, paths: Sequence[Path]) -> None:
        try:
            for path in paths:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise NotebookError(
                translate("Notebook", "{0}: an old backup cannot be removed ({1}).").format(self._folder, error.strerror or error)
            ) from error
