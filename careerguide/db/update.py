"""Updating the guide: download, build beside the one in use, verify. `db/swap.py` lets it take its place."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from careerguide.db.build import build_official
from careerguide.db.guide import Guide
from careerguide.db.verify import verify
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import GuideError, OutputError, SourceError, UpdateRefused
from careerguide.domain.guide_changes import Glance, GuideChanges, changes
from careerguide.domain.language import number as number_words
from careerguide.domain.language import translate
from careerguide.domain.page import Source
from careerguide.domain.release_order import OFFICIAL
from careerguide.sources.attended import attended
from careerguide.sources.download import Address, fetch, here_already, local_path, size_of
from careerguide.sources.network import open_network
from careerguide.sources.releases import ReleaseFile, find_releases

Report = Callable[[str, float], None]
"""Told what is being done and the share of it, 0–1. May raise `BuildCancelled`."""


@dataclass(frozen=True, slots=True)
class Update:
    """A new guide, built and verified beside the one in use: where it is, what is in it, and what it changes."""

    path: Path
    sources: tuple[Source, ...]
    changes: GuideChanges


@dataclass(frozen=True, slots=True)
class Found:
    """What is there to download: the addresses by source, how many bytes are still to come, None where a server does not tell."""

    addresses: dict[str, list[Address]]
    size: int | None
    is_local: bool

    @property
    def offered(self) -> dict[str, list[str]]:
        """The names of the files, by what a guide calls their source."""
        return {OFFICIAL[source]: [one.name for one in several] for source, several in self.addresses.items()}


def look(files: tuple[ReleaseFile, ...], mirror: str | None, work: Path, report: Report) -> Found:
    """What is there to download; what is in the folder `work` already counts as come. Raises `DownloadError`."""

    def find() -> Found:
        with open_network() as network:
            found = find_releases(network, files, mirror)
            addresses = [address for several in found.values() for address in several]
            sizes = [(size_of(network, address), here_already(address, work)) for address in addresses]
        size = sum(max(whole - here, 0) for whole, here in sizes if whole is not None)
        is_local = all(local_path(address.place) is not None for address in addresses)
        return Found(found, None if any(whole is None for whole, _ in sizes) else size, is_local)

    doing = translate("Update", "Looking for new releases")
    report(doing, 0)
    return attended(find, lambda: report(doing, 0))


def check_place(goal: Path) -> None:
    """See that a guide can be put at `goal`, before anything is fetched. Raises `OutputError`."""
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=goal.parent):
            pass
    except OSError as error:
        raise OutputError(
            translate(
                "Update",
                "{0}: you cannot write here ({1}), so you cannot bring this guide up to date. Ask whoever looks after it, or use the"
                " built-in guide or a copy of this one.",
            ).format(goal, error.strerror or error)
        ) from error


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

    What was downloaded stays in `work` when anything fails, so that the next attempt goes on from there; only files that are no
    releases do not. Raises `GuideError`.
    """
    with open_network() as network:
        addresses = [(source, address) for source, several in found.items() for address in several]
        paths: dict[str, list[Path]] = {}
        totals: dict[str, int] = {}  # while a server is asked again it does not tell
        for number, (source, address) in enumerate(addresses):

            def progress(done: int, total: int | None, number: int = number, name: str = address.name) -> None:
                total = totals[name] = total or totals.get(name, 0)
                share = done / total if total else 0.0
                size = f"{number_words(done / 1e6, 1)} MB" + (f" / {number_words(total / 1e6, 1)} MB" if total else "")
                report(translate("Update", "Fetching {0}, {1}").format(name, size), 0.6 * (number + share) / len(addresses))

            paths.setdefault(source, []).append(fetch(network, address, work, progress))
    try:
        return build(paths, texts_folder, current, work, lambda doing, share: report(doing, 0.6 + 0.4 * share))
    except (SourceError, UpdateRefused):
        for path in (path for several in paths.values() for path in several):
            path.unlink(missing_ok=True)
        raise


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


def releases_of(path: Path) -> tuple[Source, ...]:
    """The sources of a guide file, none where there is none that can be read."""
    with suppress(GuideError):
        guide = Guide(path)
        guide.close()
        return guide.sources
    return ()
