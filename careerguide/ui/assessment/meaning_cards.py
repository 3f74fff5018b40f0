"""What the strongest interests mean, where they are met at work, and what one could do next."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from careerguide.domain.interests import type_name
from careerguide.domain.inventory import LETTERS, Scores, code_with_ties, is_flat
from careerguide.sources.inventory import TypeWords
from careerguide.ui.assessment.wording import NAMES
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.theme import Theme


class _MeaningCard(Card):
    """One type in words. The score stands in the heading."""

    def __init__(self, words: TypeWords) -> None:
        self._name = type_name(words.name)
        super().__init__(self._name)
        self.body.addWidget(label(words.meaning))
        self._list(self.tr("Where it is met"), words.work)
        self._list(self.tr("What you could do next"), words.next_steps)
        self.body.addStretch(1)

    def _list(self, heading: str, lines: Sequence[str]) -> None:
        self.body.addSpacing(4)
        self.body.addWidget(label(heading, "strong"))
        for line in lines:
            self.body.addWidget(label(f"•  {line}"))

    def show_score(self, score: int) -> None:
        """Show the score of the type, 0–40."""
        self.set_heading(self.tr("{0}, {1} of 40").format(self._name, score))


class MeaningCards(QWidget):
    """A card for each of the strongest types, the strongest first; none where there is no clear pattern."""

    def __init__(self, theme: Theme, words: Mapping[str, TypeWords]) -> None:
        super().__init__()
        self._cards = {letter: _MeaningCard(words[NAMES[letter]]) for letter in LETTERS}
        self._columns = Columns([], theme.px(250))
        self._columns.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._columns)
        for card in self._cards.values():
            card.setParent(self)
        self._columns.follow(theme, 250)

    def show_scores(self, scores: Scores) -> None:
        """Show what the strongest types of these scores mean."""
        while self._columns.takeAt(0) is not None:
            continue
        strongest = [] if is_flat(scores) else [letter for group in code_with_ties(scores) for letter in group]
        for letter, card in self._cards.items():
            card.setVisible(letter in strongest)
        for letter in strongest:
            self._cards[letter].show_score(scores[LETTERS.index(letter)])
            self._columns.addWidget(self._cards[letter])
        self.setVisible(bool(strongest))
