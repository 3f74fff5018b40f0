"""An occupation's page and search results as the JSON of the command line's contract: keys are added, never renamed."""

from typing import Any

from careerguide.domain.center_content import CenterPart
from careerguide.domain.outlook import Outlook
from careerguide.domain.page import OccupationPage, Share, Task
from careerguide.domain.ratings import Domain, Estimate, Rating
from careerguide.domain.results import SearchResult
from careerguide.domain.wages import Wages

Json = dict[str, Any]


def page_json(page: OccupationPage) -> Json:
    """Everything on the page; importance 1–5, level 0–7, percents 0–100, money in dollars, employment in persons."""
    schooling = page.schooling
    return {
        "code": page.code,
        "title": page.title,
        "overview": page.overview,
        "in_plain_words": page.summary,
        "also_called": list(page.also_called),
        "other_titles": list(page.other_titles),
        "tasks": [_task(task) for task in page.tasks],
        **{domain.value: [_rating(rating) for rating in page.ratings[domain]] for domain in Domain},
        "detailed_work_activities": list(page.detailed_work_activities),
        "education": [_share(share) for share in schooling.education],
        "experience": [_share(share) for share in schooling.experience],
        "on_site_training": [_share(share) for share in schooling.on_site_training],
        "on_the_job_training": [_share(share) for share in schooling.on_the_job_training],
        "interests": [
            {"name": interest.name, "description": interest.description, "score": interest.score} for interest in page.interests
        ],
        "job_zone": None
        if page.job_zone is None
        else {
            "zone": page.job_zone.zone,
            "name": page.job_zone.name,
            "education": page.job_zone.education,
            "experience": page.job_zone.experience,
            "training": page.job_zone.training,
        },
        "technology": [
            {"name": item.name, "category": item.category, "kind": item.kind, "hot": item.hot, "in_demand": item.in_demand}
            for item in page.technology
        ],
        "related": [{"code": other.code, "title": other.title, "tier": other.tier} for other in page.related],
        "outlook": _outlook(page.outlook),
        "assessments": [{"name": test.name, "description": test.description} for test in page.assessments],
        "sources": [
            {"name": source.name, "release": source.release, "licence": source.licence, "attribution": source.attribution}
            for source in page.sources
        ],
        **_center(page.center),
    }


def _center(part: CenterPart | None) -> Json:
    """Only where a center's file was given."""
    if part is None:
        return {}
    entries = [
        {
            "kind": entry.kind.value,
            "title": entry.title,
            "text": entry.text,
            "address": entry.address,
            "phone": entry.phone,
            "web": entry.web,
            "source": entry.source,
            "date": entry.day.isoformat(),
        }
        for entry in part.entries
    ]
    return {"center": {"name": part.name, "contact": list(part.contact), "entries": entries}}


def result_json(result: SearchResult) -> Json:
    """One search result."""
    return {"code": result.code, "title": result.title, "matched": result.matched, "why": result.why}


def _task(task: Task) -> Json:
    return {"statement": task.statement, "kind": task.kind, "importance": task.importance}


def _estimate(estimate: Estimate) -> Json:
    return {
        "n": estimate.n,
        "standard_error": estimate.standard_error,
        "lower": estimate.lower,
        "upper": estimate.upper,
        "low_precision": estimate.low_precision,
    }


def _rating(rating: Rating) -> Json:
    return {
        "name": rating.name,
        "description": rating.description,
        "importance": rating.importance,
        "level": rating.level,
        "not_relevant": rating.not_relevant,
        "low_precision": rating.low_precision,
        "n": rating.importance_estimate.n,
        "standard_error": rating.importance_estimate.standard_error,
        "importance_estimate": _estimate(rating.importance_estimate),
        "level_estimate": _estimate(rating.level_estimate),
        "rated_by": rating.rated_by,
        "date": rating.date,
    }


def _share(share: Share) -> Json:
    return {"level": share.level, "percent": share.percent, "note": share.note, "low_precision": share.low_precision}


def _wages(wages: Wages) -> Json:
    return {
        "area": wages.area,
        "area_name": wages.area_name,
        **wages.percentiles,
        "mean": wages.mean,
        "unit": wages.unit,
        "top_coded": list(wages.top_coded),
        "employment": wages.employment,
        "soc": wages.soc,
        "soc_title": wages.soc_title,
        "source": wages.source,
    }


def _outlook(outlook: Outlook) -> Json:
    projection = outlook.projection
    return {
        "wages": _wages(outlook.wages) if outlook.wages is not None else None,
        "employment": outlook.employment,
        "projection": None
        if projection is None
        else {
            "base_year": projection.base_year,
            "target_year": projection.target_year,
            "change_percent": projection.change_percent,
            "openings_per_year": projection.openings_per_year,
            "growth": outlook.growth,
            "typical_entry_education": projection.typical_entry_education,
            "work_experience": projection.work_experience,
            "on_the_job_training": projection.on_the_job_training,
            "base_employment": projection.base_employment,
            "target_employment": projection.target_employment,
            "soc": projection.soc,
            "soc_title": projection.soc_title,
            "source": projection.source,
        },
        "category": outlook.category,
        "sentence": outlook.sentence,
    }
