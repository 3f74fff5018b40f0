"""What an administrator set for everybody: defaults until one chooses, and locks that neither clicks nor files undo."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from person import close_all, menu_actions, settle_desk
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

import careerguide.app
from careerguide.app import make_window
from careerguide.domain.language import ENGLISH, in_force
from careerguide.domain.site import Site
from careerguide.ui.languages import speak_in
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.sessions.retention import RetentionChooser
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Mode
from careerguide.ui.tokens import CONTRAST, LIGHT

OpenFor = Callable[[Site], MainWindow]


@pytest.fixture
def open_for(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, starter_guide: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenFor]:
    """Makes and shows a window of a person on a computer with these settings for everybody."""
    monkeypatch.setattr(careerguide.app, "STARTER_GUIDE", starter_guide)

    def open_one(site: Site) -> MainWindow:
        window = make_window(qapp, tmp_path / "settings.ini", tmp_path / "built.guide", site=site)
        window.show()
        window.load_guide(Settings(tmp_path / "settings.ini", site).guide)
        return window

    yield open_one
    close_all()
    speak_in(qapp, ENGLISH)


def is_enabled(window: MainWindow, name: str) -> bool:
    menus = [action.menu() for action in window.menuBar().actions()]
    (action,) = [
        action
        for menu in menus
        if isinstance(menu, QMenu)
        for action in menu_actions(menu)
        if action.text().replace("&", "") == name
    ]
    return action.isEnabled()


def test_defaults_hold_until_a_person_chooses(open_for: OpenFor, tmp_path: Path) -> None:
    site = Site({"language": "es", "look": "contrast", "text_size": 1.5, "area": "06", "centre": "Lincoln High"})
    window = open_for(site)
    assert in_force().code == "es"
    assert window.theme.tokens is CONTRAST
    assert window.theme.scale == 1.5
    assert window.journey._area == "06"
    window._set_mode(Mode.LIGHT)
    window.close()
    again = Settings(tmp_path / "settings.ini", site)
    assert again.mode is Mode.LIGHT
    assert again.scale == 1.5
    assert again.centre == "Lincoln High"
    again.centre = ""
    assert Settings(tmp_path / "settings.ini", site).centre == ""
    assert open_for(site).theme.tokens is LIGHT


LOCKS = {
    "guide": (
        "Open guide file…",
        "Build a guide from official releases…",
        "Update the data…",
        "Use the built-in guide",
    ),
    "centre": ("Head of reports…",),
    "logo": ("Head of reports…",),
    "answers": ("Anonymous answers…",),
}


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_locked_is_not_offered(qtbot: QtBot, open_for: OpenFor, tmp_path: Path, small_guide: Path, name: str) -> None:
    everything = {words for several in LOCKS.values() for words in several}
    window = open_for(Site({}, {name: small_guide}))
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    for words in everything:
        assert is_enabled(window, words) == (words not in LOCKS[name])
    assert window.search.count.text() == ("3 careers" if name == "guide" else "1,016 careers")


def test_a_lock_stands_over_the_persons_file_and_choice(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[General]\nguide=/home/me/my.guide\nretention_days=0\n[reports]\ncentre=Me\n")
    site = Site({}, {"guide": Path("/srv/school.guide"), "retention_days": 30, "centre": "Lincoln High"})
    kept = Settings(tmp_path / "settings.ini", site)
    kept.guide, kept.retention_days, kept.centre = None, 0, "Me"
    kept.save()
    assert (kept.guide, kept.retention_days, kept.centre) == (Path("/srv/school.guide"), 30, "Lincoln High")
    assert (tmp_path / "settings.ini").read_text().count("/home/me/my.guide") == 1


def test_how_long_sessions_are_kept_is_locked(qtbot: QtBot, open_for: OpenFor) -> None:
    window = open_for(Site({}, {"retention_days": 90}))
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    window.desk.open()
    window.journey.visit(Place.SESSIONS)
    settle_desk(qtbot, window)
    chooser = window.pages.findChild(RetentionChooser)
    assert isinstance(chooser, RetentionChooser)
    assert chooser.choice.currentText() == "90 days"
    assert not chooser.choice.isEnabled()


def test_a_locked_guide_that_is_damaged_leaves_the_built_in_one(qtbot: QtBot, open_for: OpenFor, tmp_path: Path) -> None:
    (tmp_path / "school.guide").write_bytes(b"not a guide")
    window = open_for(Site({}, {"guide": tmp_path / "school.guide"}))
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in window.pages.findChildren(QPushButton) if one.text() == "Use the built-in guide")
    )
    offered = [one.text() for one in window.pages.findChildren(QPushButton) if one.isVisible()]
    assert offered == ["Use the built-in guide"]
    next(one for one in window.pages.findChildren(QPushButton) if one.isVisible()).click()
    qtbot.waitUntil(lambda: window.search.count.text() == "1,016 careers")
