"""Pay and outlook, and choosing the place for which pay is shown."""

from collections.abc import Callable

import pytest
from person import (
    ACTORS,
    LEGISLATORS,
    OFFICERS,
    card,
    close,
    look_at,
    open_career,
    says,
    settle,
    table_rows,
    tables,
    texts,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.outlook import Category
from careerguide.domain.wages import PERCENTILES, AreaKind, Wages, wage_words
from careerguide.reports.page_json import page_json
from careerguide.ui.area_chooser import AreaChooser
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pieces.labels import FactCard
from careerguide.ui.pieces.pay_range import PayRange

CALIFORNIA = "06"
SURGEONS = "29-1211.00"
OpenWindow = Callable[..., MainWindow]


def chooser(qtbot: QtBot, window: MainWindow, section: str) -> AreaChooser:
    """The place chooser of a panel."""
    found = look_at(qtbot, window, section).findChild(AreaChooser)
    assert isinstance(found, AreaChooser)
    return found


def field(place: AreaChooser) -> QLineEdit:
    edit = place.lineEdit()
    assert isinstance(edit, QLineEdit)
    return edit


def type_place(qtbot: QtBot, place: AreaChooser, words: str, *keys: Qt.Key) -> None:
    """Type into the chooser and press keys; where a list of names has come up, it gets them, as on a screen."""
    edit = field(place)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)
    for key in keys:
        offered = place.completer().popup()
        qtbot.keyClick(offered if offered.isVisible() else edit, key)
    settle(qtbot)


def wages_in(guide: Guide, code: str, area: str) -> Wages:
    wages = guide.page(code, area).outlook.wages
    assert wages is not None
    return wages


def pay_fact(qtbot: QtBot, window: MainWindow) -> list[str]:
    """What the overview gives as the median pay."""
    panel = look_at(qtbot, window, "Overview")
    return next(texts(one)[1:] for one in panel.findChildren(FactCard) if texts(one)[0] == "Median pay")


def pay_table(qtbot: QtBot, window: MainWindow) -> list[list[str]]:
    return table_rows(tables(look_at(qtbot, window, "Pay and outlook"))[0])


# Figures


