"""The knowledge and skills in which the occupations compared differ most."""

from PySide6.QtWidgets import QCheckBox

from careerguide.domain.compare import Comparison, Difference
from careerguide.reports.charts import LETTERS, Contrast
from careerguide.ui.compare.contrast_list import ContrastList
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme


class DifferencesCard(Card):
    """Where the occupations differ most, and a switch for what is sure."""

    def __init__(self, theme: Theme) -> None:
        self._sure = QCheckBox()
        super().__init__("", self._sure)
        self.set_heading(self.tr("Where they differ most"))
        self._sure.setText(self.tr("Only differences that are sure"))
        self._sure.setToolTip(
            self.tr(
                "Ratings come from a sample of people, so each has a range in which the true figure most likely lies (a 95 % interval)."
                " A difference is sure when the ranges of the highest and the lowest do not overlap."
            )
        )
        self._comparison: Comparison | None = None
        self._unrated = label("", "caption")
        self._knowledge = ContrastList(theme, self.tr("Knowledge"))
        self._skills = ContrastList(theme, self.tr("Skills"))
        rule = label(
            self.tr(
                "Importance and level together, from 0 to 100; what is not relevant counts as 0. Career Guide computes these figures."
            ),
            "caption",
        )
        for widget in (self._unrated, self._knowledge, self._skills, rule):
            self.body.addWidget(widget)
        self._sure.toggled.connect(self._render)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the differences of these occupations."""
        self._comparison = comparison
        unrated = [letter for letter, page in zip(LETTERS, comparison.pages, strict=False) if not any(page.ratings.values())]
        self._unrated.setText(self.tr("Not rated yet, so left out here: {0}.").format(", ".join(unrated)))
        self._unrated.setVisible(bool(unrated))
        self._render()

    def _render(self) -> None:
        assert self._comparison is not None
        titles = [page.title for page in self._comparison.pages]
        for shown, differences in ((self._knowledge, self._comparison.knowledge), (self._skills, self._comparison.skills)):
            contrasts = [
                Contrast(each.name, each.weights, each.sure)
                for each in differences
                if each.size > 0 and (each.sure or not self._sure.isChecked())
            ]
            shown.show_contrasts(contrasts, titles, range(len(titles)), self._why_none(differences))

    def _why_none(self, differences: tuple[Difference, ...]) -> str:
        if not differences:
            return self.tr("Fewer than two of these careers have been rated on this.")
        if self._sure.isChecked():
            return self.tr("No difference is sure. Take the tick away to see all.")
        return self.tr("They do not differ.")
