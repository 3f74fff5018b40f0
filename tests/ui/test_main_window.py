"""Opening guides in the window: good ones, faulty ones, and one after the other."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from person import (
    OFFICERS,
    OFFICERS_TITLE,
    SECTIONS,
    button,
    choose,
    click,
    close,
    has_button,
    listed,
    look_at,
    open_career,
    page_title,
    settle,
    start_page,
    type_words,
    wait_for_page,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place

OpenWindow = Callable[..., MainWindow]
Faulty = Callable[[Path, Path], None]
THREE_BUTTONS = ("Open another guide file…", "Build a guide…", "Use the built-in guide")


def missing(path: Path, starter: Path) -> None:
    path.unlink(missing_ok=True)


def random_bytes(path: Path, starter: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def empty(path: Path, starter: Path) -> None:
    path.write_bytes(b"")


def a_folder(path: Path, starter: Path) -> None:
    path.mkdir()


def another_database(path: Path, starter: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()


def newer(path: Path, starter: Path) -> None:
    shutil.copyfile(starter, path)
    with path.open("r+b") as file:
        file.seek(60)
        file.write((9999).to_bytes(4, "big"))


def older(path: Path, starter: Path) -> None:
    shutil.copyfile(starter, path)
    with path.open("r+b") as file:
        file.seek(60)
        file.write((0).to_bytes(4, "big"))


def cut_short(path: Path, starter: Path) -> None:
    path.write_bytes(starter.read_bytes()[:20_000])


FAULTY: dict[str, tuple[Faulty, str]] = {
    "missing": (missing, "there is no guide file here"),
    "random bytes": (random_bytes, "this file is not a Career Guide file"),
    "empty": (empty, "the guide file is empty"),
    "a folder": (a_folder, "the guide file cannot be read"),
    "another database": (another_database, "this file is not a Career Guide file"),
    "newer": (newer, "built by a newer version of the program; update the program"),
    "older": (older, "built by an older version of the program; build it again"),
    "cut short": (cut_short, "the guide file is damaged"),
}


@pytest.mark.parametrize(("make", "words"), FAULTY.values(), ids=FAULTY.keys())
def test_a_faulty_guide_is_a_sentence_with_three_ways_on(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, starter_guide: Path, make: Faulty, words: str
) -> None:
    path = tmp_path / "faulty.guide"
    make(path, starter_guide)
    window = open_window(path, wait=False)
    page = start_page(window)
    qtbot.waitUntil(lambda: bool(page.problem))
    assert page.isVisible()
    assert words in page.problem
    assert str(path) in page.problem
    assert "Traceback" not in page.problem
    for name in THREE_BUTTONS:
        assert has_button(page, name)
    click(qtbot, button(page, "Use the built-in guide"))
    qtbot.waitUntil(lambda: len(listed(window)) == 1016)
    assert page.problem == ""
    open_career(qtbot, window, OFFICERS)
    assert page_title(window) == OFFICERS_TITLE


def damaged_in_the_middle(path: Path, starter: Path) -> None:
    """The list of occupations can be read; what belongs to them cannot."""
    shutil.copyfile(starter, path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 10)
        file.write(b"\xff" * (size * 8 // 10))


def test_a_guide_damaged_in_the_middle_says_so_at_the_page_that_cannot_be_read(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, starter_guide: Path
) -> None:
    path = tmp_path / "damaged.guide"
    damaged_in_the_middle(path, starter_guide)
    window = open_window(path, wait=False)
    page = start_page(window)
    settle(qtbot)
    if not page.problem:
        window.journey.open_occupation(OFFICERS)
    qtbot.waitUntil(lambda: bool(page.problem))
    assert page.isVisible()
    assert "the guide file is damaged; build it again or open another one" in page.problem
    click(qtbot, button(page, "Use the built-in guide"))
    qtbot.waitUntil(lambda: page.problem == "" and len(listed(window)) == 1016)
    open_career(qtbot, window, OFFICERS)


@pytest.mark.parametrize("name", ["missing", "random bytes", "newer", "cut short"])
def test_a_faulty_guide_leaves_the_open_one_in_use(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, starter_guide: Path, name: str
) -> None:
    make, words = FAULTY[name]
    path = tmp_path / "faulty.guide"
    make(path, starter_guide)
    open_career(qtbot, window, OFFICERS)
    window.load_guide(path, remember=True)
    page = start_page(window)
    qtbot.waitUntil(lambda: bool(page.problem))
    assert words in page.problem
    for one in THREE_BUTTONS:
        assert has_button(page, one)
    type_words(qtbot, window, "actors")
    assert "Actors" in listed(window)
    open_career(qtbot, window, OFFICERS)
    assert page_title(window) == OFFICERS_TITLE


def test_a_guide_is_chosen_by_a_file_dialog(
    qtbot: QtBot, window: MainWindow, small_guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(small_guide), ""))
    choose(window, "Open guide file…")
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")


def test_a_file_dialog_that_is_cancelled_changes_nothing(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    choose(window, "Open guide file…")
    settle(qtbot)
    assert len(listed(window)) == 1016


def test_another_guide_shows_the_same_career_if_it_has_it(qtbot: QtBot, window: MainWindow, small_guide: Path) -> None:
    view = open_career(qtbot, window, OFFICERS)
    view.show_section("tasks")
    window.load_guide(small_guide)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    wait_for_page(qtbot, window, OFFICERS_TITLE)
    assert window.journey.page_code == OFFICERS


def test_another_guide_without_the_career_begins_anew(qtbot: QtBot, window: MainWindow, small_guide: Path) -> None:
    open_career(qtbot, window, "29-1141.00")
    window.load_guide(small_guide)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    settle(qtbot)
    assert start_page(window).isVisible()
    assert window.journey.page_code is None
    assert not button(window, "Back").isEnabled()


def test_what_was_typed_is_searched_in_the_new_guide(qtbot: QtBot, window: MainWindow, small_guide: Path) -> None:
    type_words(qtbot, window, "actor")
    assert len(listed(window)) > 1
    window.load_guide(small_guide)
    qtbot.waitUntil(lambda: listed(window) == ["Actors"])
    assert window.search.field.text() == "actor"


def test_the_last_guide_asked_for_wins(qtbot: QtBot, window: MainWindow, small_guide: Path, starter_guide: Path) -> None:
    for path in (small_guide, starter_guide, small_guide):
        window.load_guide(path)
    settle(qtbot)
    settle(qtbot)
    assert len(listed(window)) == 3


def test_the_first_career_can_be_opened_the_moment_the_list_is_there(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(wait=False)
    qtbot.waitUntil(lambda: len(listed(window)) == 1016)
    first = listed(window)[0]
    qtbot.keyClick(window.search.field, "\r")
    wait_for_page(qtbot, window, first)


def windows() -> list[QWidget]:
    """All that is a window of its own, but for an empty form that pyqtgraph leaves behind with every chart."""
    return [one for one in QApplication.topLevelWidgets() if one.parent() is None and (type(one) is not QWidget or one.children())]


def test_nothing_of_a_page_is_a_window_of_its_own_and_nothing_stays_when_the_window_is_closed(
    qtbot: QtBot, window: MainWindow, small_guide: Path
) -> None:
    """A widget without a parent lives until Python collects it, at any moment: Qt crashes when that is while it repaints."""
    open_career(qtbot, window, OFFICERS)
    for section in SECTIONS:
        look_at(qtbot, window, section)
    assert windows() == [window]
    window.load_guide(small_guide)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    wait_for_page(qtbot, window, OFFICERS_TITLE)
    assert windows() == [window]
    close(window)
    assert windows() == []


def test_pages_of_a_guide_that_was_left_do_no_harm_when_the_text_size_changes(
    qtbot: QtBot, window: MainWindow, small_guide: Path
) -> None:
    """What follows the theme must end with its page: a fault in a slot fails the test."""
    open_career(qtbot, window, OFFICERS)
    for section in SECTIONS:
        look_at(qtbot, window, section)
    window.deciding.compare((OFFICERS, "29-1141.00"))
    settle(qtbot)
    for place in Place:
        window.journey.visit(place)
        settle(qtbot)
    window.load_guide(small_guide)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    settle(qtbot)
    window.theme.set_scale(1.5)
    QApplication.processEvents()


def test_a_window_closed_while_it_opens_a_guide_is_no_fault(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(wait=False)
    window.close()
    settle(qtbot)
    assert not window.isVisible()
