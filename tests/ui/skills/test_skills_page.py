"""Rating own skills, and the careers close to them: by mouse and keys, kept in the notebook, spoken whole."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from person import OFFICERS, button, click, on_screen, says, settle, texts
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from careerguide.db.guide import Guide
from careerguide.db.notebook.notebook import open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.ui.desk import Desk
from careerguide.ui.skills.current_tab import CurrentTab
from careerguide.ui.skills.level_row import LevelRow
from careerguide.ui.skills.mine_tab import MineTab
from careerguide.ui.skills.near_pane import MOST_SHOWN, NearPane
from careerguide.ui.skills.skills_page import SkillsPage
from careerguide.ui.theme import LARGEST_SCALE, Theme

NURSES, NURSES_TITLE = "29-1141.00", "Registered Nurses"
OpenPage = Callable[[], SkillsPage]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    yield made
    made.set_scale(1.0)
    made.deleteLater()


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, guide: Guide, notebook_url: str) -> Iterator[OpenPage]:
    """Shows the page, each time with a notebook opened anew from the same file."""
    desks, pages = [], []

    def open_one() -> SkillsPage:
        desk = Desk(lambda: open_notebook(notebook_url), lambda: open_notebook("sqlite://"))
        desks.append(desk)
        with qtbot.waitSignal(desk.opened, timeout=10_000):
            desk.open()
        page = SkillsPage(theme, desk, guide.element_profiles)
        pages.append(page)
        page.resize(1000, 760)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.mine is not None)
        settle_page(qtbot, page)
        return page

    yield open_one
    for page in pages:
        if isValid(page):
            page.close()
            page.deleteLater()
    for desk in desks:
        desk.close()


@pytest.fixture
def page(open_page: OpenPage) -> SkillsPage:
    return open_page()


def settle_page(qtbot: QtBot, page: SkillsPage) -> None:
    """Wait until everything is written and the careers are ranked."""
    qtbot.waitUntil(lambda: page.desk.pending == 0)
    settle(qtbot)


def mine(page: SkillsPage) -> MineTab:
    assert page.mine is not None
    return page.mine


def current(page: SkillsPage) -> CurrentTab:
    assert page.current is not None
    return page.current


def rows(page: SkillsPage) -> list[LevelRow]:
    """The elements that can be rated now, from the top."""
    return [row for row in mine(page).rating.rows if row.isVisible()]


def row(page: SkillsPage, name: str) -> LevelRow:
    return next(one for one in rows(page) if one.element.name == name)


def press(qtbot: QtBot, chooser: LevelRow, level: int | None) -> None:
    """Click on the step of a level, None for that of “not rated”."""
    qtbot.mouseClick(chooser, Qt.MouseButton.LeftButton, pos=chooser.step_rect(level).center())


def careers(pane: NearPane) -> list[str]:
    return [near.asks.title for near in pane.model.near]


def spoken(widget: QWidget, what: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(what)


def choose_group(page: SkillsPage, words: str) -> None:
    box = mine(page).rating.group
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def start_from(qtbot: QtBot, page: SkillsPage, title: str) -> None:
    """Type a career into the field to start from, and press Enter."""
    field = mine(page).rating.take.lineEdit()
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, title)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_quick_start_is_ten_elements_that_lead_to_careers(qtbot: QtBot, page: SkillsPage) -> None:
    assert len(rows(page)) == 10
    assert says(page, "Rate about ten skills")
    for number, chooser in enumerate(rows(page)):
        press(qtbot, chooser, 3 + number % 3)
    settle_page(qtbot, page)
    assert len(careers(mine(page).pane)) == MOST_SHOWN
    assert says(page, "10 of 68 rated")
    assert mine(page).pane.chosen is not None
    click(qtbot, button(page, "Ten more"))
    assert len(rows(page)) == 20


def test_digits_arrows_and_delete_choose_a_level(qtbot: QtBot, page: SkillsPage) -> None:
    chooser = row(page, "Speaking")
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_5)
    assert chooser.level == 5
    qtbot.keyClick(chooser, Qt.Key.Key_Right)
    assert chooser.level == 6
    qtbot.keyClick(chooser, Qt.Key.Key_Delete)
    assert chooser.level is None
    qtbot.keyClick(chooser, Qt.Key.Key_Right)
    assert chooser.level == 0
    settle_page(qtbot, page)
    assert page.own.levels == {chooser.element.element_id: 0}


def test_a_press_on_the_dash_takes_a_rating_back(qtbot: QtBot, page: SkillsPage) -> None:
    chooser = row(page, "Speaking")
    press(qtbot, chooser, 4)
    assert chooser.level == 4
    press(qtbot, chooser, None)
    settle_page(qtbot, page)
    assert chooser.level is None
    assert page.own.levels == {}


def test_a_level_chooser_is_spoken_with_its_level_and_an_example(qtbot: QtBot, page: SkillsPage) -> None:
    chooser = row(page, "Reading Comprehension")
    assert spoken(chooser, QAccessible.Text.Name) == "Reading Comprehension, not rated"
    press(qtbot, chooser, 4)
    expected = "Reading Comprehension, level 4 of 7, for example: pick out what matters to you in a twenty-page lease"
    assert spoken(chooser, QAccessible.Text.Name) == expected
    assert spoken(chooser, QAccessible.Text.Value) == "4"
    press(qtbot, chooser, 5)
    assert spoken(chooser, QAccessible.Text.Name).startswith("Reading Comprehension, level 5 of 7, more than: pick out")
    press(qtbot, chooser, 1)
    assert spoken(chooser, QAccessible.Text.Name).startswith("Reading Comprehension, level 1 of 7, less than: follow")
    press(qtbot, chooser, 0)
    assert spoken(chooser, QAccessible.Text.Name) == "Reading Comprehension, level 0 of 7, nothing yet"
    description = spoken(chooser, QAccessible.Text.Description)
    assert chooser.element.meaning in description
    assert "6: weigh three technical studies" in description
    interface = QAccessible.queryAccessibleInterface(chooser)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Slider


def test_everything_that_can_have_the_focus_has_a_name(qtbot: QtBot, page: SkillsPage) -> None:
    start_from(qtbot, page, NURSES_TITLE)
    settle_page(qtbot, page)
    for tab in range(2):
        page.tabs.setCurrentIndex(tab)
        if tab == 1:
            current(page).show_career(NURSES)
            settle(qtbot)
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
                assert spoken(widget, QAccessible.Text.Name).strip(), widget.metaObject().className()


def test_the_wheel_scrolls_and_changes_no_level(page: SkillsPage) -> None:
    chooser = rows(page)[0]
    place = QPointF(chooser.step_rect(3).center())
    nothing, down = QPoint(), QPoint(0, -240)
    buttons, keys, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(place, chooser.mapToGlobal(place), nothing, down, buttons, keys, phase, False)
    QApplication.sendEvent(chooser, turn)
    assert chooser.level is None


def test_letters_find_an_element_by_name_or_meaning(qtbot: QtBot, page: SkillsPage) -> None:
    field = mine(page).rating.filter
    field.setFocus()
    qtbot.keyClicks(field, "foreign")
    assert [one.element.name for one in rows(page)] == ["Foreign Language"]
    field.clear()
    qtbot.keyClicks(field, "qqq")
    assert rows(page) == []
    assert says(page, "Nothing has these letters.")


def test_all_skills_all_knowledge_and_what_is_rated_can_be_shown(qtbot: QtBot, page: SkillsPage) -> None:
    choose_group(page, "All skills")
    assert len(rows(page)) == 35
    press(qtbot, row(page, "Programming"), 2)
    choose_group(page, "All knowledge")
    assert len(rows(page)) == 33
    choose_group(page, "Rated by me")
    assert [one.element.name for one in rows(page)] == ["Programming"]


def test_a_name_that_is_skill_and_knowledge_says_which(page: SkillsPage) -> None:
    choose_group(page, "All skills")
    assert spoken(row(page, "Mathematics"), QAccessible.Text.Name) == "Mathematics (skill), not rated"
    choose_group(page, "All knowledge")
    assert spoken(row(page, "Mathematics"), QAccessible.Text.Name) == "Mathematics (knowledge), not rated"


def test_the_levels_of_a_career_are_a_start(qtbot: QtBot, page: SkillsPage) -> None:
    start_from(qtbot, page, NURSES_TITLE)
    settle_page(qtbot, page)
    assert says(page, "68 of 68 rated")
    pane = mine(page).pane
    assert careers(pane)[0] == NURSES_TITLE
    assert "Licensed Practical and Licensed Vocational Nurses" in careers(pane)[:5]
    assert says(pane, "Next to nothing missing.")
    assert not says(pane, "What is missing")
    choose_group(page, "All knowledge")
    for _ in range(4):
        qtbot.keyClick(row(page, "Medicine and Dentistry"), Qt.Key.Key_Left)
    settle_page(qtbot, page)
    nurses = next(place for place, title in enumerate(careers(pane)) if title == NURSES_TITLE)
    pane.list.setCurrentIndex(pane.model.index(nurses))
    assert says(pane, "What is missing")
    assert texts(pane.card)[texts(pane.card).index("What is missing") + 1] == "Medicine and Dentistry"
    assert says(pane, "You: 0 · asked: 4.5")


def test_the_career_chosen_stays_chosen_while_rating(qtbot: QtBot, page: SkillsPage) -> None:
    start_from(qtbot, page, NURSES_TITLE)
    settle_page(qtbot, page)
    pane = mine(page).pane
    pane.list.setCurrentIndex(pane.model.index(3))
    chosen = pane.chosen
    assert chosen is not None
    qtbot.keyClick(rows(page)[0], Qt.Key.Key_Right)
    settle_page(qtbot, page)
    assert pane.chosen is not None
    assert pane.chosen.asks.code == chosen.asks.code


def test_enter_and_the_button_open_a_career(qtbot: QtBot, page: SkillsPage) -> None:
    start_from(qtbot, page, NURSES_TITLE)
    settle_page(qtbot, page)
    pane = mine(page).pane
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    second = pane.model.near[1].asks.code
    with qtbot.waitSignal(page.occupation_chosen) as opened:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert opened.args == [second]
    with qtbot.waitSignal(page.occupation_chosen) as opened:
        click(qtbot, button(pane, "Open this career"))
    assert opened.args == [second]


# The notebook


def test_levels_are_there_again_when_the_notebook_is_opened_again(qtbot: QtBot, open_page: OpenPage) -> None:
    first = open_page()
    press(qtbot, row(first, "Speaking"), 6)
    settle_page(qtbot, first)
    assert row(open_page(), "Speaking").level == 6


def test_deleting_asks_first_and_takes_everything(qtbot: QtBot, page: SkillsPage) -> None:
    start_from(qtbot, page, NURSES_TITLE)
    settle_page(qtbot, page)
    for answer, left in (("Cancel", 68), ("Delete them", 0)):
        click(qtbot, button(page, "Delete my levels…"))
        dialog = next(one for one in page.findChildren(QDialog) if one.isVisible())
        click(qtbot, button(dialog, answer))
        settle_page(qtbot, page)
        assert len(page.own.levels) == left
    assert all(one.level is None for one in mine(page).rating.rows)
    assert says(page, "Rate about ten skills")
    assert not mine(page).pane.list.isVisible()
    kept: list[dict[str, int]] = []
    page.desk.ask(lambda notebook: notebook.own_skills.levels(), kept.append)
    settle_page(qtbot, page)
    assert kept == [{}]


def test_a_session_has_levels_of_its_own(qtbot: QtBot, page: SkillsPage) -> None:
    desk = page.desk
    press(qtbot, row(page, "Speaking"), 6)
    settle_page(qtbot, page)
    desk.ask(lambda notebook: notebook.sessions.start("A client"), desk.enter)
    settle_page(qtbot, page)
    assert row(page, "Speaking").level is None
    press(qtbot, row(page, "Speaking"), 2)
    settle_page(qtbot, page)
    desk.enter(None)
    settle_page(qtbot, page)
    assert row(page, "Speaking").level == 6


def test_a_page_that_is_closed_while_the_notebook_is_read_does_no_harm(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    desk = page.desk
    desk.ask(lambda notebook: notebook.own_skills.write("2.A.1.a", 3))
    page.own.read()
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    qtbot.waitUntil(lambda: desk.pending == 0)
    settle(qtbot)


# Near a career


def test_careers_near_a_career_are_apart_by_preparation(qtbot: QtBot, page: SkillsPage) -> None:
    page.show_near(OFFICERS)
    settle(qtbot)
    tab = current(page)
    assert tab.isVisible()
    assert tab.preparation.currentText().startswith("As much preparation")
    assert "Detectives and Criminal Investigators" in careers(tab.pane)[:5]
    words = [tab.preparation.itemText(place) for place in range(tab.preparation.count())]
    assert [text.partition(" (")[0] for text in words] == ["As much preparation", "More preparation", "Less preparation"]
    tab.preparation.setCurrentIndex(1)
    tab.preparation.activated.emit(1)
    assert all((near.asks.job_zone or 0) > 3 for near in tab.pane.model.near)
    assert says(tab, "What you keep")


def test_work_styles_and_values_of_a_near_career_are_told(qtbot: QtBot, page: SkillsPage) -> None:
    page.show_near(OFFICERS)
    settle(qtbot)
    card = current(page).pane.card

    def told() -> tuple[int, int]:
        words = texts(card)
        styles, values = words.index("Ways of working that help in it"), words.index("What it gives people most")
        return values - styles - 1, len(words) - values - 1

    qtbot.waitUntil(lambda: told() == (2 * 5, 2 * 3))


def test_a_near_career_can_be_compared_with_ones_own(qtbot: QtBot, page: SkillsPage) -> None:
    page.show_near(OFFICERS)
    settle(qtbot)
    near = current(page).pane.chosen
    assert near is not None
    with qtbot.waitSignal(page.compare_wanted) as wanted:
        click(qtbot, button(current(page), "Compare the two"))
    assert wanted.args == [(OnetSocCode(OFFICERS), near.asks.code)]


def test_a_career_that_is_not_rated_says_so(qtbot: QtBot, page: SkillsPage) -> None:
    page.show_near("33-9099.00")
    settle(qtbot)
    assert says(current(page), "This career has not been rated yet")
    assert not current(page).pane.list.isVisible()


# Sizes


@pytest.mark.parametrize("width", [520, 700, 1400])
def test_nothing_is_cut_off_sideways_at_any_width_and_the_largest_text(
    qtbot: QtBot, theme: Theme, page: SkillsPage, width: int
) -> None:
    for scale in (1.0, LARGEST_SCALE):
        theme.set_scale(scale)
        page.resize(width, 700)
        settle(qtbot)
        right = page.mapToGlobal(page.rect().topRight()).x()
        for chooser in rows(page):
            last = chooser.mapToGlobal(chooser.step_rect(7).bottomRight())
            assert last.x() <= right, scale
            assert chooser.height() >= chooser.heightForWidth(chooser.width())
            assert chooser.step_rect(7).height() >= 34 * scale
            assert chooser.step_rect(7).width() >= 24


def test_nothing_overlaps_in_a_small_window_with_text_at_200_percent(qtbot: QtBot, page: SkillsPage) -> None:
    page.resize(660, 700)
    page._theme.set_scale(2.0)
    settle(qtbot)
    assert page.mine is not None
    rating = page.mine.rating
    order = [rating.group, rating.filter, rating.take, rating.area]

    def apart() -> bool:
        places = [on_screen(widget, rating) for widget in order]
        return all(upper.bottom() < lower.top() for upper, lower in pairwise(places))

    qtbot.waitUntil(apart)
