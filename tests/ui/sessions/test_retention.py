"""How long closed sessions are kept."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from counselor import Office, confirm, dialog, no_dialog
from person import click, says
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from careerguide.domain.notebook import Session
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog
from careerguide.ui.sessions.retention import forget_old_sessions, older_than
from careerguide.ui.sessions.sessions_page import SessionsPage
from careerguide.ui.settings import Settings

THIRTY_DAYS, NINETY_DAYS, A_YEAR = 1, 2, 3  # places in the list


@pytest.fixture
def settings(office: Office) -> Settings:
    return Settings(office.folder / "settings.ini")


@pytest.fixture
def page(office: Office, settings: Settings) -> SessionsPage:
    made = SessionsPage(office.theme, office.desk, settings)
    QVBoxLayout(office.window).addWidget(made)
    return made


def leave_long_ago(office: Office, label: str, days: int, *, closed: bool = True) -> Session:
    """A session that was last used so many days ago: time cannot be waited for, so its row is set back."""
    session = office.start(label)
    if closed:
        office.other.sessions.close(session.id)
    moment = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S.%f")
    with sqlite3.connect(office.folder / "notebook.sqlite") as connection:
        changed = connection.execute("UPDATE session SET last_used = ? WHERE id = ?", (moment, session.id))
        assert changed.rowcount == 1
    connection.close()
    return session


def pick(qtbot: QtBot, page: SessionsPage, place: int) -> None:
    """Choose in the list, by its keys."""
    box = page.retention.choice
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box.view(), Qt.Key.Key_Home)
    for _ in range(place):
        qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    assert no_dialog(page)
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)


def show(office: Office, page: SessionsPage) -> None:
    page.refresh()
    office.settle()


def test_sessions_are_kept_for_ever_unless_one_chooses_otherwise(office: Office, settings: Settings) -> None:
    leave_long_ago(office, "Client 1", 600)
    assert settings.retention_days == 0
    forget_old_sessions(office.desk, settings)
    office.settle()
    assert office.labels() == ["Client 1"]


def test_what_is_chosen_is_remembered(qtbot: QtBot, office: Office, settings: Settings, page: SessionsPage) -> None:
    show(office, page)
    pick(qtbot, page, THIRTY_DAYS)
    assert settings.retention_days == 30
    assert no_dialog(page)
    again = SessionsPage(office.theme, office.desk, Settings(office.folder / "settings.ini"))
    assert again.retention.choice.currentText() == "30 days"
    again.deleteLater()


def test_before_it_forgets_what_is_there_it_asks(qtbot: QtBot, office: Office, settings: Settings, page: SessionsPage) -> None:
    for label, days in (("last week", 7), ("spring", 100), ("a year ago", 400)):
        leave_long_ago(office, label, days)
    show(office, page)
    pick(qtbot, page, NINETY_DAYS)
    asked = dialog(page, ConfirmDialog)
    for words in ("2 closed sessions", "90 days", "cannot be undone"):
        assert says(asked, words)
    click(qtbot, asked.cancel)
    office.settle()
    assert settings.retention_days == 0
    assert page.retention.choice.currentText() == "Never"
    assert len(office.labels()) == 3


def test_confirmed_it_forgets_them_now(qtbot: QtBot, office: Office, settings: Settings, page: SessionsPage) -> None:
    leave_long_ago(office, "last week", 7)
    leave_long_ago(office, "a year ago", 400)
    show(office, page)
    pick(qtbot, page, A_YEAR)
    assert says(dialog(page, ConfirmDialog), "1 closed session was")
    confirm(qtbot, page, "Forget for good")
    office.settle()
    assert settings.retention_days == 365
    assert office.labels() == ["last week"]
    assert says(page, "1 session is gone for good.")


def test_later_they_are_forgotten_without_a_question_but_open_ones_stay(office: Office, settings: Settings) -> None:
    settings.retention_days = 30
    leave_long_ago(office, "closed", 31)
    leave_long_ago(office, "still open", 31, closed=False)
    leave_long_ago(office, "just inside", 29)
    forget_old_sessions(office.desk, settings)
    office.settle()
    assert sorted(office.labels()) == ["just inside", "still open"]


def test_a_number_of_days_from_the_settings_file_is_offered_as_it_is(office: Office, settings: Settings) -> None:
    settings.retention_days = 45
    page = SessionsPage(office.theme, office.desk, settings)
    assert page.retention.choice.currentText() == "45 days"
    page.deleteLater()


@pytest.mark.parametrize("value", ["soon", "-5", "1e3", "999999999999", ""])
def test_an_unreadable_setting_forgets_nothing(tmp_path: Path, value: str) -> None:
    (tmp_path / "settings.ini").write_text(f"[General]\nretention_days={value}\n")
    assert Settings(tmp_path / "settings.ini").retention_days == 0


def test_only_closed_sessions_of_before_are_counted() -> None:
    now = datetime(2026, 5, 1, tzinfo=UTC)

    def session(days: int, *, closed: bool) -> Session:
        used = now - timedelta(days=days)
        return Session(1, "", used, used, used if closed else None, protected=False, version=1)

    sessions = [session(31, closed=True), session(30, closed=True), session(31, closed=False), session(400, closed=True)]
    assert older_than(sessions, 30, now) == 2
