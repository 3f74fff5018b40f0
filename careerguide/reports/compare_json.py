"""A comparison as the JSON of the command line's contract: keys are added, never renamed."""

from collections.abc import Sequence
from typing import Any

from careerguide.domain.compare import Comparison, Difference
from careerguide.domain.needs import More, Needs
from careerguide.reports.page_json import page_json

Json = dict[str, Any]


def compare_json(comparison: Comparison, needed: Sequence[Needs]) -> Json:
    """Everything compared; lists without codes of their own are in the order of `occupations`.

    Figures are in the units of `page_json`; `weights` and `difference` are 0–100.
    """
    pages = [page_json(page) for page in comparison.pages]
    return {
        "occupations": [{"code": page.code, "title": page.title} for page in comparison.pages],
        "pay": [page["outlook"]["wages"] for page in pages],
        "education": [page["education"] for page in pages],
        "growth": [{key: value for key, value in page["outlook"].items() if key != "wages"} for page in pages],
        "job_zones": [page["job_zone"] for page in pages],
        "interests": [page["interests"] for page in pages],
        "differences": {
            "knowledge": [_difference(each) for each in comparison.knowledge],
            "skills": [_difference(each) for each in comparison.skills],
        },
        "needs": [_needs(each) for each in needed],
        "tasks": [page["tasks"] for page in pages],
        "sources": [
            {"name": source.name, "release": source.release, "licence": source.licence, "attribution": source.attribution}
            for source in comparison.sources
        ],
    }


def _difference(difference: Difference) -> Json:
    return {
        "name": difference.name,
        "importance": [None if rating is None else rating.importance for rating in difference.ratings],
        "level": [None if rating is None else rating.level for rating in difference.ratings],
        "weights": [None if weight is None else round(weight, 2) for weight in difference.weights],
        "difference": round(difference.size, 2),
        "sure": difference.sure,
    }


def _needs(needed: Needs) -> Json:
    return {
        "from": needed.here.code,
        "to": needed.there.code,
        "knowledge": [_more(each) for each in needed.knowledge],
        "skills": [_more(each) for each in needed.skills],
        "preparation": {
            asked.kind.value: {"from": asked.here, "to": asked.there, "step": asked.step} for asked in needed.preparation
        },
    }


def _more(more: More) -> Json:
    return {
        "name": more.name,
        "importance": [more.here.importance, more.there.importance],
        "level": [more.here.level, more.there.level],
        "weights": [round(more.here_weight, 2), round(more.there_weight, 2)],
        "difference": round(more.size, 2),
        "sure": more.sure,
    }
