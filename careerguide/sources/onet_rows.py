"""The typed rows that an O*NET release and the starter guide's tables give. None is not available."""

from typing import NamedTuple


class OccupationRow(NamedTuple):
    """An occupation with its official definition."""

    code: str
    title: str
    description: str | None


class TitleRow(NamedTuple):
    """An alternate title of an occupation, with its abbreviation where there is one."""

    code: str
    title: str
    short_title: str | None


class ReportedTitleRow(NamedTuple):
    """A title that people in the occupation report."""

    code: str
    title: str


class ElementRow(NamedTuple):
    """An element of the content model with its meaning."""

    element_id: str
    name: str
    description: str


class RatingRow(NamedTuple):
    """An element of an occupation: importance (1–5) and level (0–7), each with n, standard error and 95 % bounds.

    A flag is False where the release has n/a; a figure is None there. `level` is given even where `not_relevant` is True.
    """

    code: str
    element_id: str
    importance: float | None
    importance_n: int | None
    importance_error: float | None
    importance_lower: float | None
    importance_upper: float | None
    importance_low_precision: bool
    level: float | None
    level_n: int | None
    level_error: float | None
    level_lower: float | None
    level_upper: float | None
    level_low_precision: bool
    not_relevant: bool
    rated_by: str | None
    date: str | None


class TaskRow(NamedTuple):
    """A task statement; `kind` is Core, Supplemental or None where not yet rated."""

    code: str
    task_id: str
    statement: str
    kind: str | None


class TaskRatingRow(NamedTuple):
    """A rating of a task on scale IM (1–5), RT (0–100) or FT."""

    code: str
    task_id: str
    scale: str
    value: float | None


class TaskActivityRow(NamedTuple):
    """A detailed work activity that a task belongs to."""

    code: str
    task_id: str
    activity_id: str


class ActivityRow(NamedTuple):
    """A detailed work activity."""

    activity_id: str
    title: str


class ShareRow(NamedTuple):
    """The percent of people in one category of education (RL), experience (RW) or training (PT, OJ)."""

    code: str
    scale: str
    category: int | None
    percent: float | None
    n: int | None
    low_precision: bool | None
    date: str | None
    rated_by: str | None


class CategoryRow(NamedTuple):
    """The words for a category of a scale."""

    scale: str
    category: int | None
    description: str


class InterestRow(NamedTuple):
    """An interest score on scale OI, 1–7; other scales of the file are left out."""

    code: str
    name: str
    scale: str
    score: float


class TraitRow(NamedTuple):
    """A work style (scale IM, 1–5, or WI, −3 to +3) or a work value (EX, 1–7); other scales of the files are left out."""

    code: str
    element_id: str
    name: str
    scale: str
    value: float | None


class JobZoneRow(NamedTuple):
    """The job zone of an occupation."""

    code: str
    zone: int | None


class JobZoneMeaningRow(NamedTuple):
    """What a job zone means."""

    zone: int | None
    name: str
    experience: str
    education: str
    training: str


class TechnologyRow(NamedTuple):
    """Software or a tool used in an occupation; flags are None where the file has none."""

    code: str
    name: str
    category: str
    hot: bool | None
    in_demand: bool | None


class RelatedRow(NamedTuple):
    """An occupation related to another, with tier and rank."""

    code: str
    related_code: str
    tier: str
    rank: int | None
