"""Education of people hired, as a chart and as a table; experience and training beneath."""

from typing import TYPE_CHECKING

from careerguide.domain.needs import published_words
from careerguide.domain.page import OccupationPage, Share
from careerguide.domain.ratings import month_and_year, raters
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.ui.charts import ShareChart


class EducationPanel(Panel):
    """What schooling people in the occupation have. pyqtgraph is imported when the first chart is drawn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._card = Card(self.tr("Education of people hired"))
        self._sentence = label()
        self._chart: ShareChart | None = None
        self._table = FigureTable(theme, self.tr("Education of people hired"), (self.tr("Schooling"), self.tr("Percent")))
        self._source = label("", "caption")
        self._card.body.addWidget(self._sentence)
        self._card.body.addWidget(self._table)
        self._card.body.addWidget(self._source)
        self._experience = Card(self.tr("Experience and training"))
        self._experience_text = label()
        self._experience.body.addWidget(self._experience_text)
        self._bls = Card(self.tr("To start"))
        self._bls_text = label()
        self._bls.body.addWidget(self._bls_text)
        for card in (self._card, self._bls, self._experience):
            self.column.addWidget(card)

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        shares = page.schooling.education
        sentence = self._most(shares)
        self._sentence.setText(sentence or self.tr("The schooling of people in this career has not been surveyed yet."))
        self._table.setVisible(bool(shares))
        self._source.setVisible(bool(shares))
        if shares:
            self._the_chart().show_shares(shares, self.tr("Education of people hired, bar chart"), sentence)
            self._table.show_rows([(self._name(share), f"{share.percent:.1f} %") for share in shares])
            self._source.setText(self._surveyed(page))
        if self._chart is not None:
            self._chart.setVisible(bool(shares))
        projection = page.outlook.projection
        published = projection.typical_entry_education if projection else None
        entry = published_words(published) if published else None
        self._bls_text.setText(
            self.tr("Typical schooling to enter, by the Bureau of Labor Statistics: {0}.").format(entry)
            if entry
            else self.tr("The Bureau of Labor Statistics gives no typical schooling for this career.")
        )
        self._experience_text.setText(self._experience_lines(page))

    def _the_chart(self) -> "ShareChart":
        if self._chart is None:
            from careerguide.ui.charts import ShareChart

            self._chart = ShareChart(self.theme)
            self._card.body.insertWidget(self._card.body.indexOf(self._table), self._chart)
        return self._chart

    @staticmethod
    def _name(share: Share) -> str:
        return f"{share.level} ({share.note})" if share.note else share.level

    def _most(self, shares: tuple[Share, ...]) -> str:
        parts = [f"{share.percent:.0f} % {share.level[0].lower()}{share.level[1:]}" for share in shares[:3] if share.percent >= 1]
        return self.tr("Of the people hired: {0}.").format(", ".join(parts)) if parts else ""

    def _surveyed(self, page: OccupationPage) -> str:
        schooling = page.schooling
        words = self.tr("O*NET survey")
        if schooling.rated_by:
            words += self.tr(", answered by {0}").format(raters(schooling.rated_by))
        if schooling.n is not None:
            words += self.tr(" ({0} answers)").format(schooling.n)
        if schooling.date:
            words += f", {month_and_year(schooling.date)}"
        if any(share.low_precision for share in schooling.education):
            words += self.tr(". Some shares rest on few answers and are of low precision")
        return words + "."

    def _experience_lines(self, page: OccupationPage) -> str:
        schooling = page.schooling
        parts = (
            (self.tr("Work experience before"), schooling.experience),
            (self.tr("Training at the workplace or in a course"), schooling.on_site_training),
            (self.tr("Training on the job"), schooling.on_the_job_training),
        )
        not_surveyed = self.tr("not surveyed")
        lines = []
        for name, shares in parts:
            top = sorted(shares, key=lambda share: -share.percent)[:3]
            listed = ", ".join(f"{share.percent:.0f} % {share.level.lower()}" for share in top if share.percent >= 1)
            lines.append(f"{name}: {listed or not_surveyed}.")
        return "\n".join(lines)
