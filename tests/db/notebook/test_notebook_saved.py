"""Saved careers in lists: their order, notes and colors, taking away and putting back, bringing in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from careerguide.db.notebook.notebook import Notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookConflict, NotebookError
from careerguide.domain.notebook import LONGEST_NAME, LONGEST_NOTE, CareerToKeep, Colour, ListToKeep, SavedCareer

ACTORS, OFFICERS, NURSES, WELDERS = map(OnetSocCode, ("27-2011.00", "33-3051.04", "29-1141.00", "51-4121.00"))
YESTERDAY = datetime(2025, 5, 11, 12, 30, 15, 123456, tzinfo=UTC)


def fill(notebook: Notebook, name: str = "First", session: int | None = None) -> tuple[int, list[SavedCareer]]:
    made = notebook.saved.add_list(name, session)
    return made.id, [notebook.saved.add(made.id, code) for code in (ACTORS, OFFICERS, NURSES)]


def codes(notebook: Notebook, session: int | None = None) -> list[list[str]]:
    return [[career.code for career in one.careers] for one in notebook.saved.lists(session)]


def names(notebook: Notebook) -> list[str]:
    return [one.name for one in notebook.saved.lists()]


def test_a_new_notebook_has_no_lists(notebook: Notebook) -> None:
    assert notebook.saved.lists() == ()


def test_saved_careers_are_listed_in_the_order_they_were_saved(notebook: Notebook) -> None:
    before = datetime.now(UTC)
    _, careers = fill(notebook)
    (listed,) = notebook.saved.lists()
    assert listed.name == "First"
    assert listed.careers == tuple(careers)
    assert before - timedelta(seconds=1) < careers[0].added <= datetime.now(UTC)
    assert careers[0].added.tzinfo is UTC
    assert (careers[0].note, careers[0].colour) == ("", Colour.NONE)


def test_saving_a_career_again_gives_the_one_that_is_there(notebook: Notebook) -> None:
    number, careers = fill(notebook)
    noted = notebook.saved.write_note(careers[0].id, "again", careers[0].version)
    assert notebook.saved.add(number, ACTORS) == noted
    assert codes(notebook) == [[ACTORS, OFFICERS, NURSES]]


def test_lists_are_moved_and_renamed(notebook: Notebook) -> None:
    lists = [notebook.saved.add_list(name) for name in "abcd"]
    notebook.saved.move_list(lists[3].id, 0)
    assert names(notebook) == list("dabc")
    notebook.saved.move_list(lists[3].id, 2)
    assert names(notebook) == list("abdc")
    notebook.saved.move_list(lists[0].id, 99)
    assert names(notebook) == list("bdca")
    notebook.saved.move_list(lists[0].id, -1)
    assert names(notebook) == list("abdc")
    renamed = notebook.saved.rename_list(lists[1].id, "  B  ", lists[1].version)
    assert (renamed.name, renamed.version) == ("B", lists[1].version + 1)
    assert names(notebook) == ["a", "B", "d", "c"]


def test_a_renamed_list_is_given_with_its_careers(notebook: Notebook) -> None:
    number, careers = fill(notebook)
    assert notebook.saved.rename_list(number, "New", 1).careers == tuple(careers)


@pytest.mark.parametrize(
    ("place", "order"),
    [
        (0, [NURSES, ACTORS, OFFICERS]),
        (1, [ACTORS, NURSES, OFFICERS]),
        (2, [ACTORS, OFFICERS, NURSES]),
        (9, [ACTORS, OFFICERS, NURSES]),
    ],
)
def test_a_career_is_moved_within_its_list(notebook: Notebook, place: int, order: list[str]) -> None:
    number, careers = fill(notebook)
    notebook.saved.move(careers[2].id, number, place)
    assert codes(notebook) == [order]


def test_a_career_is_moved_to_another_list_with_its_note_and_color(notebook: Notebook) -> None:
    _, careers = fill(notebook)
    other = notebook.saved.add_list("Second")
    notebook.saved.add(other.id, WELDERS)
    career = notebook.saved.set_colour(careers[1].id, Colour.GREEN, careers[1].version)
    career = notebook.saved.write_note(career.id, "good pay", career.version)
    notebook.saved.move(career.id, other.id, 0)
    assert codes(notebook) == [[ACTORS, NURSES], [OFFICERS, WELDERS]]
    assert notebook.saved.lists()[1].careers[0] == career


def test_a_career_is_not_moved_to_a_list_that_has_it(notebook: Notebook) -> None:
    _, careers = fill(notebook)
    other = notebook.saved.add_list("Second")
    notebook.saved.add(other.id, ACTORS)
    with pytest.raises(NotebookConflict, match=r"The list “Second” has this career already\."):
        notebook.saved.move(careers[0].id, other.id, 0)
    assert codes(notebook) == [[ACTORS, OFFICERS, NURSES], [ACTORS]]


def test_removed_careers_come_back_where_they_were(notebook: Notebook) -> None:
    number, careers = fill(notebook)
    other, more = fill(notebook, "Second")
    notebook.saved.write_note(careers[0].id, "note", careers[0].version)
    before = notebook.saved.lists()
    removed = notebook.saved.remove([careers[2].id, more[1].id, careers[0].id])
    assert codes(notebook) == [[OFFICERS], [ACTORS, NURSES]]
    assert {(list_id, place, career.code) for list_id, place, career in removed.careers} == {
        (number, 0, ACTORS),
        (number, 2, NURSES),
        (other, 1, OFFICERS),
    }
    notebook.saved.put_back(removed)
    assert notebook.saved.lists() == before


def test_a_removed_list_comes_back_where_it_was(notebook: Notebook) -> None:
    for name in ("First", "Second", "Third"):
        fill(notebook, name)
    before = notebook.saved.lists()
    removed = notebook.saved.remove_list(before[1].id)
    assert names(notebook) == ["First", "Third"]
    notebook.saved.put_back(removed)
    assert notebook.saved.lists() == before


def test_a_removed_number_is_not_given_to_another(notebook: Notebook) -> None:
    number, careers = fill(notebook)
    removed = notebook.saved.remove([careers[2].id])
    added = notebook.saved.add(number, WELDERS)
    assert added.id != careers[2].id
    notebook.saved.put_back(removed)
    assert codes(notebook) == [[ACTORS, OFFICERS, NURSES, WELDERS]]
    emptied = notebook.saved.remove_list(number)
    assert notebook.saved.add_list("Next").id != number
    notebook.saved.put_back(emptied)
    assert names(notebook) == ["First", "Next"]


def test_what_was_put_back_is_not_put_back_twice(notebook: Notebook) -> None:
    _, careers = fill(notebook)
    removed = notebook.saved.remove([careers[0].id])
    notebook.saved.put_back(removed)
    with pytest.raises(NotebookConflict):
        notebook.saved.put_back(removed)
    assert codes(notebook) == [[ACTORS, OFFICERS, NURSES]]


def test_removing_what_is_gone_does_nothing(notebook: Notebook) -> None:
    _, careers = fill(notebook)
    notebook.saved.remove([careers[0].id])
    again = notebook.saved.remove([careers[0].id])
    assert again.careers == ()
    notebook.saved.put_back(again)
    assert codes(notebook) == [[OFFICERS, NURSES]]


def test_a_note_is_kept_as_it_was_typed(notebook: Notebook) -> None:
    _, careers = fill(notebook)
    text = "  “Größe” 🙂\r\n\ttab — العربية  "
    assert notebook.saved.write_note(careers[0].id, text, 1).note == text
    assert notebook.saved.lists()[0].careers[0].note == text


def test_what_no_database_keeps_is_left_out_of_a_note(notebook: Notebook) -> None:
    number, careers = fill(notebook)
    assert notebook.saved.write_note(careers[0].id, "a\0b\ud83dc", 1).note == "abc"
    assert notebook.saved.rename_list(number, "x\0y\udc00", 1).name == "xy"


def test_a_note_that_was_changed_meanwhile_is_not_overwritten(notebook: Notebook) -> None:
    _, careers = fill(notebook)
    notebook.saved.write_note(careers[0].id, "theirs", careers[0].version)
    with pytest.raises(NotebookConflict, match="changed or removed in another window"):
        notebook.saved.write_note(careers[0].id, "mine", careers[0].version)
    with pytest.raises(NotebookConflict):
        notebook.saved.set_colour(careers[0].id, Colour.RED, careers[0].version)
    assert notebook.saved.lists()[0].careers[0].note == "theirs"


def test_changing_what_is_gone_is_told(notebook: Notebook) -> None:
    number, careers = fill(notebook)
    removed = notebook.saved.remove_list(number)
    for change in (
        lambda: notebook.saved.write_note(careers[0].id, "x", 1),
        lambda: notebook.saved.set_colour(careers[0].id, Colour.RED, 1),
        lambda: notebook.saved.move(careers[0].id, number, 0),
        lambda: notebook.saved.add(number, WELDERS),
        lambda: notebook.saved.rename_list(number, "x", 1),
        lambda: notebook.saved.move_list(number, 0),
        lambda: notebook.saved.remove_list(number),
        lambda: notebook.saved.lists(12345),
        lambda: notebook.saved.add_list("x", 12345),
    ):
        with pytest.raises(NotebookConflict):
            change()
    notebook.saved.put_back(removed)
    assert codes(notebook) == [[ACTORS, OFFICERS, NURSES]]


def test_a_stale_name_is_not_overwritten(notebook: Notebook) -> None:
    made = notebook.saved.add_list("First")
    notebook.saved.rename_list(made.id, "Theirs", made.version)
    with pytest.raises(NotebookConflict):
        notebook.saved.rename_list(made.id, "Mine", made.version)
    assert names(notebook) == ["Theirs"]


def test_names_and_notes_have_limits(notebook: Notebook) -> None:
    number, careers = fill(notebook)
    with pytest.raises(NotebookError, match="at least one letter"):
        notebook.saved.add_list(" \0 ")
    with pytest.raises(NotebookError, match="at most 200 characters; this one has 201"):
        notebook.saved.rename_list(number, "x" * (LONGEST_NAME + 1), 1)
    with pytest.raises(NotebookError, match="at most 100,000 characters"):
        notebook.saved.write_note(careers[0].id, "x" * (LONGEST_NOTE + 1), 1)
    assert notebook.saved.write_note(careers[0].id, "x" * LONGEST_NOTE, 1).note == "x" * LONGEST_NOTE


def to_keep(code: OnetSocCode, note: str = "") -> CareerToKeep:
    return CareerToKeep(code, note, Colour.AMBER, YESTERDAY)


def test_lists_are_brought_in_after_the_others(notebook: Notebook) -> None:
    fill(notebook)
    zone = timezone(timedelta(hours=-5))
    elsewhere = CareerToKeep(NURSES, "c", Colour.NONE, YESTERDAY.astimezone(zone))
    coming = [ListToKeep("Second", (to_keep(WELDERS, "a"), to_keep(ACTORS, "b\0"), elsewhere)), ListToKeep("Third", ())]
    made = notebook.saved.bring_in(coming)
    assert made == notebook.saved.lists()[1:]
    assert [one.name for one in made] == ["Second", "Third"]
    assert [(career.code, career.note, career.colour, career.added) for career in made[0].careers] == [
        (WELDERS, "a", Colour.AMBER, YESTERDAY),
        (ACTORS, "b", Colour.AMBER, YESTERDAY),
        (NURSES, "c", Colour.NONE, YESTERDAY),
    ]


@pytest.mark.parametrize("fault", [to_keep(WELDERS), to_keep(ACTORS, "x" * (LONGEST_NOTE + 1))])
def test_of_lists_that_cannot_all_come_in_none_does(notebook: Notebook, fault: CareerToKeep) -> None:
    fill(notebook)
    good = ListToKeep("Good", (to_keep(WELDERS),))
    with pytest.raises(NotebookError):
        notebook.saved.bring_in([good, ListToKeep("Bad", (to_keep(WELDERS), fault))])
    assert names(notebook) == ["First"]


def test_the_lists_of_a_session_are_apart(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    fill(notebook, "Mine")
    number, careers = fill(notebook, "Theirs", session.id)
    notebook.saved.bring_in([ListToKeep("More", (to_keep(WELDERS),))], session.id)
    assert names(notebook) == ["Mine"]
    assert codes(notebook, session.id) == [[ACTORS, OFFICERS, NURSES], [WELDERS]]
    removed = notebook.saved.remove_list(number)
    assert removed.session == session.id
    notebook.saved.put_back(removed)
    assert notebook.saved.lists(session.id)[0].careers == tuple(careers)
