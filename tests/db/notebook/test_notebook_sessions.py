"""Counselor sessions: what is kept in them, going on, closing, deleting, forgetting; and interest results."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from careerguide.db.notebook.notebook import Notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookConflict, NotebookError
from careerguide.domain.notebook import LONGEST_NOTE, InterestResult, PausedInventory

ACTORS, OFFICERS = map(OnetSocCode, ("27-2011.00", "33-3051.04"))
RESULT = InterestResult((40, 0, 12, 7, 31, 22), 4, datetime(2025, 5, 12, 9, 0, tzinfo=UTC), "take-home code")
PAUSED = PausedInventory("Interests", 2, False, (("r-01", 4), ("i-01", 0)), datetime(2025, 6, 12, 9, 0, 0, 500, UTC))
LATER = InterestResult((1, 2, 3, 4, 5, 6), None, datetime(2025, 6, 12, 9, 0, tzinfo=UTC), "questions")


def test_everything_that_is_done_in_a_session_is_in_its_record(notebook: Notebook) -> None:
    other = notebook.sessions.start("Somebody else")
    session = notebook.sessions.start("  Client 7 ")
    notebook.sessions.visit(other.id, OFFICERS)
    notebook.sessions.visit(session.id, ACTORS)
    notebook.sessions.visit(session.id, OFFICERS)
    notebook.sessions.compared(session.id, [ACTORS, OFFICERS])
    notes = notebook.sessions.write_notes(session.id, "only mine", "for the client", 1)
    saved = notebook.saved.add_list("Saved", session.id)
    notebook.saved.add(saved.id, ACTORS)
    notebook.results.add(RESULT, session.id)
    notebook.own_skills.write("2.C.1.a", 0, session.id)
    notebook.own_skills.write("2.A.1.a", 4, session.id)
    notebook.paused.keep(PAUSED, session.id)
    record = notebook.sessions.record(session.id)
    assert record.session.label == "Client 7"
    assert record.notes == notes == notebook.sessions.notes(session.id)
    assert (notes.private, notes.for_client) == ("only mine", "for the client")
    assert [visit.code for visit in record.visits] == [ACTORS, OFFICERS]
    assert session.started <= record.visits[0].at <= record.visits[1].at <= record.session.last_used
    assert [compared.codes for compared in record.comparisons] == [(ACTORS, OFFICERS)]
    assert record.lists == notebook.saved.lists(session.id)
    assert record.results == (RESULT,)
    assert record.own_skills == (("2.A.1.a", 4), ("2.C.1.a", 0))
    assert record.paused == PAUSED


def test_a_new_session_is_empty(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    record = notebook.sessions.record(session.id)
    assert (record.session, record.visits, record.comparisons, record.lists, record.results) == (session, (), (), (), ())
    assert (record.notes.private, record.notes.for_client, record.own_skills, record.paused) == ("", "", (), None)
    assert not session.protected
    assert session.started == session.last_used


def test_the_session_used_last_comes_first(notebook: Notebook) -> None:
    first, second, third = (notebook.sessions.start(label) for label in ("first", "second", "third"))
    assert [session.label for session in notebook.sessions.all()] == ["third", "second", "first"]
    notebook.sessions.visit(second.id, ACTORS)
    notebook.sessions.close(third.id)
    notebook.sessions.resume(first.id)
    assert [session.label for session in notebook.sessions.all()] == ["first", "third", "second"]


def test_a_closed_session_is_resumed(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    closed = notebook.sessions.close(session.id)
    assert closed.closed is not None
    assert session.started <= closed.closed
    resumed = notebook.sessions.resume(session.id)
    assert resumed.closed is None
    assert resumed.last_used > session.last_used
    assert notebook.sessions.all() == (resumed,)


def test_a_session_is_renamed_once_for_each_version(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    notebook.sessions.visit(session.id, ACTORS)
    renamed = notebook.sessions.rename(session.id, "Client 8", session.version)
    assert renamed.label == "Client 8"
    with pytest.raises(NotebookConflict):
        notebook.sessions.rename(session.id, "Client 9", session.version)
    assert notebook.sessions.all()[0].label == "Client 8"
    with pytest.raises(NotebookError, match="cannot be empty"):
        notebook.sessions.start("   ")


def test_notes_that_were_changed_meanwhile_are_not_overwritten(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    notebook.sessions.write_notes(session.id, "theirs", "", 1)
    with pytest.raises(NotebookConflict):
        notebook.sessions.write_notes(session.id, "mine", "", 1)
    with pytest.raises(NotebookError, match="at most"):
        notebook.sessions.write_notes(session.id, "x" * (LONGEST_NOTE + 1), "", 2)
    assert notebook.sessions.notes(session.id).private == "theirs"


def test_a_deleted_session_is_gone_with_everything_in_it(notebook: Notebook) -> None:
    session, kept = notebook.sessions.start("Gone"), notebook.sessions.start("Kept")
    for one in (session, kept):
        notebook.saved.add(notebook.saved.add_list("Saved", one.id).id, ACTORS)
        notebook.sessions.visit(one.id, ACTORS)
        notebook.results.add(RESULT, one.id)
        notebook.own_skills.write("2.A.1.a", 4, one.id)
        notebook.paused.keep(PAUSED, one.id)
    notebook.sessions.delete([session.id, 999])
    assert [one.label for one in notebook.sessions.all()] == ["Kept"]
    for use in (
        lambda: notebook.sessions.record(session.id),
        lambda: notebook.sessions.notes(session.id),
        lambda: notebook.sessions.write_notes(session.id, "x", "", 1),
        lambda: notebook.sessions.visit(session.id, ACTORS),
        lambda: notebook.sessions.compared(session.id, [ACTORS]),
        lambda: notebook.sessions.resume(session.id),
        lambda: notebook.sessions.close(session.id),
        lambda: notebook.sessions.rename(session.id, "x", 1),
        lambda: notebook.sessions.unlock(session.id, "x"),
        lambda: notebook.sessions.protect(session.id, "x"),
        lambda: notebook.saved.lists(session.id),
        lambda: notebook.results.add(RESULT, session.id),
        lambda: notebook.own_skills.levels(session.id),
        lambda: notebook.own_skills.write("2.A.1.a", 4, session.id),
        lambda: notebook.own_skills.delete_all(session.id),
        lambda: notebook.paused.get(session.id),
        lambda: notebook.paused.keep(PAUSED, session.id),
        lambda: notebook.paused.drop(session.id),
    ):
        with pytest.raises(NotebookConflict):
            use()
    record = notebook.sessions.record(kept.id)
    assert len(record.lists[0].careers) == len(record.visits) == len(record.results) == len(record.own_skills) == 1
    assert record.paused == PAUSED
    assert notebook.sessions.start("Next").id not in (session.id, kept.id)


def test_closed_sessions_are_forgotten_after_some_days(notebook: Notebook) -> None:
    old, going_on = notebook.sessions.start("Closed"), notebook.sessions.start("Going on")
    notebook.sessions.close(old.id)
    now = datetime.now(UTC)
    assert notebook.sessions.forget_older_than(30, now + timedelta(days=29)) == 0
    assert len(notebook.sessions.all()) == 2
    assert notebook.sessions.forget_older_than(30, now + timedelta(days=31)) == 1
    assert [session.id for session in notebook.sessions.all()] == [going_on.id]


def test_interest_results_are_kept_newest_first_and_apart(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    notebook.results.add(LATER)
    notebook.results.add(RESULT)
    notebook.results.add(RESULT, session.id)
    assert notebook.results.all() == (LATER, RESULT)
    assert notebook.results.all(session.id) == (RESULT,)
    notebook.results.delete_all()
    assert notebook.results.all() == ()
    assert notebook.results.all(session.id) == (RESULT,)
    notebook.results.delete_all(session.id)
    assert notebook.results.all(session.id) == ()


def test_one_result_is_deleted_and_the_others_stay(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    same_day = replace(RESULT, source="questions")
    for result in (RESULT, same_day, LATER):
        notebook.results.add(result)
        notebook.results.add(result, session.id)
    notebook.results.delete(LATER)
    assert notebook.results.all() == (same_day, RESULT)
    notebook.results.delete(notebook.results.all()[1])
    assert notebook.results.all() == (same_day,)
    notebook.results.delete(RESULT)  # gone already
    notebook.results.delete(same_day, session.id)
    assert notebook.results.all() == (same_day,)
    assert notebook.results.all(session.id) == (LATER, RESULT)
