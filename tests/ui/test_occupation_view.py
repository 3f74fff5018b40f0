"""The page of an occupation around its panels: header, tabs, and the menu for tabs without room."""

from person import (
    ACTORS,
    LEGISLATORS,
    OFFICERS,
    OFFICERS_TITLE,
    SECTIONS,
    look_at,
    more_button,
    more_menu,
    open_career,
    says,
    texts,
    visible_tabs,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.wages import NATION
from careerguide.ui.main_window import MainWindow
from careerguide.ui.occupation_view import OccupationView

WIDTHS = range(700, 1901, 100)


def make_wide(window: MainWindow, width: int) -> None:
    window.resize(width, 800)
    QApplication.processEvents()


def hidden_tabs(view: OccupationView) -> list[str]:
    return [section for section in SECTIONS if section not in visible_tabs(view)]


def in_menu(view: OccupationView) -> list[str]:
    return [action.text() for action in more_menu(view).actions()]


def assert_current_tab_is_in_sight(view: OccupationView) -> None:
    tabs, current = view.tabs, view.tabs.currentIndex()
    assert tabs.isTabVisible(current)
    assert tabs.rect().contains(tabs.tabRect(current)), f"{tabs.tabText(current)} is cut off at {view.width()} px"


def test_the_header_names_title_group_code_and_titles_also_used(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    view = open_career(qtbot, window, OFFICERS)
    page = guide.page(OFFICERS)
    assert texts(view)[0] == OFFICERS_TITLE
    line = texts(view)[1]
    assert line.startswith(f"{page.group}  ·  {OFFICERS}  ·  also {page.also_called[0]}")
    shown = [title for title in page.also_called if title in line]
    assert line.endswith(f" and {len(page.also_called) - len(shown)} more")
    assert window.windowTitle().startswith(f"{OFFICERS_TITLE} – Career Guide")


def test_the_line_under_the_title_never_needs_a_second_line(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    for width in (1900, 1280, 1000, 700):
        make_wide(window, width)
        line = texts(view)[1]
        assert OFFICERS in line
        assert window.theme.metrics(13).horizontalAdvance(line) <= view.width() - 64, width


def test_another_career_takes_the_place_of_the_first_in_the_same_section(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    look_at(qtbot, window, "Knowledge")
    view = open_career(qtbot, window, ACTORS)
    assert view.section == "knowledge"
    assert texts(view)[0] == "Actors"
    assert not says(view, OFFICERS_TITLE)


def test_there_are_twelve_sections_in_their_order(qtbot: QtBot, window: MainWindow) -> None:
    make_wide(window, 1900)
    view = open_career(qtbot, window, OFFICERS)
    assert visible_tabs(view) == list(SECTIONS)
    assert len(SECTIONS) == 12
    assert not more_button(view).isVisible()


def test_the_current_tab_is_in_sight_for_every_section_at_every_width(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, LEGISLATORS)
    for width in WIDTHS:
        make_wide(window, width)
        for key in SECTIONS.values():
            view.show_section(key)
            assert view.section == key
            assert_current_tab_is_in_sight(view)
            assert sorted(in_menu(view)) == sorted(hidden_tabs(view))


def test_the_current_tab_stays_in_sight_while_the_window_is_made_narrower(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, LEGISLATORS)
    look_at(qtbot, window, "Pay and outlook")
    for width in reversed(WIDTHS):
        make_wide(window, width)
        assert_current_tab_is_in_sight(view)
        assert sorted(in_menu(view)) == sorted(hidden_tabs(view))


def test_in_a_narrow_window_more_holds_exactly_the_tabs_without_room(qtbot: QtBot, window: MainWindow) -> None:
    make_wide(window, 1024)
    view = open_career(qtbot, window, OFFICERS)
    assert more_button(view).isVisible()
    assert in_menu(view) == hidden_tabs(view)
    assert len(in_menu(view)) >= 2
    assert visible_tabs(view) + in_menu(view) == list(SECTIONS)
    assert view.tabs.tabRect(view.tabs.count() - 1).right() <= view.tabs.width()


def test_a_section_chosen_under_more_comes_to_the_front_with_its_tab(qtbot: QtBot, window: MainWindow) -> None:
    make_wide(window, 1024)
    view = open_career(qtbot, window, OFFICERS)
    for section in in_menu(view):
        panel = look_at(qtbot, window, section)
        assert panel.isVisible()
        assert_current_tab_is_in_sight(view)
        assert section not in in_menu(view)


def test_more_opens_by_a_press_and_lists_the_sections(qtbot: QtBot, window: MainWindow) -> None:
    make_wide(window, 1024)
    view = open_career(qtbot, window, OFFICERS)
    menu = more_menu(view)
    last = menu.actions()[-1].text()

    def choose_last() -> None:
        assert menu.isVisible()
        qtbot.keyClick(menu, Qt.Key.Key_Up)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    menu.aboutToShow.connect(choose_last, Qt.ConnectionType.QueuedConnection)
    qtbot.mouseClick(more_button(view), Qt.MouseButton.LeftButton)
    assert view.section == SECTIONS[last]


def test_the_arrow_keys_move_along_the_tabs(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    assert isinstance(view.tabs, QTabBar)
    view.tabs.setFocus()
    for section in ("tasks", "knowledge"):
        qtbot.keyClick(view.tabs, Qt.Key.Key_Right)
        assert view.section == section
    qtbot.keyClick(view.tabs, Qt.Key.Key_Left)
    assert view.section == "tasks"
    assert view.tabs.hasFocus()


def test_a_page_begins_at_its_top(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Activities")
    bar = panel.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    open_career(qtbot, window, ACTORS)
    assert bar.value() == 0


def test_a_page_is_laid_out_before_it_is_painted(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    view = open_career(qtbot, window, ACTORS)
    content = view.panel("overview").widget()
    assert content is not None
    of_actors = content.height()
    view.show_page(guide.page(OFFICERS), NATION)
    at_once = content.height()
    for _ in range(3):
        QApplication.processEvents()
    assert content.height() == at_once != of_actors


def test_a_title_takes_no_more_than_a_sixth_of_the_page_at_its_full_size(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    window.theme.set_scale(2.0)
    window.resize(1024, 1400)
    QApplication.processEvents()
    assert view.title.property("role") == "title"
    assert view.title.height() <= view.height() / 6
    window.resize(1024, 760)
    QApplication.processEvents()
    assert view.title.property("role") == "section"
