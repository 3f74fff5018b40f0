"""Official O*NET releases in the text layout, classic (to 30.2) and current (from 30.3): files → typed rows.

Columns and file names: O*NET data dictionaries. A release is a folder or the official zip; see `files.ReleaseFiles`.
"""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from careerguide.domain.errors import SourceError
from careerguide.domain.interests import TYPES
from careerguide.domain.language import translate
from careerguide.domain.ratings import Domain
from careerguide.domain.traits import STYLE_SCALES, VALUE_SCALES
from careerguide.sources.files import ReleaseFiles
from careerguide.sources.onet_rows import (
    ActivityRow,
    CategoryRow,
    ElementRow,
    InterestRow,
    JobZoneMeaningRow,
    JobZoneRow,
    OccupationRow,
    RatingRow,
    RelatedRow,
    ReportedTitleRow,
    ShareRow,
    TaskActivityRow,
    TaskRatingRow,
    TaskRow,
    TechnologyRow,
    TitleRow,
    TraitRow,
)
from careerguide.sources.tables import (
    Column,
    Row,
    column,
    flag,
    integer_or_none,
    number,
    number_or_none,
    tab_separated,
    text_or_none,
    typed_rows,
)

OCCUPATIONS = "Occupation Data.txt"
CODE = column("O*NET-SOC Code")

RATING_FILES: dict[Domain, tuple[str, ...]] = {
    Domain.KNOWLEDGE: ("Knowledge.txt",),
    Domain.SKILLS: ("Skills.txt", "Essential Skills.txt", "Transferable Skills.txt"),
    Domain.ABILITIES: ("Abilities.txt",),
    Domain.WORK_ACTIVITIES: ("Work Activities.txt",),
}

_TRAIT_FILES = {"Work Styles.txt": STYLE_SCALES, "Work Values.txt": VALUE_SCALES}

# What the page shows, and the files (in either layout) that bring it; for `missing`.
_PARTS: dict[str, tuple[str, ...]] = {
    "alternate titles": ("Alternate Titles.txt", "Job Titles.txt"),
    "titles also used": ("Sample of Reported Titles.txt",),
    "tasks": ("Task Statements.txt",),
    "task importance": ("Task Ratings.txt",),
    "knowledge": RATING_FILES[Domain.KNOWLEDGE],
    "skills": RATING_FILES[Domain.SKILLS],
    "abilities": RATING_FILES[Domain.ABILITIES],
    "work activities": RATING_FILES[Domain.WORK_ACTIVITIES],
    "meanings of elements": ("Content Model Reference.txt",),
    "detailed work activities": ("Tasks to DWAs.txt",),
    "education": ("Education, Training, and Experience.txt", "Education.txt"),
    "training and experience": ("Education, Training, and Experience.txt", "Training and Experience.txt"),
    "interests": ("Interests.txt", "Career Interest Types.txt"),
    "job zones": ("Job Zones.txt",),
    "software": ("Technology Skills.txt", "Software Skills.txt"),
    "related occupations": ("Related Occupations.txt",),
}


def files_read() -> set[str]:
    """The names of all files, in either layout, that an import reads where they are there."""
    named = {name for names in _PARTS.values() for name in names}
    return named | {
        OCCUPATIONS,
        *_TRAIT_FILES,
        "DWA Reference.txt",
        "GWAs to IWAs to DWAs.txt",
        "Job Zone Reference.txt",
        "Tools Used.txt",
        "Education, Training, and Experience Categories.txt",
        "Education Categories.txt",
        "Training and Experience Categories.txt",
    }


class _ScaleRow(NamedTuple):
    """A line of a ratings file: one scale (IM or LV) of one element."""

    code: str
    element_id: str
    scale: str
    value: float | None
    n: int | None
    standard_error: float | None
    lower: float | None
    upper: float | None
    low_precision: bool | None
    not_relevant: bool | None
    date: str | None
    rated_by: str | None


class _NameRow(NamedTuple):
    """A rated element with its name."""

    element_id: str
    name: str


_ELEMENT_ID = column("Element ID")
_SCALE = column("Scale ID")
_VALUE = column("Data Value", convert=number_or_none)
_RATED = {
    "date": column("Date", convert=text_or_none, required=False),
    "rated_by": column("Domain Source", convert=text_or_none, required=False),
}
_N = column("N", convert=integer_or_none, required=False)
_LOW_PRECISION = column("Recommend Suppress", convert=flag, required=False)


