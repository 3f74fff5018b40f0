"""Browsing all careers: filters that combine, chips that take them back, and a table that opens what one chooses."""

import pytest
from browsing import (
    cells,
    chip,
    chips,
    field,
    go_browsing,
    headings,
    is_browsing,
    offered,
    pull_down,
    spoken,
    stops,
    tick,
    titles,
    type_and_enter,
    wait_for_browsing,
)
from person import ACTORS, LEGISLATORS, button, click, from_the_top, on_screen, page_title, settle, wait_for_page
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QStyleOptionButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.browse import Choices, Filters, Order, browse
from careerguide.domain.outlook import Category
from careerguide.ui.browse_page import BrowsePage
from careerguide.ui.facts_model import FactsModel
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pieces.chip import Chip

EVERY_CAREER = "1,016 careers"
EVERY_COLUMN = ["Career", "Median pay", "Growth", "Openings a year", "People", "Job zone", "Interests"]
MATHEMATICS = "2.C.4.a"


@pytest.fixture(scope="module")
def choices(guide: Guide) -> Choices:
    return guide.choices()


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> BrowsePage:
    """The page to browse, in front."""
    return go_browsing(qtbot, window)


def expected(choices: Choices, filters: Filters, order: Order = Order.TITLE) -> list[str]:
    return [facts.title for facts in browse(choices.facts, filters, order)]


