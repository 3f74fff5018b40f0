"""The star: saving and taking out by a press or a key, with a way back, and kept when the program is opened again."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from person import OFFICERS, button, choose, click, open_career, open_notebook_of, settle_desk, toast
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from careerguide.db.notebook.notebook import open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.notebook import InterestResult
from careerguide.ui.main_window import MainWindow

NURSES = "29-1141.00"

RESULT = InterestResult((10, 20, 30, 5, 6, 7), 3, datetime(2026, 5, 4, tzinfo=UTC), "assessment")

OpenWindow = Callable[..., MainWindow]


def saved_codes(window: MainWindow) -> list[tuple[str, list[str]]]:
    return [(saved.name, [career.code for career in saved.careers]) for saved in window.desk.lists]


def test_a_press_on_the_star_saves_the_career_and_another_takes_it_out(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    view = open_career(qtbot, window, OFFICERS)
    click(qtbot, button(view, "Save this career"))
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("My careers", [OFFICERS])]
    assert toast(window) == "Saved in “My careers”."
    click(qtbot, button(view, "Saved"))
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("My careers", [])]
    assert toast(window) == "Taken out of the list."


def test_ctrl_d_saves_and_ctrl_z_takes_it_back(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    open_career(qtbot, window, OFFICERS)
    qtbot.keyClick(window, "d", Qt.KeyboardModifier.ControlModifier)
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("My careers", [OFFICERS])]
    choose(window, "Undo save")
    settle_desk(qtbot, window)
    assert saved_codes(window) == []
    choose(window, "Redo save")
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("My careers", [OFFICERS])]


def test_what_was_taken_out_comes_back_by_the_button_at_the_foot(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    for code in (OFFICERS, NURSES):
        open_career(qtbot, window, code)
        choose(window, "Save this career, or take it out")
    settle_desk(qtbot, window)
    before = window.desk.lists
    choose(window, "Save this career, or take it out")
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("My careers", [OFFICERS])]
    click(qtbot, button(window.deciding.toast, "Undo"))
    settle_desk(qtbot, window)
    assert [career.code for career in window.desk.lists[0].careers] == [career.code for career in before[0].careers]


def test_undo_and_redo_keep_the_note_and_the_list(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    stack = window.desk.changes.undo
    window.desk.changes.add_list("First")
    window.desk.changes.add_list("Second")
    settle_desk(qtbot, window)
    window.desk.changes.save(OnetSocCode(OFFICERS), window.desk.lists[1].id, "")
    settle_desk(qtbot, window)
    (career,) = window.desk.lists[1].careers
    window.desk.ask(lambda notebook: notebook.saved.write_note(career.id, "good hours", career.version))
    window.desk.refresh()
    settle_desk(qtbot, window)
    for step in (stack.undo, stack.undo, stack.redo, stack.redo, stack.undo, stack.redo):
        step()
        settle_desk(qtbot, window)
    assert saved_codes(window) == [("First", []), ("Second", [OFFICERS])]
    assert window.desk.lists[1].careers[0].note == "good hours"


def test_a_session_begun_while_the_notebook_could_not_be_opened_becomes_one_of_its_own(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    file = tmp_path / "notebook.sqlite"
    earlier = open_notebook(f"sqlite:///{file}")
    real = earlier.sessions.start("Real client")
    earlier.sessions.write_notes(real.id, "real notes", "", earlier.sessions.notes(real.id).version)
    earlier.close()
    file.rename(tmp_path / "away")
    file.mkdir()
    window = open_window(notebook=f"sqlite:///{file}")
    with qtbot.waitSignal(window.desk.not_opened, timeout=10_000):
        window.desk.open()
    with qtbot.waitSignal(window.desk.session_changed):
        window.desk.ask(lambda notebook: notebook.sessions.start("Begun in memory"), window.desk.enter)
    window.desk.changes.save(OnetSocCode(OFFICERS), None, "Of the client")
    settle_desk(qtbot, window)
    file.rmdir()
    (tmp_path / "away").rename(file)
    click(qtbot, button(window, "Try again"))
    settle_desk(qtbot, window)
    assert window.desk.session is None
    assert window.desk.lists == ()
    kept = open_notebook(f"sqlite:///{file}")
    labels = {session.label: session.id for session in kept.sessions.all()}
    assert set(labels) == {"Real client", "Begun in memory"}
    assert kept.sessions.notes(labels["Real client"]).private == "real notes"
    assert [saved.name for saved in kept.saved.lists(labels["Begun in memory"])] == ["Of the client"]
    kept.close()


def test_the_menu_of_the_star_saves_in_a_new_list_and_in_another_one(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    view = open_career(qtbot, window, OFFICERS)
    star = window.pages.page_actions.save
    menu = star.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "New list…").trigger()
    (dialog,) = view.findChildren(QInputDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Uniforms")
    qtbot.keyClick(field, "\r")
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("Uniforms", [OFFICERS])]
    open_career(qtbot, window, NURSES)
    menu.aboutToShow.emit()
    (entry,) = [action for action in menu.actions() if action.text() == "Uniforms"]
    assert not entry.isChecked()
    entry.trigger()
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("Uniforms", [OFFICERS, NURSES])]
    menu.aboutToShow.emit()
    (entry,) = [action for action in menu.actions() if action.text() == "Uniforms"]
    assert entry.isChecked()
    entry.trigger()
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("Uniforms", [OFFICERS])]


def test_what_is_saved_is_there_when_the_program_is_opened_again(
    qtbot: QtBot, keeping_window: MainWindow, open_window: OpenWindow, notebook_url: str
) -> None:
    open_career(qtbot, keeping_window, OFFICERS)
    choose(keeping_window, "Save this career, or take it out")
    keeping_window.close()
    again = open_window(notebook=notebook_url)
    open_notebook_of(qtbot, again)
    assert saved_codes(again) == [("My careers", [OFFICERS])]
    view = open_career(qtbot, again, OFFICERS)
    assert button(view, "Saved").toolTip().startswith("In My careers.")


def test_another_window_sees_what_was_saved_here(
    qtbot: QtBot, keeping_window: MainWindow, open_window: OpenWindow, notebook_url: str
) -> None:
    other = open_window(notebook=notebook_url)
    open_notebook_of(qtbot, other)
    open_career(qtbot, keeping_window, OFFICERS)
    choose(keeping_window, "Save this career, or take it out")
    settle_desk(qtbot, keeping_window)
    qtbot.waitUntil(lambda: saved_codes(other) == [("My careers", [OFFICERS])], timeout=10_000)


def test_a_notebook_that_cannot_be_opened_is_said_and_what_is_saved_meanwhile_is_carried_over(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    file = tmp_path / "taken" / "notebook.sqlite"
    file.parent.write_text("a file stands where the folder should be")
    window = open_window(notebook=f"sqlite:///{file}")
    with qtbot.waitSignal(window.desk.not_opened, timeout=10_000):
        window.desk.open()
    settle_desk(qtbot, window)
    assert button(window, "Try again").isVisible()
    open_career(qtbot, window, OFFICERS)
    choose(window, "Save this career, or take it out")
    settle_desk(qtbot, window)
    window.desk.ask(lambda notebook: notebook.results.add(RESULT))
    settle_desk(qtbot, window)
    file.parent.unlink()
    click(qtbot, button(window, "Try again"))
    settle_desk(qtbot, window)
    assert saved_codes(window) == [("My careers", [OFFICERS])]
    qtbot.waitUntil(lambda: window.deciding.interests.result == RESULT)
    assert file.exists()
    assert not [one for one in window.findChildren(type(button(window, "Saved"))) if one.text() == "Try again" and one.isVisible()]
