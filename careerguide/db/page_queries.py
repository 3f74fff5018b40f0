"""The queries behind an occupation's page, one for each section, and the rows turned into domain objects."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Executable, bindparam, func, select

from careerguide.db import models as m
from careerguide.domain.codes import OnetSocCode, SocCode, major_group, published_as, soc_of
from careerguide.domain.interests import Interest, strongest_first
from careerguide.domain.language import translate
from careerguide.domain.outlook import Outlook, Projection
from careerguide.domain.page import (
    Assessment,
    JobZone,
    OccupationPage,
    Related,
    Schooling,
    Share,
    Source,
    Task,
    TaskKind,
    Technology,
    TechnologyKind,
)
from careerguide.domain.ratings import Domain, Estimate, Rating
from careerguide.domain.titles import is_residual
from careerguide.domain.wages import NATION, Unit, Wages

_ID: BindParameter[int] = bindparam("occupation")
_OTHER_TITLES = 20
_SOCS: BindParameter[list[str]] = bindparam("socs", expanding=True)

_OCCUPATION = select(
    m.Occupation.id, m.Occupation.code, m.Occupation.title, m.Occupation.definition, m.Occupation.summary, m.Occupation.job_zone
).where(m.Occupation.code == bindparam("code"))

_GROUP = select(m.MajorGroup.name).where(m.MajorGroup.code == bindparam("group"))

_REPORTED = select(m.Title.text).where(m.Title.occupation_id == _ID, m.Title.kind == "reported").order_by(m.Title.position)

_ALTERNATE = (
    select(m.Title.text).where(m.Title.occupation_id == _ID, m.Title.kind == "alternate").order_by(m.Title.id).limit(_OTHER_TITLES)
)

_TASKS = (
    select(m.Task.statement, m.Task.kind, m.Task.importance, m.Task.official)
    .where(m.Task.occupation_id == _ID)
    .order_by(m.Task.importance.desc(), m.Task.position)
)

_RATINGS = (
    select(
        m.Element.domain,
        m.Element.element_id,
        m.Element.name,
        m.Element.description,
        m.Rating.importance,
        m.Rating.importance_n,
        m.Rating.importance_error,
        m.Rating.importance_lower,
        m.Rating.importance_upper,
        m.Rating.importance_low_precision,
        m.Rating.level,
        m.Rating.level_n,
        m.Rating.level_error,
        m.Rating.level_lower,
        m.Rating.level_upper,
        m.Rating.level_low_precision,
        m.Rating.not_relevant,
        m.Survey.rated_by,
        m.Survey.date,
    )
    .join(m.Element, m.Element.id == m.Rating.element_id)
    .outerjoin(m.Survey, m.Survey.id == m.Rating.survey_id)
    .where(m.Rating.occupation_id == _ID)
    .order_by(m.Rating.importance.desc(), m.Element.name)
)

_ACTIVITIES = (
    select(m.Activity.text)
    .join(m.OccupationActivity, m.OccupationActivity.activity_id == m.Activity.id)
    .where(m.OccupationActivity.occupation_id == _ID)
    .order_by(m.OccupationActivity.position)
)

_SHARES = (
    select(
        m.Share.scale,
        m.Share.category,
        m.Category.name,
        m.Category.note,
        m.Share.percent,
        m.Share.low_precision,
        m.Share.n,
        m.Survey.rated_by,
        m.Survey.date,
    )
    .outerjoin(m.Category, (m.Category.scale == m.Share.scale) & (m.Category.category == m.Share.category))
    .outerjoin(m.Survey, m.Survey.id == m.Share.survey_id)
    .where(m.Share.occupation_id == _ID)
    .order_by(m.Share.scale, m.Share.category)
)

_INTERESTS = (
    select(m.Interest.name, m.Interest.description, m.InterestScore.score)
    .join(m.InterestScore, m.InterestScore.interest == m.Interest.position)
    .where(m.InterestScore.occupation_id == _ID)
    .order_by(m.Interest.position)
)

_JOB_ZONE = select(m.JobZone.zone, m.JobZone.name, m.JobZone.education, m.JobZone.experience, m.JobZone.training).where(
    m.JobZone.zone == bindparam("zone")
)

_TECHNOLOGY = (
    select(
        m.Technology.name,
        m.Technology.category,
        m.Technology.kind,
        m.OccupationTechnology.hot,
        m.OccupationTechnology.in_demand,
    )
    .join(m.OccupationTechnology, m.OccupationTechnology.technology_id == m.Technology.id)
    .where(m.OccupationTechnology.occupation_id == _ID)
    .order_by(
        m.Technology.kind,
        m.OccupationTechnology.in_demand.desc(),
        m.OccupationTechnology.hot.desc(),
        func.lower(m.Technology.name),
        m.Technology.category,
    )
)

_RELATED = (
    select(m.Occupation.code, m.Occupation.title, m.Related.tier)
    .join(m.Occupation, m.Occupation.id == m.Related.related_id)
    .where(m.Related.occupation_id == _ID)
    .order_by(m.Related.position)
)

_ASSESSMENTS = (
    select(m.Assessment.name, m.Assessment.description)
    .join(m.OccupationAssessment, m.OccupationAssessment.assessment_id == m.Assessment.id)
    .where(m.OccupationAssessment.occupation_id == _ID)
    .order_by(m.Assessment.id)
)

_WAGES = (
    select(
        m.Area.code,
        m.Area.name,
        m.Wage.unit,
        m.Wage.p10,
        m.Wage.p25,
        m.Wage.median,
        m.Wage.p75,
        m.Wage.p90,
        m.Wage.mean,
        m.Wage.top_coded,
        m.Wage.employment,
        m.PublishedOccupation.soc,
        m.PublishedOccupation.title,
    )
    .join(m.Area, m.Area.id == m.Wage.area_id)
    .join(m.PublishedOccupation, m.PublishedOccupation.id == m.Wage.published_id)
    .where(m.PublishedOccupation.soc.in_(_SOCS), m.Area.code == bindparam("area"))
)

_PROJECTION = (
    select(
        m.Projection.base_year,
        m.Projection.target_year,
        m.Projection.base_employment,
        m.Projection.target_employment,
        m.Projection.change_percent,
        m.Projection.openings_per_year,
        m.Projection.education,
        m.Projection.experience,
        m.Projection.training,
        m.PublishedOccupation.soc,
        m.PublishedOccupation.title,
    )
    .join(m.PublishedOccupation, m.PublishedOccupation.id == m.Projection.published_id)
    .where(m.PublishedOccupation.soc.in_(_SOCS))
)


def read_page(connection: Connection, code: str, area: str, sources: tuple[Source, ...]) -> OccupationPage | None:
    """The page of the occupation with this O*NET-SOC code, None where there is none."""
    found = connection.execute(_OCCUPATION, {"code": code}).one_or_none()
    if found is None:
        return None
    number, _, title, definition, summary, zone = found
    of_occupation = {"occupation": number}

    def rows(statement: Executable) -> Sequence[Any]:
        return connection.execute(statement, of_occupation).all()

    onet_code = OnetSocCode(code)
    tasks, reported = rows(_TASKS), rows(_REPORTED)
    return OccupationPage(
        code=onet_code,
        title=title,
        definition=definition,
        summary=summary,
        group=connection.execute(_GROUP, {"group": major_group(code)}).scalar() or "",
        residual=is_residual(title),
        also_called=tuple(row[0] for row in reported),
        other_titles=() if reported else tuple(row[0] for row in rows(_ALTERNATE)),
        tasks=tuple(Task(row[0], TaskKind(row[1]) if row[1] else None, row[2]) for row in tasks),
        official_tasks=any(row[3] for row in tasks),
        ratings=_ratings(rows(_RATINGS)),
        detailed_work_activities=tuple(row[0] for row in rows(_ACTIVITIES)),
        schooling=_schooling(rows(_SHARES)),
        interests=strongest_first([Interest(*row) for row in rows(_INTERESTS)]),
        job_zone=_job_zone(connection, zone),
        technology=tuple(Technology(row[0], row[1], TechnologyKind(row[2]), row[3], row[4]) for row in rows(_TECHNOLOGY)),
        related=tuple(Related(OnetSocCode(row[0]), row[1], row[2]) for row in rows(_RELATED)),
        outlook=_outlook(connection, published_as(soc_of(onet_code)), area, sources),
        assessments=tuple(Assessment(*row) for row in rows(_ASSESSMENTS)),
        sources=sources,
    )


def _ratings(rows: Sequence[Any]) -> dict[Domain, tuple[Rating, ...]]:
    ratings: dict[Domain, list[Rating]] = defaultdict(list)
    for domain, element_id, name, description, *figures in rows:
        importance, n, error, lower, upper, low = figures[:6]
        level, level_n, level_error, level_lower, level_upper, level_low = figures[6:12]
        not_relevant, rated_by, date = figures[12:]
        ratings[Domain(domain)].append(
            Rating(
                element_id,
                name,
                description,
                importance,
                None if not_relevant else level,
                not_relevant,
                Estimate(n, error, lower, upper, low),
                Estimate(level_n, level_error, level_lower, level_upper, level_low and not not_relevant),
                rated_by,
                date,
            )
        )
    return {domain: tuple(ratings[domain]) for domain in Domain}


def _schooling(rows: Sequence[Any]) -> Schooling:
    by_scale: dict[str, list[Share]] = defaultdict(list)
    for scale, category, name, note, percent, low_precision, *_ in rows:
        level = name or translate("Guide", "Category {0}").format(category)
        by_scale[scale].append(Share(category, level, note, percent, low_precision))
    survey = next((row for row in rows if row[0] == "RL"), None)
    return Schooling(
        education=tuple(sorted(by_scale["RL"], key=lambda share: -share.percent)),
        experience=tuple(by_scale["RW"]),
        on_site_training=tuple(by_scale["PT"]),
        on_the_job_training=tuple(by_scale["OJ"]),
        n=survey[6] if survey else None,
        rated_by=survey[7] if survey else None,
        date=survey[8] if survey else None,
    )


def _job_zone(connection: Connection, zone: int | None) -> JobZone | None:
    row = connection.execute(_JOB_ZONE, {"zone": zone}).one_or_none() if zone is not None else None
    return JobZone(*row) if row is not None else None


def _nearest(rows: Sequence[Any], socs: Sequence[SocCode], position: int) -> Any:
    """The row for the nearest published code; `position` is where its SOC stands in the row."""
    by_soc = {row[position]: row for row in rows}
    return next((by_soc[soc] for soc in socs if soc in by_soc), None)


def _attribution(sources: Sequence[Source], name: str) -> str:
    return next((source.attribution for source in sources if source.name == name), "")


def _wages(connection: Connection, socs: Sequence[SocCode], area: str, source: str) -> Wages | None:
    row = _nearest(connection.execute(_WAGES, {"socs": socs, "area": area}).all(), socs, 11)
    if row is None:
        return None
    code, name, unit, p10, p25, median, p75, p90, mean, top_coded, employment, soc, title = row
    flagged = tuple(top_coded.split())
    return Wages(code, name, Unit(unit), p10, p25, median, p75, p90, mean, flagged, employment, soc, title, source)


def _outlook(connection: Connection, socs: Sequence[SocCode], area: str, sources: Sequence[Source]) -> Outlook:
    wage_source = _attribution(sources, "OEWS")
    national = _wages(connection, socs, NATION, wage_source)
    local = national if area == NATION else _wages(connection, socs, area, wage_source)
    return Outlook(local, national, _projection(connection, socs, _attribution(sources, "Employment Projections")))


def _projection(connection: Connection, socs: Sequence[SocCode], source: str) -> Projection | None:
    row = _nearest(connection.execute(_PROJECTION, {"socs": socs}).all(), socs, 9)
    if row is None:
        return None
    base_year, target_year, base, target, percent, openings, education, experience, training, soc, title = row
    return Projection(base_year, target_year, base, target, percent, openings, education, experience, training, soc, title, source)
