"""Reading for browsing: every occupation at a glance, and which are strong in something or use a piece of software."""

from typing import Any

from sqlalchemy import Connection, select

from careerguide.db import models as m
from careerguide.domain.browse import Facts
from careerguide.domain.codes import OnetSocCode, published_as, soc_of
from careerguide.domain.interests import TYPES
from careerguide.domain.outlook import Projection, category
from careerguide.domain.ratings import SHOWN_FROM_SCORE
from careerguide.domain.wages import HOURS_A_YEAR, NATION

_STRONG_IMPORTANCE = 1 + 4 * SHOWN_FROM_SCORE / 100  # importance 1–5 that is a score of 50
_CHOICES = ("knowledge", "skills")


def read_facts(connection: Connection) -> list[Facts]:
    """All occupations at a glance, by code."""
    pay = _pay(connection)
    projections = _projections(connection)
    interests = _interests(connection)
    facts = []
    rows = connection.execute(
        select(m.Occupation.id, m.Occupation.code, m.Occupation.title, m.Occupation.job_zone).order_by(m.Occupation.code)
    )
    for number, code, title, zone in rows:
        socs = published_as(soc_of(OnetSocCode(code)))
        median = next((pay[soc] for soc in socs if soc in pay), None)
        projection = next((projections[soc] for soc in socs if soc in projections), None)
        facts.append(
            Facts(
                OnetSocCode(code),
                title,
                median,
                projection.change_percent if projection else None,
                projection.openings_per_year if projection else None,
                projection.base_employment if projection else None,
                category(projection) if projection else None,
                zone,
                projection.typical_entry_education if projection else None,
                interests.get(number, ""),
            )
        )
    return facts


def _pay(connection: Connection) -> dict[str, float | None]:
    """National medians a year by SOC."""
    rows = connection.execute(
        select(m.PublishedOccupation.soc, m.Wage.unit, m.Wage.median)
        .join(m.Wage, m.Wage.published_id == m.PublishedOccupation.id)
        .join(m.Area, m.Area.id == m.Wage.area_id)
        .where(m.Area.code == NATION)
    )
    return {soc: median * HOURS_A_YEAR if unit == "hour" and median is not None else median for soc, unit, median in rows}


def _projections(connection: Connection) -> dict[str, Projection]:
    projection = m.Projection
    rows = connection.execute(
        select(
            projection.base_year,
            projection.target_year,
            projection.base_employment,
            projection.target_employment,
            projection.change_percent,
            projection.openings_per_year,
            projection.education,
            m.PublishedOccupation.soc,
            m.PublishedOccupation.title,
        ).join(m.PublishedOccupation, m.PublishedOccupation.id == projection.published_id)
    )
    found: dict[str, Projection] = {}
    for base_year, target_year, base, target, percent, openings, education, soc, title in rows:
        found[soc] = Projection(base_year, target_year, base, target, percent, openings, education, None, None, soc, title, "")
    return found


def _interests(connection: Connection) -> dict[int, str]:
    """The first letters of the three strongest interests by occupation id."""
    scores: dict[int, list[Any]] = {}
    rows = connection.execute(
        select(m.InterestScore.occupation_id, m.InterestScore.interest, m.InterestScore.score).order_by(m.InterestScore.interest)
    )
    for number, interest, score in rows:
        scores.setdefault(number, []).append((-score, interest))
    return {number: "".join(TYPES[interest][0] for _, interest in sorted(pairs)[:3]) for number, pairs in scores.items()}


def job_zones(connection: Connection) -> list[tuple[int, str]]:
    """The job zones that occupations have, with their names."""
    used = select(m.Occupation.job_zone).distinct()
    rows = connection.execute(select(m.JobZone.zone, m.JobZone.name).where(m.JobZone.zone.in_(used)).order_by(m.JobZone.zone))
    return [(zone, name.partition(": ")[2] or name) for zone, name in rows]


def groups(connection: Connection) -> list[tuple[str, str, str]]:
    """SOC major groups: two digits, our name, what its careers have in common."""
    rows = connection.execute(select(m.MajorGroup.code, m.MajorGroup.name, m.MajorGroup.line).order_by(m.MajorGroup.name))
    return [(code, name, line or "") for code, name, line in rows]


def choosable_elements(connection: Connection) -> list[tuple[str, str, str]]:
    """Knowledge and skills one can ask for: element ID, name, meaning, A to Z."""
    rows = connection.execute(
        select(m.Element.element_id, m.Element.name, m.Element.description)
        .where(m.Element.domain.in_(_CHOICES))
        .order_by(m.Element.name)
    )
    return [(element_id, name, description) for element_id, name, description in rows]


def strong_in(connection: Connection, element_id: str) -> frozenset[str]:
    """Codes of occupations for which an element has an importance score of at least 50."""
    rows = connection.execute(
        select(m.Occupation.code)
        .join(m.Rating, m.Rating.occupation_id == m.Occupation.id)
        .join(m.Element, m.Element.id == m.Rating.element_id)
        .where(m.Element.element_id == element_id, m.Rating.importance >= _STRONG_IMPORTANCE)
    )
    return frozenset(rows.scalars())


def software_names(connection: Connection) -> list[str]:
    """Software that is hot or in demand somewhere, A to Z."""
    marked = (m.OccupationTechnology.hot.is_(True)) | (m.OccupationTechnology.in_demand.is_(True))
    rows = connection.execute(
        select(m.Technology.name)
        .join(m.OccupationTechnology, m.OccupationTechnology.technology_id == m.Technology.id)
        .where(m.Technology.kind == "software", marked)
        .distinct()
    )
    return sorted(rows.scalars(), key=str.casefold)


def users_of(connection: Connection, software: str) -> frozenset[str]:
    """Codes of occupations that use a piece of software."""
    rows = connection.execute(
        select(m.Occupation.code)
        .join(m.OccupationTechnology, m.OccupationTechnology.occupation_id == m.Occupation.id)
        .join(m.Technology, m.Technology.id == m.OccupationTechnology.technology_id)
        .where(m.Technology.name == software, m.Technology.kind == "software")
    )
    return frozenset(rows.scalars())
