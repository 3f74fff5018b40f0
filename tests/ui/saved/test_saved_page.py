"""The page of saved careers: order, notes, colors, lists, files; everything by keys, everything with a way back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from person import OFFICERS, button, click, open_notebook_of, says, settle_desk, toast
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from careerguide.domain.codes import OnetSocCode
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.saved.saved_page import SavedPage

CODES = [OnetSocCode(code) for code in (OFFICERS, "29-1141.00", "15-1252.00")]
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def window(qtbot: QtBot, keeping_window: MainWindow) -> MainWindow:
    """A window with three careers saved and their page in front."""
    for code in CODES:
        keeping_window.desk.changes.save(code, None, "My careers")
    settle_desk(qtbot, keeping_window)
    keeping_window.journey.visit(Place.SAVED)
    return keeping_window


@pytest.fixture
def page(window: MainWindow) -> SavedPage:
    assert window.pages.saved is not None
    return window.pages.saved


def order(page: SavedPage) -> list[str]:
    return [career.code for career in page.careers_model.careers]


def point_at(page: SavedPage, *rows: int) -> None:
    """Choose rows as clicks with Ctrl do."""
    page.careers.setFocus()
    page.careers.clearSelection()
    page.careers.setCurrentIndex(page.careers_model.index(rows[0]))
    for row in rows[1:]:
        page.careers.selectionModel().select(page.careers_model.index(row), page.careers.selectionModel().SelectionFlag.Select)


def more(page: SavedPage, name: str) -> None:
    """Choose something in the menu “More”, or in a menu of it."""
    menu = page._more_menu
    menu.aboutToShow.emit()
    entries = list(menu.actions())
    entries += [inner for entry in entries if isinstance(entry.menu(), QMenu) for inner in entry.menu().actions()]
    next(entry for entry in entries if entry.text().partition("\t")[0] == name).trigger()


def answer(qtbot: QtBot, page: SavedPage, words: str) -> None:
    """Type a name into the dialog that asks for it."""
    (dialog,) = page.findChildren(QInputDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, "\r")


def test_alt_and_an_arrow_key_change_the_order_and_it_stays_chosen(qtbot: QtBot, window: MainWindow, page: SavedPage) -> None:
    point_at(page, 2)
    qtbot.keyClick(page.careers, Qt.Key.Key_Up, ALT)
    settle_desk(qtbot, window)
    assert order(page) == [CODES[0], CODES[2], CODES[1]]
    assert [career.code for career in page.chosen] == [CODES[2]]
    qtbot.keyClick(page.careers, Qt.Key.Key_Up, ALT)
    settle_desk(qtbot, window)
    qtbot.keyClick(page.careers, Qt.Key.Key_Up, ALT)
    settle_desk(qtbot, window)
    assert order(page) == [CODES[2], CODES[0], CODES[1]]
    window.desk.changes.undo.undo()
    window.desk.changes.undo.undo()
    settle_desk(qtbot, window)
    assert order(page) == CODES


def drop(model: object, data: QMimeData, row: int, parent: QModelIndex | None = None) -> None:
    """What a view does when something is let go over it."""
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent or QModelIndex())  # type: ignore[attr-defined]


def test_a_career_dragged_to_another_place_stays_there(qtbot: QtBot, window: MainWindow, page: SavedPage) -> None:
    model = page.careers_model
    drop(model, model.mimeData([model.index(0)]), 3)
    settle_desk(qtbot, window)
    assert order(page) == [CODES[1], CODES[2], CODES[0]]
    drop(model, model.mimeData([model.index(2)]), 0)
    settle_desk(qtbot, window)
    assert order(page) == CODES


def test_a_career_dragged_onto_another_list_goes_there(qtbot: QtBot, window: MainWindow, page: SavedPage) -> None:
    click(qtbot, button(page, "New list…"))
    answer(qtbot, page, "Second thoughts")
    settle_desk(qtbot, window)
    drop(page.lists_model, page.careers_model.mimeData([page.careers_model.index(1)]), -1, page.lists_model.index(1))
    settle_desk(qtbot, window)
    assert [[career.code for career in saved.careers] for saved in window.desk.lists] == [[CODES[0], CODES[2]], [CODES[1]]]
    window.desk.changes.undo.undo()
    settle_desk(qtbot, window)
    assert order(page) == CODES


def test_lists_are_put_in_order_by_keys_and_by_dragging_and_renamed(qtbot: QtBot, window: MainWindow, page: SavedPage) -> None:
    for name in ("B", "C"):
        click(qtbot, button(page, "New list…"))
        answer(qtbot, page, name)
        settle_desk(qtbot, window)
    page.lists.setCurrentIndex(page.lists_model.index(2))
    qtbot.keyClick(page.lists, Qt.Key.Key_Up, ALT)
    settle_desk(qtbot, window)
    assert [saved.name for saved in window.desk.lists] == ["My careers", "C", "B"]
    drop(page.lists_model, page.lists_model.mimeData([page.lists_model.index(0)]), 3)
    settle_desk(qtbot, window)
    assert [saved.name for saved in window.desk.lists] == ["C", "B", "My careers"]
    page.lists.setCurrentIndex(page.lists_model.index(0))
    qtbot.keyClick(page.lists, Qt.Key.Key_F2)
    answer(qtbot, page, "Later")
    settle_desk(qtbot, window)
    assert [saved.name for saved in window.desk.lists] == ["Later", "B", "My careers"]
    window.desk.changes.undo.undo()
    settle_desk(qtbot, window)
    assert window.desk.lists[0].name == "C"


def test_del_takes_careers_out_and_undo_brings_them_back_with_their_notes(
    qtbot: QtBot, window: MainWindow, page: SavedPage
) -> None:
    point_at(page, 1)
    qtbot.keyClicks(page.note.field, "good hours")
    qtbot.waitUntil(lambda: page.note.saved and window.desk.lists[0].careers[1].note == "good hours")
    point_at(page, 0, 1)
    qtbot.keyClick(page.careers, Qt.Key.Key_Delete)
    settle_desk(qtbot, window)
    assert order(page) == [CODES[2]]
    assert toast(window) == "Taken out of the list."
    window.desk.changes.undo.undo()
    settle_desk(qtbot, window)
    assert order(page) == CODES
    assert window.desk.lists[0].careers[1].note == "good hours"


def test_deleting_a_list_can_be_undone(qtbot: QtBot, window: MainWindow, page: SavedPage) -> None:
    more(page, "Delete list")
    settle_desk(qtbot, window)
    assert window.desk.lists == ()
    assert toast(window) == "The list “My careers” is deleted."
    assert says(page, "Nothing is saved yet.")
    click(qtbot, button(window.deciding.toast, "Undo"))
    settle_desk(qtbot, window)
    assert order(page) == CODES


def test_a_color_label_is_said_in_words_and_can_be_undone(qtbot: QtBot, window: MainWindow, page: SavedPage) -> None:
    point_at(page, 0, 2)
    more(page, "Green")
    settle_desk(qtbot, window)
    spoken = [page.careers_model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert [words.endswith("Green") for words in spoken] == [True, False, True]
    point_at(page, 0)
    qtbot.keyClicks(page.note.field, "a note between")
    qtbot.waitUntil(lambda: window.desk.lists[0].careers[0].note == "a note between")
    window.desk.changes.undo.undo()
    window.desk.changes.undo.undo()
    settle_desk(qtbot, window)
    assert {career.colour.value for career in window.desk.lists[0].careers} == {"none"}
    assert window.desk.lists[0].careers[0].note == "a note between"


def test_a_note_is_kept_by_itself_and_what_was_typed_last_is_kept_at_closing(
    qtbot: QtBot, window: MainWindow, page: SavedPage, open_window: OpenWindow, notebook_url: str
) -> None:
    point_at(page, 0)
    qtbot.keyClicks(page.note.field, "Ask about shifts")
    assert says(page.note, "Not saved yet …")
    qtbot.waitUntil(lambda: says(page.note, "Saved"))
    assert window.desk.lists[0].careers[0].note == "Ask about shifts"
    qtbot.keyClick(page.note.field, "z", CTRL)
    assert page.note.field.toPlainText() != "Ask about shifts"
    qtbot.keyClick(page.note.field, "y", CTRL)
    qtbot.keyClicks(page.note.field, " and pay")
    window.close()
    again = open_window(notebook=notebook_url)
    open_notebook_of(qtbot, again)
    assert again.desk.lists[0].careers[0].note == "Ask about shifts and pay"


def test_a_note_changed_in_another_window_meanwhile_is_not_overwritten(
    qtbot: QtBot, window: MainWindow, page: SavedPage, open_window: OpenWindow, notebook_url: str
) -> None:
    point_at(page, 0)
    other = open_window(notebook=notebook_url)
    open_notebook_of(qtbot, other)
    other.journey.visit(Place.SAVED)
    assert other.pages.saved is not None
    point_at(other.pages.saved, 0)
    qtbot.keyClicks(page.note.field, "mine")
    qtbot.keyClicks(other.pages.saved.note.field, "theirs")
    other.pages.saved.note.flush()
    settle_desk(qtbot, other)
    qtbot.waitUntil(lambda: says(page.note, "changed in another window"))
    assert page.note.field.toPlainText() == "mine"
    assert other.desk.lists[0].careers[0].note == "theirs"
    click(qtbot, button(page.note, "Keep mine"))
    settle_desk(qtbot, window)
    assert window.desk.lists[0].careers[0].note == "mine"


def test_enter_opens_the_career(qtbot: QtBot, window: MainWindow, page: SavedPage) -> None:
    point_at(page, 1)
    qtbot.keyClick(page.careers, "\r")
    settle_desk(qtbot, window)
    assert window.journey.page_code == CODES[1]


def test_two_chosen_careers_are_compared(qtbot: QtBot, window: MainWindow, page: SavedPage) -> None:
    point_at(page, 0, 2)
    click(qtbot, button(page, "Compare 2"))
    settle_desk(qtbot, window)
    assert window.pages.compare is not None
    assert tuple(window.pages.compare.codes) == (CODES[0], CODES[2])
    assert window.windowTitle().startswith("Compare")


@pytest.mark.parametrize("name", ["kept.json", "kept.csv"])
def test_lists_go_to_a_file_and_come_back(qtbot: QtBot, window: MainWindow, page: SavedPage, tmp_path: Path, name: str) -> None:
    point_at(page, 0)
    page.note.field.insertPlainText("=one, “two”\n“three”; four")
    page.note.flush()
    settle_desk(qtbot, window)
    before = window.desk.lists[0]
    more(page, "Export all lists…")
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    assert (tmp_path / name).stat().st_size > 100
    more(page, "Delete list")
    settle_desk(qtbot, window)
    more(page, "Import lists…")
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(tmp_path / name))
    settle_desk(qtbot, window)
    qtbot.waitUntil(lambda: window.desk.lists != ())
    (after,) = window.desk.lists
    assert after.name == before.name
    assert [(one.code, one.note, one.colour) for one in after.careers] == [
        (one.code, one.note, one.colour) for one in before.careers
    ]
    assert toast(window) == "3 careers brought in."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("other.json", json.dumps({"some": "thing else"}).encode()),
        ("broken.json", b'{"format": "careerguide saved careers", "version": 1, "li'),
        ("other.csv", b"name,amount\nMilk,3\n"),
        ("huge.json", b" " * 6_000_000),
        ("picture.csv", bytes(range(256)) * 20),
        ("empty.json", b""),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence_and_nothing_changes(
    qtbot: QtBot, window: MainWindow, page: SavedPage, tmp_path: Path, name: str, content: bytes
) -> None:
    before = window.desk.lists
    (tmp_path / name).write_bytes(content)
    page.files.import_from(tmp_path / name)
    qtbot.waitUntil(lambda: name in toast(window))
    settle_desk(qtbot, window)
    assert toast(window).endswith(".")
    assert window.desk.lists == before


def test_a_folder_that_takes_no_file_is_said(qtbot: QtBot, window: MainWindow, page: SavedPage, tmp_path: Path) -> None:
    page.files.export_to(tmp_path / "no such folder" / "kept.json")
    assert "kept.json" in toast(window)
