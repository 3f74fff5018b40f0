"""Columns: rows of widgets that become more rows where there is not enough width."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careerguide.ui.pieces.columns import Columns


class Box(QWidget):
    """A widget that asks for a size."""

    def __init__(self, parent: QWidget, width: int, height: int) -> None:
        super().__init__(parent)
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size


def laid_out(boxes: list[Box], holder: QWidget, narrowest: int, width: int, weights: list[int] | None = None) -> list[QRect]:
    columns = Columns(boxes, narrowest, weights)
    holder.setLayout(columns)
    columns.setGeometry(QRect(0, 0, width, columns.heightForWidth(width)))
    return [box.geometry() for box in boxes]


@given(
    heights=st.lists(st.integers(10, 200), min_size=1, max_size=7),
    narrowest=st.integers(60, 400),
    width=st.integers(60, 2000),
)
def test_widgets_fill_the_width_in_their_order_and_none_lies_over_another(
    qapp: QApplication, heights: list[int], narrowest: int, width: int
) -> None:
    holder = QWidget()
    boxes = [Box(holder, 50, height) for height in heights]
    places = laid_out(boxes, holder, narrowest, width)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(place.left() >= 0 and place.right() < width for place in places)
    assert all((before.top(), before.left()) < (after.top(), after.left()) for before, after in pairwise(places))
    assert all(place.width() >= min(narrowest, width) or len(places) == 1 for place in places)
    assert all(place.height() >= height for place, height in zip(places, heights, strict=True))
    assert max(place.bottom() for place in places) < holder.layout().heightForWidth(width)


def test_weights_widen_columns_where_one_row_holds_all(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    first, second = laid_out([Box(holder, 50, 20), Box(holder, 50, 20)], holder, 100, 512, [3, 2])
    assert (first.width(), second.width()) == (300, 200)


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    boxes = [Box(holder, 50, 20) for _ in range(3)]
    boxes[1].hide()
    first, _, third = laid_out(boxes, holder, 100, 412)
    assert (first.width(), third.width()) == (200, 200)


def test_rows_share_widgets_evenly(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    places = laid_out([Box(holder, 50, 20) for _ in range(5)], holder, 100, 4 * 112)
    tops = [place.top() for place in places]
    assert [tops.count(top) for top in sorted(set(tops))] == [3, 2]


def test_a_button_shows_all_its_words_where_a_style_sheet_lets_it_be_narrower(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setStyleSheet("QPushButton { min-width: 20px; }")
    buttons = [QPushButton("a word" + " and another" * (number == 2), holder) for number in range(6)]
    columns = Columns(buttons, 30)
    holder.setLayout(columns)
    holder.show()
    needed = max(button.sizeHint().width() for button in buttons)
    width = 6 * needed  # without the gaps between six of them
    columns.setGeometry(QRect(0, 0, width, columns.heightForWidth(width)))
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert [sum(button.y() == top for button in buttons) for top in sorted({button.y() for button in buttons})] == [3, 3]
