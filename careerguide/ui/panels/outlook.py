"""Pay and outlook: the salary range in the nation and in a chosen place, employment, growth and openings."""

from PySide6.QtGui import QStandardItemModel

from careerguide.domain.language import number, translate
from careerguide.domain.needs import published_words
from careerguide.domain.outlook import Category, Outlook, growth_words, people_words
from careerguide.domain.page import OccupationPage
from careerguide.domain.wages import NATION, PERCENTILES, Unit, Wages, a_unit, hourly, money, wage_words
from careerguide.ui.area_chooser import AreaChooser
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import Card, label, set_role
from careerguide.ui.pieces.pay_range import PayRange, percentile_captions
from careerguide.ui.theme import Theme


class PayCard(Card):
    """The pay range in a place the person chooses; `chooser` tells when they do."""

    def __init__(self, theme: Theme, areas: QStandardItemModel) -> None:
        self.chooser = AreaChooser(theme)
        super().__init__("", self.chooser)
        self.set_heading(self.tr("What it pays"))
        self.chooser.set_areas(areas)
        self._range = PayRange(theme)
        self._note = label("", "caption")
        self.body.addWidget(self._range)
        self.body.addWidget(self._note)

    def show_pay(self, outlook: Outlook, area: str) -> None:
        """Show the wages of the area with this code."""
        self.chooser.show_area(area)
        wages = outlook.wages
        shown = wages is not None and any(value is not None for value in wages.percentiles.values())
        self._range.setVisible(shown)
        if wages is not None and shown:
            self._range.show_wages(wages)
        self._note.setText(self._words(outlook, area))

    def _words(self, outlook: Outlook, area: str) -> str:
        wages = outlook.wages
        if wages is None or not wages.has_figures():
            missing = self.tr("Pay is not published for this career in this place.")
            if area != NATION and outlook.national_wages is not None and outlook.national_wages.has_figures():
                pay = wage_words(outlook.national_wages, "median")
                unit = a_unit(outlook.national_wages.unit)
                missing += self.tr(" The median in the United States is {0} {1}.").format(pay, unit)
            return missing
        words = self.tr("Dollars {0}.").format(a_unit(wages.unit))
        if wages.unit is Unit.YEAR and wages.median is not None and "median" not in wages.top_coded:
            words += self.tr(" The median is about {0} an hour (2,080 hours a year).").format(
                money(hourly(wages.median), Unit.HOUR)
            )
        if wages.unit is Unit.HOUR:
            words += self.tr(" For this career only hourly pay is published.")
        names = percentile_captions()
        unknown = [names[figure] for figure, value in wages.percentiles.items() if value is None and figure not in wages.top_coded]
        if unknown:
            words += self.tr(" Not published: {0}.").format(", ".join(unknown))
        return words


