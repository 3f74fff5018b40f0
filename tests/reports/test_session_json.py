"""A session as a file: everything that is kept of it, in stable words."""

import json
from datetime import UTC, datetime

from careerguide.db.notebook.notebook import open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.notebook import Colour, InterestResult, PausedInventory
from careerguide.reports.session_json import session_json

NURSES, OFFICERS = OnetSocCode("29-1141.00"), OnetSocCode("33-3051.04")
TITLES = {NURSES: "Registered Nurses"}


def test_everything_that_is_kept_of_a_session_is_in_the_file() -> None:
    notebook = open_notebook("sqlite://")
    session = notebook.sessions.start("Client 17")
    notebook.sessions.write_notes(session.id, "for me: “naïve”", "for the client", notebook.sessions.notes(session.id).version)
    notebook.sessions.visit(session.id, NURSES)
    notebook.sessions.compared(session.id, [NURSES, OFFICERS])
    kept = notebook.saved.add_list("Likes", session.id)
    career = notebook.saved.add(kept.id, OFFICERS)
    career = notebook.saved.write_note(career.id, "near the port", career.version)
    notebook.saved.set_colour(career.id, Colour.GREEN, career.version)
    taken = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)
    notebook.results.add(InterestResult((40, 30, 20, 10, 5, 0), 3, taken, "take-home code"), session.id)
    notebook.own_skills.write("2.C.4.d", 0, session.id)
    notebook.own_skills.write("2.A.1.a", 5, session.id)
    notebook.paused.keep(PausedInventory("Interests", 1, True, (("r-01", 4), ("i-01", 0)), taken), session.id)
    notebook.sessions.close(session.id)
    record = notebook.sessions.record(session.id)
    text = session_json(record, TITLES)
    notebook.close()

    assert "naïve" in text
    found = json.loads(text)
    assert (found["format"], found["version"]) == ("careerguide session", 1)
    assert found["label"] == "Client 17"
    for key, moment in (("started", record.session.started), ("closed", record.session.closed)):
        assert moment is not None
        assert datetime.fromisoformat(found[key]) == moment.replace(microsecond=0)
    assert (found["private_notes"], found["notes_for_client"]) == ("for me: “naïve”", "for the client")
    nurses, officers = {"code": NURSES, "title": "Registered Nurses"}, {"code": OFFICERS, "title": None}
    assert [{key: visit[key] for key in ("code", "title")} for visit in found["looked_at"]] == [nurses]
    assert found["compared"][0]["occupations"] == [nurses, officers]
    (saved,) = found["saved"]
    assert saved["name"] == "Likes"
    assert {key: saved["careers"][0][key] for key in ("code", "title", "note", "color")} == {
        **officers,
        "note": "near the port",
        "color": "green",
    }
    assert found["interest_results"] == [
        {
            "scores": {
                "Realistic": 40,
                "Investigative": 30,
                "Artistic": 20,
                "Social": 10,
                "Enterprising": 5,
                "Conventional": 0,
            },
            "job_zone": 3,
            "taken": "2026-05-01T09:30:00+00:00",
            "source": "take-home code",
        }
    ]
    assert found["own_skills"] == [{"element_id": "2.A.1.a", "level": 5}, {"element_id": "2.C.4.d", "level": 0}]
    assert found["paused_inventory"] == {
        "inventory": "Interests",
        "version": 1,
        "short_form": True,
        "answers": [{"item": "r-01", "value": 4}, {"item": "i-01", "value": 0}],
        "paused": "2026-05-01T09:30:00+00:00",
    }


def test_a_session_that_goes_on_is_not_closed_and_empty_parts_are_empty() -> None:
    notebook = open_notebook("sqlite://")
    session = notebook.sessions.start("Client 1")
    found = json.loads(session_json(notebook.sessions.record(session.id), {}))
    notebook.close()
    assert found["closed"] is None
    for key in ("looked_at", "compared", "saved", "interest_results", "own_skills"):
        assert found[key] == []
    assert found["paused_inventory"] is None
