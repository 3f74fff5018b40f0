"""How sure a rating is: who rated, when, how many, and between which limits, in plain words."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from careerguide.domain.language import number, translate
from careerguide.domain.ratings import (
    IMPORTANCE,
    LEVEL,
    Estimate,
    Rating,
    Scale,
    certainty,
    month_and_year,
    raters,
    score_words,
    standardised,
)
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme


class CertaintyDialog(ScrolledDialog):
    """One rating, explained."""

    def __init__(self, theme: Theme, rating: Rating, parent: QWidget) -> None:
        super().__init__(translate("CertaintyDialog", "How sure is this?"), parent)
        column = self.column
        column.addWidget(label(rating.name, "section"))
        column.addWidget(label(rating.description, "caption"))
        for text in self._sentences(rating):
            column.addWidget(label(text, selectable=True))
        headers = [
            self.tr("Figure"),
            self.tr("0 to 100"),
            self.tr("Answers"),
            self.tr("Standard error"),
            self.tr("95 % interval"),
        ]
        table = FigureTable(theme, self.tr("The rating in figures"), headers)
        width, margins = self.room(theme.px(600)), column.contentsMargins()
        table.resize(width - margins.left() - margins.right(), 0)  # its names need as many lines as when it is shown
        table.show_rows(
            [
                self._row(self.tr("Importance (1 to 5)"), rating.importance, rating.importance_estimate, IMPORTANCE),
                self._row(self.tr("Level (0 to 7)"), rating.level, rating.level_estimate, LEVEL),
            ]
        )
        column.addWidget(table)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.buttons.addWidget(buttons)
        self.fit(width)

    def _sentences(self, rating: Rating) -> list[str]:
        who, when = raters(rating.rated_by), rating.date
        n = rating.importance_estimate.n
        rated = self.tr("Who rated this was not published.")
        if who is not None:
            people = f"{n} {who}" if n is not None else who
            rated = (
                self.tr("Rated by {0} in {1}.").format(people, month_and_year(when))
                if when
                else self.tr("Rated by {0}.").format(people)
            )
        sentences = [rated]
        if rating.importance is not None:
            sentences.append(
                self.tr("Importance: {0}").format(certainty(rating.importance, rating.importance_estimate, IMPORTANCE))
            )
        if rating.not_relevant:
            sentences.append(self.tr("Level: those who rated said it is not relevant to this career, so no level is shown."))
        elif rating.level is not None:
            sentences.append(self.tr("Level: {0}").format(certainty(rating.level, rating.level_estimate, LEVEL)))
        if rating.low_precision:
            sentences.append(
                self.tr("Low precision: few people answered, or their answers were far apart. Take it as a rough guide.")
            )
        return sentences

    def _row(self, name: str, value: float | None, estimate: Estimate, scale: Scale) -> tuple[str, ...]:
        none = "–"
        if value is None:
            return name, none, none, none, none
        bounds = none
        if estimate.lower is not None and estimate.upper is not None:
            bounds = self.tr("{0} to {1}").format(number(estimate.lower, 2), number(estimate.upper, 2))
        return (
            f"{name}: {number(value, 2)}",
            score_words(standardised(value, scale)),
            none if estimate.n is None else str(estimate.n),
            none if estimate.standard_error is None else number(estimate.standard_error, 2),
            bounds,
        )