class OutlookPanel(Panel):
    """Pay in the nation and the chosen place side by side, and what is expected of the job market."""

    def __init__(self, theme: Theme, areas: QStandardItemModel) -> None:
        super().__init__(theme)
        self._pay = PayCard(theme, areas)
        self._pay.chooser.chosen.connect(self.area_chosen)
        headers = (self.tr("Pay"), self.tr("This place"), self.tr("United States"))
        self._table = FigureTable(theme, self.tr("Pay in figures"), headers)
        self._published = label("", "caption")
        self._pay.body.addWidget(self._table)
        self._pay.body.addWidget(self._published)
        self._growth = Card(self.tr("Will there be jobs?"))
        self._category = label("", "fact")
        self._sentence = label()
        self._figures = FigureTable(theme, self.tr("Job outlook in figures"), (self.tr("Outlook"), self.tr("Figure")))
        self._rule = label("", "caption")
        for widget in (self._category, self._sentence, self._figures, self._rule):
            self._growth.body.addWidget(widget)
        self._schooling = Card(self.tr("Schooling to enter"))
        self._schooling_text = label()
        self._schooling.body.addWidget(self._schooling_text)
        for card in (self._pay, self._growth, self._schooling):
            self.column.addWidget(card)
        self.area = NATION

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        outlook = page.outlook
        self._pay.show_pay(outlook, self.area)
        self._show_table(outlook)
        self._show_growth(outlook)
        self._show_schooling(page)

    def _show_table(self, outlook: Outlook) -> None:
        here, nation = outlook.wages, outlook.national_wages
        local = here is not None and here.area != NATION
        self._table.setVisible(here is not None or nation is not None)
        self._table.setColumnHidden(1, not local)
        names = (
            self.tr("Lowest 10 % earn up to"),
            self.tr("Lowest 25 % earn up to"),
            self.tr("Median: half earn more, half less"),
            self.tr("Highest 25 % earn at least"),
            self.tr("Highest 10 % earn at least"),
            self.tr("Mean"),
        )
        rows = [
            (name, _figure(here, figure), _figure(nation, figure))
            for name, figure in zip(names, (*PERCENTILES, "mean"), strict=True)
        ]
        rows.append((self.tr("Employees"), _people(here), _people(nation)))
        self._table.show_rows(rows)
        if local and here is not None:
            self._table.set_header(1, here.area_name)
        published = here or nation
        self._published.setText(
            self.tr("Published as {0} ({1}). {2}.").format(published.soc_title, published.soc, published.source)
            if published
            else ""
        )

    def _show_growth(self, outlook: Outlook) -> None:
        projection = outlook.projection
        self._category.setVisible(outlook.category is not None)
        self._figures.setVisible(projection is not None)
        self._rule.setVisible(projection is not None)
        if projection is None:
            self._sentence.setText(self.tr("No job outlook is published for this career."))
            return
        if outlook.category is not None:
            self._category.setText(category_word(outlook.category))
            set_role(self._category, "positive" if outlook.category is Category.BRIGHT else "fact")
        self._sentence.setText(outlook.sentence or self.tr("The figures of this cycle are shown without words."))
        base, target = projection.base_year, projection.target_year
        percent = self.tr("not available") if projection.change_percent is None else f"{projection.change_percent:+.1f} %"
        self._figures.show_rows(
            [
                (self.tr("Jobs in {0}").format(base), _number(projection.base_employment)),
                (self.tr("Jobs expected in {0}").format(target), _number(projection.target_employment)),
                (self.tr("Growth {0}–{1}").format(base, target), percent),
                (self.tr("Growth in words"), growth_words(outlook.growth) if outlook.growth else self.tr("not available")),
                (self.tr("Openings a year"), _openings(projection.openings_per_year)),
            ]
        )
        self._rule.setText(
            self.tr(
                "{0}. Published as {1} ({2}), self-employed people included. Career Guide computes the outlook word: bright means growth"
                " much faster than average, or at least 100,000 openings a year without decline; below average means decline."
            ).format(projection.source, projection.soc_title, projection.soc)
        )

    def _show_schooling(self, page: OccupationPage) -> None:
        projection = page.outlook.projection
        lines = []
        if projection and projection.typical_entry_education:
            lines.append(
                self.tr("Typical to enter, by the Bureau of Labor Statistics: {0}.").format(
                    published_words(projection.typical_entry_education)
                )
            )
            lines.append(
                self.tr("Work experience in a related job: {0}. Training on the job: {1}.").format(
                    _published(projection.work_experience),
                    _published(projection.on_the_job_training),
                )
            )
        if page.schooling.education:
            top = page.schooling.education[0]
            lines.append(
                self.tr("Most common among people hired, by the O*NET survey: {0} ({1:.0f} %).").format(top.level, top.percent)
            )
        self._schooling_text.setText("\n".join(lines) or self.tr("No figures on schooling are published for this career."))


def _figure(wages: Wages | None, figure: str) -> str:
    return wage_words(wages, figure) if wages is not None else translate("Outlook", "not published")


def _people(wages: Wages | None) -> str:
    return _number(wages.employment) if wages is not None else translate("Outlook", "not published")


def _number(value: int | None) -> str:
    return translate("Outlook", "not available") if value is None else number(value)


def _openings(value: int | None) -> str:
    return translate("Outlook", "not available") if value is None else people_words(value)


def category_word(category: Category) -> str:
    """The outlook category as a word for reading."""
    words = {
        Category.BRIGHT: translate("Outlook", "Bright"),
        Category.AVERAGE: translate("Outlook", "Average"),
        Category.BELOW_AVERAGE: translate("Outlook", "Below average"),
    }
    return words[category]


def _published(text: str | None) -> str:
    """What BLS assigns within a sentence."""
    words = published_words(text) if text else translate("Outlook panel", "not stated")
    return words[:1].lower() + words[1:]
