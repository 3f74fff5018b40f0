"""Pieces of the window: pay range, table of figures, notice, link and bar."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from person import table_rows
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careerguide.domain.wages import PERCENTILES, Unit, Wages
from careerguide.ui.pieces.bar import Bar
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.link import Link
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.pay_range import PayRange
from careerguide.ui.theme import Mode, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def pixels(widget: QWidget, colour: str) -> int:
    image = picture(widget)
    return sum(image.pixelColor(x, y).name().upper() == colour for x in range(image.width()) for y in range(image.height()))


def some_wages(figures: list[float | None], top_coded: tuple[str, ...] = (), unit: Unit = Unit.YEAR) -> Wages:
    return Wages("99", "U.S.", unit, *figures, None, top_coded, None, "33-3051", "Officers", "OEWS")


figure = st.one_of(st.none(), st.floats(10_000, 250_000))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    figures=st.lists(figure, min_size=5, max_size=5),
    top_coded=st.sets(st.sampled_from(PERCENTILES)),
    width=st.integers(1, 1200),
    scale=st.sampled_from([1.0, 2.0]),
)
@example(figures=[None] * 5, top_coded=set(), width=400, scale=1.0)
@example(figures=[40_000.0] * 5, top_coded=set(), width=400, scale=1.0)
@example(figures=[None, None, 239_200.0, None, None], top_coded={"median", "p90"}, width=400, scale=2.0)
def test_any_wages_can_be_drawn_and_said(
    qtbot: QtBot, theme: Theme, figures: list[float | None], top_coded: set[str], width: int, scale: float
) -> None:
    theme.scale = scale
    drawn = PayRange(theme)
    drawn.show_wages(some_wages(figures, tuple(top_coded)))
    drawn.resize(width, drawn.sizeHint().height())
    picture(drawn)  # a fault while painting fails the test
    assert drawn.accessibleDescription().count(",") >= 4
    drawn.deleteLater()


def test_a_pay_range_begins_and_ends_where_its_figures_do(qtbot: QtBot, theme: Theme) -> None:
    drawn = PayRange(theme)
    qtbot.addWidget(drawn)
    drawn.resize(600, 96)
    drawn.show_wages(some_wages([20_000, 40_000, 60_000, 80_000, 100_000]))
    image = picture(drawn)
    row = [image.pixelColor(x, theme.px(42)).name().upper() for x in range(image.width())]
    margin, room = theme.px(44), 600 - 2 * theme.px(44)
    bar = [x for x, colour in enumerate(row) if colour == theme.tokens.bar]
    assert bar[0] == pytest.approx(margin + room / 4, abs=3)
    assert bar[-1] == pytest.approx(margin + room * 3 / 4, abs=3)


def test_a_table_is_as_high_as_its_rows_and_needs_no_scroll_bar(qtbot: QtBot, theme: Theme) -> None:
    table = FigureTable(theme, "Figures", ("What", "How much"))
    qtbot.addWidget(table)
    table.resize(300, 100)
    table.show()
    rows = [
        [f"A name that needs more than one line where there is little room, number {number}", str(number)] for number in range(6)
    ]
    table.show_rows(rows)
    QApplication.processEvents()
    assert table_rows(table) == rows
    assert table.height() >= sum(table.rowHeight(row) for row in range(6))
    assert table.rowHeight(0) >= 3 * theme.metrics(15).height()
    table.show_rows(rows[:2])
    assert table_rows(table) == rows[:2]
    assert table.verticalScrollBar().maximum() == 0


def test_a_table_is_as_high_at_a_width_wherever_it_comes_from(qtbot: QtBot, theme: Theme) -> None:
    """Else a scroll bar that comes and goes with the height would come and go for ever."""
    table = FigureTable(theme, "Figures", ("Figure", "0 to 100", "Standard error", "95 % interval"))
    qtbot.addWidget(table)
    table.show_rows([["A name that needs several lines of words", "57", "0.12 or so", "from 4.00 to 4.00"] for _ in range(2)])
    table.show()

    def heights(widths: range) -> dict[int, int]:
        found = {}
        for width in widths:
            table.resize(width, table.height())
            found[width] = table.height()  # at once, as a layout asks for it
        return found

    widening = heights(range(380, 620, 6))
    assert heights(range(614, 374, -6)) == widening
    assert len(set(widening.values())) > 2


def test_a_notice_shows_its_newest_message_and_buttons_only(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    pressed: list[str] = []
    notice.show_message("First.", {"One": lambda: pressed.append("one"), "Two": lambda: pressed.append("two")})
    notice.show_message("Second.", {"Three": lambda: pressed.append("three")})
    qtbot.waitUntil(lambda: [one.text() for one in notice.findChildren(QPushButton)] == ["Three"])
    assert notice.accessibleName() == "Second."
    qtbot.mouseClick(notice.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert pressed == ["three"]


def test_a_link_takes_a_second_line_where_one_is_too_short(qtbot: QtBot, theme: Theme) -> None:
    link = Link(theme)
    qtbot.addWidget(link)
    link.setText("First-Line Supervisors of Landscaping, Lawn Service, and Groundskeeping Workers")
    one_line = link.heightForWidth(2000)
    assert link.sizeHint().height() == one_line
    assert link.heightForWidth(200) >= 2 * theme.metrics(15).height()
    link.resize(200, link.heightForWidth(200))
    link.show()
    image = picture(link)
    lower_half = [image.pixelColor(x, y).name().upper() for x in range(200) for y in range(image.height() // 2, image.height())]
    assert theme.tokens.accent in lower_half


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_link_is_followed_by_enter_and_by_space(qtbot: QtBot, theme: Theme, pressed: Qt.Key) -> None:
    link = Link(theme)
    qtbot.addWidget(link)
    link.show()
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, pressed)


def test_a_bar_is_as_long_as_its_score_and_says_it(qtbot: QtBot, theme: Theme) -> None:
    bar = Bar(theme)
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    filled = []
    for score in (0, 50, 100):
        bar.show_score(score, f"Realistic: {score} of 100")
        assert bar.accessibleName() == f"Realistic: {score} of 100"
        filled.append(pixels(bar, theme.tokens.bar))
    assert filled[0] == 0
    assert filled[2] == pytest.approx(2 * filled[1], rel=0.1)
