"""What a person keeps: saved careers, counselor sessions, interest results, own skills. Occupations are named by code alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from careerguide.domain.codes import OnetSocCode

LONGEST_NAME = 200
LONGEST_NOTE = 100_000
FIRST_YEAR = datetime(2025, 1, 1, tzinfo=UTC)
"""Nothing was kept by this program before: an earlier moment is that of a clock that was wrong, of an empty battery for example."""

_ABSENCE = timedelta(days=366)


class Colour(StrEnum):
    """The label of a saved career; its meaning is the person's own."""

    NONE = "none"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"


@dataclass(frozen=True, slots=True)
class SavedCareer:
    """An occupation in a list. `version` counts the changes and tells when somebody else changed it meanwhile."""

    id: int
    code: OnetSocCode
    note: str
    colour: Colour
    added: datetime
    version: int


@dataclass(frozen=True, slots=True)
class SavedList:
    """A list with a name; `careers` are in the person's own order."""

    id: int
    name: str
    careers: tuple[SavedCareer, ...]
    version: int


@dataclass(frozen=True, slots=True)
class CareerToKeep:
    """An occupation that is to come into a list. `added` is when (UTC) it was saved where it comes from."""

    code: OnetSocCode
    note: str
    colour: Colour
    added: datetime


@dataclass(frozen=True, slots=True)
class ListToKeep:
    """A list that is to come into the notebook, each occupation once, in its order."""

    name: str
    careers: tuple[CareerToKeep, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out of the notebook, enough to put it back where it was.

    `lists` are whole lists that were removed with (place among the lists, list); `careers` are (list id, place in it, career).
    """

    session: int | None
    lists: tuple[tuple[int, SavedList], ...] = ()
    careers: tuple[tuple[int, int, SavedCareer], ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A counselor's work with a client. `label` is the counselor's choice, never required to be a name. Times are UTC.

    `closed` is None while the session goes on. A `protected` session has its notes encrypted under a passphrase.
    """

    id: int
    label: str
    started: datetime
    last_used: datetime
    closed: datetime | None
    protected: bool
    version: int


def is_doubtful(moment: datetime, now: datetime) -> bool:
    """Whether a moment cannot be when something was kept: before there was this program, or more than a day in the future."""
    return moment < FIRST_YEAR or moment > now + timedelta(days=1)


def is_clock_doubtful(sessions: Sequence[Session], now: datetime) -> bool:
    """Whether `now` may be wrong: no session was used within a year before it, or it is before there was this program."""
    return now < FIRST_YEAR or (bool(sessions) and max(session.last_used for session in sessions) < now - _ABSENCE)


@dataclass(frozen=True, slots=True)
class SessionNotes:
    """The two texts of a session: `private` is for the counselor alone, `for_client` may be printed for the client."""

    private: str
    for_client: str
    version: int


@dataclass(frozen=True, slots=True)
class Visit:
    """An occupation that was looked at."""

    code: OnetSocCode
    at: datetime


@dataclass(frozen=True, slots=True)
class Compared:
    """Occupations that were put side by side."""

    codes: tuple[OnetSocCode, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class InterestResult:
    """Six interest scores of a person, 0–40 each in R-I-A-S-E-C order, and the job zone (1–5) one is ready for, None if unsaid.

    `taken` is when (UTC); `source` says where the scores are from, e.g. “take-home code”.
    """

    scores: tuple[int, int, int, int, int, int]
    job_zone: int | None
    taken: datetime
    source: str


@dataclass(frozen=True, slots=True)
class PausedInventory:
    """An interest inventory that was interrupted `at` a moment (UTC), with the answers so far.

    `inventory` and `version` name the instrument, `short` says whether it was its short form. An answer is an item's ID and the
    value chosen, in the order of answering.
    """

    inventory: str
    version: int
    short: bool
    answers: tuple[tuple[str, int], ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """Everything that is kept of a session: visits and comparisons oldest first, lists in their order.

    `own_skills` are the levels (0–7) that the client rated, each with its element ID, in the order of these.
    """

    session: Session
    notes: SessionNotes
    visits: tuple[Visit, ...]
    comparisons: tuple[Compared, ...]
    lists: tuple[SavedList, ...]
    results: tuple[InterestResult, ...]
    own_skills: tuple[tuple[str, int], ...] = ()
    paused: PausedInventory | None = None
