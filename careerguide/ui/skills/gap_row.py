"""One element of a career's gap: its name, both levels in words, and a bar of them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from careerguide.domain.own_skills import HIGHEST_LEVEL, Against
from careerguide.ui.pieces.labels import label
from careerguide.ui.skills.words import element_name
from careerguide.ui.theme import Theme


class _Levels(QWidget):
    """A bar from 0 to 7: filled up to the own level, striped from there to the level asked, which a line marks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._against: Against | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_against(self, against: Against, spoken: str) -> None:
        self._against = against
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._against is None:
            return
        tokens, thick = self._theme.tokens, self._theme.px(10)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top, length = (self.height() - thick) / 2, self.width() - 2
        own, asked = (length * level / HIGHEST_LEVEL for level in (self._against.own, self._against.asked))
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(QRectF(0, top, length, thick), thick / 2, thick / 2)
        if asked > own:
            painter.setBrush(QBrush(QColor(tokens.muted), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(QRectF(own, top, asked - own, thick))
        if own > 0:
            painter.setBrush(QColor(tokens.bar))
            painter.drawRoundedRect(QRectF(0, top, max(own, thick), thick), thick / 2, thick / 2)
        painter.setPen(QPen(QColor(tokens.text), self._theme.px(2)))
        painter.drawLine(round(asked) + 1, 1, round(asked) + 1, self.height() - 1)


class GapRow(QWidget):
    """Shows one element; its words stand beside the bar, so that nothing is said by the bar alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name, self._words, self._bar = label(), label("", "caption"), _Levels(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(2)
        for widget in (self._name, self._words, self._bar):
            column.addWidget(widget)

    def show_against(self, against: Against) -> None:
        """Show what is asked against what one has."""
        name = element_name(against.element)
        self._name.setText(name)
        words = self.tr("You: {0} · asked: {1}").format(f"{against.own:.1f}".removesuffix(".0"), f"{against.asked:.1f}")
        self._words.setText(words)
        spoken = self.tr("{0}: you have level {1:.1f}, asked is level {2:.1f} of 7")
        self._bar.show_against(against, spoken.format(name, against.own, against.asked))
