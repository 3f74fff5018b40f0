"""A small read-only table of figures, as high as its rows; what a chart shows, for who cannot see the chart."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY

_MARGIN = 18


class FigureTable(QTableWidget):
    """Columns with headers, the first one words, the others figures set to the right."""

    def __init__(self, theme: Theme, name: str, headers: Sequence[str]) -> None:
        super().__init__(0, len(headers))
        self._theme = theme
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, text in enumerate(headers):
            self.set_header(place, text)
        self.horizontalHeader().sectionResized.connect(lambda place: self._fit() if place == 0 else None)
        theme.changed.connect(self._fit)

    def set_header(self, place: int, text: str) -> None:
        """Change the header of a column."""
        item = QTableWidgetItem(text)
        item.setTextAlignment(self._alignment(place))
        self.setHorizontalHeaderItem(place, item)
        self._fit()

    @staticmethod
    def _alignment(place: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows of text."""
        self.setRowCount(len(rows))
        for line, row in enumerate(rows):
            for place, text in enumerate(row):
                item = self.item(line, place)
                if item is None:
                    item = QTableWidgetItem()
                    item.setTextAlignment(self._alignment(place))
                    self.setItem(line, place, item)
                item.setText(text)
        self._fit()

    def _fit_figures(self, metrics: QFontMetrics) -> int:
        """Each column of figures as wide as its longest text; how wide they are together.

        Of Qt's own widths those of the columns follow the heights of the rows, and would go back and forth with them for ever.
        """
        header, together = self.horizontalHeader(), 0
        for place in range(1, self.columnCount()):
            items = [self.item(line, place) for line in range(self.rowCount())]
            texts = max((metrics.horizontalAdvance(item.text()) for item in items if item is not None), default=0)
            width = max(texts + _MARGIN, header.sectionSizeHint(place))
            self.setColumnWidth(place, width)
            together += width
        return together

    def _fit(self) -> None:
        """As high as the rows, whose texts may need several lines."""
        metrics = self._theme.metrics(BODY)
        room = QRect(0, 0, max(self.width() - self._fit_figures(metrics) - _MARGIN, 40), 10_000)
        for line in range(self.rowCount()):
            item = self.item(line, 0)
            text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text() if item is not None else "")
            self.setRowHeight(line, max(text.height() + 6, self._theme.px(28)))
        header_height = self._theme.px(34)
        self.horizontalHeader().setFixedHeight(header_height)
        self.setFixedHeight(header_height + sum(self.rowHeight(line) for line in range(self.rowCount())) + 4)
