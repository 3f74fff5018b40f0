"""Comparing careers: adding, moving and taking out, what the cards show, and taking figures and pictures along."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browsing import type_and_enter
from person import (
    ACTORS,
    ALL_OTHER,
    LEGISLATORS,
    OFFICERS,
    OFFICERS_TITLE,
    button,
    card,
    click,
    from_the_top,
    says,
    settle,
    tables,
    texts,
)
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.compare import compare
from careerguide.domain.errors import GuideDamaged, GuideError
from careerguide.domain.page import OccupationPage
from careerguide.ui.compare.needs_card import NeedsCard
from careerguide.ui.compare.side_by_side import SideBySide
from careerguide.ui.compare_page import ComparePage
from careerguide.ui.pieces.combo import Combo
from careerguide.ui.pieces.picture import PictureView
from careerguide.ui.theme import Mode, Theme

NURSES = "29-1141.00"
Open = Callable[..., ComparePage]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, guide: Guide) -> Open:
    """Shows the page with some careers, in a window of a size."""

    def pages_of(codes: tuple[str, ...]) -> tuple[OccupationPage, ...]:
        return tuple(guide.page(code) for code in codes)

    def open_one(*codes: str, width: int = 1000, height: int = 700, for_reading: bool = False) -> ComparePage:
        page = ComparePage(theme, guide.occupations(), pages_of, for_reading=for_reading)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        page.show_codes(codes)
        settle(qtbot)
        return page

    return open_one


def titles(page: ComparePage) -> list[str]:
    """The careers at the head, from the left."""
    return [head.title.text() for head in page.heads if head.isVisible()]


def headings(page: ComparePage) -> list[str]:
    labels = [one for one in from_the_top(page.findChildren(QLabel)) if isinstance(one, QLabel)]
    return [one.text() for one in labels if one.property("role") == "section"]


def scroll_area(page: ComparePage) -> QScrollArea:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area


def cells(table: SideBySide, name: str) -> list[str]:
    """What stands in a row of a table after its name."""
    for row in range(table.rowCount()):
        texts = [item.text() for column in range(table.columnCount()) if (item := table.item(row, column)) is not None]
        if texts[0] == name:
            return texts[1:]
    raise AssertionError(f"no row “{name}”")


def table(page: QWidget, name: str) -> SideBySide:
    return next(one for one in tables(page) if isinstance(one, SideBySide) and one.accessibleName() == name)


def names(table: SideBySide) -> list[str]:
    return [item.text() for row in range(table.rowCount()) if (item := table.item(row, 0)) is not None]


# Which careers


def test_an_empty_page_says_what_it_is_for_and_offers_to_add(open_page: Open) -> None:
    page = open_page()
    assert says(page, "Put two to four careers side by side")
    assert page.add.isVisible()
    assert headings(page) == []


def test_careers_are_added_by_typing_part_of_a_title(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    changed: list[tuple[str, ...]] = []
    page.codes_changed.connect(changed.append)
    type_and_enter(qtbot, page.add, "customs and border")
    assert titles(page) == [OFFICERS_TITLE]
    assert says(page, "Add one more career")
    assert page.add.currentText() == ""
    type_and_enter(qtbot, page.add, "actors")
    assert titles(page)[1:] == ["Actors"]
    assert changed == [(OFFICERS,), (OFFICERS, ACTORS)]
    assert "What they pay" in headings(page)
    type_and_enter(qtbot, page.add, "actors")
    assert page.codes == (OFFICERS, ACTORS), "the same career twice is no comparison"


def test_with_four_there_is_no_more_to_add(open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS, LEGISLATORS, NURSES)
    assert len(titles(page)) == 4
    assert not page.add.isVisible()


def test_a_career_is_taken_out_by_its_button_and_the_keyboard_goes_on_from_there(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS, NURSES)
    with qtbot.waitSignal(page.codes_changed) as changed:
        click(qtbot, button(page, "Take Actors out of the comparison"))
    assert changed.args == [(OFFICERS, NURSES)]
    settle(qtbot)
    assert titles(page) == [OFFICERS_TITLE, "Registered Nurses"]
    assert page.heads[1].remove.hasFocus()
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Space)
        settle(qtbot)
    assert page.codes == ()
    assert page.add.hasFocus()
    assert headings(page) == []


def test_a_career_is_moved_to_the_left_and_letters_follow(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS)
    click(qtbot, button(page, "Move Actors to the left"))
    settle(qtbot)
    assert titles(page) == ["Actors", OFFICERS_TITLE]
    assert cells(table(page, "Pay in figures"), "Median") == ["$60,424", "$76,210"]
    assert not page.heads[0].left.isEnabled()
    assert page.heads[0].right.hasFocus(), "at the end the other arrow has the keyboard"


def test_a_title_opens_its_page(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS)
    with qtbot.waitSignal(page.occupation_chosen) as chosen:
        click(qtbot, page.heads[1].title)
    assert chosen.args == [ACTORS]


def test_a_report_of_what_is_compared_can_be_asked_for(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS)
    with qtbot.waitSignal(page.report_wanted) as wanted:
        click(qtbot, button(page, "Report…"))
    assert wanted.args == [(OFFICERS, ACTORS)]


def test_codes_that_the_guide_does_not_have_are_left_out_and_it_says_so(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    with qtbot.waitSignal(page.codes_changed) as changed:
        page.show_codes([OFFICERS, "99-9999.00", ACTORS, OFFICERS])
    settle(qtbot)
    assert changed.args == [(OFFICERS, ACTORS)]
    assert titles(page) == [OFFICERS_TITLE, "Actors"]


def test_showing_codes_is_no_change_by_the_person(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS)
    with qtbot.assertNotEmitted(page.codes_changed):
        page.show_codes((OFFICERS, NURSES))
        page.show_codes((OFFICERS, NURSES))
        settle(qtbot)
    assert titles(page)[1] == "Registered Nurses"


def test_a_guide_that_cannot_be_read_is_told_and_nothing_old_stays(qtbot: QtBot, theme: Theme, guide: Guide) -> None:
    def pages_of(codes: tuple[str, ...]) -> tuple[OccupationPage, ...]:
        if NURSES in codes:
            raise GuideDamaged("The guide file is damaged.")
        return tuple(guide.page(code) for code in codes)

    page = ComparePage(theme, guide.occupations(), pages_of)
    qtbot.addWidget(page)
    page.show()
    page.show_codes((OFFICERS, ACTORS))
    settle(qtbot)
    assert headings(page)
    failures: list[GuideError] = []
    page.failed.connect(failures.append)
    page.show_codes((OFFICERS, NURSES))
    settle(qtbot)
    assert [str(error) for error in failures] == ["The guide file is damaged."]
    assert headings(page) == []


def test_a_page_for_reading_has_nothing_to_change_or_to_take_along(open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS, for_reading=True)
    assert "What they pay" in headings(page)
    assert not page.add.isVisible()
    shown = [one.accessibleName() or one.text() for one in page.heads[0].findChildren(type(page.heads[0].left)) if one.isVisible()]
    assert shown == []
    assert not any(one in texts(page) for one in ("Copy figures", "Report…"))


# What the cards show


def test_every_card_shows_the_figures_of_the_pages(open_page: Open, guide: Guide) -> None:
    page = open_page(OFFICERS, NURSES, LEGISLATORS)
    assert headings(page) == [
        "What they pay",
        "Education of people hired",
        "Will there be jobs?",
        "How to prepare",
        "Interests",
        "Where they differ most",
        "What people in them do",
        "What would I need to go from one to another?",
    ]
    assert cells(table(page, "Pay in figures"), "Median") == ["$76,210", "$97,550", "–"]
    assert cells(table(page, "Job outlook in figures"), "Openings a year") == ["53,700", "189,100", "2,200"]
    assert cells(table(page, "Interests, 0 to 100"), "Strongest three") == ["CER", "SIC", "ESC"]
    assert cells(table(page, "Education of people hired, percent"), "Bachelor's degree")[2] == "–"
    assert says(card(page, "How to prepare"), "Job zone 3: Medium preparation")
    assert says(card(page, "Where they differ most"), "Not rated yet, so left out here: C.")
    largest = compare([guide.page(code) for code in (OFFICERS, NURSES, LEGISLATORS)]).skills[0]
    assert names(table(page, "Skills"))[0] == largest.name


def test_each_picture_says_in_words_what_it_shows_and_has_a_table_beside_it(open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS)
    pictures = [one for one in page.findChildren(PictureView) if one.isVisible()]
    assert len(pictures) == 8
    for picture in pictures:
        assert picture.accessibleName()
        assert len(picture.accessibleDescription()) > 40
        holder = picture.parentWidget()
        assert holder is not None
        assert [one.isVisible() for one in holder.findChildren(SideBySide)] == [True]


def test_careers_without_figures_say_so_in_each_card(open_page: Open) -> None:
    page = open_page(LEGISLATORS, "55-3015.00")
    for words in (
        "Pay is not published for these careers in this place.",
        "The schooling of people in these careers has not been surveyed yet.",
        "Fewer than two of these careers have been rated on this.",
        "Not rated for both careers.",
    ):
        assert says(page, words)


def test_the_switch_leaves_only_differences_that_are_sure(qtbot: QtBot, open_page: Open, guide: Guide) -> None:
    page = open_page(OFFICERS, ALL_OTHER, NURSES)
    switch = page.findChild(QCheckBox)
    assert isinstance(switch, QCheckBox)
    assert "95 % interval" in switch.toolTip()
    comparison = compare([guide.page(code) for code in (OFFICERS, ALL_OTHER, NURSES)])
    skills = card(page, "Where they differ most")
    click(qtbot, button(skills, f"Skills: Show all {sum(each.size > 0 for each in comparison.skills)}"))
    assert names(table(skills, "Skills")) == [each.name for each in comparison.skills if each.size > 0]
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    sure = [each.name for each in comparison.skills if each.sure]
    assert 0 < len(sure) < len(comparison.skills)
    assert names(table(skills, "Skills")) == sure[:8]
    assert "may be due to chance" not in " ".join(one.accessibleDescription() for one in skills.findChildren(PictureView))


def test_all_tasks_are_shown_on_demand(qtbot: QtBot, open_page: Open, guide: Guide) -> None:
    page = open_page(OFFICERS, ACTORS)
    tasks = card(page, "What people in them do")
    last = guide.page(OFFICERS).tasks[-1].statement
    assert not says(tasks, last)
    click(qtbot, button(tasks, "Show all tasks"))
    assert says(tasks, last)
    click(qtbot, button(tasks, "Show the first five only"))
    assert not says(tasks, last)


# From one to another


def choosers(page: ComparePage) -> tuple[NeedsCard, Combo, Combo]:
    found = page.findChild(NeedsCard)
    assert isinstance(found, NeedsCard)
    first, second = (one for one in from_the_top(found.findChildren(Combo)) if isinstance(one, Combo))
    return found, first, second


def test_what_one_would_need_is_shown_one_way_and_after_a_swap_the_other(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS)
    needed, first, second = choosers(page)
    assert (first.currentText(), second.currentText()) == (f"A  {OFFICERS_TITLE}", "B  Actors")
    assert names(table(needed, "Knowledge that is asked more"))[0] == "Fine Arts"
    assert says(needed, "High school diploma or equivalent → Some college, no degree")
    click(qtbot, button(needed, "Swap from and to"))
    assert names(table(needed, "Knowledge that is asked more"))[0] == "Law and Government"
    assert says(needed, "Some college, no degree → High school diploma or equivalent")


def test_any_two_of_those_compared_can_be_chosen_but_never_the_same(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS, NURSES)
    needed, first, second = choosers(page)
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert (first.currentIndex(), second.currentIndex()) == (0, 2)
    shown = table(needed, "Skills that are asked more")
    headers = [shown.horizontalHeaderItem(column) for column in range(1, 3)]
    assert [item.text() for item in headers if item is not None] == ["A", "C"]
    qtbot.keyClick(first, Qt.Key.Key_End)
    assert (first.currentIndex(), second.currentIndex()) == (2, 0)


# Taking along


def test_figures_are_copied_as_a_table_for_spreadsheets_and_texts(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS)
    click(qtbot, button(page, "Copy figures"))
    data: QMimeData = QGuiApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in data.text().splitlines()]
    assert rows[0] == ["Career", OFFICERS_TITLE, "Actors"]
    assert ["Pay, median, dollars a year", "76210", "60424"] in rows
    assert data.hasHtml()
    assert data.html().count("<tr>") == len(rows)


def save_as(qtbot: QtBot, page: ComparePage, name: str) -> None:
    """Press “Save picture…”, type a name into the dialog that opens, and press Enter."""

    def answer() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        field.setText(name)
        QTest.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(300, answer)
    click(qtbot, button(page, "Save picture…"))


@pytest.fixture
def dialogs_of_qt() -> Iterator[None]:
    """File dialogs drawn by Qt, which a test can type into."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.mark.usefixtures("dialogs_of_qt")
