"""The page of sessions: finding one, going on with it, and doing away with it."""

import json
import shutil
import time
from pathlib import Path

import pytest
from counselor import Office, confirm, dialog, field, no_dialog, tick
from person import button, click, says
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookError
from careerguide.domain.notebook import SessionRecord
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog
from careerguide.ui.sessions.export import ExportDialog
from careerguide.ui.sessions.passphrase_dialog import PassphraseDialog
from careerguide.ui.sessions.protect_dialog import ProtectDialog
from careerguide.ui.sessions.sessions_page import SessionsPage
from careerguide.ui.sessions.start_dialog import StartDialog
from careerguide.ui.settings import Settings

WORDS = "correct horse battery staple"
NURSES = OnetSocCode("29-1141.00")


@pytest.fixture
def page(office: Office) -> SessionsPage:
    """The page, shown; nothing is read yet."""
    made = SessionsPage(office.theme, office.desk, Settings(office.folder / "settings.ini"))
    column = QVBoxLayout(office.window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    office.window.activateWindow()
    return made


def refresh(office: Office, page: SessionsPage) -> None:
    page.refresh()
    office.settle()


def rows(page: SessionsPage) -> list[list[str]]:
    """What stands in the table."""
    model = page.table.model()
    return [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]


def labels(page: SessionsPage) -> list[str]:
    return [row[0] for row in rows(page)]


def choose(qtbot: QtBot, page: SessionsPage, *wanted: str) -> None:
    """Click on rows, with Ctrl from the second on."""
    for number, label in enumerate(wanted):
        index = page.table.model().index(labels(page).index(label), 0)
        page.table.scrollTo(index)
        keys = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, keys, page.table.visualRect(index).center())
    assert [session.label for session in page.table.chosen] == sorted(wanted, key=labels(page).index)


def press(qtbot: QtBot, office: Office, page: SessionsPage, name: str) -> None:
    click(qtbot, button(page, name))
    office.settle()


def is_locked(office: Office, session_id: int) -> bool:
    assert office.desk.notebook is not None
    try:
        office.desk.notebook.sessions.notes(session_id)
    except NotebookError:
        return True
    return False


# What it shows


