"""What people say of themselves: rated skills and an interrupted inventory, of the person and of sessions' clients."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notebooks import OpenNotebook, files_with, run_all

from careerguide.db.notebook.notebook import Notebook
from careerguide.db.notebook.pairs import pairs_in, pairs_text
from careerguide.domain.errors import NotebookDamaged, NotebookError
from careerguide.domain.notebook import InterestResult, PausedInventory

READING, WRITING, BIOLOGY = "2.A.1.a", "2.A.1.c", "2.C.4.d"
PASSPHRASE = "nine quiet rivers"
LOCKED = "This session is locked; enter its passphrase to open it."
NOON = datetime(2025, 6, 12, 12, 0, 0, 500, UTC)
SECRET = "walnut-heron-lantern"
PAUSED = PausedInventory("Interests", 2, True, ((f"{SECRET}-01", 4), ("i-01", 0), ("a-03", 2)), NOON)

Two = tuple[Notebook, Notebook]


def test_levels_are_kept_changed_and_taken_back(notebook: Notebook) -> None:
    assert notebook.own_skills.levels() == {}
    for element_id, level in ((BIOLOGY, 7), (READING, 0), (WRITING, 3), (READING, 5)):
        notebook.own_skills.write(element_id, level)
    assert notebook.own_skills.levels() == {READING: 5, WRITING: 3, BIOLOGY: 7}
    notebook.own_skills.write(WRITING, None)
    notebook.own_skills.write("2.B.1.a", None)  # never rated
    assert notebook.own_skills.levels() == {READING: 5, BIOLOGY: 7}
    for element_id in (READING, BIOLOGY):
        notebook.own_skills.write(element_id, None)
    assert notebook.own_skills.levels() == {}


def test_an_inventory_that_is_paused_again_takes_the_place_of_the_first(notebook: Notebook) -> None:
    assert notebook.paused.get() is None
    notebook.paused.keep(PAUSED)
    assert notebook.paused.get() == PAUSED
    later = replace(PAUSED, short=False, answers=(*PAUSED.answers, ("s-07", 1)), at=NOON + timedelta(days=1))
    notebook.paused.keep(later)
    assert notebook.paused.get() == later
    notebook.paused.drop()
    assert notebook.paused.get() is None
    notebook.paused.drop()
    notebook.paused.keep(replace(PAUSED, answers=()))
    assert notebook.paused.get() == replace(PAUSED, answers=())


def test_the_person_and_each_client_have_their_own(notebook: Notebook) -> None:
    first, second = (notebook.sessions.start(label).id for label in ("First", "Second"))
    for level, whose in enumerate((None, first, second), 1):
        notebook.own_skills.write(READING, level, whose)
        notebook.paused.keep(replace(PAUSED, version=level), whose)
    notebook.own_skills.delete_all(first)
    notebook.paused.drop(first)
    assert [notebook.own_skills.levels(whose) for whose in (None, first, second)] == [{READING: 1}, {}, {READING: 3}]
    kept = [notebook.paused.get(whose) for whose in (None, first, second)]
    assert kept == [replace(PAUSED, version=1), None, replace(PAUSED, version=3)]
    notebook.own_skills.delete_all()
    notebook.paused.drop()
    assert (notebook.own_skills.levels(), notebook.paused.get()) == ({}, None)
    assert notebook.own_skills.levels(second) == {READING: 3}


def test_answering_and_rating_is_using_the_session(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    used = [session.last_used]
    changes: tuple[Callable[[], None], ...] = (
        lambda: notebook.own_skills.write(READING, 3, session.id),
        lambda: notebook.paused.keep(PAUSED, session.id),
    )
    for change in changes:
        change()
        used.append(notebook.sessions.all()[0].last_used)
    assert used == sorted(set(used))


def test_two_windows_rate_different_skills_and_lose_nothing(two_windows: Two) -> None:
    mine, theirs = two_windows
    mine.own_skills.write(READING, 3)
    assert theirs.changed_elsewhere()
    theirs.own_skills.write(WRITING, 4)
    mine.own_skills.write(BIOLOGY, 5)
    theirs.own_skills.write(READING, 6)
    assert mine.own_skills.levels() == theirs.own_skills.levels() == {READING: 6, WRITING: 4, BIOLOGY: 5}
    assert mine.changed_elsewhere()


def test_an_inventory_paused_in_one_window_goes_on_in_another(two_windows: Two) -> None:
    mine, theirs = two_windows
    mine.paused.keep(PAUSED)
    assert theirs.changed_elsewhere()
    assert theirs.paused.get() == PAUSED
    theirs.paused.drop()
    assert mine.changed_elsewhere()
    assert mine.paused.get() is None


def about_a_client(notebook: Notebook, session: int) -> None:
    """Levels and answers that can be found in a file by their names."""
    notebook.own_skills.write(SECRET, 4, session)
    notebook.paused.keep(PAUSED, session)


def test_of_a_locked_session_nothing_of_it_is_read_or_changed(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client", PASSPHRASE).id
    about_a_client(notebook, session)
    notebook.sessions.close(session)
    for use in (
        lambda: notebook.own_skills.levels(session),
        lambda: notebook.own_skills.write(READING, 3, session),
        lambda: notebook.own_skills.delete_all(session),
        lambda: notebook.paused.get(session),
        lambda: notebook.paused.keep(PAUSED, session),
        lambda: notebook.paused.drop(session),
    ):
        with pytest.raises(NotebookError, match=LOCKED):
            use()
    notebook.sessions.unlock(session, PASSPHRASE)
    assert notebook.own_skills.levels(session) == {SECRET: 4}
    assert notebook.paused.get(session) == PAUSED


def test_a_passphrase_that_is_set_changed_and_taken_off_keeps_them(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client").id
    about_a_client(notebook, session)
    for passphrase in (PASSPHRASE, "another one", None):
        notebook.sessions.protect(session, passphrase)
        assert notebook.own_skills.levels(session) == {SECRET: 4}
        notebook.own_skills.write(SECRET, 4, session)
        assert notebook.paused.get(session) == PAUSED
        notebook.sessions.lock(session)
        notebook.sessions.unlock(session, passphrase or "whatever")


def test_protecting_a_session_leaves_no_level_or_answer_readable(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    session = notebook.sessions.start("Client").id
    about_a_client(notebook, session)
    open_file().close()  # takes a backup
    assert len(files_with(SECRET, folder)) >= 2
    notebook.sessions.protect(session, PASSPHRASE)
    assert files_with(SECRET, folder) == []
    about_a_client(notebook, session)
    notebook.close()
    assert files_with(SECRET, folder) == []
    again = open_file()
    again.sessions.unlock(session, PASSPHRASE)
    assert (again.own_skills.levels(session), again.paused.get(session)) == ({SECRET: 4}, PAUSED)


def test_what_is_sealed_cannot_be_given_to_another_client(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    session = notebook.sessions.start("Client", PASSPHRASE).id
    other = notebook.sessions.start("Other").id
    about_a_client(notebook, session)
    for table in ("own_skills", "paused_inventory"):
        run_all(folder / "notebook.sqlite", f"UPDATE {table} SET session_id = {other}")
    run_all(folder / "notebook.sqlite", f"UPDATE protection SET session_id = {other}")
    notebook.sessions.unlock(other, PASSPHRASE)
    with pytest.raises(NotebookDamaged, match="protected"):
        notebook.own_skills.levels(other)
    with pytest.raises(NotebookDamaged, match="protected"):
        notebook.paused.get(other)


@pytest.mark.parametrize("way", ["session", "own_skills", "result"])
def test_what_is_deleted_is_in_no_file_any_more(folder: Path, open_file: OpenNotebook, way: str) -> None:
    notebook = open_file()
    session = notebook.sessions.start("Client").id
    result = InterestResult((1, 2, 3, 4, 5, 6), None, NOON, SECRET)
    if way in ("session", "own_skills"):
        notebook.own_skills.write(SECRET, 4, session)
    if way == "session":
        notebook.paused.keep(PAUSED, session)
        notebook.paused.keep(replace(PAUSED, version=3), session)
    if way == "result":
        notebook.results.add(result, session)
    open_file().close()  # takes a backup
    assert len(files_with(SECRET, folder)) >= 2
    if way == "session":
        notebook.sessions.delete([session])
    elif way == "own_skills":
        notebook.own_skills.delete_all(session)
    else:
        notebook.results.delete(result, session)
    assert files_with(SECRET, folder) == []
    assert len(notebook.backups()) == 1
    notebook.close()
    assert files_with(SECRET, folder) == []


def test_finishing_an_inventory_leaves_the_backups_alone(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    notebook.sessions.start("Client")
    open_file().close()  # takes a backup
    earlier = folder / "backups" / "notebook-2024-01-01.sqlite"
    earlier.write_bytes(b"an earlier day")
    notebook.paused.keep(PAUSED)
    notebook.paused.drop()
    assert earlier.exists()
    assert notebook.paused.get() is None


@pytest.mark.parametrize(
    "text", ["", "no list", "[1]", "5", "null", '{"a": 1}', '[["a", "b"]]', '[["a", Infinity]]', '[["a", 1.5]]']
)
def test_texts_that_hold_no_levels_or_answers_are_damage(folder: Path, open_file: OpenNotebook, text: str) -> None:
    notebook = open_file()
    notebook.own_skills.write(READING, 3)
    notebook.paused.keep(PAUSED)
    run_all(folder / "notebook.sqlite", f"UPDATE own_skills SET levels = '{text}'")
    run_all(folder / "notebook.sqlite", f"UPDATE paused_inventory SET answers = '{text}'")
    with pytest.raises(NotebookDamaged):
        notebook.own_skills.levels()
    with pytest.raises(NotebookDamaged):
        notebook.paused.get()


@given(st.lists(st.tuples(st.text(), st.integers(0, 7))).map(tuple))
def test_pairs_come_back_from_their_text_in_their_order(pairs: tuple[tuple[str, int], ...]) -> None:
    assert pairs_in(pairs_text(pairs)) == pairs
    assert pairs_text(pairs).isascii()
