"""How a saved career or a list is painted: its color label, its title over as many lines as it needs, and a line beneath."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from careerguide.domain.notebook import Colour
from careerguide.ui.saved.careers_model import COLOUR, NOTE, Index
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY, CAPTION

_WRAP = Qt.TextFlag.TextWordWrap


class CareerRow(QStyledItemDelegate):
    """Paints the rows of a `CareersModel` or a `ListsModel`."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def _width(self) -> int:
        bar = self._view.verticalScrollBar().sizeHint().width()
        return max(self._view.width() - bar - self._left() - self._theme.px(12), 40)

    def _left(self) -> int:
        return self._theme.px(22)

    def _title_height(self, title: str) -> int:
        return self._theme.metrics(BODY, 600).boundingRect(QRect(0, 0, self._width(), 10_000), _WRAP, title).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._title_height(str(index.data())) + self._theme.px(16)
        if index.data(NOTE):
            height += self._theme.metrics(CAPTION).height()
        return QSize(self._width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(tokens.accent), 2 if self._view.hasFocus() else 1))
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 8, 8)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(tokens.line))
            painter.setBrush(QColor(tokens.background))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 8, 8)
        colour = Colour(index.data(COLOUR))  # Qt gives the word alone
        if colour is not Colour.NONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.label_colour(colour)))
            painter.drawRoundedRect(QRectF(rect.left() + px(9), rect.top() + px(9), px(5), rect.height() - px(18)), 2, 2)
        title, top, left = str(index.data()), rect.top() + px(8), rect.left() + self._left()
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._theme.font(BODY, 600))
        high = self._title_height(title)
        painter.drawText(QRect(left, top, self._width(), high), _WRAP, title)
        note = index.data(NOTE)
        if note:
            metrics = self._theme.metrics(CAPTION)
            painter.setPen(QColor(tokens.muted))
            painter.setFont(self._theme.font(CAPTION))
            shown = metrics.elidedText(note, Qt.TextElideMode.ElideRight, self._width())
            painter.drawText(QRect(left, top + high, self._width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
