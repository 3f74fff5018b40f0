"""The tables of a guide file. Built once by `build`, read by `guide`; never migrated: a new schema is a new build."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from careerguide.db.columns import Real, Text, Whole


class Base(DeclarativeBase):
    """Base of all tables of the guide. Kinds (domain, unit …) are stored as the values of their enums."""

    type_annotation_map: ClassVar[dict[object, object]] = {float: Real, int: Whole, str: Text}


class _Clustered:
    """A table stored in the order of its primary key, so that what is read together lies together."""

    __table_args__: ClassVar[dict[str, object]] = {"sqlite_with_rowid": False}


class Release(Base):
    """A source of the guide: name, release, licence, attribution, how many rows came from it, and what it lacks."""

    __tablename__ = "release"
    id: Mapped[int] = mapped_column(primary_key=True)
    schema_version: Mapped[int]
    name: Mapped[str]
    release: Mapped[str]
    licence: Mapped[str]
    attribution: Mapped[str]
    row_count: Mapped[int]
    missing: Mapped[str]


class Occupation(Base):
    """An occupation. `definition` is the official text, `summary` the guide's own; `employment` (persons) ranks search results."""

    __tablename__ = "occupation"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    definition: Mapped[str | None]
    summary: Mapped[str | None]
    job_zone: Mapped[int | None] = mapped_column(ForeignKey("job_zone.zone"))
    employment: Mapped[int | None]


class MajorGroup(Base):
    """A SOC major group (two digits) with its name."""

    __tablename__ = "major_group"
    code: Mapped[str] = mapped_column(Text(2), primary_key=True)
    name: Mapped[str]
    line: Mapped[str | None]


class Title(Base):
    """A title to search for. `kind` is title, reported, alternate or short; `position` is the release order of reported ones."""

    __tablename__ = "title"
    id: Mapped[int] = mapped_column(primary_key=True)
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), index=True)
    text: Mapped[str]
    kind: Mapped[str]
    position: Mapped[int]


class Element(Base):
    """A knowledge area, skill, ability or work activity with its meaning."""

    __tablename__ = "element"
    id: Mapped[int] = mapped_column(primary_key=True)
    element_id: Mapped[str] = mapped_column(unique=True)
    domain: Mapped[str]
    name: Mapped[str]
    description: Mapped[str]


class Rating(_Clustered, Base):
    """Importance (1–5) and level (0–7) of an element in an occupation, each with n, standard error and 95 % bounds."""

    __tablename__ = "rating"
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), primary_key=True)
    element_id: Mapped[int] = mapped_column(ForeignKey("element.id"), primary_key=True)
    importance: Mapped[float | None]
    importance_n: Mapped[int | None]
    importance_error: Mapped[float | None]
    importance_lower: Mapped[float | None]
    importance_upper: Mapped[float | None]
    importance_low_precision: Mapped[bool]
    level: Mapped[float | None]
    level_n: Mapped[int | None]
    level_error: Mapped[float | None]
    level_lower: Mapped[float | None]
    level_upper: Mapped[float | None]
    level_low_precision: Mapped[bool]
    not_relevant: Mapped[bool]
    survey_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id"))


class Survey(Base):
    """Who rated, and when (MM/YYYY)."""

    __tablename__ = "survey"
    id: Mapped[int] = mapped_column(primary_key=True)
    rated_by: Mapped[str | None]
    date: Mapped[str | None]


class Task(Base):
    """A task, in release order. `official` is false for the guide's own texts."""

    __tablename__ = "task"
    id: Mapped[int] = mapped_column(primary_key=True)
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), index=True)
    position: Mapped[int]
    statement: Mapped[str]
    kind: Mapped[str | None]
    importance: Mapped[float | None]
    official: Mapped[bool]


class Activity(Base):
    """A detailed work activity, shared between occupations."""

    __tablename__ = "activity"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(unique=True)


class OccupationActivity(_Clustered, Base):
    """A detailed work activity of an occupation; `position` is the order it is shown in."""

    __tablename__ = "occupation_activity"
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))


class Category(_Clustered, Base):
    """The words for a category of education (RL), experience (RW) or training (PT, OJ)."""

    __tablename__ = "category"
    scale: Mapped[str] = mapped_column(Text(2), primary_key=True)
    category: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    note: Mapped[str | None]


class Share(_Clustered, Base):
    """The percent (0–100) of people hired who are in a category."""

    __tablename__ = "share"
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), primary_key=True)
    scale: Mapped[str] = mapped_column(Text(2), primary_key=True)
    category: Mapped[int] = mapped_column(primary_key=True)
    percent: Mapped[float]
    n: Mapped[int | None]
    low_precision: Mapped[bool]
    survey_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id"))


class Interest(Base):
    """The meaning of an interest type; `position` is its place in R-I-A-S-E-C."""

    __tablename__ = "interest"
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str]


