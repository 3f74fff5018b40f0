"""Starting a session, resuming it, and the passphrases that protect one."""

from threading import Event

import pytest
from counselor import Office, dialog, field, no_dialog, tick
from hypothesis import given
from hypothesis import strategies as st
from person import button, click, says
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from careerguide.domain.errors import NotebookError
from careerguide.ui.sessions.flows import resume_session
from careerguide.ui.sessions.passphrase_dialog import PassphraseDialog
from careerguide.ui.sessions.start_dialog import StartDialog, next_label, start_session

WORDS = "correct horse battery staple"
ONCE, TWICE = "Passphrase", "Passphrase, once more"


def open_start(office: Office) -> StartDialog:
    start_session(office.theme, office.desk, office.window)
    office.settle()
    return dialog(office.window, StartDialog)


# Labels


@given(
    numbers=st.lists(st.integers(1, 10_000)), others=st.lists(st.sampled_from(["Ada", "Client", "Client 3 again", "client 9", ""]))
)
def test_the_suggested_label_is_the_next_number(numbers: list[int], others: list[str]) -> None:
    labels = [f"Client {number}" for number in numbers] + others
    assert next_label("Client {0}", labels) == f"Client {max(numbers, default=0) + 1}"


def test_enter_starts_a_session_with_the_suggested_label(qtbot: QtBot, office: Office) -> None:
    office.start("Client 16")
    shown = open_start(office)
    assert field(shown, "Label").text() == "Client 17"
    assert field(shown, "Label").hasFocus()
    qtbot.keyClick(field(shown, "Label"), Qt.Key.Key_Return)
    office.settle()
    assert no_dialog(office.window)
    assert office.desk.session is not None
    assert office.desk.session.label == "Client 17"
    assert not office.desk.session.protected
    assert office.labels() == ["Client 17", "Client 16"]


def test_a_label_of_ones_own_takes_the_place_of_the_suggested_one(qtbot: QtBot, office: Office) -> None:
    shown = open_start(office)
    qtbot.keyClicks(field(shown, "Label"), "  Tuesday, ten o'clock ")
    click(qtbot, button(shown, "Start"))
    office.settle()
    assert office.labels() == ["Tuesday, ten o'clock"]


def test_a_label_typed_before_the_suggestion_arrives_stays(qtbot: QtBot, office: Office) -> None:
    start_session(office.theme, office.desk, office.window)
    shown = dialog(office.window, StartDialog)
    field(shown, "Label").clear()
    qtbot.keyClicks(field(shown, "Label"), "quick")
    office.settle()
    assert field(shown, "Label").text() == "quick"


def test_a_session_without_a_label_is_not_started(qtbot: QtBot, office: Office) -> None:
    shown = open_start(office)
    qtbot.keyClicks(field(shown, "Label"), "   ")
    click(qtbot, button(shown, "Start"))
    office.settle()
    assert says(shown, "Type a label")
    assert field(shown, "Label").hasFocus()
    assert office.labels() == []


def test_cancelling_starts_nothing(qtbot: QtBot, office: Office) -> None:
    shown = open_start(office)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    office.settle()
    assert no_dialog(office.window)
    assert office.labels() == []
    assert office.desk.session is None


def test_cancelling_while_the_notebook_is_busy_starts_nothing_later(qtbot: QtBot, office: Office) -> None:
    shown = open_start(office)
    free = Event()
    office.desk.ask(lambda notebook: free.wait(10))
    qtbot.keyClick(field(shown, "Label"), Qt.Key.Key_Return)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    free.set()
    office.settle()
    assert office.labels() == []
    assert office.desk.session is None


# Protecting


def test_a_protected_session_asks_for_the_passphrase_twice_and_says_that_there_is_no_way_back(qtbot: QtBot, office: Office) -> None:
    shown = open_start(office)
    assert not says(shown, "no way back")
    tick(qtbot, shown, "Protect the notes with a passphrase")
    assert says(shown, "There is no way back: if the passphrase is forgotten, nobody can read the notes again.")
    assert field(shown, ONCE).hasFocus()
    qtbot.keyClicks(field(shown, ONCE), WORDS)
    qtbot.keyClicks(field(shown, TWICE), WORDS)
    qtbot.keyClick(field(shown, TWICE), Qt.Key.Key_Return)
    office.settle()
    session = office.desk.session
    assert session is not None
    assert session.protected
    with pytest.raises(NotebookError):
        office.notes(session)
    office.other.sessions.unlock(session.id, WORDS)
    assert office.notes(session).private == ""


