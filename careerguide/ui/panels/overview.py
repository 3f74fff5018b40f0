"""Overview: facts at a glance, what it is, titles also used, strongest skills, pay, preparation."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QPushButton

from careerguide.domain.education import short_level
from careerguide.domain.interests import interest_code
from careerguide.domain.outlook import Category
from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import Domain
from careerguide.domain.titles import question
from careerguide.domain.wages import NATION, a_unit, wage_words
from careerguide.ui.panels.center_card import CenterCard
from careerguide.ui.panels.outlook import PayCard, category_word
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, FactCard, label
from careerguide.ui.pieces.rating_row import RatingRow
from careerguide.ui.theme import Theme

_STRONGEST = 5


class OverviewPanel(Panel):
    """The first sight of an occupation."""

    def __init__(self, theme: Theme, areas: QStandardItemModel) -> None:
        super().__init__(theme)
        self.area = NATION
        self._facts = {
            "pay": FactCard(self.tr("Median pay")),
            "schooling": FactCard(self.tr("Usual schooling")),
            "outlook": FactCard(self.tr("Outlook")),
            "zone": FactCard(self.tr("Preparation")),
            "interests": FactCard(self.tr("Interests")),
        }
        self._fact_row = Columns(list(self._facts.values()), theme.px(152))
        self.column.addLayout(self._fact_row)

        self._what = Card(" ")
        self._text = label(selectable=True)
        self._plain_heading = label(self.tr("In plain words"), "strong")
        self._plain = label(selectable=True)
        self._called = label("", "caption", selectable=True)
        for widget in (self._text, self._plain_heading, self._plain, self._called):
            self._what.body.addWidget(widget)
        self._what.body.addStretch(1)
        self._skills = Card(self.tr("Strongest skills"))
        self._skills.body.setSpacing(2)
        self._skill_rows = [RatingRow(theme, brief=True) for _ in range(_STRONGEST)]
        for row in self._skill_rows:
            row.clicked.connect(lambda: self.section_chosen.emit("skills"))
            self._skills.body.addWidget(row)
        more = QPushButton(self.tr("All skills"))
        more.setProperty("role", "link")
        more.clicked.connect(lambda: self.section_chosen.emit("skills"))
        self._skills.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._skills.body.addStretch(1)
        self._pair = Columns([self._what, self._skills], theme.px(330), weights=(11, 8))
        self.column.addLayout(self._pair)

        self._center = CenterCard()
        self.column.addWidget(self._center)
        self._pay = PayCard(theme, areas)
        self._pay.chooser.chosen.connect(self.area_chosen)
        self.column.addWidget(self._pay)
        self._zone = Card(self.tr("How to prepare"))
        self._zone_text = label()
        self._zone_name = label("", "strong")
        self._zone.body.addWidget(self._zone_name)
        self._zone.body.addWidget(self._zone_text)
        self.column.addWidget(self._zone)
        theme.changed.connect(self._resize_columns)

    def _resize_columns(self) -> None:
        self._fact_row.set_narrowest(self.theme.px(152))
        self._pair.set_narrowest(self.theme.px(330))

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        self._show_facts(page)
        self._what.set_heading(question(page.title, translated=page.title_is_translated))
        self._text.setText(page.overview or self.tr("There is no description of this career yet."))
        both = bool(page.definition and page.summary)
        self._plain_heading.setVisible(both)
        self._plain.setVisible(both)
        self._plain.setText(page.summary or "")
        called = self.tr("Also called: {0}") if page.also_called else self.tr("Titles that belong here: {0}")
        titles = page.also_called or page.other_titles
        self._called.setText(called.format(", ".join(titles)))
        self._called.setVisible(bool(titles))
        skills = page.ratings[Domain.SKILLS][:_STRONGEST]
        self._skills.setVisible(bool(skills))
        for row, rating in zip(self._skill_rows, skills, strict=False):
            row.show_rating(rating)
            row.setToolTip(rating.description)
        self._center.show_part(page.center)
        self._pay.show_pay(page.outlook, self.area)
        zone = page.job_zone
        self._zone.setVisible(zone is not None)
        if zone is not None:
            self._zone_name.setText(zone.name)
            self._zone_text.setText(f"{zone.education} {zone.experience} {zone.training}")

    def _show_facts(self, page: OccupationPage) -> None:
        none = self.tr("Not available")
        wages = page.outlook.wages
        if wages is not None and (wages.median is not None or "median" in wages.top_coded):
            place = self.tr("United States") if wages.area == NATION else wages.area_name
            self._facts["pay"].show_fact(wage_words(wages, "median"), f"{a_unit(wages.unit)}, {place}")
        else:
            self._facts["pay"].show_fact(none, self.tr("not published for this place"))
        shares = page.schooling.education
        if shares:
            note = self.tr("{0:.0f} % of people hired").format(shares[0].percent)
            self._facts["schooling"].show_fact(short_level(shares[0].category, shares[0].level), note)
        else:
            self._facts["schooling"].show_fact(none, self.tr("not surveyed yet"))
        category, projection = page.outlook.category, page.outlook.projection
        if projection is not None and projection.change_percent is not None:
            growth = self.tr("{0:+.1f} % jobs to {1}").format(projection.change_percent, projection.target_year)
            word = category_word(category) if category else growth
            self._facts["outlook"].show_fact(word, growth if category else "", positive=category is Category.BRIGHT)
        else:
            self._facts["outlook"].show_fact(none, self.tr("no projection is published"))
        zone = page.job_zone
        if zone is not None:
            self._facts["zone"].show_fact(self.tr("Job zone {0}").format(zone.zone), zone.name.partition(": ")[2] or zone.name)
        else:
            self._facts["zone"].show_fact(none, self.tr("no job zone is given"))
        if page.interests:
            first = self.tr("{0} first").format(page.interests[0].name)
            self._facts["interests"].show_fact(" · ".join(interest_code(page.interests)), first)
        else:
            self._facts["interests"].show_fact(none, self.tr("not rated yet"))
