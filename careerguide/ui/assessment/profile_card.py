"""The six scores of a result: the code, a hexagon, a table, and how sure they are."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.inventory import Scores
from careerguide.ui.assessment.hexagon import Hexagon
from careerguide.ui.assessment.wording import code_sentence, code_words, profile_sentence, sureness_sentence
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme


class ProfileCard(Card):
    """One's own scores, and beside them others that are tried."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._code = label("", "fact")
        self._said = label()
        self._sure = label("", "caption")
        self._hexagon = Hexagon(theme)
        self._table = FigureTable(theme, self.tr("Your interests in figures"), (self.tr("Interest"), self.tr("Score, 0–40")))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._code, self._said, self._table, self._sure):
            column.addWidget(widget)
        column.addStretch(1)
        self._halves = Columns([self._hexagon, right], theme.px(330))
        self.body.addLayout(self._halves)
        self._halves.follow(theme, 330)

    def show_scores(self, own: Scores, tried: Scores | None, sem: float) -> None:
        """Show one's own scores, and those that are tried, None for none; `sem` is the error of measurement in points of 40."""
        shown = tried or own
        self._code.setText(code_words(shown))
        self._code.setAccessibleName(code_sentence(shown))
        self._said.setText(
            self.tr("These are scores you try. Your own are the dashed line and stay as they are.") if tried else code_sentence(own)
        )
        self._sure.setText(sureness_sentence(shown, sem))
        self._hexagon.show_scores(own, tried, profile_sentence(shown))
        rows = zip(map(type_name, TYPES), own, shown, strict=True)
        self._table.show_rows(
            [(name, str(new) if new == mine else self.tr("{0} (yours: {1})").format(new, mine)) for name, mine, new in rows]
        )
