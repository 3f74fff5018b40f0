"""Widgets beside each other at their own width, that go on in another row where there is no more room."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from careerguide.ui.pieces.flowing import Flowing

_GAP = 8


class Row(Flowing):
    """Lays widgets out from the start of the line, as a text runs. A widget wider than the row is as wide as the row."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self.shown()]
        width = sum(hint.width() for hint in hints) + _GAP * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self.shown()]
        return QSize(max((size.width() for size in least), default=0), max((size.height() for size in least), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        for item, place in self._places(rect.width()):
            if direction is Qt.LayoutDirection.RightToLeft:
                place.moveRight(rect.width() - 1 - place.left())
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Where each widget goes in a row of this width, from its corner; those of a line in its middle."""
        line: list[tuple[QLayoutItem, QRect]] = []
        left = top = 0
        for item in self.shown():
            wide = min(item.sizeHint().width(), width)
            if line and left + wide > width:
                yield from _level(line)
                top += max(place.height() for _, place in line) + _GAP
                line, left = [], 0
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            line.append((item, QRect(left, top, wide, high)))
            left += wide + _GAP
        yield from _level(line)


def _level(line: list[tuple[QLayoutItem, QRect]]) -> Iterator[tuple[QLayoutItem, QRect]]:
    high = max((place.height() for _, place in line), default=0)
    for item, place in line:
        yield item, place.translated(0, (high - place.height()) // 2)
