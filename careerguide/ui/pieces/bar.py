"""A bar from 0 to 100 with its number."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerguide.domain.ratings import score_words
from careerguide.ui.theme import CAPTION, Theme


class Bar(QWidget):
    """A filled bar and the number beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_score(self, score: float, spoken: str) -> None:
        """Show a score from 0 to 100; `spoken` is what a screen reader says."""
        self._score = score
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(190), self._theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(110), self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        length, thick = self.width() - px(40), px(10)
        track = QRectF(0, (self.height() - thick) / 2, length, thick)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(track, thick / 2, thick / 2)
        if self._score > 0:
            painter.setBrush(QColor(tokens.bar))
            filled = QRectF(track.left(), track.top(), max(length * self._score / 100, thick), thick)
            painter.drawRoundedRect(filled, thick / 2, thick / 2)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._theme.font(CAPTION))
        right = self.rect().adjusted(length, 0, 0, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, score_words(self._score))
