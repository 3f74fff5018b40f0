"""What a search finds."""

from dataclasses import dataclass
from enum import StrEnum

from careerguide.domain.codes import OnetSocCode


class Why(StrEnum):
    """Why an occupation was found."""

    TITLE = "title"
    REPORTED = "reported"
    ALTERNATE = "alternate"
    SPELLING = "spelling"
    SKILL = "skill"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """An occupation that was found; `matched` is the title that matched, which can be its own."""

    code: OnetSocCode
    title: str
    matched: str
    why: Why


@dataclass(frozen=True, slots=True)
class OccupationTitle:
    """An occupation in a list."""

    code: OnetSocCode
    title: str
