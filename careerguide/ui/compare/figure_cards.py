"""Pay, schooling, growth and interests of the occupations compared: each as a picture and a table."""

from collections.abc import Mapping

from careerguide.domain.compare import Comparison, in_one_unit
from careerguide.domain.education import short_level
from careerguide.domain.interests import TYPES, interest_code, type_name
from careerguide.domain.language import number, translate
from careerguide.domain.outlook import people_words
from careerguide.domain.ratings import INTEREST, score_words, standardised
from careerguide.domain.wages import PERCENTILES, a_unit, wage_words
from careerguide.reports.charts import LETTERS, education_picture, growth_picture, interests_picture, pay_picture
from careerguide.ui.compare.side_by_side import PictureAndTable, Rows, SideBySide
from careerguide.ui.panels.outlook import category_word
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme


class PayCard(Card):
    """Pay ranges on one scale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("Compare", "What they pay"))
        self._table = SideBySide(theme, self.tr("Pay in figures"), self.tr("Pay"))
        self._content = PictureAndTable(theme, self._table)
        self._note = label("", "caption")
        self.body.addWidget(self._content)
        self.body.addWidget(self._note)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the pay of the occupations, all for a year or all for an hour."""
        unit, wages = in_one_unit([each for _, each in comparison.pays])
        published = [each for each in wages if each is not None and each.has_figures()]
        self._content.setVisible(bool(published))
        if not published:
            self._note.setText(self.tr("Pay is not published for these careers in this place."))
            return
        self._content.picture.show_picture(lambda ink, width: pay_picture(comparison.pays, ink, width))
        names = (
            self.tr("Lowest 10 % earn up to"),
            self.tr("Lowest 25 % earn up to"),
            self.tr("Median"),
            self.tr("Highest 25 % earn at least"),
            self.tr("Highest 10 % earn at least"),
            self.tr("Mean"),
        )
        rows = [
            (name, [translate("Compare", "–") if each is None else wage_words(each, figure) for each in wages])
            for name, figure in zip(names, (*PERCENTILES, "mean"), strict=True)
        ]
        self._table.show_figures(rows, [page.title for page in comparison.pages])
        whose = [
            self.tr("{0} is published as {1} ({2}).").format(letter, each.soc_title, each.soc)
            for letter, each in zip(LETTERS, wages, strict=False)
            if each is not None
        ]
        place = self.tr("{0}, dollars {1}. {2}.").format(published[0].area_name, a_unit(unit), published[0].source)
        self._note.setText(" ".join([place, *whose]))


class SchoolingCard(Card):
    """The schooling of people hired."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("Compare", "Education of people hired"))
        self._table = SideBySide(theme, self.tr("Education of people hired, percent"), self.tr("Schooling"))
        self._content = PictureAndTable(theme, self._table)
        self._note = label("", "caption")
        self.body.addWidget(self._content)
        self.body.addWidget(self._note)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the shares of each level, in the order of the levels."""
        shares = [{share.category: share for share in page.schooling.education} for page in comparison.pages]
        levels = {share.category: share.level for each in shares for share in each.values() if share.percent > 0}
        self._content.setVisible(bool(levels))
        if not levels:
            self._note.setText(self.tr("The schooling of people in these careers has not been surveyed yet."))
            return
        self._content.picture.show_picture(lambda ink, width: education_picture(comparison.schooling, ink, width))
        rows = [
            (
                short_level(category, levels[category]),
                [f"{each[category].percent:.1f} %" if category in each else translate("Compare", "–") for each in shares],
            )
            for category in sorted(levels)
        ]
        self._table.show_figures(rows, [page.title for page in comparison.pages])
        words = self.tr("O*NET survey of people in each career.")
        if any(share.low_precision for each in shares for share in each.values()):
            words += self.tr(" Some shares rest on few answers and are of low precision.")
        self._note.setText(words)


class GrowthCard(Card):
    """The change in jobs, and openings."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("Compare", "Will there be jobs?"))
        self._table = SideBySide(theme, self.tr("Job outlook in figures"), self.tr("Outlook"))
        self._content = PictureAndTable(theme, self._table)
        self._words = label()
        self._note = label("", "caption")
        for widget in (self._content, self._words, self._note):
            self.body.addWidget(widget)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what is expected of the occupations."""
        outlooks = [outlook for _, outlook in comparison.outlooks]
        projections = [each.projection for each in outlooks]
        known = [each for each in projections if each is not None]
        self._content.setVisible(bool(known))
        self._words.setVisible(bool(known))
        if not known:
            self._note.setText(self.tr("No job outlook is published for these careers."))
            return
        self._content.picture.show_picture(lambda ink, width: growth_picture(comparison.outlooks, ink, width))
        none = translate("Compare", "–")
        rows: Rows = [
            (self.tr("People who work in it"), [none if each.employment is None else number(each.employment) for each in outlooks]),
            (
                self.tr("Change in jobs"),
                [none if each is None or each.change_percent is None else f"{each.change_percent:+.1f} %" for each in projections],
            ),
            (
                self.tr("Openings a year"),
                [
                    none if each is None or each.openings_per_year is None else people_words(each.openings_per_year)
                    for each in projections
                ],
            ),
            (self.tr("Outlook"), [none if each.category is None else category_word(each.category) for each in outlooks]),
        ]
        self._table.show_figures(rows, [page.title for page in comparison.pages])
        said = [f"{letter}: {each.sentence}" for letter, each in zip(LETTERS, outlooks, strict=False) if each.sentence]
        self._words.setText("\n".join(said))
        self._words.setVisible(bool(said))
        self._note.setText(self.tr("{0}. Career Guide computes the outlook word.").format(known[0].source))


class InterestsCard(Card):
    """Interest profiles. `fits` are how occupations fit the person's own interests, in words, by code."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("Compare", "Interests"))
        self.fits: Mapping[str, str] = {}
        self._table = SideBySide(theme, self.tr("Interests, 0 to 100"), self.tr("Interest"))
        self._content = PictureAndTable(theme, self._table)
        self._note = label("", "caption")
        self.body.addWidget(self._content)
        self.body.addWidget(self._note)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show how well each type describes the occupations."""
        pages = comparison.pages
        scores = [{each.name: score_words(standardised(each.score, INTEREST)) for each in page.interests} for page in pages]
        self._content.setVisible(any(scores))
        if not any(scores):
            self._note.setText(self.tr("The interests of these careers have not been rated yet."))
            return
        self._content.picture.show_picture(lambda ink, width: interests_picture(comparison.interests, ink, width))
        rows: Rows = [(type_name(name), [each.get(name, translate("Compare", "–")) for each in scores]) for name in TYPES]
        first = (self.tr("Strongest three"), [interest_code(page.interests) or translate("Compare", "–") for page in pages])
        mine: Rows = (
            [(self.tr("Fit for you"), [self.fits.get(page.code) or translate("Compare", "–") for page in pages])]
            if self.fits
            else []
        )
        self._table.show_figures([*rows, first, *mine], [page.title for page in pages])
        self._note.setText(
            self.tr(
                "How well each type describes the work, from 0 to 100. Careers whose lines have the same shape tend to suit the same people."
            )
        )
