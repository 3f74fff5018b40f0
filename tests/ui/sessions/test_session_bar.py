"""The strip that says which session is in force."""

from datetime import datetime

import pytest
from counselor import Office
from person import button, click, says
from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QToolButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from careerguide.domain.errors import NotebookError
from careerguide.ui.sessions.flows import enter_session
from careerguide.ui.sessions.moments import day_and_time, time_words
from careerguide.ui.sessions.session_bar import SessionBar


@pytest.fixture
def bar(office: Office) -> SessionBar:
    made = SessionBar(office.theme, office.desk)
    column = QVBoxLayout(office.window)
    column.addWidget(made)
    column.addStretch(1)
    return made


def test_it_is_there_while_a_session_is_and_says_which(office: Office, bar: SessionBar) -> None:
    assert not bar.isVisible()
    session = office.start("Client 17", enter=True)
    assert bar.isVisible()
    assert says(bar, "Session “Client 17”")
    assert says(bar, f"started {QLocale().toString(session.started.astimezone().time(), QLocale.FormatType.ShortFormat)}")
    assert "Client 17" in bar.accessibleName()
    office.desk.enter(None)
    office.settle()
    assert not bar.isVisible()


def test_another_day_is_named(office: Office) -> None:
    moment = datetime.fromisoformat("2024-03-05T12:30:00+00:00")
    assert time_words(moment) == day_and_time(moment)
    assert "24" in day_and_time(moment)


def test_closing_closes_it_in_the_notebook(qtbot: QtBot, office: Office, bar: SessionBar) -> None:
    session = office.start("Client 1", enter=True)
    assert office.kept(session).closed is None
    click(qtbot, button(bar, "Close session"))
    office.settle()
    assert not bar.isVisible()
    assert office.desk.session is None
    assert office.kept(session).closed is not None


def test_only_the_session_in_force_stays_unlocked(office: Office, bar: SessionBar) -> None:
    first = office.start("Client 1", "four words of mine", enter=True)
    notebook = office.desk.notebook
    assert notebook is not None
    assert notebook.sessions.notes(first.id).private == ""
    enter_session(office.desk, office.start("Client 2"))
    office.settle()
    with pytest.raises(NotebookError):
        notebook.sessions.notes(first.id)
    assert office.kept(first).closed is None


def test_the_buttons_ask_for_what_they_name(qtbot: QtBot, office: Office, bar: SessionBar) -> None:
    session = office.start("Client 1", enter=True)
    with qtbot.waitSignal(bar.notes_toggled) as notes:
        click(qtbot, button(bar, "Notes"))
    assert notes.args == [True]
    with qtbot.waitSignal(bar.client_window_wanted):
        click(qtbot, button(bar, "Client's window"))
    with qtbot.waitSignal(bar.summary_wanted) as summary:
        click(qtbot, button(bar, "Summary…"))
    assert summary.args == [session.id]
    bar.show_notes_shown(False)
    assert not bar.notes.isChecked()


def test_another_label_is_shown(office: Office, bar: SessionBar) -> None:
    session = office.start("Client 1", enter=True)
    assert office.desk.notebook is not None
    office.desk.session = office.desk.notebook.sessions.rename(session.id, "Tuesday, ten", session.version)
    bar.show_session()
    assert says(bar, "Session “Tuesday, ten”")


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (1024, 1.0), (760, 1.0), (1280, 1.5), (1024, 2.0)])
def test_nothing_is_cut_off_where_there_is_little_room(office: Office, bar: SessionBar, width: int, scale: float) -> None:
    office.start("A client with a rather long label, whom one calls by more than one word", enter=True)
    office.window.resize(width, 700)
    office.theme.set_scale(scale)
    office.settle()
    room = bar.rect()
    places = []
    buttons = [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) == 4
    for one in buttons:
        place = QRect(one.mapTo(bar, QPoint(0, 0)), one.size())
        assert room.contains(place), one.text()
        assert one.width() >= one.fontMetrics().horizontalAdvance(one.text())
        assert not any(place.intersects(other) for other in places)
        places.append(place)
    assert len({place.top() for place in places}) == 1


def test_where_one_row_does_not_hold_them_the_buttons_are_a_menu(qtbot: QtBot, office: Office, bar: SessionBar) -> None:
    session = office.start("Client 1", enter=True)
    office.window.resize(800, 700)
    office.theme.set_scale(2.0)
    office.settle()
    assert bar.height() < 120
    (tool,) = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
    assert not bar.notes.isVisible()
    menu = tool.menu()
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions()]
    assert names == ["Notes", "Client's window", "Summary…", "Close session"]
    with qtbot.waitSignal(bar.notes_toggled) as notes:
        menu.actions()[0].trigger()
    assert notes.args == [True]
    menu.aboutToShow.emit()
    assert menu.actions()[0].isChecked()
    with qtbot.waitSignal(bar.summary_wanted) as summary:
        menu.actions()[2].trigger()
    assert summary.args == [session.id]
    office.window.resize(1600, 700)
    office.settle()
    assert bar.notes.isVisible()
    assert not tool.isVisible()
