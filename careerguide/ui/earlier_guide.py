"""The guide that can be gone back to: the one before the last update, or, around the built-in guide, the other of the two."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from careerguide.domain.language import translate
from careerguide.domain.page import Source
from careerguide.domain.release_order import OFFICIAL
from careerguide.resources import STARTER_GUIDE


@dataclass(frozen=True, slots=True)
class Earlier:
    """`swapped` is the guide file that changes places with the one kept beside it; None where `path` is only opened instead.

    `words` are what the menu says, with the `release` in them that tells the guides apart. `path` is None for the built-in guide.
    """

    words: str
    release: str
    path: Path | None
    swapped: Path | None


def find_earlier(in_use: Path | None, sources: Sequence[Source], built_guide: Path) -> Earlier | None:
    """What can be gone back to from the guide at `in_use` (None for the built-in one) with its sources; None for nothing.

    For a worker thread.
    """
    from careerguide.db.swap import previous_of
    from careerguide.db.update import releases_of

    path, swapped = in_use, in_use
    if in_use is None:
        words, place, path = translate("EarlierGuide", "&Go back to the guide built last ({0})"), built_guide, built_guide
    elif in_use == built_guide and not has_earlier(in_use):
        words, place = translate("EarlierGuide", "&Go back to the built-in guide ({0})"), STARTER_GUIDE
        path = swapped = None
    else:
        words, place = translate("EarlierGuide", "&Go back to the guide before the update ({0})"), previous_of(in_use)
    release = _telling(releases_of(place), sources)
    return Earlier(words.format(release), release, path, swapped) if release else None


def has_earlier(guide: Path) -> bool:
    """Whether the guide before the last update is kept beside this one."""
    from careerguide.db.swap import previous_of

    return os.path.isfile(previous_of(guide))  # unlike the method, it is not there either where one may not look


def earlier_in_place(path: Path) -> Earlier:
    """The earlier guide once it is at `path` again. For a worker thread."""
    from careerguide.db.update import releases_of

    return Earlier("", _telling(releases_of(path), ()), path, path)


def _telling(earlier: Sequence[Source], sources: Sequence[Source]) -> str:
    """The release that tells the earlier guide from the one in use, “” where it has none: a menu has no room for all."""
    used = {(source.name, source.release) for source in sources}
    official = [source for source in earlier if source.name in OFFICIAL.values()]
    first = next((source for source in official if (source.name, source.release) not in used), next(iter(official), None))
    return f"{first.name} {first.release}" if first is not None else ""
