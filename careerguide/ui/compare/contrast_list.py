"""Elements in which occupations differ, as a picture and a table: the largest differences, or all."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from careerguide.domain.ratings import score_words
from careerguide.reports.charts import LETTERS, Contrast, differences_picture
from careerguide.ui.compare.side_by_side import PictureAndTable, SideBySide
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme

_FIRST = 8


class ContrastList(QWidget):
    """Shows contrasts under a heading; a button shows those after the first eight."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self._heading = heading
        self._all = False
        self._contrasts: Sequence[Contrast] = ()
        self._titles: Sequence[str] = ()
        self._places: Sequence[int] = ()
        self._table = SideBySide(theme, heading, self.tr("Name"), self.tr("Sure"))
        self._content = PictureAndTable(theme, self._table)
        self._none = label("", "caption")
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        for widget in (label(heading, "strong"), self._content, self._none, self._more):
            column.addWidget(widget)

    def show_contrasts(self, contrasts: Sequence[Contrast], titles: Sequence[str], places: Sequence[int], none: str) -> None:
        """Show the first of `contrasts`, or say `none` where there are none.

        `places` are the numbers, from 0, under which the occupations with these `titles` stand in the comparison.
        """
        self._contrasts, self._titles, self._places, self._all = contrasts, titles, places, False
        self._none.setText(none)
        self._render()

    def _toggle(self) -> None:
        self._all = not self._all
        self._render()

    def _render(self) -> None:
        shown = self._contrasts if self._all else self._contrasts[:_FIRST]
        self._content.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._more.setVisible(len(self._contrasts) > _FIRST)
        self._more.setText(self.tr("Show the largest only") if self._all else self.tr("Show all {0}").format(len(self._contrasts)))
        self._more.setAccessibleName(f"{self._heading}: {self._more.text()}")
        self._content.picture.show_picture(lambda ink, width: differences_picture(self._heading, shown, ink, width))
        rows = [
            (each.name, [*(score_words(each.figures[place]) for place in self._places), self._sure_word(sure=each.sure)])
            for each in shown
        ]
        self._table.show_figures(rows, self._titles, [LETTERS[place] for place in self._places])

    def _sure_word(self, *, sure: bool) -> str:
        return self.tr("yes") if sure else self.tr("no")
