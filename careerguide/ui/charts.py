"""Charts by pyqtgraph. Import this module only when a chart is looked at: it brings numpy."""

from collections.abc import Sequence

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from careerguide.domain.page import Share
from careerguide.reports.charts.drawing import percent_words
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import CAPTION


class ShareChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Shares as horizontal bars, the first at the top, percents at their ends. `show_shares` also describes it in a sentence."""

    _shares: tuple[Share, ...] = ()
    _drawn_width = 0

    def __init__(self, theme: Theme) -> None:
        super().__init__(enableMenu=False)
        self._theme = theme
        menu = self.getPlotItem().ctrlMenu  # never shown; without a parent it would outlive the chart and go at any moment
        menu.setParent(self, menu.windowFlags())
        self._track, self._bars = pg.BarGraphItem(x0=0, y=[], height=1, width=[]), pg.BarGraphItem(x0=0, y=[], height=1, width=[])
        self.addItem(self._track)
        self.addItem(self._bars)
        self._percents: list[pg.TextItem] = []
        self._names: list[pg.TextItem] = []
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setAntialiasing(True)
        self.hideAxis("bottom")
        self.getViewBox().setBorder(None)
        self.getViewBox().invertY(True)
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
        tokens = self._theme.tokens
        self.setBackground(tokens.surface)
        rows = list(range(len(self._shares)))
        names = [share.level for share in self._shares]
        longest = max((self._theme.metrics(CAPTION).horizontalAdvance(name) for name in names), default=0)
        above = longest > self.width() / 2
        thickness = 0.3 if above else 0.56
        self._track.setOpts(y=rows, height=thickness, width=[100.0] * len(rows), pen=None, brush=tokens.track)
        self._bars.setOpts(y=rows, height=thickness, width=[share.percent for share in self._shares], pen=None, brush=tokens.bar)
        percents = [(percent_words(share.percent), share.percent + 1, row) for row, share in enumerate(self._shares)]
        self._write(self._percents, percents, tokens.text, (0, 0.5))
        over = [(name, 0.0, row - thickness / 2) for row, name in enumerate(names)] if above else []
        self._write(self._names, over, tokens.muted, (0, 1))
        self._show_axis([] if above else names, tokens.muted)
        top = -0.9 if above else -0.5
        self.getViewBox().setRange(
            xRange=(0, 110 if above else 104), yRange=(top, max(len(rows) - 0.5, 0.5)), padding=0, disableAutoRange=True
        )
        self.setFixedHeight(self._theme.px(54 if above else 30) * max(len(rows), 1) + 16)

    def _write(
        self, items: list[pg.TextItem], texts: Sequence[tuple[str, float, float]], colour: str, anchor: tuple[float, float]
    ) -> None:
        """Texts at places of the plot; items are made once and used again."""
        while len(items) < len(texts):
            item = pg.TextItem(anchor=anchor)
            self.addItem(item)
            items.append(item)
        for item in items[len(texts) :]:
            item.hide()
        for item, (words, x, y) in zip(items, texts, strict=False):
            item.setFont(self._theme.font(CAPTION))
            item.setText(words, color=colour)
            item.setPos(x, y)
            item.show()

    def _show_axis(self, names: list[str], colour: str) -> None:
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
