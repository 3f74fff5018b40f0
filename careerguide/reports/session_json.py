"""A counselor's session as a JSON file of its own: everything that is kept of it, private notes too."""

import json
from collections.abc import Mapping
from datetime import datetime

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.interests import TYPES
from careerguide.domain.notebook import InterestResult, PausedInventory, SavedList, SessionRecord

FORMAT = "careerguide session"
VERSION = 1

Json = dict[str, object]


def session_json(record: SessionRecord, titles: Mapping[str, str]) -> str:
    """The session as indented JSON. Times are UTC (ISO 8601); occupations that `titles` does not know have the title null."""

    def occupation(code: OnetSocCode) -> Json:
        return {"code": code, "title": titles.get(code)}

    def saved(one: SavedList) -> Json:
        return {
            "name": one.name,
            "careers": [
                {**occupation(career.code), "note": career.note, "color": career.colour, "added": _time(career.added)}
                for career in one.careers
            ],
        }

    session = record.session
    document: Json = {
        "format": FORMAT,
        "version": VERSION,
        "label": session.label,
        "started": _time(session.started),
        "last_used": _time(session.last_used),
        "closed": None if session.closed is None else _time(session.closed),
        "private_notes": record.notes.private,
        "notes_for_client": record.notes.for_client,
        "looked_at": [{**occupation(visit.code), "at": _time(visit.at)} for visit in record.visits],
        "compared": [
            {"occupations": [occupation(code) for code in compared.codes], "at": _time(compared.at)}
            for compared in record.comparisons
        ],
        "saved": [saved(one) for one in record.lists],
        "interest_results": [_result(result) for result in record.results],
        "own_skills": [{"element_id": element_id, "level": level} for element_id, level in record.own_skills],
        "paused_inventory": None if record.paused is None else _paused(record.paused),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _result(result: InterestResult) -> Json:
    return {
        "scores": dict(zip(TYPES, result.scores, strict=True)),
        "job_zone": result.job_zone,
        "taken": _time(result.taken),
        "source": result.source,
    }


def _paused(paused: PausedInventory) -> Json:
    return {
        "inventory": paused.inventory,
        "version": paused.version,
        "short_form": paused.short,
        "answers": [{"item": item, "value": value} for item, value in paused.answers],
        "paused": _time(paused.at),
    }


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
