"""Searching: what a person types, which keys they press, what the list shows."""

from collections.abc import Iterator
from itertools import pairwise
from threading import Event

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from person import (
    OFFICERS,
    OFFICERS_TITLE,
    chosen_row,
    click,
    listed,
    look_at,
    open_career,
    page_title,
    settle,
    start_page,
    type_words,
    wait_for_page,
)
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.results import OccupationTitle, SearchResult, Why
from careerguide.ui.main_window import MainWindow
from careerguide.ui.theme import Theme
from careerguide.ui.title_search import TitleSearch, matched_parts

EVERY_CAREER = "1,016 careers"


def index(window: MainWindow, row: int) -> QModelIndex:
    return window.search.list.model().index(row, 0)


def spoken(window: MainWindow, row: int) -> str:
    text: str = index(window, row).data(Qt.ItemDataRole.AccessibleTextRole)
    return text


def key(qtbot: QtBot, window: MainWindow, pressed: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(window.search.field, pressed)


def test_at_first_the_whole_list_stands_there_from_a_to_z(window: MainWindow, guide: Guide) -> None:
    assert listed(window) == [occupation.title for occupation in guide.occupations()]
    assert window.search.count.text() == EVERY_CAREER
    assert window.search.field.hasFocus()


def test_typing_shows_what_the_guide_finds(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    type_words(qtbot, window, "customs")
    found = guide.search("customs")
    assert listed(window) == [hit.title for hit in found]
    assert OFFICERS_TITLE in listed(window)
    assert window.search.count.text() == f"{len(found)} careers"


def test_one_result_is_counted_as_one_career(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, OFFICERS)
    assert listed(window) == [OFFICERS_TITLE]
    assert window.search.count.text() == "1 career"


def test_a_misspelled_title_is_found_and_said_to_be_a_guess(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    found = guide.search("custums")
    assert found[0].why is Why.SPELLING
    type_words(qtbot, window, "custums")
    assert listed(window) == [hit.title for hit in found]
    assert window.search.count.text() == f"Did you mean one of these? {len(found)} careers, by similar spelling"


def test_arrow_keys_move_through_the_results_without_leaving_the_field(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "customs")
    last = len(listed(window)) - 1
    assert chosen_row(window) == 0
    key(qtbot, window, Qt.Key.Key_Down)
    assert chosen_row(window) == 1
    key(qtbot, window, Qt.Key.Key_Up, times=2)
    assert chosen_row(window) == 0
    key(qtbot, window, Qt.Key.Key_PageDown)
    page = chosen_row(window)
    assert 3 < page < last
    assert window.search.list.viewport().rect().contains(window.search.list.visualRect(index(window, page)))
    key(qtbot, window, Qt.Key.Key_PageDown, times=last)
    assert chosen_row(window) == last
    key(qtbot, window, Qt.Key.Key_Down)
    assert chosen_row(window) == last
    key(qtbot, window, Qt.Key.Key_PageUp, times=last)
    assert chosen_row(window) == 0
    assert window.search.field.hasFocus()
    assert window.search.field.text() == "customs"


def test_enter_opens_the_first_result(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    type_words(qtbot, window, "customs")
    key(qtbot, window, Qt.Key.Key_Return)
    wait_for_page(qtbot, window, guide.search("customs")[0].title)


def test_enter_opens_the_result_one_moved_to(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    type_words(qtbot, window, "customs")
    key(qtbot, window, Qt.Key.Key_Down, times=2)
    key(qtbot, window, Qt.Key.Key_Enter)
    wait_for_page(qtbot, window, guide.search("customs")[2].title)


def test_enter_without_a_word_opens_the_first_career_of_the_list(qtbot: QtBot, window: MainWindow) -> None:
    key(qtbot, window, Qt.Key.Key_Return)
    wait_for_page(qtbot, window, listed(window)[0])


def test_a_click_on_a_result_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "customs")
    place = window.search.list.visualRect(index(window, 2)).center()
    qtbot.mouseClick(window.search.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_for_page(qtbot, window, listed(window)[2])
    assert chosen_row(window) == 2


def test_enter_in_the_list_itself_opens_too(qtbot: QtBot, window: MainWindow) -> None:
    window.search.list.setFocus()
    qtbot.keyClick(window.search.list, Qt.Key.Key_End)
    qtbot.keyClick(window.search.list, Qt.Key.Key_Return)
    wait_for_page(qtbot, window, listed(window)[-1])


def test_escape_clears_the_field_and_brings_the_whole_list_back(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "customs")
    key(qtbot, window, Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.search.field.text() == ""
    assert len(listed(window)) == 1016
    assert window.search.count.text() == EVERY_CAREER
    key(qtbot, window, Qt.Key.Key_Escape)
    assert window.isVisible()


def test_escape_right_after_a_key_drops_what_that_key_began(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(window.search.field, "nurs")
    key(qtbot, window, Qt.Key.Key_Escape)
    settle(qtbot)
    assert len(listed(window)) == 1016


def test_the_clear_button_brings_the_whole_list_back(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "customs")
    clear = window.search.field.findChild(QToolButton)
    assert isinstance(clear, QToolButton)
    click(qtbot, clear)
    settle(qtbot)
    assert window.search.count.text() == EVERY_CAREER
    assert len(listed(window)) == 1016


def test_nothing_found_is_said_with_what_to_do_and_enter_does_nothing(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    words = "§§§ ¤¤¤"
    assert guide.search(words) == []
    type_words(qtbot, window, words)
    assert listed(window) == []
    assert window.search.count.text() == "No career found. Try fewer letters or another word."
    for pressed in (Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_Return):
        key(qtbot, window, pressed)
    settle(qtbot)
    assert page_title(window) == ""


@pytest.mark.parametrize("keys", ["/", "Ctrl+F", "Ctrl+L"])
def test_a_key_brings_the_cursor_into_the_field(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    type_words(qtbot, window, OFFICERS)
    view = open_career(qtbot, window, OFFICERS)
    for begun in (window.search.list, look_at(qtbot, window, "Tasks"), view.tabs):
        begun.setFocus()
        assert not window.search.field.hasFocus()
        qtbot.keySequence(begun, keys)
        assert window.search.field.hasFocus(), f"from {begun.accessibleName()}"
        assert window.search.field.selectedText() == OFFICERS
    qtbot.keyClicks(window.search.field, "act")
    assert window.search.field.text() == "act"


def test_a_slash_can_be_typed_into_the_field(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "a/b")
    assert window.search.field.text() == "a/b"


def test_a_result_found_by_another_title_shows_that_title_beneath(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    found = guide.search("customs")
    other = next(row for row, hit in enumerate(found) if hit.matched != hit.title)
    in_whole_list = index(window, listed(window).index(found[other].title))
    plain_height = window.search.list.sizeHintForIndex(in_whole_list).height()
    type_words(qtbot, window, "customs")
    room = window.search.list.sizeHintForIndex(index(window, other)).height() - plain_height
    assert room == window.theme.metrics(13).height()
    assert spoken(window, other) == f"{found[other].title}, also called {found[other].matched}"
    theme, view = window.theme, window.search.list
    key(qtbot, window, Qt.Key.Key_Down, times=other + 1)
    rect = view.visualRect(index(window, other))
    line = QRect(
        rect.left(), rect.bottom() - theme.px(8) - theme.metrics(13).height() + 2, rect.width(), theme.metrics(13).height()
    )
    assert colours(view.viewport().grab(line).toImage()) > 1, "nothing is painted under the title"


def test_a_result_found_by_its_own_title_needs_no_second_line(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    found = guide.search("actors")
    own = next(row for row, hit in enumerate(found) if hit.matched == hit.title)
    type_words(qtbot, window, "actors")
    assert spoken(window, own) == found[own].title
    assert window.search.list.sizeHintForIndex(index(window, own)).height() < 3 * window.theme.metrics(15, 600).height()


def colours(image: QImage) -> int:
    """How many colours a picture has."""
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_a_long_title_is_wrapped_and_not_cut(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    titles = [occupation.title for occupation in guide.occupations()]
    longest, shortest = max(titles, key=len), min(titles, key=len)
    heights = {
        title: window.search.list.sizeHintForIndex(index(window, titles.index(title))).height() for title in (longest, shortest)
    }
    line = window.theme.metrics(15, 600).height()
    assert heights[longest] >= heights[shortest] + line - 2


def test_the_list_keeps_what_a_model_promises(qtbot: QtBot, window: MainWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(window.search.list.model())
    type_words(qtbot, window, "nurse")
    key(qtbot, window, Qt.Key.Key_Escape)
    settle(qtbot)


# Words nobody should type


ABSURD = {
    "20,000 characters": "customs " * 2500,
    "one word of 20,000 letters": "x" * 20_000,
    "emoji": "👩‍🚀🛂 👮🏽‍♀️",
    "quotes": '"\'\'"`´ " OR ""',
    "SQL": "'; DROP TABLE occupation; --",
    "a full-text query": 'NEAR(officer customs) OR title:"x" * ^ -',
    "several lines": "customs\nofficer\tborder\r\n",
    "right to left": "שלום مرحبا \u202ecustoms",
    "nothing to see": " \u200b\u00a0\u2003 ",
    "wildcards": "% _ * ? [a-z] \\",
}


def test_pasting_absurd_text_breaks_nothing(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    for what, words in ABSURD.items():
        QApplication.clipboard().setText(words)
        window.search.focus_field()
        qtbot.keySequence(window.search.field, QKeySequence.StandardKey.Paste)
        settle(qtbot)
        pasted = window.search.field.text()
        assert 0 < len(pasted) <= 200, what
        expected = guide.search(pasted) if pasted.split() else guide.occupations()
        assert listed(window) == [hit.title for hit in expected], what
    type_words(qtbot, window, OFFICERS)
    assert listed(window) == [OFFICERS_TITLE]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
@example(words="\x00")
@example(words="\ud800")
def test_any_text_in_the_field_gives_a_list_and_a_count(qtbot: QtBot, window: MainWindow, words: str) -> None:
    window.search.field.setText(words)
    settle(qtbot)
    count = window.search.count.text()
    rows = len(listed(window))
    assert {0: "No career found", 1: "1 career"}.get(rows, f"{rows:,} careers") in count
    assert start_page(window).problem == ""


# Fast typing


@pytest.fixture
def two_careers(qtbot: QtBot, qapp: QApplication) -> Iterator[tuple[TitleSearch, Event]]:
    """A sidebar whose search for “slow” takes until the event is set."""
    may_end = Event()
    careers = [
        OccupationTitle(OnetSocCode("11-1111.00"), "Slow careers"),
        OccupationTitle(OnetSocCode("22-2222.00"), "Quick careers"),
    ]

    def search(words: str) -> list[SearchResult]:
        slow = words == "slow"
        if slow:
            may_end.wait(10)
        found = careers[0 if slow else 1]
        return [SearchResult(found.code, found.title, found.title, Why.TITLE)]

    theme = Theme(qapp)
    sidebar = TitleSearch(theme)
    qtbot.addWidget(sidebar)
    sidebar.show()
    sidebar.set_guide(careers, search)
    yield sidebar, may_end
    may_end.set()
    theme.deleteLater()


def test_what_an_older_key_found_never_replaces_what_a_newer_one_found(
    qtbot: QtBot, two_careers: tuple[TitleSearch, Event]
) -> None:
    sidebar, may_end = two_careers
    model = sidebar.list.model()
    sidebar.field.setText("slow")
    sidebar.field.setText("slower")
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0, 0).data() == "Quick careers"
    may_end.set()
    settle(qtbot)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Quick careers"]


def test_the_list_stays_as_it_is_while_a_search_runs(qtbot: QtBot, two_careers: tuple[TitleSearch, Event]) -> None:
    sidebar, may_end = two_careers
    model = sidebar.list.model()
    sidebar.field.setText("slow")
    QApplication.processEvents()
    assert model.rowCount() == 2
    may_end.set()
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0, 0).data() == "Slow careers"


# Bold letters


def test_letters_that_begin_a_word_are_bold() -> None:
    assert matched_parts("Customs Officer", ["off"]) == [("Customs ", False), ("Off", True), ("icer", False)]
    assert matched_parts("Customs Officer", ["fficer"]) == [("Customs Officer", False)]
    assert matched_parts("X-ray (Ray) ray", ["ray"]) == [
        ("X-", False),
        ("ray", True),
        (" (", False),
        ("Ray", True),
        (") ", False),
        ("ray", True),
    ]


@given(title=st.text(max_size=60), words=st.lists(st.text(min_size=1, max_size=8), max_size=4))
@example(title="İstanbul Guide", words=["guide", "i"])
@example(title="Straße ẞ", words=["strasse"])
def test_the_parts_of_a_title_joined_give_the_title_back(title: str, words: list[str]) -> None:
    parts = matched_parts(title, words)
    assert "".join(text for text, _ in parts) == title
    assert all(before[1] is not after[1] for before, after in pairwise(parts))


@given(words=st.lists(st.sampled_from(["customs", "off", "border", "a", "pro"]), max_size=3))
def test_what_is_bold_begins_with_a_word_that_was_typed(words: list[str]) -> None:
    for text, bold in matched_parts(OFFICERS_TITLE, words):
        if bold:
            assert any(text.casefold().startswith(word) for word in words)


def test_the_results_are_painted_in_the_colours_of_the_theme(window: MainWindow) -> None:
    corner = window.search.list.viewport().grab().toImage().pixelColor(1, window.search.list.viewport().height() - 2)
    assert corner == QColor(window.theme.tokens.surface)
