"""A table with a column for each occupation; where they do not fit, all figures stand in words under the name of each row."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from careerguide.reports.charts import LETTERS
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.picture import PictureView
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY

_APART = 14

Rows = Sequence[tuple[str, Sequence[str]]]


class _Roomy(QStyledItemDelegate):
    """Keeps figures of neighbouring columns apart."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(self._theme.px(_APART), 0)


class SideBySide(FigureTable):
    """Figures of occupations under their letters. `last` names a column of words after them, “” for none."""

    def __init__(self, theme: Theme, name: str, what: str, last: str = "") -> None:
        super().__init__(theme, name, (what, ""))
        self._what, self._last = what, last
        self._letters: Sequence[str] = ()
        self._titles: Sequence[str] = ()
        self._rows: Rows = ()
        self.setItemDelegate(_Roomy(theme, self))
        theme.changed.connect(self._arrange)

    def show_figures(self, rows: Rows, titles: Sequence[str], letters: Sequence[str] = LETTERS) -> None:
        """Show rows of a name and a figure for each occupation (and a last word); `titles` are the occupations under `letters`."""
        self._rows, self._titles, self._letters = rows, titles, letters[: len(titles)]
        self._arrange()

    @property
    def _headers(self) -> list[str]:
        return [*self._letters, *([self._last] if self._last else [])]

    def _fits(self) -> bool:
        metrics, room = self._theme.metrics(BODY), self.width() - self._theme.px(130)
        for column, header in enumerate(self._headers):
            texts = [header, *(figures[column] for _, figures in self._rows)]
            room -= max(metrics.horizontalAdvance(text) for text in texts) + self._theme.px(_APART) + 8
        return room >= 0

    def _arrange(self) -> None:
        if not self._rows:
            self.show_rows(())
            return
        headers = self._headers
        if self._fits():
            self._set_columns([self._what, *headers])
            for column, title in enumerate(self._titles, start=1):
                if (item := self.horizontalHeaderItem(column)) is not None:
                    item.setToolTip(title)
            self.show_rows([(name, *figures) for name, figures in self._rows])
        else:
            self._set_columns([self._what])
            self.show_rows([(f"{name}\n{self._in_words(figures)}",) for name, figures in self._rows])

    def _in_words(self, figures: Sequence[str]) -> str:
        """All figures of a row; a letter stays with its figure where the line breaks."""
        joined = [f"{header} {figure}".replace(" ", "\u00a0") for header, figure in zip(self._headers, figures, strict=True)]
        return "  ".join(joined)

    def _set_columns(self, headers: Sequence[str]) -> None:
        if self.columnCount() != len(headers):
            self.setColumnCount(len(headers))
        for place, header in enumerate(headers):
            self.set_header(place, header)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()


class PictureAndTable(QWidget):
    """A picture with its figures beside it, or beneath where there is not enough room."""

    def __init__(self, theme: Theme, table: SideBySide) -> None:
        super().__init__()
        self.picture = PictureView(theme)
        self.table = table
        columns = Columns([self.picture, table], theme.px(400))
        columns.setContentsMargins(0, 0, 0, 0)
        for part in (self.picture, table):
            columns.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(columns)
        columns.follow(theme, 400)