def test_without_sessions_it_says_so_and_offers_to_start_one(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    refresh(office, page)
    assert says(page, "There are no sessions yet.")
    assert not page.table.isVisible()
    assert not page.filter.isVisible()
    assert says(page, f"Kept in: {office.folder / 'notebook.sqlite'}")
    click(qtbot, button(page, "Start a session…"))
    assert dialog(page, StartDialog)


def test_sessions_are_listed_used_last_first_with_their_state(office: Office, page: SessionsPage) -> None:
    office.start("closed")
    office.start("closed and protected", WORDS)
    office.start("open")
    office.start("open and protected", WORDS)
    for session in office.other.sessions.all():
        if session.label.startswith("closed"):
            office.other.sessions.close(session.id)
    office.start("in use", enter=True)
    refresh(office, page)
    assert {row[0]: row[3] for row in rows(page)} == {
        "in use": "In use",
        "open and protected": "Open, locked",
        "open": "Open",
        "closed and protected": "Closed, locked",
        "closed": "Closed",
    }
    assert labels(page)[0] == "in use"
    assert labels(page) == office.labels()
    assert says(page, "5 sessions")


def test_part_of_a_label_finds_a_session(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    for label in ("Client 1", "Client 2", "Tuesday", "client 21", "50 % (a.b)"):
        office.start(label)
    refresh(office, page)
    qtbot.keyClicks(page.filter, "CLIENT 2")
    assert sorted(labels(page)) == ["Client 2", "client 21"]
    assert says(page, "2 of 5 sessions")
    page.filter.clear()
    qtbot.keyClicks(page.filter, "(a.b")
    assert labels(page) == ["50 % (a.b)"]
    page.filter.clear()
    qtbot.keyClicks(page.filter, "nobody")
    assert labels(page) == []
    assert says(page, "No session has a label like that.")
    page.filter.clear()
    assert len(labels(page)) == 5


def test_what_is_chosen_stays_chosen_when_the_list_is_read_anew(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    for number in range(6):
        office.start(f"Client {number}")
    refresh(office, page)
    choose(qtbot, page, "Client 2", "Client 4")
    office.start("Client 9")
    refresh(office, page)
    assert [session.label for session in page.table.chosen] == ["Client 4", "Client 2"]


def test_one_is_needed_for_most_and_any_number_for_deleting(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    office.start("Client 1")
    office.start("Client 2")
    refresh(office, page)
    for_one = ("Resume", "Rename", "Summary…", "Export…", "Protect…")
    assert not any(button(page, name).isEnabled() for name in (*for_one, "Delete…"))
    choose(qtbot, page, "Client 1")
    assert all(button(page, name).isEnabled() for name in (*for_one, "Delete…"))
    choose(qtbot, page, "Client 1", "Client 2")
    assert not any(button(page, name).isEnabled() for name in for_one)
    assert button(page, "Delete…").isEnabled()


def test_five_hundred_sessions_are_all_there_and_filtered_at_once(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    for number in range(500):
        office.other.sessions.start(f"Client {number}")
    started = time.perf_counter()
    refresh(office, page)
    assert says(page, "500 sessions")
    qtbot.keyClicks(page.filter, "Client 499")
    assert labels(page) == ["Client 499"]
    assert time.perf_counter() - started < 2


def test_in_a_narrow_window_the_label_has_the_room(office: Office, page: SessionsPage) -> None:
    office.start("Client 1")
    office.window.resize(1000, 740)
    refresh(office, page)
    assert [page.table.isColumnHidden(column) for column in range(4)] == [False] * 4
    office.theme.set_scale(2.0)
    office.settle()
    assert [page.table.isColumnHidden(column) for column in range(4)] == [False, True, False, False]
    office.window.resize(760, 740)
    office.settle()
    assert [page.table.isColumnHidden(column) for column in range(4)] == [False, True, True, False]
    assert page.table.columnWidth(0) > page.table.columnWidth(3)


# Going on


@pytest.mark.parametrize("way", ["button", "double click", "Enter"])
def test_a_session_is_resumed(qtbot: QtBot, office: Office, page: SessionsPage, way: str) -> None:
    session = office.start("Client 1")
    office.other.sessions.close(session.id)
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    if way == "button":
        press(qtbot, office, page, "Resume")
    elif way == "Enter":
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    else:
        place = page.table.visualRect(page.table.model().index(0, 0)).center()
        qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    office.settle()
    assert office.desk.session_id == session.id
    assert rows(page)[0][3] == "In use"
    assert office.kept(session).closed is None


def test_a_label_is_changed_in_its_place(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    session = office.start("Cleint 1")
    refresh(office, page)
    choose(qtbot, page, "Cleint 1")
    click(qtbot, button(page, "Rename"))
    (editor,) = page.table.findChildren(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Client 1")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    office.settle()
    assert labels(page) == ["Client 1"]
    assert office.kept(session).label == "Client 1"


def test_the_session_in_use_gets_its_new_label_without_being_left(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    office.start("Client 1", enter=True)
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    (editor,) = page.table.findChildren(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Client 7")
    with qtbot.assertNotEmitted(office.desk.session_changed), qtbot.waitSignal(page.session_edited):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    office.settle()
    assert office.desk.session is not None
    assert office.desk.session.label == "Client 7"


def test_an_empty_label_changes_nothing(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    session = office.start("Client 1")
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    (editor,) = page.table.findChildren(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "  ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    office.settle()
    assert office.kept(session) == session
    assert labels(page) == ["Client 1"]


# Summary


def test_a_summary_is_asked_for(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    session = office.start("Client 1")
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    with qtbot.waitSignal(page.summary_wanted) as wanted:
        click(qtbot, button(page, "Summary…"))
    assert wanted.args == [session.id]


def test_a_protected_session_is_open_for_its_summary_and_locked_again_after(
    qtbot: QtBot, office: Office, page: SessionsPage
) -> None:
    session = office.start("Client 1", WORDS)
    records: list[SessionRecord] = []
    page.summary_wanted.connect(lambda number: office.desk.ask(lambda book: book.sessions.record(number), records.append))
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    click(qtbot, button(page, "Summary…"))
    asked = dialog(page, PassphraseDialog)
    qtbot.keyClicks(field(asked, "Passphrase"), WORDS)
    click(qtbot, button(asked, "Open"))
    office.settle()
    assert [record.session.id for record in records] == [session.id]
    assert is_locked(office, session.id)
    assert office.troubles == []


# Export


def export(qtbot: QtBot, office: Office, page: SessionsPage, path: Path) -> ExportDialog:
    """Press the button, read what is said, and name a file."""
    click(qtbot, button(page, "Export…"))
    office.settle()
    shown = dialog(page, ExportDialog)
    assert says(shown, "your private notes too")
    click(qtbot, button(shown, "Choose a place…"))
    chooser = shown.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    office.settle()
    return shown


def test_a_session_is_exported_with_all_that_is_kept_of_it(
    qtbot: QtBot, office: Office, page: SessionsPage, tmp_path: Path
) -> None:
    session = office.start("Client 1")
    office.change_elsewhere(session, "for me", "for the client")
    office.other.sessions.visit(session.id, NURSES)
    page.titles = {NURSES: "Registered Nurses"}
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    export(qtbot, office, page, tmp_path / "client.json")
    assert no_dialog(page)
    written = json.loads((tmp_path / "client.json").read_text("utf-8"))
    assert written["label"] == "Client 1"
    assert written["private_notes"] == "for me"
    assert written["notes_for_client"] == "for the client"
    assert written["looked_at"][0]["title"] == "Registered Nurses"


def test_a_place_that_cannot_be_written_to_is_said_and_another_one_can_be_chosen(
    qtbot: QtBot, office: Office, page: SessionsPage, tmp_path: Path
) -> None:
    office.start("Client 1")
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    shown = export(qtbot, office, page, tmp_path / "no such folder" / "client.json")
    assert shown.isVisible()
    assert says(shown, "choose another place")
    assert button(shown, "Choose a place…").isEnabled()
    shown.export_to(tmp_path / "client.json")
    office.settle()
    assert no_dialog(page)
    assert (tmp_path / "client.json").is_file()


# Protecting


def protect(qtbot: QtBot, office: Office, page: SessionsPage, *, until_now: str = "", new: str = "") -> ProtectDialog:
    click(qtbot, button(page, "Protect…"))
    shown = dialog(page, ProtectDialog)
    if until_now:
        qtbot.keyClicks(field(shown, "Passphrase until now"), until_now)
    for name in ("New passphrase", "New passphrase, once more"):
        qtbot.keyClicks(field(shown, name), new)
    return shown


def test_a_session_is_protected_later(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    session = office.start("Client 1")
    office.change_elsewhere(session, private="from before")
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    shown = protect(qtbot, office, page, new=WORDS)
    assert says(shown, "There is no way back")
    click(qtbot, button(shown, "Protect"))
    office.settle()
    assert rows(page)[0][3] == "Open, locked"
    assert is_locked(office, session.id)
    office.other.sessions.unlock(session.id, WORDS)
    assert office.notes(session).private == "from before"


def test_the_session_in_use_stays_open_when_it_is_protected(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    session = office.start("Client 1", enter=True)
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    click(qtbot, button(protect(qtbot, office, page, new=WORDS), "Protect"))
    office.settle()
    assert not is_locked(office, session.id)
    assert office.desk.session is not None
    assert office.desk.session.protected
    assert rows(page)[0][3] == "In use"


def test_a_passphrase_is_changed_only_by_who_knows_it(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    session = office.start("Client 1", WORDS)
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    shown = protect(qtbot, office, page, until_now="a guess", new="another one")
    click(qtbot, button(shown, "Change"))
    office.settle()
    assert says(shown, "This passphrase does not open the session.")
    assert field(shown, "Passphrase until now").hasFocus()
    qtbot.keyClicks(field(shown, "Passphrase until now"), WORDS)
    click(qtbot, button(shown, "Change"))
    office.settle()
    assert no_dialog(page)
    assert is_locked(office, session.id)
    with pytest.raises(NotebookError):
        office.other.sessions.unlock(session.id, WORDS)
    office.other.sessions.unlock(session.id, "another one")


def test_two_different_new_passphrases_change_nothing(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    session = office.start("Client 1", WORDS)
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    shown = protect(qtbot, office, page, until_now=WORDS, new="another one")
    qtbot.keyClicks(field(shown, "New passphrase, once more"), "x")
    click(qtbot, button(shown, "Change"))
    office.settle()
    assert says(shown, "not the same")
    assert field(shown, "New passphrase, once more").hasFocus()
    office.other.sessions.unlock(session.id, WORDS)


def test_the_protection_is_taken_off(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    session = office.start("Client 1", WORDS)
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    shown = protect(qtbot, office, page, until_now=WORDS)
    tick(qtbot, shown, "No passphrase any more")
    assert not says(shown, "There is no way back")
    click(qtbot, button(shown, "Change"))
    office.settle()
    assert rows(page)[0][3] == "Open"
    assert office.notes(session).private == ""


# Deleting


def test_deleting_says_what_goes_and_waits_for_an_answer(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    office.start("Client 1")
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    asked = dialog(page, ConfirmDialog)
    assert asked.windowTitle() == "Delete this session?"
    for words in ("“Client 1”", "all notes", "backups", "cannot be undone"):
        assert says(asked, words)
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    office.settle()
    assert no_dialog(page)
    assert office.labels() == ["Client 1"]


def test_several_sessions_are_deleted_for_good(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    for number in range(9):
        office.start(f"Client {number}", WORDS if number == 3 else None)
    refresh(office, page)
    gone = [f"Client {number}" for number in range(7)]
    choose(qtbot, page, *gone)
    click(qtbot, button(page, "Delete…"))
    asked = dialog(page, ConfirmDialog)
    assert asked.windowTitle() == "Delete 7 sessions?"
    assert says(asked, "and 2 more")
    confirm(qtbot, page, "Delete for good")
    office.settle()
    assert labels(page) == ["Client 8", "Client 7"]
    assert office.labels() == ["Client 8", "Client 7"]
    assert says(page, "7 sessions are gone for good.")


def test_deleting_the_session_in_use_leaves_it_first(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    office.start("Client 1", enter=True)
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    click(qtbot, button(page, "Delete…"))
    confirm(qtbot, page, "Delete for good")
    office.settle()
    assert office.desk.session is None
    assert office.labels() == []
    assert says(page, "There are no sessions yet.")


def test_a_backup_that_cannot_be_renewed_is_said(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    office.start("Client 1")
    shutil.rmtree(office.folder / "backups", ignore_errors=True)
    (office.folder / "backups").write_text("in the way")
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    click(qtbot, button(page, "Delete…"))
    confirm(qtbot, page, "Delete for good")
    office.settle()
    assert says(page, "backups")
    assert not says(page, "Deleting …")
    assert labels(page) == office.labels()


# Access


def test_the_whole_page_is_reached_by_tab(qtbot: QtBot, office: Office, page: SessionsPage) -> None:
    office.start("Client 1")
    refresh(office, page)
    choose(qtbot, page, "Client 1")
    button(page, "Start a session…").setFocus()
    reached = []
    for _ in range(10):
        focused = office.window.focusWidget()
        reached.append(focused.accessibleName() or focused.property("text"))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [
        "Start a session…",
        "Find a session by its label",
        "Sessions",
        "Resume",
        "Rename",
        "Summary…",
        "Export…",
        "Protect…",
        "Delete…",
        "Forget closed sessions after",
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_page(office: Office, page: SessionsPage, scale: float) -> None:
    office.start("Client 1")
    office.window.resize(700, 700)
    office.theme.set_scale(scale)
    refresh(office, page)
    for one in page.findChildren(QLineEdit) + [button(page, name) for name in ("Resume", "Delete…", "Start a session…")]:
        assert one.mapTo(page, QPoint(one.width(), 0)).x() <= page.width()