class OnetRelease:
    """An official release at `path`. Each method streams the typed rows of one content, none where the release lacks it.

    Raises `SourceError` when `path` holds no release, or a file is damaged or in an unknown layout.
    """

    def __init__(self, path: Path) -> None:
        self.files = ReleaseFiles(path, marker=OCCUPATIONS)
        if OCCUPATIONS not in self.files:
            self.files.close()
            raise SourceError(
                OCCUPATIONS,
                translate("Releases", "this file is missing in {0}; it is no O*NET release in the text layout.").format(
                    path.name or path
                ),
            )

    @property
    def name(self) -> str:
        """The release number from Read Me.txt, e.g. “29.3”; “unknown” where it does not say."""
        if "Read Me.txt" not in self.files:
            return "unknown"
        found = re.search(rb"O\*NET\D{0,3} (\d+\.\d+) Database", self.files.head("Read Me.txt", 2000))
        return found[1].decode() if found else "unknown"

    def missing(self) -> list[str]:
        """The parts of a page that this release has no file for."""
        return [part for part, names in _PARTS.items() if self.files.first_of(*names) is None]

    def total_bytes(self) -> int:
        """Bytes of all files that are read, for progress."""
        return sum(self.files.size(name) for name in files_read())

    def _rows(self, row_type: type[Row], columns: dict[str, Column], *names: str) -> Iterator[Row]:
        name = self.files.first_of(*names)
        if name is None:
            return
        with self.files.text(name) as lines:
            yield from typed_rows(tab_separated(lines, name), row_type, columns, name)

    def occupations(self) -> Iterator[OccupationRow]:
        """All occupations."""
        columns = {"code": CODE, "title": column("Title"), "description": column("Description", convert=text_or_none)}
        return self._rows(OccupationRow, columns, OCCUPATIONS)

    def alternate_titles(self) -> Iterator[TitleRow]:
        """Alternate titles with abbreviations."""
        columns = {
            "code": CODE,
            "title": column("Alternate Title", "Job Title"),
            "short_title": column("Short Title", convert=text_or_none, required=False),
        }
        return self._rows(TitleRow, columns, "Alternate Titles.txt", "Job Titles.txt")

    def reported_titles(self) -> Iterator[ReportedTitleRow]:
        """Sample of reported titles, in release order."""
        columns = {"code": CODE, "title": column("Reported Job Title")}
        return self._rows(ReportedTitleRow, columns, "Sample of Reported Titles.txt")

    def elements(self) -> Iterator[ElementRow]:
        """The content model."""
        columns = {"element_id": _ELEMENT_ID, "name": column("Element Name"), "description": column("Description")}
        return self._rows(ElementRow, columns, "Content Model Reference.txt")

    def ratings(self, domain: Domain) -> Iterator[RatingRow]:
        """Importance and level of a domain's elements, from all its files."""
        for name in RATING_FILES[domain]:
            waiting: dict[tuple[str, str], _ScaleRow] = {}
            for row in self._scale_rows(name):
                if row.scale not in ("IM", "LV"):
                    continue
                other = waiting.pop((row.code, row.element_id), None)
                if other is None:
                    waiting[row.code, row.element_id] = row
                else:
                    yield _rating(row, other)
            for row in waiting.values():
                yield _rating(row, None)

    def element_names(self, domain: Domain) -> dict[str, str]:
        """Names of elements by ID: those of the content model, or where it is missing those of the domain's ratings."""
        if "Content Model Reference.txt" in self.files:
            return {row.element_id: row.name for row in self.elements()}
        columns = {"element_id": _ELEMENT_ID, "name": column("Element Name")}
        rows = (self._rows(_NameRow, columns, name) for name in RATING_FILES[domain])
        return dict(chain.from_iterable(rows))

    def _scale_rows(self, name: str) -> Iterator[_ScaleRow]:
        columns = {
            "code": CODE,
            "element_id": _ELEMENT_ID,
            "scale": _SCALE,
            "value": _VALUE,
            "n": _N,
            "standard_error": column("Standard Error", convert=number_or_none, required=False),
            "lower": column("Lower CI Bound", convert=number_or_none, required=False),
            "upper": column("Upper CI Bound", convert=number_or_none, required=False),
            "low_precision": _LOW_PRECISION,
            "not_relevant": column("Not Relevant", convert=flag, required=False),
            **_RATED,
        }
        return self._rows(_ScaleRow, columns, name)

    def tasks(self) -> Iterator[TaskRow]:
        """Task statements, in release order."""
        columns = {
            "code": CODE,
            "task_id": column("Task ID"),
            "statement": column("Task"),
            "kind": column("Task Type", convert=text_or_none, required=False),
        }
        return self._rows(TaskRow, columns, "Task Statements.txt")

    def task_ratings(self) -> Iterator[TaskRatingRow]:
        """Ratings of tasks."""
        columns = {"code": CODE, "task_id": column("Task ID"), "scale": _SCALE, "value": _VALUE}
        return self._rows(TaskRatingRow, columns, "Task Ratings.txt")

    def task_activities(self) -> Iterator[TaskActivityRow]:
        """Which detailed work activities tasks belong to."""
        columns = {"code": CODE, "task_id": column("Task ID"), "activity_id": column("DWA ID", "DWA Element ID")}
        return self._rows(TaskActivityRow, columns, "Tasks to DWAs.txt")

    def activities(self) -> Iterator[ActivityRow]:
        """Names of detailed work activities."""
        columns = {"activity_id": column("DWA ID", "DWA Element ID"), "title": column("DWA Title", "DWA Element Name")}
        return self._rows(ActivityRow, columns, "DWA Reference.txt", "GWAs to IWAs to DWAs.txt")

    def shares(self) -> Iterator[ShareRow]:
        """Education, experience and training, by category; rows on other scales are left out."""
        columns = {
            "code": CODE,
            "scale": _SCALE,
            "category": column("Category", convert=integer_or_none),
            "percent": _VALUE,
            "n": _N,
            "low_precision": _LOW_PRECISION,
            **_RATED,
        }
        for name in ("Education, Training, and Experience.txt", "Education.txt", "Training and Experience.txt"):
            for row in self._rows(ShareRow, columns, name):
                if row.scale in ("RL", "RW", "PT", "OJ"):
                    yield row

    def categories(self) -> Iterator[CategoryRow]:
        """The words for categories of education, experience and training."""
        columns = {
            "scale": _SCALE,
            "category": column("Category", convert=integer_or_none),
            "description": column("Category Description"),
        }
        for name in (
            "Education, Training, and Experience Categories.txt",
            "Education Categories.txt",
            "Training and Experience Categories.txt",
        ):
            yield from self._rows(CategoryRow, columns, name)

    def interests(self) -> Iterator[InterestRow]:
        """Interest scores (scale OI)."""
        columns = {
            "code": CODE,
            "name": column("Element Name"),
            "scale": _SCALE,
            "score": column("Data Value", convert=number),
        }
        for row in self._rows(InterestRow, columns, *_PARTS["interests"]):
            if row.scale != "OI":
                continue
            if row.name not in TYPES:
                file = self.files.first_of(*_PARTS["interests"]) or ""
                raise SourceError(
                    file,
                    translate("Releases", "“{0}” is not one of the six interest types.").format(row.name[:40]),
                    column="Element Name",
                )
            yield row

    def traits(self) -> Iterator[TraitRow]:
        """Work styles and work values; a release can have one, both or none."""
        columns = {
            "code": CODE,
            "element_id": _ELEMENT_ID,
            "name": column("Element Name"),
            "scale": _SCALE,
            "value": _VALUE,
        }
        for file, scales in _TRAIT_FILES.items():
            for row in self._rows(TraitRow, columns, file):
                if row.scale in scales:
                    yield row

    def job_zones(self) -> Iterator[JobZoneRow]:
        """Job zones of occupations."""
        columns = {"code": CODE, "zone": column("Job Zone", convert=integer_or_none)}
        return self._rows(JobZoneRow, columns, "Job Zones.txt")

    def job_zone_meanings(self) -> Iterator[JobZoneMeaningRow]:
        """What the job zones mean."""
        columns = {
            "zone": column("Job Zone", convert=integer_or_none),
            "name": column("Name"),
            "experience": column("Experience"),
            "education": column("Education"),
            "training": column("Job Training"),
        }
        return self._rows(JobZoneMeaningRow, columns, "Job Zone Reference.txt")

    def software(self) -> Iterator[TechnologyRow]:
        """Software, hot and in-demand marked."""
        columns = {
            "code": CODE,
            "name": column("Example", "Workplace Example"),
            "category": column("Commodity Title", "Element Name"),
            "hot": column("Hot Technology", convert=flag, required=False),
            "in_demand": column("In Demand", convert=flag, required=False),
        }
        return self._rows(TechnologyRow, columns, "Technology Skills.txt", "Software Skills.txt")

    def tools(self) -> Iterator[TechnologyRow]:
        """Tools and equipment (classic layout only)."""
        columns = {
            "code": CODE,
            "name": column("Example"),
            "category": column("Commodity Title"),
            "hot": column("Hot Technology", convert=flag, required=False),
            "in_demand": column("In Demand", convert=flag, required=False),
        }
        return self._rows(TechnologyRow, columns, "Tools Used.txt")

    def related(self) -> Iterator[RelatedRow]:
        """Related occupations, nearest first."""
        columns = {
            "code": CODE,
            "related_code": column("Related O*NET-SOC Code"),
            "tier": column("Relatedness Tier"),
            "rank": column("Index", convert=integer_or_none),
        }
        return self._rows(RelatedRow, columns, "Related Occupations.txt")

    def close(self) -> None:
        """Close the release's archive, if it is one."""
        self.files.close()


def _rating(row: _ScaleRow, other: _ScaleRow | None) -> RatingRow:
    importance, level = (row, other) if row.scale == "IM" else (other, row)
    return RatingRow(
        row.code,
        row.element_id,
        *(_figures(importance) if importance is not None else _NO_FIGURES),
        *(_figures(level) if level is not None else _NO_FIGURES),
        level is not None and bool(level.not_relevant),
        row.rated_by,
        row.date,
    )


_Figures = tuple[float | None, int | None, float | None, float | None, float | None, bool]
_NO_FIGURES: _Figures = (None, None, None, None, None, False)


def _figures(row: _ScaleRow) -> _Figures:
    return row.value, row.n, row.standard_error, row.lower, row.upper, bool(row.low_precision)
