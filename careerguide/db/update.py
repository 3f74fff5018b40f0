"""Updating the guide: download, build beside the one in use, verify, swap in one step, keep the one before.

At every moment a whole guide stands at its place: the new one is renamed onto it, and the one before is kept as NAME.previous.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from careerguide.db.build import build_official
from careerguide.db.guide import Guide
from careerguide.db.verify import verify
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import GuideError, OutputError, UpdateRefused
from careerguide.domain.guide_changes import Glance, GuideChanges, changes
from careerguide.domain.language import number as number_words
from careerguide.domain.language import translate
from careerguide.domain.page import Source
from careerguide.sources.download import Address, fetch, open_client, size_of
from careerguide.sources.releases import ReleaseFile, find_releases

Report = Callable[[str, float], None]
"""Told what is being done and the share of it, 0–1. May raise `BuildCancelled`."""


@dataclass(frozen=True, slots=True)
class Update:
    """A new guide, built and verified beside the one in use: where it is, what is in it, and what it changes."""

    path: Path
    sources: tuple[Source, ...]
    changes: GuideChanges


def look(files: tuple[ReleaseFile, ...], mirror: str | None) -> dict[str, list[Address]]:
    """What is there to download, by source. Raises `DownloadError`."""
    with open_client() as client:
        return find_releases(client, files, mirror)


def size(found: dict[str, list[Address]]) -> int | None:
    """How many bytes are to be downloaded in all, None where a server does not tell."""
    with open_client() as client:
        sizes = [size_of(client, address) for several in found.values() for address in several]
    return None if None in sizes else sum(one for one in sizes if one is not None)


def work_folder(path: Path) -> Path:
    """Make the folder in which a new guide is prepared. Raises `OutputError`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            translate("Update", "{0}: the folder cannot be made ({1}).").format(path, error.strerror or error)
        ) from error
    return path


def prepare(found: dict[str, list[Address]], texts_folder: Path, current: Path, work: Path, report: Report) -> Update:
    """Download into the folder `work`, build there, verify. The guide at `current` is only read.

    What was downloaded stays in `work` when anything fails, so that the next attempt goes on from there. Raises `GuideError`.
    """
    with open_client() as client:
        addresses = [(source, address) for source, several in found.items() for address in several]
        paths: dict[str, list[Path]] = {}
        for number, (source, address) in enumerate(addresses):

            def progress(done: int, total: int | None, number: int = number, name: str = address.name) -> None:
                share = done / total if total else 0.0
                size = f"{number_words(done / 1e6, 1)} MB" + (f" / {number_words(total / 1e6, 1)} MB" if total else "")
                report(translate("Update", "Fetching {0}, {1}").format(name, size), 0.6 * (number + share) / len(addresses))

            paths.setdefault(source, []).append(fetch(client, address, work, progress))
    return build(paths, texts_folder, current, work, lambda doing, share: report(doing, 0.6 + 0.4 * share))


def build(paths: dict[str, list[Path]], texts_folder: Path, current: Path, work: Path, report: Report) -> Update:
    """Build from files that are here, verify, and compare with the guide at `current`. Raises `GuideError`."""
    new = work / "new.guide"
    projections = paths.get("projections")
    build_official(paths["onet"][0], paths.get("oews", []), projections[0] if projections else None, texts_folder, new, report)
    return examine(new, current)


def examine(new: Path, current: Path) -> Update:
    """Verify a new guide and say what it changes. Raises `UpdateRefused` where it is not fit for use."""
    faults = verify(new).faults
    if faults:
        raise UpdateRefused(translate("Update", "The new guide is not whole ({0}). The one in use stays.").format(faults[0]))
    guide = Guide(new)
    try:
        return Update(new, guide.sources, changes(glances(current), glances(new)))
    finally:
        guide.close()


def glances(path: Path) -> dict[OnetSocCode, Glance]:
    """Every occupation of a guide at a glance; none where the guide cannot be read."""
    with suppress(GuideError):
        guide = Guide(path)
        try:
            return {one.code: Glance(one.title, one.median_annual_usd) for one in guide.choices().facts}
        finally:
            guide.close()
    return {}


def previous_of(current: Path) -> Path:
    """Where the guide before the one at `current` is kept."""
    return current.with_name(f"{current.name}.previous")


def put_in_place(new: Path, current: Path) -> None:
    """Let a verified guide take the place of the one at `current`, which is kept. Raises `OutputError`; then all is as it was."""
    beside, kept = (current.with_name(f".{current.name}.{word}") for word in ("new", "kept"))
    try:
        current.parent.mkdir(parents=True, exist_ok=True)
        _copy(new, beside)
        if current.exists():
            _copy(current, kept)
            os.replace(beside, current)
            _keep(kept, current)
        else:
            os.replace(beside, current)
    except OSError as error:
        raise OutputError(
            translate("Update", "{0}: the new guide cannot be put here ({1}). The one in use stays.").format(
                current, error.strerror or error
            )
        ) from error
    finally:
        for left in (beside, kept):
            with suppress(OSError):  # the folder itself is gone or read-only: nothing of ours can be there
                left.unlink(missing_ok=True)


def _copy(source: Path, goal: Path) -> None:
    """Copy a file, onto the disk itself."""
    shutil.copyfile(source, goal)
    with goal.open("rb+") as file:
        os.fsync(file.fileno())


def _keep(kept: Path, current: Path) -> None:
    """Let the copy of the guide that was in use be the previous one; if that fails, it is in use again."""
    try:
        os.replace(kept, previous_of(current))
    except OSError:
        os.replace(kept, current)
        raise


def roll_back(current: Path) -> None:
    """Change places with the guide before; doing it twice is as if nothing was done. Raises `UpdateRefused` where there is none."""
    previous = previous_of(current)
    if not previous.exists():
        raise UpdateRefused(translate("Update", "There is no earlier guide to go back to."))
    faults = verify(previous).faults
    if faults:
        raise UpdateRefused(translate("Update", "The earlier guide is damaged ({0}). The one in use stays.").format(faults[0]))
    put_in_place(previous, current)
