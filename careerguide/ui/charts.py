"""Charts by pyqtgraph. Import this module only when a chart is looked at: it brings numpy."""

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from careerguide.domain.page import Share
from careerguide.ui.theme import CAPTION, Theme


class ShareChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Shares as horizontal bars, the first at the top, percents at their ends. `show_shares` also describes it in a sentence."""

    _shares: tuple[Share, ...] = ()
    _drawn_width = 0

    def __init__(self, theme: Theme) -> None:
        super().__init__(enableMenu=False)
        self._theme = theme
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setAntialiasing(True)
        self.hideAxis("bottom")
        self.getViewBox().setBorder(None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._draw)

    def show_shares(self, shares: tuple[Share, ...], name: str, sentence: str) -> None:
        """Draw `shares` in their order; `name` and `sentence` are what a screen reader says of the picture."""
        self._shares = shares
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self._draw()

    def _draw(self) -> None:
        """Names stand left of the bars; where they would take half of the width, above them."""
        self._drawn_width = self.width()
        tokens, font = self._theme.tokens, self._theme.font(CAPTION)
        self.clear()
        self.setBackground(tokens.surface)
        rows = list(range(len(self._shares)))
        percents = [share.percent for share in self._shares]
        names = [share.level for share in self._shares]
        longest = max((QFontMetrics(font).horizontalAdvance(name) for name in names), default=0)
        above = longest > self.width() / 2
        thickness = 0.3 if above else 0.56
        common = {"x0": 0, "y": rows, "height": thickness, "pen": None}
        self.addItem(pg.BarGraphItem(width=[100.0] * len(rows), brush=tokens.track, **common))
        self.addItem(pg.BarGraphItem(width=percents, brush=tokens.bar, **common))
        for row, percent in zip(rows, percents, strict=True):
            self._write(f"{percent:.0f} %" if percent >= 1 or percent == 0 else "< 1 %", tokens.text, percent + 1, row, (0, 0.5))
        self._show_names(names if not above else [], tokens.muted)
        for row, name in enumerate(names if above else []):
            self._write(name, tokens.muted, 0, row - thickness / 2, (0, 1))
        view = self.getViewBox()
        view.invertY(True)
        top = -0.9 if above else -0.5
        view.setRange(xRange=(0, 110 if above else 104), yRange=(top, max(len(rows) - 0.5, 0.5)), padding=0, disableAutoRange=True)
        self.setFixedHeight(self._theme.px(54 if above else 30) * max(len(rows), 1) + 16)

    def _write(self, words: str, colour: str, x: float, y: float, anchor: tuple[float, float]) -> None:
        item = pg.TextItem(words, color=colour, anchor=anchor)
        item.setFont(self._theme.font(CAPTION))
        item.setPos(x, y)
        self.addItem(item)

    def _show_names(self, names: list[str], colour: str) -> None:
        self.showAxis("left", bool(names))
        axis = self.getAxis("left")
        axis.setTicks([list(enumerate(names))])
        axis.setStyle(tickFont=self._theme.font(CAPTION), tickLength=0, autoExpandTextSpace=True)
        axis.setPen(None)
        axis.setTextPen(colour)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if self._shares and self._drawn_width != self.width():
            self._draw()
