"""Notes on a session: kept by themselves, followed from session to session, and never lost to another window."""

import sqlite3
import time
from collections.abc import Iterator

import pytest
from counselor import Office
from person import button, click, says
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from careerguide.domain.errors import NotebookError
from careerguide.domain.notebook import LONGEST_NOTE
from careerguide.ui.sessions.flows import close_session
from careerguide.ui.sessions.notes_panel import NotesPanel


@pytest.fixture
def panel(office: Office) -> NotesPanel:
    """The panel, shown, while no session is open."""
    made = NotesPanel(office.theme, office.desk)
    layout = QVBoxLayout(office.window)
    layout.addWidget(made)
    office.window.activateWindow()
    return made


@pytest.fixture
def holder(office: Office) -> Iterator[sqlite3.Connection]:
    """Another program that has the notebook open and can hold it."""
    connection = sqlite3.connect(office.folder / "notebook.sqlite", isolation_level=None)
    yield connection
    connection.close()


def type_into(qtbot: QtBot, editor: QPlainTextEdit, words: str) -> None:
    editor.setFocus()
    qtbot.keyClicks(editor, words)


def is_saved(panel: NotesPanel) -> bool:
    return says(panel, "Saved")


def test_what_is_typed_is_kept_soon_after_the_last_key(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    type_into(qtbot, panel.private, "Likes to be outside")
    assert says(panel, "Not saved yet …")
    assert office.notes(session).private == ""
    qtbot.waitUntil(lambda: is_saved(panel))
    assert office.notes(session).private == "Likes to be outside"
    type_into(qtbot, panel.for_client, "Look at the port")
    qtbot.waitUntil(lambda: office.notes(session).for_client == "Look at the port")
    assert office.notes(session).private == "Likes to be outside"


def test_leaving_a_field_keeps_it_at_once(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    type_into(qtbot, panel.private, "at once")
    qtbot.keyClick(panel.private, Qt.Key.Key_Tab)
    assert panel.for_client.hasFocus()
    office.settle()
    assert office.notes(session).private == "at once"


def test_flushing_keeps_what_was_typed_at_once(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    type_into(qtbot, panel.private, "before the window closes")
    panel.flush()
    assert office.desk.finish(5_000)
    assert office.notes(session).private == "before the window closes"


def test_outside_a_session_nothing_can_be_typed(office: Office, panel: NotesPanel) -> None:
    assert not panel.private.isEnabled()
    assert not panel.for_client.isEnabled()
    assert says(panel, "No session is open.")
    panel.flush()
    assert office.desk.pending == 0


def test_each_text_says_who_will_see_it(office: Office, panel: NotesPanel) -> None:
    assert panel.private.accessibleName() == "Private notes"
    assert "never printed" in panel.private.accessibleDescription()
    assert "Printed" in panel.for_client.accessibleDescription()
    assert says(panel, panel.private.accessibleDescription())
    assert says(panel, panel.for_client.accessibleDescription())


# From one session to the next


def test_the_notes_of_another_session_take_their_place_and_undo_does_not_bring_them_back(
    qtbot: QtBot, office: Office, panel: NotesPanel
) -> None:
    first = office.start("Client 1", enter=True)
    type_into(qtbot, panel.private, "secret of the first")
    second = office.start("Client 2", enter=True)
    assert panel.private.toPlainText() == ""
    qtbot.keySequence(panel.private, QKeySequence(QKeySequence.StandardKey.Undo))
    assert panel.private.toPlainText() == ""
    office.settle()
    assert office.notes(first).private == "secret of the first"
    assert office.notes(second).private == ""
    office.desk.enter(first)
    office.settle()
    assert panel.private.toPlainText() == "secret of the first"


def test_undo_takes_back_what_was_typed_and_that_is_kept_too(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    type_into(qtbot, panel.private, "slip")
    qtbot.waitUntil(lambda: office.notes(session).private == "slip")
    qtbot.keySequence(panel.private, QKeySequence(QKeySequence.StandardKey.Undo))
    assert panel.private.toPlainText() == ""
    qtbot.waitUntil(lambda: office.notes(session).private == "")


@pytest.mark.parametrize("passphrase", [None, "four words of mine"])
def test_closing_right_after_the_last_key_loses_nothing(
    qtbot: QtBot, office: Office, panel: NotesPanel, passphrase: str | None
) -> None:
    session = office.start("Client 1", passphrase, enter=True)
    type_into(qtbot, panel.private, "the last word")
    close_session(office.desk)
    office.settle()
    assert office.troubles == []
    assert office.kept(session).closed is not None
    assert panel.private.toPlainText() == ""
    if passphrase is not None:
        with pytest.raises(NotebookError):
            office.notes(session)
        office.other.sessions.unlock(session.id, passphrase)
    assert office.notes(session).private == "the last word"


def test_the_same_session_with_another_label_leaves_the_typing_alone(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    type_into(qtbot, panel.private, "half a sen")
    office.desk.session_changed.emit()
    type_into(qtbot, panel.private, "tence")
    office.settle()
    qtbot.waitUntil(lambda: office.notes(session).private == "half a sentence")


# Two windows


def clash(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    """Both windows change the private notes of the session in force."""
    session = office.desk.session
    assert session is not None
    office.change_elsewhere(session, private="theirs")
    type_into(qtbot, panel.private, "mine")
    qtbot.waitUntil(lambda: says(panel, "changed in another window"))


def test_the_same_text_changed_in_two_windows_asks_and_mine_can_be_kept(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    clash(qtbot, office, panel)
    assert says(panel, "“theirs”")
    assert says(panel, "Not saved yet …")
    assert panel.private.toPlainText() == "mine"
    type_into(qtbot, panel.private, " goes on")
    time.sleep(0.6)
    office.settle()
    assert office.notes(session).private == "theirs"
    click(qtbot, button(panel, "Keep mine"))
    qtbot.waitUntil(lambda: is_saved(panel))
    assert office.notes(session).private == "mine goes on"
    assert not says(panel, "changed in another window")


def test_theirs_can_be_taken_and_undo_brings_mine_back(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    clash(qtbot, office, panel)
    click(qtbot, button(panel, "Take theirs"))
    assert panel.private.toPlainText() == "theirs"
    assert is_saved(panel)
    qtbot.keySequence(panel.private, QKeySequence(QKeySequence.StandardKey.Undo))
    assert panel.private.toPlainText() == "mine"
    qtbot.waitUntil(lambda: office.notes(session).private == "mine")


def test_two_windows_that_change_different_texts_need_no_decision(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    office.change_elsewhere(session, for_client="for the client, from there")
    type_into(qtbot, panel.private, "from here")
    qtbot.waitUntil(lambda: office.notes(session).private == "from here")
    assert office.notes(session).for_client == "for the client, from there"
    assert panel.for_client.toPlainText() == "for the client, from there"
    assert is_saved(panel)


def test_a_decision_that_was_not_made_keeps_both(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    clash(qtbot, office, panel)
    close_session(office.desk)
    office.settle()
    assert office.notes(session).private == "theirs\n\nmine"


def test_a_change_elsewhere_in_the_last_half_second_keeps_both(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", "four words of mine", enter=True)
    office.other.sessions.unlock(session.id, "four words of mine")
    office.change_elsewhere(session, private="theirs")
    type_into(qtbot, panel.private, "mine")
    close_session(office.desk)
    office.settle()
    assert office.troubles == []
    assert office.notes(session).private == "theirs\n\nmine"


def test_what_is_typed_while_a_write_is_under_way_is_asked_about_too(
    qtbot: QtBot, office: Office, panel: NotesPanel, holder: sqlite3.Connection
) -> None:
    session = office.start("Client 1", enter=True)
    office.change_elsewhere(session, private="theirs")
    holder.execute("BEGIN IMMEDIATE")
    type_into(qtbot, panel.for_client, "for the client")
    qtbot.wait(700)  # the write has begun, and waits
    type_into(qtbot, panel.private, "mine")
    holder.execute("ROLLBACK")
    qtbot.waitUntil(lambda: says(panel, "“theirs”"), timeout=10_000)
    assert (panel.private.toPlainText(), panel.for_client.toPlainText()) == ("mine", "for the client")
    click(qtbot, button(panel, "Keep mine"))
    qtbot.waitUntil(lambda: is_saved(panel))
    assert (office.notes(session).private, office.notes(session).for_client) == ("mine", "for the client")


# When it cannot be kept


def test_while_another_program_holds_the_notebook_the_typing_waits(
    qtbot: QtBot, office: Office, panel: NotesPanel, holder: sqlite3.Connection
) -> None:
    session = office.start("Client 1", enter=True)
    holder.execute("BEGIN IMMEDIATE")
    type_into(qtbot, panel.private, "not lost")
    qtbot.wait(900)
    assert says(panel, "Not saved yet …")
    type_into(qtbot, panel.private, ", and more")
    holder.execute("ROLLBACK")
    qtbot.waitUntil(lambda: is_saved(panel), timeout=10_000)
    assert office.notes(session).private == "not lost, and more"


def test_a_text_that_is_too_long_is_said_and_stays_until_it_is_shorter(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    panel.private.setPlainText("x" * (LONGEST_NOTE + 1))
    qtbot.waitUntil(lambda: says(panel, f"at most {LONGEST_NOTE:,}"))
    assert len(panel.private.toPlainText()) == LONGEST_NOTE + 1
    click(qtbot, button(panel, "Try again"))
    office.settle()
    assert says(panel, f"at most {LONGEST_NOTE:,}")
    panel.private.setPlainText("short")
    qtbot.waitUntil(lambda: is_saved(panel))
    assert not says(panel, "at most")
    assert office.notes(session).private == "short"


def test_a_session_that_was_deleted_elsewhere_leaves_the_words_to_be_copied(
    qtbot: QtBot, office: Office, panel: NotesPanel
) -> None:
    session = office.start("Client 1", enter=True)
    office.other.sessions.delete([session.id])
    type_into(qtbot, panel.private, "still here")
    qtbot.waitUntil(lambda: says(panel, "removed in another window"))
    assert panel.private.toPlainText() == "still here"


def test_words_that_can_nowhere_be_kept_are_not_dropped_silently(qtbot: QtBot, office: Office, panel: NotesPanel) -> None:
    session = office.start("Client 1", enter=True)
    office.other.sessions.delete([session.id])
    type_into(qtbot, panel.private, "too late")
    office.desk.enter(None)
    office.settle()
    assert ["removed in another window" in str(trouble) for trouble in office.troubles] == [True]
