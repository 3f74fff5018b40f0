"""What another guide changes for a person: occupations that came, went or are called otherwise, and pay that moved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from careerguide.domain.codes import OnetSocCode

MOVED_FROM_PERCENT = 5.0
"""From which change on a median counts as moved: OEWS medians move a few percent every year (our own rule)."""


@dataclass(frozen=True, slots=True)
class Glance:
    """An occupation in one guide. `median_annual_usd` is the nation's, None where not available."""

    title: str
    median_annual_usd: float | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A median that moved; `percent` is the change from before to after."""

    code: OnetSocCode
    title: str
    before: float
    after: float

    @property
    def percent(self) -> float:
        """The change in percent of what it was."""
        return 100 * (self.after - self.before) / self.before


@dataclass(frozen=True, slots=True)
class GuideChanges:
    """Added and removed are (code, title), renamed (code, title before, title after), each by code; moved has the largest first."""

    added: tuple[tuple[OnetSocCode, str], ...]
    removed: tuple[tuple[OnetSocCode, str], ...]
    renamed: tuple[tuple[OnetSocCode, str, str], ...]
    moved: tuple[Moved, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.renamed or self.moved)

    def only(self, codes: Iterable[str]) -> "GuideChanges":
        """The changes of these occupations, e.g. of the saved ones."""
        wanted = set(codes)
        return GuideChanges(
            tuple(one for one in self.added if one[0] in wanted),
            tuple(one for one in self.removed if one[0] in wanted),
            tuple(one for one in self.renamed if one[0] in wanted),
            tuple(one for one in self.moved if one.code in wanted),
        )


def changes(before: Mapping[OnetSocCode, Glance], after: Mapping[OnetSocCode, Glance]) -> GuideChanges:
    """What differs between two guides."""
    both = sorted(before.keys() & after.keys())
    moved = [
        Moved(code, after[code].title, was, now)
        for code in both
        if (was := before[code].median_annual_usd) and (now := after[code].median_annual_usd)
    ]
    return GuideChanges(
        tuple((code, after[code].title) for code in sorted(after.keys() - before.keys())),
        tuple((code, before[code].title) for code in sorted(before.keys() - after.keys())),
        tuple((code, before[code].title, after[code].title) for code in both if before[code].title != after[code].title),
        tuple(
            sorted((one for one in moved if abs(one.percent) >= MOVED_FROM_PERCENT), key=lambda one: (-abs(one.percent), one.code))
        ),
    )
