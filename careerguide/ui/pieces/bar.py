"""A bar from 0 to 100 with its number."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerguide.domain.ratings import score_words
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import CAPTION


class Bar(QWidget):
    """A filled bar and the number beside it, and where wanted a thin second one beneath."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score = 0.0
        self._second: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_score(self, score: float, spoken: str, second: float | None = None) -> None:
        """Show a score from 0 to 100 and perhaps a second one; `spoken` is what a screen reader says."""
        self._score, self._second = score, second
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def _height(self) -> int:
        return self._theme.px(22 if self._second is None else 40)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(190), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(110), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.height() if self._second is None else self.height() / 2
        self._paint(painter, 0, line, self._score, px(10), tokens.bar)
        if self._second is not None:
            self._paint(painter, line, line, self._second, px(5), tokens.positive)

    def _paint(self, painter: QPainter, top: float, line: float, score: float, thick: int, colour: str) -> None:
        tokens, length = self._theme.tokens, self.width() - self._theme.px(40)
        track = QRectF(0, top + (line - thick) / 2, length, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(track, thick / 2, thick / 2)
        if score > 0:
            painter.setBrush(QColor(colour))
            filled = QRectF(track.left(), track.top(), max(length * score / 100, thick), thick)
            painter.drawRoundedRect(filled, thick / 2, thick / 2)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._theme.font(CAPTION))
        right = QRectF(length, top, self.width() - length, line)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, score_words(score))
