"""A score from 0 to 40 as a bar that can be moved: by keys, by a press anywhere on it, or by dragging."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from careerguide.ui.theme import Theme

_MOST, _PAGE = 40, 5


class ScoreSlider(QSlider):
    """A bar of a score with a mark where one's own score stands. The wheel scrolls the page instead of moving it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._own = 0
        self.setRange(0, _MOST)
        self.setPageStep(_PAGE)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_own(self, score: int) -> None:
        """Mark one's own score."""
        self._own = score
        self.setAccessibleDescription(self.tr("Your own score is {0} of {1}").format(score, _MOST))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(110), self._theme.px(36))

    def _knob(self) -> float:
        return self._theme.px(9)

    def _place(self, score: float) -> float:
        knob = self._knob() + 2
        return knob + (self.width() - 2 * knob) * score / _MOST

    def _move_to(self, x: float) -> None:
        knob = self._knob() + 2
        self.setValue(round((x - knob) / max(self.width() - 2 * knob, 1) * _MOST))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, thick, middle = self._theme.tokens, self._theme.px(10), self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, right, here = self._place(0), self._place(_MOST), self._place(self.value())
        for end, colour in ((right, tokens.track), (here, tokens.bar)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left - thick / 2, middle - thick / 2, end - left + thick, thick), thick / 2, thick / 2)
        own = self._place(self._own)
        painter.setPen(QPen(QColor(tokens.text), 2))
        painter.drawLine(QPointF(own, middle - thick), QPointF(own, middle + thick))
        painter.setPen(QPen(QColor(tokens.accent), 3 if self.hasFocus() else 2))
        painter.setBrush(QColor(tokens.accent_soft if self.hasFocus() else tokens.surface))
        painter.drawEllipse(QPointF(here, middle), self._knob(), self._knob())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
