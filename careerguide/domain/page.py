"""Everything on an occupation's page, as one frozen object. The window, the command line and reports all show this."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from careerguide.domain.center_content import CenterPart, Text, Translation
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.interests import Interest
from careerguide.domain.language import QT_TRANSLATE_NOOP, month_and_year, translate
from careerguide.domain.outlook import Outlook
from careerguide.domain.ratings import Domain, Rating


class TaskKind(StrEnum):
    """Core: relevance of at least 67 % and mean importance of at least 3.0; otherwise supplemental (O*NET, Task Statements)."""

    CORE = "core"
    SUPPLEMENTAL = "supplemental"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing people in the occupation do. `importance` is 1–5; it and `kind` are None where the task is not rated."""

    statement: str
    kind: TaskKind | None
    importance: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """A category with the percent (0–100) of people hired who are in it. `category` is its number in the release, from 1."""

    category: int
    level: str
    note: str | None
    percent: float
    low_precision: bool


@dataclass(frozen=True, slots=True)
class Schooling:
    """Education, experience and training of people in the occupation (O*NET survey).

    `education` is sorted by percent, highest first; the others are in the order of their categories. `n` is how many answered.
    """

    education: tuple[Share, ...]
    experience: tuple[Share, ...]
    on_site_training: tuple[Share, ...]
    on_the_job_training: tuple[Share, ...]
    n: int | None
    rated_by: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class JobZone:
    """How much preparation an occupation needs. Zone numbers and names come from the release."""

    zone: int
    name: str
    education: str
    experience: str
    training: str


class TechnologyKind(StrEnum):
    """Software, or tools and equipment."""

    SOFTWARE = "software"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Technology:
    """Something people in the occupation work with. `hot` and `in_demand` are None where the release does not say."""

    name: str
    category: str
    kind: TechnologyKind
    hot: bool | None
    in_demand: bool | None


@dataclass(frozen=True, slots=True)
class Related:
    """An occupation like this one, with the release's tier (Primary-Short, Primary-Long, Supplemental)."""

    code: OnetSocCode
    title: str
    tier: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A test or assessment that belongs to the occupation."""

    name: str
    description: str


OWN_TEXTS = "Career Guide texts"
"""The name of the source that our own summaries are."""
OWN_CREDIT = QT_TRANSLATE_NOOP("Sources", "Summaries in plain language, written for Career Guide. They are not official texts.")
PUBLIC_DOMAIN = QT_TRANSLATE_NOOP("Sources", "Public domain")
NO_YEAR = QT_TRANSLATE_NOOP("Sources", "year not stated")
_OUR_WORDS = frozenset((OWN_CREDIT, PUBLIC_DOMAIN, NO_YEAR))
_MAY = re.compile(r"May (\d{4})")


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures and texts come from, and how to credit them."""

    name: str
    release: str
    licence: str
    attribution: str


def source_in_words(source: Source) -> Source:
    """A source of a guide file in the language in force. Names of releases and what publishers want to be quoted stay as they are."""

    def words(text: str) -> str:
        return translate("Sources", text) if text in _OUR_WORDS else text

    may = _MAY.fullmatch(source.release)
    release = month_and_year(5, int(may[1])) if may else words(source.release)
    return replace(source, release=release, licence=words(source.licence), attribution=words(source.attribution))


@dataclass(frozen=True, slots=True)
class OccupationPage:
    """An occupation, whole.

    `definition` is the official one, `summary` the guide's own plain-language text; either can be None. `also_called` are the
    titles that people in it report; where nobody was asked, `other_titles` are some of the titles that belong to it. Where the page is
    in another language, `texts_in_english` says that its title and texts are not. `center` is what a career center adds, None for nothing;
    `translation` says which texts are a center's translation, None where none is.
    """

    code: OnetSocCode
    title: str
    definition: str | None
    summary: str | None
    group: str
    residual: bool
    also_called: tuple[str, ...]
    other_titles: tuple[str, ...]
    tasks: tuple[Task, ...]
    official_tasks: bool
    ratings: dict[Domain, tuple[Rating, ...]]
    detailed_work_activities: tuple[str, ...]
    schooling: Schooling
    interests: tuple[Interest, ...]
    job_zone: JobZone | None
    technology: tuple[Technology, ...]
    related: tuple[Related, ...]
    outlook: Outlook
    assessments: tuple[Assessment, ...]
    sources: tuple[Source, ...]
    texts_in_english: bool = False
    center: CenterPart | None = None
    translation: Translation | None = None

    @property
    def title_is_translated(self) -> bool:
        """Whether the title is a center's translation."""
        return self.translation is not None and Text.TITLE in self.translation.texts

    @property
    def overview(self) -> str:
        """The official definition where there is one, else the guide's own text, else “”."""
        return self.definition or self.summary or ""
