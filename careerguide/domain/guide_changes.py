"""What another guide changes for a person: occupations that came, went or are called otherwise, and pay that moved, came or went."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

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
    """A median a year in dollars that moved, came or went: `before` or `after` is None where not available."""

    code: OnetSocCode
    title: str
    before: float | None
    after: float | None

    @property
    def percent(self) -> float | None:
        """The change in percent of what it was, None where there is only one of the two."""
        return 100 * (self.after - self.before) / self.before if self.before and self.after else None

    @property
    def size(self) -> float:
        """How much it moved either way, in percent; one that came or went has moved as far as can be."""
        return 0.0 if self.before == self.after else inf if self.percent is None else abs(self.percent)


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
    pay = [Moved(code, after[code].title, before[code].median_annual_usd, after[code].median_annual_usd) for code in both]
    return GuideChanges(
        tuple((code, after[code].title) for code in sorted(after.keys() - before.keys())),
        tuple((code, before[code].title) for code in sorted(before.keys() - after.keys())),
        tuple((code, before[code].title, after[code].title) for code in both if before[code].title != after[code].title),
        tuple(sorted((one for one in pay if one.size >= MOVED_FROM_PERCENT), key=lambda one: (-one.size, one.code))),
    )