def test_the_charts_are_saved_as_one_svg_or_png(qtbot: QtBot, open_page: Open, tmp_path: Path) -> None:
    page = open_page(OFFICERS, ACTORS)
    save_as(qtbot, page, str(tmp_path / "careers.svg"))
    root = ElementTree.parse(tmp_path / "careers.svg").getroot()
    words = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    for title in ("Pay ranges", "Education of people hired", "Interest profiles", "Expected change in jobs"):
        assert title in words
    assert OFFICERS_TITLE in words
    save_as(qtbot, page, str(tmp_path / "careers.png"))
    image = QImage(str(tmp_path / "careers.png"))
    assert (image.width(), image.height()) == (2 * int(root.get("width") or 0), 2 * int(root.get("height") or 0))
    assert image.pixelColor(2, 2).name() == "#ffffff"


@pytest.mark.usefixtures("dialogs_of_qt")
@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are made with POSIX")
def test_a_folder_one_may_not_write_in_gives_a_sentence(qtbot: QtBot, open_page: Open, ordinary_person: Path) -> None:
    page = open_page(OFFICERS, ACTORS)
    folder = ordinary_person / "closed"
    folder.mkdir()
    folder.chmod(0o555)
    failures: list[GuideError] = []
    page.failed.connect(failures.append)
    save_as(qtbot, page, str(folder / "careers.png"))
    assert re.search(r"cannot be written", str(failures[0]))
    assert list(folder.iterdir()) == []
    folder.chmod(0o755)


