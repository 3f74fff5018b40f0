"""Why a career goes with one's interests, or does not: in sentences, in figures, and as the whole sum for who wants it."""

from PySide6.QtWidgets import QPushButton, QWidget

from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.inventory import Scores
from careerguide.domain.language import listing
from careerguide.domain.matching import Fit, Match, Profile, Why, explain
from careerguide.ui.assessment.wording import NAMES, firmness_sentence, firmness_words, fit_word, number
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme


class WhyDialog(ScrolledDialog):
    """Compares six scores of a person (0–40) with those of an occupation (1–7); `tried` scores are no result."""

    def __init__(
        self, theme: Theme, title: str, scores: Scores, profile: Profile, match: Match, parent: QWidget, *, tried: bool = False
    ) -> None:
        super().__init__(self.tr("Why {0}?").format(title), parent)
        self._theme = theme
        why = explain(scores, profile)
        self.column.addWidget(label(title, "section"))
        if tried:
            self.column.addWidget(label(self.tr("With the scores that you are trying, not those of your result."), "caption"))
        for sentence in self._sentences(why, match):
            self.column.addWidget(label(sentence))
        table = FigureTable(
            theme,
            self.tr("Your scores and those of the career"),
            (self.tr("Interest"), self.tr("You, 0–40"), self.tr("Career, 1–7")),
        )
        table.show_rows(
            [(type_name(name), str(own), number(theirs)) for name, own, theirs in zip(TYPES, scores, profile, strict=True)],
        )
        self.column.addWidget(table)
        if why is not None:
            self._add_sum(why)
        self.column.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)
        self._fit()
        close.setFocus()

    def _fit(self) -> None:
        self.fit(self._theme.px(560))

    def _sentences(self, why: Why | None, match: Match) -> list[str]:
        if why is None:
            return [self.tr("There is no pattern to compare: all scores of one side are the same.")]
        said = [
            (why.both, self.tr("You and this career both stand out in {0}.")),
            (why.neither, self.tr("You and this career are both low in {0}.")),
            (why.only_person, self.tr("You like {0} more than this career is about it.")),
            (why.only_occupation, self.tr("This career is more about {0} than you like it.")),
        ]
        sentences = [words.format(listing([type_name(NAMES[letter]) for letter in letters])) for letters, words in said if letters]
        if match.fit is not Fit.OTHER:
            firmness = firmness_words(match.firmness)
            sentences.insert(0, f"{fit_word(match.fit)}, {firmness}." if firmness else f"{fit_word(match.fit)}.")
            if match.firmness is not None:
                sentences.append(firmness_sentence(match.firmness, match.fit))
        return sentences

    def _add_sum(self, why: Why) -> None:
        show = QPushButton(self.tr("Show the sum"))
        show.setCheckable(True)
        self.column.addWidget(show)
        parts: list[QWidget] = [
            label(
                self.tr("For each interest, how far you and the career are from your own averages, and the two multiplied:"),
                "caption",
            ),
            self._table_of_parts(why),
            label(
                self.tr("{0} divided by ({1} times {2}) is {3}. It can go from −1 to 1.").format(
                    number(why.numerator), number(why.person_length), number(why.occupation_length), number(why.r)
                )
            ),
            label(
                self.tr(
                    "The divisors are the lengths of the two sides: each difference squared, summed, and the root drawn. Great"
                    " fit begins at 0.73, good at 0.61, fair at 0.43."
                ),
                "caption",
            ),
        ]
        for part in parts:
            part.hide()
            self.column.addWidget(part)

        def toggle(on: bool) -> None:
            show.setText(self.tr("Hide the sum") if on else self.tr("Show the sum"))
            for part in parts:
                part.setVisible(on)
            self._fit()

        show.toggled.connect(toggle)

    def _table_of_parts(self, why: Why) -> FigureTable:
        headers = (self.tr("Interest"), self.tr("You"), self.tr("Career"), self.tr("Product"))
        table = FigureTable(self._theme, self.tr("The sum"), headers)
        rows = [
            (type_name(NAMES[part.letter]), number(part.person), number(part.occupation), number(part.product))
            for part in why.parts
        ]
        table.show_rows([*rows, (self.tr("Together"), "", "", number(why.numerator))])
        return table
