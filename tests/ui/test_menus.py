"""The menus with their keys, and the About box with its credits."""

import tomllib
from collections import Counter
from pathlib import Path

from person import OFFICERS, choose, menu_actions, open_career, says, texts
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from careerguide import __version__
from careerguide.db.guide import Guide
from careerguide.ui.about import AboutDialog
from careerguide.ui.main_window import MainWindow

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
KEYS = {
    "Open guide file…": "Ctrl+O",
    "Quit": "Ctrl+Q",
    "Larger text": "Ctrl++",
    "Smaller text": "Ctrl+-",
    "Normal text size": "Ctrl+0",
    "Back": "Alt+Left",
    "Forward": "Alt+Right",
    "Find a career": "Ctrl+F",
    "Next section": "Ctrl+Tab",
    "Previous section": "Ctrl+Shift+Tab",
    "Overview": "Ctrl+1",
    "Pay and outlook": "Ctrl+9",
    "About Career Guide": "F1",
}


def actions(window: MainWindow) -> list[QAction]:
    menus = [menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]
    return [action for menu in menus for action in menu_actions(menu)]


def test_the_menus_show_the_keys(window: MainWindow) -> None:
    shown = {action.text().replace("&", ""): action.shortcut().toString() for action in actions(window)}
    assert {name: shown[name] for name in KEYS} == KEYS


def test_no_key_means_two_things(window: MainWindow) -> None:
    keys = Counter(key.toString() for action in actions(window) for key in action.shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_menu_and_every_entry_can_be_reached_by_a_letter_of_its_own(window: MainWindow) -> None:
    bar = window.menuBar().actions()
    for entries in (bar, *([entry for entry in menu.menu().actions() if not entry.isSeparator()] for menu in bar)):
        letters = [entry.text().partition("&")[2][:1].lower() for entry in entries if "&" in entry.text()]
        assert len(letters) == len(set(letters)), letters
    assert all("&" in entry.text() for entry in bar)


def test_sections_can_be_chosen_only_when_a_guide_is_open(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    choose(window, "Technology")
    assert view.section == "technology"


def test_quit_closes_the_window(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keySequence(window.search.field, "Ctrl+Q")
    assert not window.isVisible()


def about(window: MainWindow) -> AboutDialog:
    found = window.findChild(AboutDialog)
    assert isinstance(found, AboutDialog)
    assert found.isVisible()
    return found


def test_about_credits_every_source_in_its_own_words(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    qtbot.keySequence(window.search.field, "F1")
    box = about(window)
    assert len(guide.sources) >= 4
    for source in guide.sources:
        assert says(box, source.attribution)
        assert says(box, f"{source.name} {source.release} · {source.licence}")
    assert says(box, "Career Guide has modified all or some of this information.")
    assert says(box, "U.S. Bureau of Labor Statistics")


def test_about_names_version_licence_and_the_guide_file(window: MainWindow, starter_guide: Path) -> None:
    choose(window, "About Career Guide")
    box = about(window)
    assert texts(box)[0] == f"Career Guide {__version__}"
    assert says(box, f"Guide file: {starter_guide}")
    assert says(box, "MIT License.")


def test_about_names_every_library_the_program_needs(window: MainWindow) -> None:
    choose(window, "About Career Guide")
    words = " ".join(texts(about(window))).casefold()
    needed = tomllib.loads(PROJECT.read_text())["project"]["dependencies"]
    names = [name.split(">")[0].removesuffix("-Essentials").casefold() for name in needed]
    assert [name for name in names if name not in words] == []


def test_escape_closes_about_and_nothing_of_it_stays(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, "About Career Guide")
    qtbot.keyClick(about(window), Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChild(AboutDialog) is None