class InterestScore(_Clustered, Base):
    """An interest score (1–7) of an occupation."""

    __tablename__ = "interest_score"
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), primary_key=True)
    interest: Mapped[int] = mapped_column(ForeignKey("interest.position"), primary_key=True)
    score: Mapped[float]


class Trait(Base):
    """A work style or work value with its meaning."""

    __tablename__ = "trait"
    id: Mapped[int] = mapped_column(primary_key=True)
    element_id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    description: Mapped[str]


class TraitScore(_Clustered, Base):
    """How much a work style or work value counts in an occupation, 0–100."""

    __tablename__ = "trait_score"
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), primary_key=True)
    trait_id: Mapped[int] = mapped_column(ForeignKey("trait.id"), primary_key=True)
    score: Mapped[float]


class JobZone(Base):
    """What a job zone means."""

    __tablename__ = "job_zone"
    zone: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    education: Mapped[str]
    experience: Mapped[str]
    training: Mapped[str]


class Technology(Base):
    """Software or a tool, with the category it belongs to."""

    __tablename__ = "technology"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    category: Mapped[str]
    kind: Mapped[str]


class OccupationTechnology(_Clustered, Base):
    """Software or a tool used in an occupation."""

    __tablename__ = "occupation_technology"
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), primary_key=True)
    technology_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), primary_key=True)
    hot: Mapped[bool | None]
    in_demand: Mapped[bool | None]


class Related(_Clustered, Base):
    """A related occupation; `position` is its rank."""

    __tablename__ = "related"
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    related_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"))
    tier: Mapped[str]


class Area(Base):
    """A nation, state, metropolitan or nonmetropolitan area."""

    __tablename__ = "area"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str]
    state: Mapped[str | None]


class PublishedOccupation(Base):
    """A code under which BLS publishes figures, with its title."""

    __tablename__ = "published_occupation"
    id: Mapped[int] = mapped_column(primary_key=True)
    soc: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]


class Wage(_Clustered, Base):
    """OEWS wages (dollars a `unit`) and employment (persons). `top_coded` names the figures at or above the release's limit."""

    __tablename__ = "wage"
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), primary_key=True)
    published_id: Mapped[int] = mapped_column(ForeignKey("published_occupation.id"), primary_key=True)
    employment: Mapped[int | None]
    unit: Mapped[str]
    p10: Mapped[float | None]
    p25: Mapped[float | None]
    median: Mapped[float | None]
    p75: Mapped[float | None]
    p90: Mapped[float | None]
    mean: Mapped[float | None]
    top_coded: Mapped[str]


class Projection(Base):
    """Employment Projections of an occupation, in persons."""

    __tablename__ = "projection"
    published_id: Mapped[int] = mapped_column(ForeignKey("published_occupation.id"), primary_key=True)
    base_year: Mapped[int]
    target_year: Mapped[int]
    base_employment: Mapped[int | None]
    target_employment: Mapped[int | None]
    change_percent: Mapped[float | None]
    openings_per_year: Mapped[int | None]
    education: Mapped[str | None]
    experience: Mapped[str | None]
    training: Mapped[str | None]


class Assessment(Base):
    """A test or assessment."""

    __tablename__ = "assessment"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str]


class OccupationAssessment(_Clustered, Base):
    """An assessment that belongs to an occupation."""

    __tablename__ = "occupation_assessment"
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"), primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), primary_key=True)


class SearchWord(_Clustered, Base):
    """A word to search by (a stem) with its root and rarity, the titles it stands in, and how much it says of occupations.

    `titles` and `occupations` are packed ids, `evidence` packed numbers, one for each of `occupations`; see `search_index`.
    """

    __tablename__ = "search_word"
    word: Mapped[str] = mapped_column(primary_key=True)
    root: Mapped[str]
    rarity: Mapped[float]
    own_titles: Mapped[int]
    titles: Mapped[bytes]
    occupations: Mapped[bytes]
    evidence: Mapped[bytes]


class SearchTable(_Clustered, Base):
    """Packed numbers by title or occupation id that every search needs; see `search_index`."""

    __tablename__ = "search_table"
    name: Mapped[str] = mapped_column(primary_key=True)
    numbers: Mapped[bytes]


class SearchPhrase(_Clustered, Base):
    """What people call an occupation; `position` is its place among the occupations the phrase can mean."""

    __tablename__ = "search_phrase"
    phrase: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    occupation_id: Mapped[int] = mapped_column(ForeignKey("occupation.id"))


class SearchSynonym(_Clustered, Base):
    """A word that people use for another."""

    __tablename__ = "search_synonym"
    word: Mapped[str] = mapped_column(primary_key=True)
    other: Mapped[str] = mapped_column(primary_key=True)
