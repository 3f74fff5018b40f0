"""Whether a guide file is whole: its integrity, and what its pages lack."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute

from careerguide.db import models as m
from careerguide.db.guide import Guide
from careerguide.domain.language import number, translate


@dataclass(frozen=True, slots=True)
class Findings:
    """`faults` make the file unfit for use; `notes` say what it has and what is missing, one sentence each."""

    faults: list[str]
    notes: list[str]


_PARTS: dict[str, InstrumentedAttribute[int]] = {
    "tasks": m.Task.occupation_id,
    "ratings": m.Rating.occupation_id,
    "education": m.Share.occupation_id,
    "interests": m.InterestScore.occupation_id,
    "activities": m.OccupationActivity.occupation_id,
    "technology": m.OccupationTechnology.occupation_id,
    "related careers": m.Related.occupation_id,
}


def row_counts(guide: Guide) -> dict[str, int]:
    """Rows of each table by its name."""
    with guide.reading() as connection:
        return {
            str(mapper.local_table.description): connection.execute(select(func.count()).select_from(mapper.class_)).scalar_one()
            for mapper in sorted(m.Base.registry.mappers, key=lambda mapper: str(mapper.local_table.description))
        }


def missing_parts(guide: Guide) -> list[str]:
    """What the official release of a guide had no file for."""
    with guide.reading() as connection:
        notes = connection.execute(select(m.Release.missing)).scalars().all()
    return [part for note in notes for part in note.split(", ") if part]


def _file_faults(guide: Guide) -> list[str]:
    """What SQLite's own check and the foreign keys find wrong; empty when all is well."""
    with guide.reading() as connection:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check").all()]
        found += [
            translate("Guide", "a row of {0} points to a missing row of {1}").format(row[0], row[2])
            for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
        ]
    return [fault for fault in found if fault != "ok"]


def verify(path: Path) -> Findings:
    """Check the guide at `path`. Raises `GuideFileError` children where it cannot even be opened."""
    guide = Guide(path)
    try:
        faults = _file_faults(guide)
        if faults:
            return Findings([translate("Guide", "the file is damaged ({0}).").format(fault) for fault in faults[:5]], [])
        with guide.reading() as connection:
            return _completeness(connection, missing_parts(guide))
    finally:
        guide.close()


def _completeness(connection: Connection, missing: list[str]) -> Findings:
    occupations = connection.execute(select(func.count()).select_from(m.Occupation)).scalar_one()
    rated = connection.execute(select(func.count()).where(m.Occupation.job_zone.is_not(None))).scalar_one()
    faults = [] if occupations else [translate("Guide", "the guide has no occupations.")]
    notes = [
        translate("Guide", "The file is sound: {0} occupations, {1} of them rated.").format(number(occupations), number(rated))
    ]
    notes += [translate("Guide", "The release has no file for {0}.").format(part) for part in missing]
    for part, owner in _PARTS.items():
        has = exists().where(owner == m.Occupation.id)
        without = connection.execute(
            select(func.count()).select_from(m.Occupation).where(m.Occupation.job_zone.is_not(None), ~has)
        ).scalar_one()
        if without:
            notes.append(translate("Guide", "{0} rated occupations have no {1}.").format(number(without), part))
    for name, table in (("wages", m.Wage), ("projections", m.Projection)):
        if not connection.execute(select(func.count()).select_from(table)).scalar_one():
            notes.append(translate("Guide", "The guide has no {0}.").format(name))
    return Findings(faults, notes)