def test_pay_stands_in_figures_as_on_the_command_line(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    wages = page_json(guide.page(OFFICERS))["outlook"]["wages"]
    rows = pay_table(qtbot, window)
    assert [row[-1] for row in rows[:6]] == [f"${wages[figure]:,.0f}" for figure in (*PERCENTILES, "mean")]
    assert rows[6] == ["Employees", f"{wages['employment']:,}"]
    assert [len(row) for row in rows] == [2] * 7  # the nation needs no second column


def test_pay_of_actors_is_given_by_the_hour_only(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, ACTORS)
    wages = wages_in(guide, ACTORS, "99")
    assert pay_fact(qtbot, window) == [f"${wages.median:.2f}", "an hour, United States"]
    panel = look_at(qtbot, window, "Pay and outlook")
    assert says(panel, "Dollars an hour. For this career only hourly pay is published.")
    assert pay_table(qtbot, window)[2][-1] == f"${wages.median:.2f}"
    assert not says(panel, "2,080")


def test_a_year_of_pay_is_also_given_by_the_hour(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    median = wages_in(guide, OFFICERS, "99").median
    assert median is not None
    words = f"Dollars a year. The median is about ${median / 2080:.2f} an hour (2,080 hours a year)."
    assert says(look_at(qtbot, window, "Overview"), words)


def test_pay_at_the_limit_is_or_more_and_never_a_plain_figure(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    def is_at_the_limit(area: str) -> bool:
        wages = guide.page(SURGEONS, area).outlook.wages
        return wages is not None and "p90" in wages.top_coded

    top = next(area.code for area in guide.areas() if area.kind is AreaKind.STATE and is_at_the_limit(area.code))
    open_career(qtbot, window, SURGEONS)
    choose(qtbot, window, guide, top)
    assert pay_table(qtbot, window)[4][1] == wage_words(wages_in(guide, SURGEONS, top), "p90")
    assert pay_table(qtbot, window)[4][1].endswith(" or more")
    drawn = look_at(qtbot, window, "Pay and outlook").findChild(PayRange)
    assert isinstance(drawn, PayRange)
    assert drawn.accessibleDescription().endswith(" or more")


def test_the_pay_range_says_in_words_what_it_draws(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    wages = wages_in(guide, OFFICERS, "99")
    drawn = look_at(qtbot, window, "Overview").findChild(PayRange)
    assert isinstance(drawn, PayRange)
    assert drawn.accessibleName() == "Pay range"
    captions = ("lowest 10 %", "lowest 25 %", "median", "highest 25 %", "highest 10 %")
    said = [f"{words} {wage_words(wages, figure)}" for words, figure in zip(captions, PERCENTILES, strict=True)]
    assert drawn.accessibleDescription() == ", ".join(said)


def test_the_outlook_stands_in_figures_as_on_the_command_line(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Pay and outlook")
    outlook = page_json(guide.page(OFFICERS))["outlook"]
    projection = outlook["projection"]
    base, target = projection["base_year"], projection["target_year"]
    assert table_rows(tables(panel)[1]) == [
        [f"Jobs in {base}", f"{projection['base_employment']:,}"],
        [f"Jobs expected in {target}", f"{projection['target_employment']:,}"],
        [f"Growth {base}–{target}", f"{projection['change_percent']:+.1f} %"],
        ["Growth in words", projection["growth"]],
        ["Openings a year", f"{projection['openings_per_year']:,}"],
    ]
    told = texts(card(panel, "Will there be jobs?"))
    assert told[1:3] == ["Average", outlook["sentence"]]
    assert "Career Guide computes the outlook word" in told[-1]


@pytest.mark.parametrize(("category", "word"), [(Category.BRIGHT, "Bright"), (Category.BELOW_AVERAGE, "Below average")])
def test_a_bright_outlook_is_a_word_with_a_colour_of_its_own(
    qtbot: QtBot, window: MainWindow, guide: Guide, category: Category, word: str
) -> None:
    code = next(one.code for one in guide.occupations() if guide.page(one.code).outlook.category is category)
    open_career(qtbot, window, code)
    told = texts(card(look_at(qtbot, window, "Pay and outlook"), "Will there be jobs?"))
    assert told[1] == word
    tokens = window.theme.tokens
    wanted = tokens.positive if category is Category.BRIGHT else tokens.text
    label = next(one for one in look_at(qtbot, window, "Overview").findChildren(FactCard) if texts(one)[:2] == ["Outlook", word])
    assert dark_pixels(label, wanted) > 20


def dark_pixels(widget: FactCard, colour: str) -> int:
    image = widget.grab().toImage()
    return sum(image.pixelColor(x, y).name().upper() == colour.upper() for x in range(image.width()) for y in range(image.height()))


def test_without_a_projection_a_sentence_says_so(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, "55-1011.00")
    panel = look_at(qtbot, window, "Pay and outlook")
    assert says(panel, "No job outlook is published for this career.")
    assert says(panel, "Pay is not published for this career in this place.")
    assert says(panel, "No figures on schooling are published for this career.")
    assert tables(panel) == []


def test_without_pay_but_with_an_outlook_the_outlook_is_shown(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    outlook = guide.page(LEGISLATORS).outlook
    assert outlook.wages is None
    assert outlook.projection is not None
    open_career(qtbot, window, LEGISLATORS)
    panel = look_at(qtbot, window, "Pay and outlook")
    assert says(panel, "Pay is not published for this career in this place.")
    assert len(tables(panel)) == 1


# Places


def choose(qtbot: QtBot, window: MainWindow, guide: Guide, area: str, section: str = "Pay and outlook") -> None:
    """Choose a place from the list."""
    name = next(one.name for one in guide.areas() if one.code == area)
    place = chooser(qtbot, window, section)
    type_place(qtbot, place, name, Qt.Key.Key_Return)


def test_choosing_california_changes_the_pay_on_both_panels(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    nation, california = (wages_in(guide, OFFICERS, area) for area in ("99", CALIFORNIA))
    assert nation.median != california.median
    open_career(qtbot, window, OFFICERS)
    assert pay_fact(qtbot, window)[0] == wage_words(nation, "median")
    choose(qtbot, window, guide, CALIFORNIA, section="Overview")
    assert pay_fact(qtbot, window) == [wage_words(california, "median"), "a year, California"]
    assert [row[1:] for row in pay_table(qtbot, window)[:6]] == [
        [wage_words(california, figure), wage_words(nation, figure)] for figure in (*PERCENTILES, "mean")
    ]
    for section in ("Overview", "Pay and outlook"):
        assert chooser(qtbot, window, section).currentText() == "California"
    header = tables(look_at(qtbot, window, "Pay and outlook"))[0].horizontalHeaderItem(1)
    assert header is not None
    assert header.text() == "California"


def test_the_place_stays_for_other_careers_and_comes_back_to_the_nation(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    choose(qtbot, window, guide, CALIFORNIA)
    open_career(qtbot, window, "29-1141.00")
    assert pay_fact(qtbot, window) == [wage_words(wages_in(guide, "29-1141.00", CALIFORNIA), "median"), "a year, California"]
    type_place(qtbot, chooser(qtbot, window, "Overview"), "United States", Qt.Key.Key_Return)
    assert pay_fact(qtbot, window)[1] == "a year, United States"


def test_the_place_is_remembered_for_the_next_window(qtbot: QtBot, open_window: OpenWindow, guide: Guide) -> None:
    window = open_window()
    open_career(qtbot, window, OFFICERS)
    choose(qtbot, window, guide, CALIFORNIA)
    close(window)
    again = open_window()
    open_career(qtbot, again, OFFICERS)
    assert pay_fact(qtbot, again)[1] == "a year, California"
    assert chooser(qtbot, again, "Overview").currentText() == "California"


def test_a_remembered_place_that_the_guide_does_not_know_gives_the_nation(
    qtbot: QtBot, open_window: OpenWindow, small_guide: object, guide: Guide
) -> None:
    window = open_window()
    open_career(qtbot, window, OFFICERS)
    choose(qtbot, window, guide, "02")
    close(window)
    again = open_window(small_guide)
    open_career(qtbot, again, OFFICERS)
    assert pay_fact(qtbot, again)[1] == "a year, United States"


def test_a_place_without_figures_says_so_and_gives_the_national_median(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    def has_no_figures(area: str) -> bool:
        wages = guide.page(OFFICERS, area).outlook.wages
        return wages is None or not wages.has_figures()

    area = next(one.code for one in guide.areas() if has_no_figures(one.code))
    national = wage_words(wages_in(guide, OFFICERS, "99"), "median")
    open_career(qtbot, window, OFFICERS)
    choose(qtbot, window, guide, area)
    words = f"Pay is not published for this career in this place. The median in the United States is {national} a year."
    for section in ("Pay and outlook", "Overview"):
        assert says(look_at(qtbot, window, section), words)
    assert pay_fact(qtbot, window) == ["Not available", "not published for this place"]
    for drawn in window.findChildren(PayRange):
        assert not drawn.isVisible()


def test_part_of_a_name_and_enter_choose_the_first_place_that_has_it(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    place = chooser(qtbot, window, "Overview")
    type_place(qtbot, place, "calif", Qt.Key.Key_Return)
    assert field(place).text() == "California"
    assert pay_fact(qtbot, window)[1] == "a year, California"


def test_places_are_offered_while_one_types_part_of_their_name(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    place = chooser(qtbot, window, "Overview")
    type_place(qtbot, place, "SAN FRAN")
    offered = place.completer().completionModel()
    names = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert place.completer().popup().isVisible()
    assert names
    assert all("san fran" in name.casefold() for name in names)
    type_place(qtbot, place, "SAN FRAN", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert field(place).text() == names[0]
    assert pay_fact(qtbot, window)[1] == f"a year, {names[0]}"


@pytest.mark.parametrize("leaving", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_place_that_does_not_exist_gives_way_to_the_one_in_force(qtbot: QtBot, window: MainWindow, leaving: Qt.Key) -> None:
    open_career(qtbot, window, OFFICERS)
    place = chooser(qtbot, window, "Overview")
    before = pay_fact(qtbot, window)
    type_place(qtbot, place, "Atlantis", leaving)
    window.search.field.setFocus()
    assert field(place).text() == "United States"
    assert pay_fact(qtbot, window) == before


def test_an_emptied_place_gives_way_to_the_one_in_force(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    place = chooser(qtbot, window, "Overview")
    field(place).setFocus()
    field(place).selectAll()
    qtbot.keyClick(field(place), Qt.Key.Key_Backspace)
    window.search.field.setFocus()
    assert field(place).text() == "United States"


def test_arrow_keys_go_through_the_places(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    place = chooser(qtbot, window, "Overview")
    place.setFocus()
    qtbot.keyClick(place, Qt.Key.Key_Down)
    settle(qtbot)
    second = guide.areas()[1].name
    assert place.currentText() == second
    assert pay_fact(qtbot, window)[1] == f"a year, {second}"


def test_the_nation_the_states_and_then_the_areas_are_offered(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    place = chooser(qtbot, window, "Overview")
    names = [place.itemText(row) for row in range(place.count())]
    assert names == ["United States", *(area.name for area in guide.areas()[1:])]