# How it looks


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [620, 1500])
def test_nothing_scrolls_sideways_and_no_word_is_wider_than_its_place(
    open_page: Open, qtbot: QtBot, theme: Theme, scale: float, width: int
) -> None:
    theme.set_scale(scale)
    page = open_page(OFFICERS, ACTORS, NURSES, LEGISLATORS, width=width, height=700)
    area = scroll_area(page)
    content = area.widget()
    assert content.width() <= area.viewport().width()
    for shown in page.findChildren(SideBySide):
        if shown.isVisible():
            assert shown.horizontalHeader().length() <= shown.viewport().width() + 1, shown.accessibleName()
    for one in content.findChildren(QLabel):
        if one.isVisible():
            right = one.mapTo(content, QPoint(one.width(), 0)).x()
            assert right <= content.width(), one.text()
    theme.set_scale(1.0)


def test_figures_that_do_not_fit_side_by_side_stand_under_the_name_of_their_row(
    open_page: Open, qtbot: QtBot, theme: Theme
) -> None:
    theme.set_scale(2.0)
    page = open_page(OFFICERS, ACTORS, NURSES, LEGISLATORS, width=620)
    rows = [" ".join(name.split()) for name in names(table(page, "Pay in figures"))]
    assert "Median A $76,210 B $60,424 C $97,550 D –" in rows
    theme.set_scale(1.0)
    settle(qtbot)
    assert cells(table(page, "Pay in figures"), "Median") == ["$76,210", "$60,424", "$97,550", "–"]


def test_tab_goes_from_the_head_down_through_the_cards(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS, height=900)
    button(page, "Copy figures").setFocus()
    tops = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        tops.append(focused.mapTo(scroll_area(page).widget(), QPoint(0, 0)).y())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        if button(page, "Copy figures").hasFocus():
            break
    assert len(tops) > 15
    rows = [top // 60 for top in tops]
    assert rows == sorted(rows)


def test_everything_that_can_be_pressed_has_a_name(open_page: Open) -> None:
    page = open_page(OFFICERS, ACTORS)
    for one in page.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(one, QScrollArea):
            named = one.accessibleName() or getattr(one, "text", lambda: "")()
            assert named, one