def drawn(button: Chip) -> str:
    """What is painted on a chip."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    text: str = option.text  # type: ignore[attr-defined]
    return text


# The way there


def test_the_button_in_the_sidebar_and_ctrl_b_lead_to_browsing(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, button(window, "Browse all careers"))
    page = wait_for_browsing(qtbot, window)
    assert window.windowTitle() == "Browse – Career Guide"
    assert window.journey.page_code is None
    click(qtbot, button(window, "Back"))
    settle(qtbot)
    assert not page.isVisible()
    qtbot.keySequence(window.search.field, "Ctrl+B")
    settle(qtbot)
    assert page.isVisible()


def test_at_first_all_careers_stand_there_from_a_to_z(page: BrowsePage, guide: Guide) -> None:
    assert titles(page) == [occupation.title for occupation in guide.occupations()]
    assert page.count.text() == EVERY_CAREER
    assert page.sort.currentText() == "A to Z"
    assert chips(page) == []


# The table


def test_a_row_says_what_is_known(window: MainWindow, page: BrowsePage, choices: Choices) -> None:
    window.resize(1400, 800)
    QApplication.processEvents()
    assert headings(page) == EVERY_COLUMN
    rows = {facts.code: cells(page, titles(page).index(facts.title)) for facts in choices.facts[::100]}
    for facts in choices.facts[::100]:
        assert rows[facts.code][0] == facts.title
        assert rows[facts.code][1] == ("–" if facts.median_annual_usd is None else f"${facts.median_annual_usd:,.0f}")
        assert rows[facts.code][6] == (facts.interests or "–")
    (actors,) = [facts for facts in choices.facts if facts.code == ACTORS]
    assert actors.change_percent is not None
    assert cells(page, titles(page).index("Actors"))[1:3] == ["$60,424", f"{actors.change_percent:+.1f} %"]


def test_what_is_not_known_is_a_dash_and_hardly_anybody_is_said_in_words(page: BrowsePage, choices: Choices) -> None:
    assert cells(page, titles(page).index("Legislators"))[1] == "–"
    assert next(facts for facts in choices.facts if facts.code == LEGISLATORS).median_annual_usd is None
    model = FactsModel()
    soldier = next(facts for facts in choices.facts if facts.group == "55")
    few = next(facts for facts in choices.facts if facts.openings_per_year == 0)
    model.show_rows([soldier, few])
    assert [model.index(0, column).data() for column in range(1, 7)] == ["–"] * 6
    assert model.index(1, 3).data() == "fewer than 50"


def test_the_table_is_a_proper_model(qtmodeltester: ModelTester, choices: Choices) -> None:
    model = FactsModel()
    qtmodeltester.check(model, force_py=True)
    model.show_rows(list(choices.facts[:5]))
    model.show_rows([])


def test_no_figure_is_cut_off_in_its_column(window: MainWindow, page: BrowsePage) -> None:
    window.resize(1400, 800)
    for scale in (1.0, 2.0):
        window.theme.set_scale(scale)
        QApplication.processEvents()
        for column in range(1, 7):
            width = page.table.columnWidth(column)
            if not page.table.isColumnHidden(column):
                assert width >= page.table.sizeHintForColumn(column), (EVERY_COLUMN[column], scale)
                assert width >= page.table.horizontalHeader().sectionSizeHint(column), (EVERY_COLUMN[column], scale)


def test_columns_stay_where_they_are_whatever_is_chosen(qtbot: QtBot, page: BrowsePage) -> None:
    before = [page.table.columnWidth(column) for column in range(7)]
    tick(qtbot, page.interests, "Artistic")
    assert [page.table.columnWidth(column) for column in range(1, 7)] == before[1:]


def test_enter_opens_the_career_of_a_row(qtbot: QtBot, window: MainWindow, page: BrowsePage) -> None:
    third = titles(page)[2]
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    wait_for_page(qtbot, window, third)


def test_a_click_on_a_row_opens_it_and_back_leads_to_the_same_table(qtbot: QtBot, window: MainWindow, page: BrowsePage) -> None:
    tick(qtbot, page.outlook, "Bright")
    page.show_order(Order.PAY)
    before = titles(page)
    place = page.table.visualRect(page.table.model().index(3, 1)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_for_page(qtbot, window, before[3])
    click(qtbot, button(window, "Back"))
    settle(qtbot)
    assert is_browsing(window)
    assert titles(page) == before
    assert chips(page) == ["Bright"]


# Sorting


def click_heading(qtbot: QtBot, page: BrowsePage, column: str) -> None:
    header = page.table.horizontalHeader()
    left = header.sectionViewportPosition(EVERY_COLUMN.index(column))
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 8, header.height() // 2))


def test_a_click_on_a_heading_sorts_by_it(qtbot: QtBot, window: MainWindow, page: BrowsePage, choices: Choices) -> None:
    window.resize(1400, 800)
    QApplication.processEvents()
    orders = zip(("Median pay", "Growth", "Openings a year", "People", "Career"), [*list(Order)[1:-2], Order.TITLE], strict=True)
    for column, order in orders:
        click_heading(qtbot, page, column)
        assert titles(page) == expected(choices, Filters(), order), column
        assert page.sort.currentData() == order
    click_heading(qtbot, page, "Job zone")
    assert titles(page) == expected(choices, Filters())


def test_the_list_beside_the_count_sorts_too(qtbot: QtBot, page: BrowsePage, choices: Choices) -> None:
    tick(qtbot, page.outlook, "Below average")
    filters = Filters(outlooks=frozenset({Category.BELOW_AVERAGE}))
    page.sort.setFocus()
    for order in list(Order)[1:-1]:
        qtbot.keyClick(page.sort, Qt.Key.Key_Down)
        assert titles(page) == expected(choices, filters, order)


# Filters


def test_each_filter_narrows_and_a_chip_shows_it_and_takes_it_back(qtbot: QtBot, page: BrowsePage, choices: Choices) -> None:
    steps = [
        (page.group, "Health care", Filters(groups=frozenset({"29"}))),
        (page.interests, "Social", Filters(interests=frozenset("S"))),
        (page.zones, f"Job zone 5: {dict(choices.job_zones)[5]}", Filters(job_zones=frozenset({5}))),
        (page.outlook, "Bright", Filters(outlooks=frozenset({Category.BRIGHT}))),
    ]
    names = {code: name for code, name, _ in choices.groups}
    steps[0] = (page.group, names["29"], steps[0][2])
    for menu, words, filters in steps:
        tick(qtbot, menu, words)
        assert titles(page) == expected(choices, filters), words
        assert page.count.text() == f"{len(titles(page))} careers"
        assert chips(page) == [words]
        click(qtbot, chip(page, words))
        assert titles(page) == expected(choices, Filters())
        assert page.count.text() == EVERY_CAREER
        assert chips(page) == []


def test_pay_and_degree_narrow_and_are_taken_back(qtbot: QtBot, page: BrowsePage, choices: Choices) -> None:
    page.pay.setFocus()
    qtbot.keyClick(page.pay, Qt.Key.Key_End)
    assert page.pay.currentText() == "At least $150,000 a year"
    assert titles(page) == expected(choices, Filters(median_at_least_usd=150_000))
    page.no_degree.setFocus()
    qtbot.keyClick(page.no_degree, Qt.Key.Key_Space)
    assert titles(page) == expected(choices, Filters(median_at_least_usd=150_000, without_degree=True))
    assert chips(page) == ["At least $150,000 a year", "Without a degree", "Everything"]
    click(qtbot, chip(page, "At least $150,000 a year"))
    assert page.pay.currentText() == "Any pay"
    click(qtbot, chip(page, "Without a degree"))
    assert not page.no_degree.isChecked()
    assert page.count.text() == EVERY_CAREER


def test_a_tick_is_taken_away_in_the_menu_too(qtbot: QtBot, page: BrowsePage) -> None:
    tick(qtbot, page.outlook, "Bright")
    tick(qtbot, page.outlook, "Average")
    assert chips(page) == ["Average", "Bright", "Everything"]
    menu = pull_down(page.outlook)
    assert [action.isChecked() for action in menu.actions()] == [True, True, False]
    menu.close()
    tick(qtbot, page.outlook, "Bright")
    assert chips(page) == ["Average"]


def test_filters_combine_and_everything_takes_all_back(qtbot: QtBot, page: BrowsePage, choices: Choices) -> None:
    tick(qtbot, page.interests, "Realistic")
    tick(qtbot, page.outlook, "Bright")
    page.no_degree.click()
    filters = Filters(interests=frozenset("R"), outlooks=frozenset({Category.BRIGHT}), without_degree=True)
    assert titles(page) == expected(choices, filters)
    type_and_enter(qtbot, page.software, "Microsoft Excel")
    assert len(titles(page)) < len(expected(choices, filters))
    assert chips(page) == ["Realistic", "Bright", "Without a degree", "Microsoft Excel", "Everything"]
    click(qtbot, chip(page, "Everything"))
    assert titles(page) == expected(choices, Filters())
    assert chips(page) == []
    assert (page.filters(), page.software.currentText(), page.no_degree.isChecked()) == (Filters(), "", False)


def test_one_career_is_counted_as_one(qtbot: QtBot, page: BrowsePage, choices: Choices) -> None:
    tick(qtbot, page.group, next(name for code, name, _ in choices.groups if code == "11"))
    tick(qtbot, page.interests, "Artistic")
    assert titles(page) == expected(choices, Filters(groups=frozenset({"11"}), interests=frozenset("A")))
    assert len(titles(page)) == 1
    assert page.count.text() == "1 career"


def test_where_nothing_fits_a_sentence_says_what_to_do(qtbot: QtBot, page: BrowsePage, choices: Choices) -> None:
    tick(qtbot, page.zones, f"Job zone 1: {dict(choices.job_zones)[1]}")
    qtbot.keyClick(page.pay, Qt.Key.Key_End)
    assert titles(page) == []
    assert page.count.text() == "No career fits all of this. Take a choice back."
    click(qtbot, chip(page, "At least $150,000 a year"))
    assert len(titles(page)) > 0
    assert page.count.text() == f"{len(titles(page))} careers"


# Menus


def test_menus_say_how_many_careers_a_choice_would_leave(qtbot: QtBot, page: BrowsePage, choices: Choices) -> None:
    assert offered(page.group) == {name: sum(facts.group == code for facts in choices.facts) for code, name, _ in choices.groups}
    page.no_degree.click()
    for menu in (page.outlook, page.zones, page.interests):
        for words, number in list(offered(menu).items())[:3]:
            tick(qtbot, menu, words)
            assert len(titles(page)) == number, words
            tick(qtbot, menu, words)


def test_interests_add_to_each_other_in_the_numbers(qtbot: QtBot, page: BrowsePage) -> None:
    tick(qtbot, page.interests, "Realistic")
    both = offered(page.interests)
    assert both["Realistic"] == len(titles(page))
    tick(qtbot, page.interests, "Investigative")
    assert len(titles(page)) == both["Investigative"] < both["Realistic"]


def test_at_most_three_interests_can_be_ticked(qtbot: QtBot, page: BrowsePage) -> None:
    for words in ("Realistic", "Investigative", "Conventional"):
        tick(qtbot, page.interests, words)
    before = titles(page)
    assert 0 < len(before) < 500
    menu = pull_down(page.interests)
    assert [action.isEnabled() for action in menu.actions()] == [True, True, False, False, False, True]
    menu.close()
    tick(qtbot, page.interests, "Social")
    assert titles(page) == before
    assert chips(page) == ["Conventional", "Investigative", "Realistic", "Everything"]
    tick(qtbot, page.interests, "Realistic")
    menu = pull_down(page.interests)
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()


# What the guide is asked


def test_strong_in_something_leaves_those_who_are(qtbot: QtBot, page: BrowsePage, guide: Guide, choices: Choices) -> None:
    type_and_enter(qtbot, page.element, "Mathematics (knowledge)")
    assert titles(page) == expected(choices, Filters(codes=(guide.strong_in(MATHEMATICS),)))
    assert chips(page) == ["Mathematics (knowledge)"]
    click(qtbot, chip(page, "Mathematics (knowledge)"))
    assert page.count.text() == EVERY_CAREER
    assert page.element.currentText() == ""


def test_software_leaves_those_who_use_it(qtbot: QtBot, page: BrowsePage, guide: Guide, choices: Choices) -> None:
    type_and_enter(qtbot, page.software, "Python")
    python = guide.users_of("Python")
    assert titles(page) == expected(choices, Filters(codes=(python,)))
    type_and_enter(qtbot, page.element, "Mathematics (skill)")
    assert titles(page) == expected(choices, Filters(codes=(python, guide.strong_in("2.A.1.e"))))
    type_and_enter(qtbot, page.software, "AutoCAD")
    assert chips(page)[0] == "Mathematics (skill)"
    assert chips(page)[1].endswith("AutoCAD")


@pytest.mark.parametrize(("typed", "chosen"), [("pyth", "Python"), ("PYTHON", "Python")])
def test_part_of_a_name_and_enter_choose_the_first_that_has_it(
    qtbot: QtBot, page: BrowsePage, guide: Guide, typed: str, chosen: str
) -> None:
    type_and_enter(qtbot, page.software, typed)
    assert chips(page) == [chosen]
    assert page.software.currentText() == chosen
    assert len(titles(page)) == len(guide.users_of(chosen))


def test_what_is_no_software_is_not_asked_and_does_not_stay(qtbot: QtBot, page: BrowsePage) -> None:
    type_and_enter(qtbot, page.software, "no such thing")
    assert page.count.text() == EVERY_CAREER
    assert page.software.currentText() == ""
    assert chips(page) == []


def test_a_chip_keeps_its_name_while_one_types_something_else(qtbot: QtBot, page: BrowsePage) -> None:
    type_and_enter(qtbot, page.software, "Python")
    page.software.setEditText("Jav")
    page.no_degree.click()
    assert chips(page) == ["Without a degree", "Python", "Everything"]


def test_a_sign_in_the_name_of_a_software_stands_on_its_chip(qtbot: QtBot, page: BrowsePage) -> None:
    type_and_enter(qtbot, page.software, "MITRE ATT&CK software")
    assert drawn(chip(page, "MITRE ATT&CK software")) == "MITRE ATT&&CK software  ×"  # “&&” is painted as “&”


def test_two_questions_asked_at_once_are_both_answered(qtbot: QtBot, page: BrowsePage, guide: Guide, choices: Choices) -> None:
    page.element.setCurrentIndex(page.element.findData(MATHEMATICS))
    page.element.activated.emit(page.element.currentIndex())
    page.software.setCurrentIndex(page.software.findText("Python"))
    page.software.activated.emit(page.software.currentIndex())
    settle(qtbot)
    assert titles(page) == expected(choices, Filters(codes=(guide.strong_in(MATHEMATICS), guide.users_of("Python"))))


def test_an_answer_that_comes_after_everything_was_taken_back_is_not_wanted(qtbot: QtBot, page: BrowsePage) -> None:
    page.software.setCurrentIndex(page.software.findText("Python"))
    page.software.activated.emit(page.software.currentIndex())
    page.clear()
    settle(qtbot)
    assert page.count.text() == EVERY_CAREER
    assert chips(page) == []


def test_no_two_choices_of_a_list_have_the_same_words(page: BrowsePage) -> None:
    for box in (page.element, page.software, page.pay, page.sort):
        words = [box.itemText(row) for row in range(box.count())]
        assert len(set(words)) == len(words)
    assert {"Mathematics (knowledge)", "Mathematics (skill)"} <= {page.element.itemText(row) for row in range(page.element.count())}


# By key, by ear, in any size


def test_everything_one_can_stop_at_has_a_name(qtbot: QtBot, page: BrowsePage) -> None:
    tick(qtbot, page.interests, "Artistic")
    page.no_degree.click()
    QApplication.processEvents()
    assert [type(one).__name__ for one in stops(page) if not spoken(one)] == []
    assert {"Career group", "Median pay", "Strong in …", "Careers that fit", "Take back: Everything"} <= set(
        map(spoken, stops(page))
    )


def test_tab_goes_from_the_filters_over_the_chips_to_the_table(qtbot: QtBot, page: BrowsePage) -> None:
    tick(qtbot, page.interests, "Artistic")
    page.no_degree.click()
    QApplication.processEvents()
    page.software.setFocus()
    order = []
    for _ in range(6):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        order.append(spoken(page.window().focusWidget()))
    taking_back = ["Take back: Artistic", "Take back: Without a degree", "Take back: Everything"]
    assert order == ["Without a degree", *taking_back, "Sort by", "Careers that fit"]


def test_taking_choices_back_by_key_one_after_the_other_never_loses_the_place(qtbot: QtBot, page: BrowsePage) -> None:
    for words in ("Artistic", "Social"):
        tick(qtbot, page.interests, words)
    tick(qtbot, page.outlook, "Bright")
    chip(page, "Artistic").setFocus()
    after = []
    for _ in range(3):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
        QApplication.processEvents()
        after.append(spoken(page.window().focusWidget()))
    assert after == ["Take back: Social", "Take back: Bright", "Without a degree"]
    assert page.count.text() == EVERY_CAREER


def test_the_wheel_over_a_list_changes_no_choice(window: MainWindow, page: BrowsePage) -> None:
    handle = window.windowHandle()
    assert handle is not None
    boxes = [page.pay, page.element, page.software, page.sort]
    before = [box.currentIndex() for box in boxes]
    for box in boxes:
        for turn in (-120, 120):
            QTest.wheelEvent(handle, QPointF(on_screen(box, window).center()), QPoint(0, turn))
            assert [other.currentIndex() for other in boxes] == before
    assert page.count.text() == EVERY_CAREER


def test_hints_in_empty_fields_are_in_a_colour_one_can_read(window: MainWindow, page: BrowsePage) -> None:
    for box in (page.element, page.software):
        hint = field(box).palette().color(QPalette.ColorRole.PlaceholderText)
        assert hint == QColor(window.theme.tokens.muted)


def test_columns_make_room_for_titles_where_the_window_is_narrow(window: MainWindow, page: BrowsePage) -> None:
    shown = []
    for width in (1400, 1120, 1024):
        window.resize(width, 768)
        QApplication.processEvents()
        shown.append(headings(page))
        assert page.table.horizontalScrollBar().maximum() == 0
        assert page.table.columnWidth(0) > 200
    assert shown[0] == EVERY_COLUMN
    assert set(shown[2]) <= set(shown[1]) < set(shown[0])
    assert shown[2][:3] == ["Career", "Median pay", "Growth"]
    window.resize(1400, 768)
    QApplication.processEvents()
    assert headings(page) == EVERY_COLUMN


def standing_out(page: BrowsePage) -> list[str]:
    """What reaches over the sides of the page, or has less room than its words need."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        place = on_screen(widget, page)
        name = f"{type(widget).__name__} “{spoken(widget)}” at {place}"
        if place.left() < 0 or place.right() > page.width():
            found.append(f"{name} of {page.width()}")
        if isinstance(widget, Chip):
            if not drawn(widget).endswith("×") or widget.fontMetrics().horizontalAdvance(drawn(widget)) > widget.width():
                found.append(f"{name} cannot be seen to take back")
        elif isinstance(widget, QAbstractButton | QComboBox) and widget.width() < widget.minimumSizeHint().width():
            found.append(f"{name} needs {widget.minimumSizeHint().width()}")
        if isinstance(widget, QLabel) and widget.height() < widget.heightForWidth(widget.width()):
            found.append(f"{name} needs {widget.heightForWidth(widget.width())} down")
    return found


@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
def test_nothing_is_wider_than_the_page_at_1024_by_768(
    qtbot: QtBot, window: MainWindow, page: BrowsePage, choices: Choices, scale: float
) -> None:
    window.theme.set_scale(scale)
    window.resize(1024, 768)
    tick(qtbot, page.group, max((name for _, name, _ in choices.groups), key=len))
    tick(qtbot, page.zones, f"Job zone 1: {dict(choices.job_zones)[1]}")
    longest = max(choices.software, key=len)
    type_and_enter(qtbot, page.software, longest)
    QApplication.processEvents()
    assert len(chips(page)) == 4
    assert (window.width(), window.height()) == (1024, 768)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    assert standing_out(page) == []
    assert drawn(chip(page, longest)).endswith("…  ×")
    assert drawn(chip(page, "Everything")) == "Everything  ×"
    assert page.table.horizontalScrollBar().maximum() == 0
    area.ensureWidgetVisible(page.table)
    assert page.table.viewport().visibleRegion().boundingRect().height() > window.theme.px(34) * 5
    assert page_title(window) == ""
    assert from_the_top([page.count, page.table]) == [page.count, page.table]
