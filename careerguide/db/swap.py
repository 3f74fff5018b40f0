"""Guide files that change places: at every moment a whole guide stands at its place, and the one before beside it as NAME.previous."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from careerguide.db.verify import verify
from careerguide.db.writer import sync_file, sync_folder
from careerguide.domain.errors import GuideError, OutputError, UpdateRefused
from careerguide.domain.language import translate

TEMPORARY = ".tmp"
_LEFT_AFTER_SECONDS = 86_400.0


def previous_of(current: Path) -> Path:
    """Where the guide before the one at `current` is kept."""
    return current.with_name(f"{current.name}.previous")


def temporary_prefix(current: Path) -> str:
    """How the names of files begin that are only needed while a guide changes; they end in `TEMPORARY`."""
    return f".{current.name}."


def put_in_place(new: Path, current: Path) -> None:
    """Let a verified guide take the place of the one at `current`, which is kept. Raises `OutputError`; then all is as it was.

    One that is damaged or cannot be read is not kept: the last good one before it stays to go back to.
    """
    before = previous_of(current)
    with _beside(current) as name:
        fresh, kept, older = name(), name(), name()
        shutil.copyfile(new, fresh)
        sync_file(fresh)
        if not _is_whole(current):
            os.replace(fresh, current)
            return
        shutil.copymode(current, fresh)
        _second_name(current, kept)
        had_before = os.path.exists(before)
        with suppress(OSError):
            _second_name(before, older)
        try:
            os.replace(kept, before)  # first: who is killed here has the guide in use still
            os.replace(fresh, current)
        except OSError:
            with suppress(OSError):
                if had_before:
                    os.replace(older, before)
                else:
                    before.unlink()
            raise


def roll_back(current: Path) -> None:
    """Change places with the guide before; doing it twice is as if nothing was done.

    Raises `UpdateRefused` where there is none or it is damaged, `OutputError` where they cannot change places; then all is as it was.
    """
    before = previous_of(current)
    if not os.path.exists(before):  # unlike the method, not there either where one may not look
        raise UpdateRefused(translate("Update", "There is no earlier guide to go back to."))
    faults = verify(before).faults
    if faults:
        raise UpdateRefused(translate("Update", "The earlier guide is damaged ({0}). The one in use stays.").format(faults[0]))
    with _beside(current) as name:
        wanted, left = name(), name()
        _second_name(before, wanted)
        if not _is_whole(current):
            os.replace(wanted, current)
            before.unlink()  # the same as the one in use now
            return
        _second_name(current, left)
        os.replace(wanted, current)
        try:
            os.replace(left, before)
        except OSError:
            os.replace(left, current)
            raise


@contextmanager
def _beside(current: Path) -> Iterator[Callable[[], Path]]:
    """Gives names for files beside a guide, which are gone at the end. Faults of the disk become `OutputError`."""
    made: list[Path] = []

    def name() -> Path:
        made.append(current.with_name(f"{temporary_prefix(current)}{token_hex(4)}{TEMPORARY}"))
        return made[-1]

    try:
        current.parent.mkdir(parents=True, exist_ok=True)
        remove_left(current)
        yield name
        sync_folder(current.parent)
    except PermissionError as error:
        raise OutputError(
            translate(
                "Update",
                "{0}: the new guide cannot be put here ({1}). The one in use stays. If it is open in another program, close it there and"
                " try again.",
            ).format(current, error.strerror or error)
        ) from error
    except OSError as error:
        raise OutputError(
            translate("Update", "{0}: the new guide cannot be put here ({1}). The one in use stays.").format(
                current, error.strerror or error
            )
        ) from error
    finally:
        for left in made:
            with suppress(OSError):  # the folder itself is gone or read-only: nothing of ours can be there
                left.unlink(missing_ok=True)


def remove_left(current: Path) -> None:
    """Remove what runs that were killed left beside a guide, once it is a day old."""
    prefix, before = temporary_prefix(current), time.time() - _LEFT_AFTER_SECONDS
    with suppress(OSError):
        for path in list(current.parent.iterdir()):
            if path.name.startswith(prefix) and path.suffix == TEMPORARY and _touched(path) < before:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _touched(path: Path) -> float:
    """When a file got its content or its name."""
    found = path.stat()
    return max(found.st_mtime, found.st_ctime)


def _is_whole(guide: Path) -> bool:
    """Whether it can be read, and nothing is wrong with it."""
    try:
        return not verify(guide).faults
    except GuideError:
        return False


def _second_name(path: Path, name: Path) -> None:
    """The same file under another name too; a copy where the disk knows no second names."""
    try:
        os.link(path, name)
    except OSError:
        shutil.copyfile(path, name)
        sync_file(name)
