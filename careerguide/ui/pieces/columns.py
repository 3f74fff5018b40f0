"""A row of widgets that becomes two rows, or a column, where there is not enough width."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QLayoutItem, QWidget

from careerguide.ui.pieces.flowing import Flowing
from careerguide.ui.theme import Theme


class Columns(Flowing):
    """Lays widgets out in rows of about the same number, none narrower than `narrowest` pixels; each row fills the width.

    `weights` widen columns where one row holds all. Rows are as high as their highest widget needs.
    """

    def __init__(self, widgets: Sequence[QWidget], narrowest: int, weights: Sequence[int] | None = None) -> None:
        super().__init__()
        self._narrowest = narrowest
        self._weights = weights
        self._gap = 12
        self._height_at: dict[int, int] = {}
        self._theme: Theme | None = None
        self._size = 0.0
        for widget in widgets:
            self.addWidget(widget)

    def set_narrowest(self, pixels: int) -> None:
        """Change the width below which a column is given up."""
        self._narrowest = pixels
        self.invalidate()

    def follow(self, theme: Theme, size: float) -> None:
        """Let the narrowest width be a size of the design, at the person's text size, whatever that becomes."""
        self._theme, self._size = theme, size
        theme.changed.connect(self._follow_theme)  # a method of ours: Qt ends the connection with us, unlike a function's
        self._follow_theme()

    def _follow_theme(self) -> None:
        if self._theme is not None:
            self.set_narrowest(self._theme.px(self._size))

    def invalidate(self) -> None:
        self._height_at.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        height = self._height_at.get(width)
        if height is None:
            height = self._height_at[width] = self._lay_out(QRect(0, 0, width, 0), apply=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, apply=True)

    def sizeHint(self) -> QSize:
        return QSize(self._narrowest, self.heightForWidth(self._narrowest))

    def minimumSize(self) -> QSize:
        """What one row needs: no width makes it lower, and what holds it may not give it less."""
        least = [item.minimumSize() for item in self.shown()]
        width = max((size.width() for size in least), default=0)
        return QSize(min(width, self._narrowest), max((size.height() for size in least), default=0))

    def _widths(self, width: int, columns: int, items: int) -> list[int]:
        room = width - self._gap * (columns - 1)
        if self._weights is None or columns != items or items != len(self._weights):
            return [room // columns] * columns
        total = sum(self._weights)
        return [room * weight // total for weight in self._weights]

    def _columns(self, items: list[QLayoutItem], width: int) -> int:
        """How many columns: rows of about the same number, none too narrow for what it holds."""
        most = max(1, min(len(items), (width + self._gap) // (self._narrowest + self._gap)))
        for rows in range(-(-len(items) // most), len(items)):
            columns = -(-len(items) // rows)
            widths = self._widths(width, columns, len(items))
            if all(_needed(item) <= widths[place % columns] for place, item in enumerate(items)):
                return columns
        return 1

    def _lay_out(self, rect: QRect, *, apply: bool) -> int:
        items = self.shown()
        if not items:
            return 0
        columns = self._columns(items, rect.width())
        top = rect.top()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            widths = self._widths(rect.width(), len(row), len(items))
            height = max(
                item.heightForWidth(widths[place]) if item.hasHeightForWidth() else item.sizeHint().height()
                for place, item in enumerate(row)
            )
            left = rect.left()
            for place, item in enumerate(row):
                if apply:
                    item.setGeometry(QRect(left, top, widths[place], height))
                left += widths[place] + self._gap
            top += height + self._gap
        return top - self._gap - rect.top()


def _needed(item: QLayoutItem) -> int:
    """How wide a widget must be to show all it holds: a style sheet's least width, as fingers want it, hides that of a button's words."""
    widget = item.widget()
    words = widget.sizeHint().width() if isinstance(widget, QAbstractButton) else 0
    return max(item.minimumSize().width(), words)