@pytest.mark.parametrize(
    ("once", "twice", "sentence", "where"),
    [
        ("", "", "Type a passphrase.", ONCE),
        ("   ", "   ", "Type a passphrase.", ONCE),
        (WORDS, "correct horse", "not the same", TWICE),
        (WORDS, "", "not the same", TWICE),
    ],
)
def test_a_passphrase_that_will_not_do_is_said_where_it_is_typed(
    qtbot: QtBot, office: Office, once: str, twice: str, sentence: str, where: str
) -> None:
    shown = open_start(office)
    tick(qtbot, shown, "Protect the notes with a passphrase")
    qtbot.keyClicks(field(shown, ONCE), once)
    qtbot.keyClicks(field(shown, TWICE), twice)
    click(qtbot, button(shown, "Start"))
    office.settle()
    assert says(shown, sentence)
    assert field(shown, where).hasFocus()
    assert office.labels() == []


def test_a_passphrase_that_was_typed_but_is_not_wanted_protects_nothing(qtbot: QtBot, office: Office) -> None:
    shown = open_start(office)
    tick(qtbot, shown, "Protect the notes with a passphrase")
    qtbot.keyClicks(field(shown, ONCE), WORDS)
    tick(qtbot, shown, "Protect the notes with a passphrase")
    click(qtbot, button(shown, "Start"))
    office.settle()
    assert office.desk.session is not None
    assert not office.desk.session.protected


def test_letters_are_hidden_until_they_are_asked_for_and_can_be_pasted(qtbot: QtBot, office: Office) -> None:
    shown = open_start(office)
    tick(qtbot, shown, "Protect the notes with a passphrase")
    fields = [field(shown, ONCE), field(shown, TWICE)]
    QGuiApplication.clipboard().setText(WORDS)
    for one in fields:
        assert one.echoMode() is QLineEdit.EchoMode.Password
        one.setFocus()
        qtbot.keySequence(one, QKeySequence(QKeySequence.StandardKey.Paste))
        assert one.text() == WORDS
    tick(qtbot, shown, "Show the letters")
    assert {one.echoMode() for one in fields} == {QLineEdit.EchoMode.Normal}
    tick(qtbot, shown, "Show the letters")
    assert {one.echoMode() for one in fields} == {QLineEdit.EchoMode.Password}


# Resuming


def test_a_closed_session_is_open_again_when_it_is_resumed(office: Office) -> None:
    session = office.start("Client 1")
    office.other.sessions.close(session.id)
    resume_session(office.theme, office.desk, office.kept(session), office.window)
    office.settle()
    assert office.desk.session_id == session.id
    assert office.kept(session).closed is None


def test_resuming_the_session_in_force_changes_nothing(qtbot: QtBot, office: Office) -> None:
    session = office.start("Client 1", enter=True)
    with qtbot.assertNotEmitted(office.desk.session_changed):
        resume_session(office.theme, office.desk, session, office.window)
        office.settle()


def test_a_wrong_passphrase_is_one_calm_sentence_and_the_field_keeps_the_keyboard(qtbot: QtBot, office: Office) -> None:
    session = office.start("Client 1", WORDS)
    resume_session(office.theme, office.desk, session, office.window)
    asked = dialog(office.window, PassphraseDialog)
    passphrase = field(asked, ONCE)
    assert passphrase.hasFocus()
    for wrong in ("correct horse", ""):
        passphrase.clear()
        qtbot.keyClicks(passphrase, wrong)
        qtbot.keyClick(passphrase, Qt.Key.Key_Return)
        office.settle()
        assert says(asked, "This passphrase does not open the session.")
        assert passphrase.hasFocus()
        assert passphrase.selectedText() == wrong or not wrong
        assert office.desk.session is None
    qtbot.keyClicks(passphrase, WORDS)
    qtbot.keyClick(passphrase, Qt.Key.Key_Return)
    office.settle()
    assert no_dialog(office.window)
    assert office.desk.session_id == session.id
    assert office.troubles == []


def test_giving_up_at_the_passphrase_leaves_all_as_it_was(qtbot: QtBot, office: Office) -> None:
    session = office.start("Client 1", WORDS)
    resume_session(office.theme, office.desk, session, office.window)
    asked = dialog(office.window, PassphraseDialog)
    qtbot.keyClicks(field(asked, ONCE), WORDS)
    click(qtbot, button(asked, "Cancel"))
    office.settle()
    assert office.desk.session is None
    assert office.desk.notebook is not None
    with pytest.raises(NotebookError):
        office.desk.notebook.sessions.notes(session.id)
