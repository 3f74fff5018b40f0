"""The start page: every door leads where it says, by mouse and by key, in any size of text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import chips, go_browsing, is_browsing, spoken, stops, tick, titles, wait_for_browsing
from person import (
    ACTORS,
    OFFICERS,
    OFFICERS_TITLE,
    button,
    click,
    from_the_top,
    on_screen,
    open_career,
    page_title,
    settle,
    start_page,
    texts,
    type_words,
    wait_for_page,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.browse import DEGREES, Filters, Order, browse
from careerguide.ui.browse_page import BrowsePage
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place

OpenWindow = Callable[..., MainWindow]

DOORS = [
    "I know a title",
    "What suits me",
    "Look around",
    "What I can do",
    "By interest",
    "Fastest growing",
    "Well paid without a degree",
    "Surprise me",
]


def doors(window: MainWindow) -> dict[str, QPushButton]:
    """The doors that are shown, by what stands on them, from the top."""
    buttons = [one for one in from_the_top(start_page(window).findChildren(QPushButton)) if isinstance(one, QPushButton)]
    return {texts(one)[0]: one for one in buttons if texts(one)}


def go_through(qtbot: QtBot, window: MainWindow, door: str) -> None:
    click(qtbot, doors(window)[door])
    settle(qtbot)


def test_the_start_page_has_a_few_doors_each_with_what_is_behind_it(window: MainWindow) -> None:
    assert list(doors(window)) == DOORS
    for name, door in doors(window).items():
        heading, line = texts(door)
        assert heading == name
        assert line
        assert door.accessibleName() == f"{heading}. {line}"
    assert "1,016 careers" in " ".join(texts(start_page(window)))


def test_i_know_a_title_leads_to_the_search_field(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "nurse")
    go_through(qtbot, window, "I know a title")
    assert window.search.field.hasFocus()
    assert window.search.field.selectedText() == "nurse"
    assert start_page(window).isVisible()


def test_look_around_shows_all_careers_from_a_to_z(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    go_through(qtbot, window, "Look around")
    page = wait_for_browsing(qtbot, window)
    assert titles(page) == [occupation.title for occupation in guide.occupations()]
    assert window.windowTitle() == "Browse – Career Guide"


def test_by_interest_leads_to_the_choice_of_interests(qtbot: QtBot, window: MainWindow) -> None:
    go_through(qtbot, window, "By interest")
    page = wait_for_browsing(qtbot, window)
    assert page.interests.hasFocus()
    assert len(titles(page)) == 1016


def test_fastest_growing_sorts_by_growth(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    go_through(qtbot, window, "Fastest growing")
    page = wait_for_browsing(qtbot, window)
    fastest = browse(guide.choices().facts, Filters(), Order.GROWTH)
    assert titles(page) == [facts.title for facts in fastest]
    assert page.sort.currentText() == "Fastest growing first"
    assert chips(page) == []


def test_well_paid_without_a_degree_is_what_it_says(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    go_through(qtbot, window, "Well paid without a degree")
    page = wait_for_browsing(qtbot, window)
    without = browse(guide.choices().facts, Filters(without_degree=True), Order.PAY)
    assert titles(page) == [facts.title for facts in without]
    assert {guide.page(facts.code).outlook.projection.typical_entry_education for facts in without[:10]} & set(DEGREES) == set()  # type: ignore[union-attr]
    assert page.no_degree.isChecked()
    assert chips(page) == ["Without a degree"]
    assert page.sort.currentText() == "Best paid first"


def test_surprise_me_opens_some_career_and_another_one_the_next_time(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    every = {occupation.title for occupation in guide.occupations()}
    opened = set()
    for _ in range(3):
        go_through(qtbot, window, "Surprise me")
        qtbot.waitUntil(lambda: page_title(window) != "")
        settle(qtbot)
        opened.add(page_title(window))
        qtbot.keySequence(window.search.field, "Alt+Home")
    assert opened <= every
    assert len(opened) > 1


def test_doors_are_gone_through_by_key_too(qtbot: QtBot, window: MainWindow) -> None:
    door = doors(window)["Look around"]
    door.setFocus()
    qtbot.keyClick(door, Qt.Key.Key_Space)
    wait_for_browsing(qtbot, window)


@pytest.mark.parametrize("door", ["By interest", "Fastest growing", "Well paid without a degree"])
def test_a_door_takes_back_what_was_chosen_before(qtbot: QtBot, window: MainWindow, door: str) -> None:
    page = go_browsing(qtbot, window)
    tick(qtbot, page.outlook, "Bright")
    tick(qtbot, page.interests, "Artistic")
    qtbot.keySequence(window.search.field, "Alt+Home")
    go_through(qtbot, window, door)
    assert is_browsing(window)
    assert chips(page) == (["Without a degree"] if door == "Well paid without a degree" else [])


def test_look_around_leaves_what_was_chosen(qtbot: QtBot, window: MainWindow) -> None:
    page = go_browsing(qtbot, window)
    tick(qtbot, page.outlook, "Bright")
    before = titles(page)
    qtbot.keySequence(window.search.field, "Alt+Home")
    go_through(qtbot, window, "Look around")
    assert titles(page) == before
    assert chips(page) == ["Bright"]


# Ways between the pages


def test_alt_home_leads_to_the_start_page_from_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    qtbot.keySequence(window.search.field, "Alt+Home")
    assert start_page(window).isVisible()
    assert window.windowTitle() == "Career Guide"
    assert window.journey.page_code is None
    page = go_browsing(qtbot, window)
    qtbot.keySequence(page.table, "Alt+Home")
    assert start_page(window).isVisible()
    assert not page.isVisible()


def test_back_and_forward_lead_through_the_start_page_browsing_and_careers(qtbot: QtBot, window: MainWindow) -> None:
    go_through(qtbot, window, "Fastest growing")
    wait_for_browsing(qtbot, window)
    open_career(qtbot, window, OFFICERS)
    open_career(qtbot, window, ACTORS)
    go_browsing(qtbot, window)
    visited = ["start", "browse", OFFICERS_TITLE, "Actors", "browse"]
    for pressed, stretch in (("Back", visited[-2::-1]), ("Forward", visited[1:])):
        for place in stretch:
            click(qtbot, button(window, pressed))
            qtbot.waitUntil(lambda place=place: where(window) == place)  # type: ignore[misc]
        settle(qtbot)
        assert not button(window, pressed).isEnabled()
        assert where(window) == stretch[-1]


def where(window: MainWindow) -> str:
    """Which page is in front."""
    if start_page(window).isVisible():
        return "start"
    return "browse" if is_browsing(window) else page_title(window)


def test_going_back_to_browsing_chooses_nothing_anew(qtbot: QtBot, window: MainWindow) -> None:
    go_through(qtbot, window, "Fastest growing")
    page = wait_for_browsing(qtbot, window)
    page.show_order(Order.PEOPLE)
    most = titles(page)
    open_career(qtbot, window, OFFICERS)
    click(qtbot, button(window, "Back"))
    settle(qtbot)
    assert is_browsing(window)
    assert titles(page) == most


def test_a_career_opened_while_the_table_is_being_made_stays_in_front(qtbot: QtBot, window: MainWindow) -> None:
    window.journey.visit(Place.BROWSE)
    window.journey.open_occupation(OFFICERS)
    wait_for_page(qtbot, window, OFFICERS_TITLE)
    assert not is_browsing(window)
    click(qtbot, button(window, "Back"))
    wait_for_browsing(qtbot, window)


def test_the_start_page_asked_for_while_the_table_is_being_made_stays_in_front(qtbot: QtBot, window: MainWindow) -> None:
    window.journey.visit(Place.BROWSE)
    window.journey.visit(Place.START)
    settle(qtbot)
    assert where(window) == "start"


def test_the_table_asked_for_while_a_career_is_being_read_comes_to_the_front(qtbot: QtBot, window: MainWindow) -> None:
    window.journey.open_occupation(OFFICERS)
    page = go_browsing(qtbot, window)
    assert page.isVisible()
    assert page_title(window) == ""


def test_keys_for_pages_do_no_harm_before_a_guide_is_open(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(wait=False)
    for keys in ("Ctrl+B", "Alt+Home", "Ctrl+B"):
        qtbot.keySequence(window.search.field, keys)
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    settle(qtbot)
    assert where(window) == "start"
    assert list(doors(window)) == DOORS
    go_browsing(qtbot, window)


def test_no_door_is_offered_where_no_guide_is_open(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path / "none.guide", wait=False)
    qtbot.waitUntil(lambda: start_page(window).problem != "")
    assert doors(window) == {}
    window.journey.visit(Place.BROWSE)
    settle(qtbot)
    assert where(window) == "start"
    click(qtbot, button(start_page(window), "Use the built-in guide"))
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    assert list(doors(window)) == DOORS


def test_another_guide_begins_with_its_start_page_and_a_new_table(qtbot: QtBot, window: MainWindow, small_guide: Path) -> None:
    tick(qtbot, go_browsing(qtbot, window).outlook, "Bright")
    window.load_guide(small_guide)
    qtbot.waitUntil(lambda: where(window) == "start")
    settle(qtbot)
    assert window.findChild(BrowsePage) is None or not is_browsing(window)
    page = window.pages.browse
    assert page is None
    go_browsing(qtbot, window)
    assert window.pages.browse is not None
    assert len(titles(window.pages.browse)) == window.search.list.model().rowCount() < 10
    assert chips(window.pages.browse) == []


# Seen and heard by everybody


def test_everything_one_can_stop_at_has_a_name(window: MainWindow) -> None:
    assert [type(one).__name__ for one in stops(start_page(window)) if not spoken(one)] == []
    assert len(stops(start_page(window))) == len(DOORS)


@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
def test_every_door_can_be_seen_whole_at_1024_by_768(qtbot: QtBot, window: MainWindow, scale: float) -> None:
    window.theme.set_scale(scale)
    window.resize(1024, 768)
    QApplication.processEvents()
    page = start_page(window)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert (window.width(), window.height()) == (1024, 768)
    assert area.widget().width() <= area.viewport().width()
    for name, door in doors(window).items():
        area.ensureWidgetVisible(door)
        place = on_screen(door, page)
        assert page.rect().contains(place), f"{name} is at {place} of {page.size()}"
        for line in door.findChildren(QLabel):
            assert line.height() >= line.heightForWidth(line.width()), line.text()
            assert door.rect().contains(on_screen(line, door)), line.text()


def test_tab_brings_every_door_into_sight(qtbot: QtBot, window: MainWindow) -> None:
    window.theme.set_scale(2.0)
    window.resize(1024, 768)
    QApplication.processEvents()
    every = list(doors(window).values())
    every[0].setFocus()
    for door, following in zip(every, [*every[1:], None], strict=True):
        assert door.hasFocus()
        assert start_page(window).rect().contains(on_screen(door, start_page(window)))
        if following is not None:
            qtbot.keyClick(door, Qt.Key.Key_Tab)
