"""Work interests: the six RIASEC types, strongest first, with meaning and score."""

from PySide6.QtWidgets import QGridLayout, QLabel

from careerguide.domain.interests import TYPES, Interest, interest_code, type_name
from careerguide.domain.language import listing
from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import INTEREST, score_words, standardised
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.bar import Bar
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme

HIGHEST_SCORE = 40


class InterestsPanel(Panel):
    """Which interests the occupation suits; `scores` are the person's own, 0–40 in R-I-A-S-E-C order, None for none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.scores: tuple[int, ...] | None = None
        self._card = Card(self.tr("Work interests"))
        self._code = label("", "fact")
        self._sentence = label()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[QLabel, Bar, QLabel]] = []
        for number in range(6):
            row = label("", "strong"), Bar(theme), label("", "caption")
            self._grid.addWidget(row[0], number * 2, 0)
            self._grid.addWidget(row[1], number * 2, 1)
            self._grid.addWidget(row[2], number * 2 + 1, 0, 1, 2)
            row[2].setContentsMargins(0, 0, 0, 10)
            self._rows.append(row)
        self._card.body.addWidget(self._code)
        self._card.body.addWidget(self._sentence)
        self._mine = label("", "caption")
        self._card.body.addWidget(self._mine)
        self._card.body.addLayout(self._grid)
        self.column.addWidget(self._card)

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        interests = page.interests
        self._code.setText(" · ".join(interest_code(interests)))
        self._code.setVisible(bool(interests))
        if interests:
            names = [type_name(interest.name) for interest in interests[:3]]
            self._sentence.setText(self.tr("People who like {0} work tend to be drawn to this career.").format(self._listed(names)))
        else:
            self._sentence.setText(self.tr("The interests of this career have not been rated yet."))
        self._mine.setText(self.tr("Thick bar: this career. Thin bar: you, by your newest assessment."))
        self._mine.setVisible(self.scores is not None and bool(interests))
        for place, (name, bar, meaning) in enumerate(self._rows):
            shown = place < len(interests)
            for widget in (name, bar, meaning):
                widget.setVisible(shown)
            if shown:
                self._show(interests[place], name, bar, meaning)

    def _listed(self, names: list[str]) -> str:
        first, *others = (name.lower() for name in names)
        return self.tr("{0}, then {1}").format(first, listing(others))

    def _show(self, interest: Interest, name: QLabel, bar: Bar, meaning: QLabel) -> None:
        score = standardised(interest.score, INTEREST)
        name.setText(type_name(interest.name))
        meaning.setText(interest.description)
        spoken = self.tr("{0}: {1} of 100").format(type_name(interest.name), score_words(score))
        if self.scores is None:
            bar.show_score(score, spoken)
            return
        mine = 100 * self.scores[TYPES.index(interest.name)] / HIGHEST_SCORE
        bar.show_score(score, self.tr("{0}, you {1} of 100").format(spoken, score_words(mine)), mine)
