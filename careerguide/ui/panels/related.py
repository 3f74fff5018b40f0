"""Related careers, one press to go there."""

from PySide6.QtWidgets import QVBoxLayout

from careerguide.domain.page import OccupationPage, Related
from careerguide.domain.ratings import Domain
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.labels import Card, label
from careerguide.ui.pieces.link import Link
from careerguide.ui.theme import Theme


class RelatedPanel(Panel):
    """Occupations like this one, by tier. `offers_near` says whether those near by skills can be asked for here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._empty = label()
        self.column.addWidget(self._empty)
        self._cards: dict[str, tuple[Card, QVBoxLayout, list[Link]]] = {}
        for tier, heading in (
            ("Primary-Short", self.tr("Most like this career")),
            ("Primary-Long", self.tr("Much like this career")),
            ("Supplemental", self.tr("Also worth a look")),
        ):
            card = Card(heading)
            card.body.setSpacing(2)
            self.column.addWidget(card)
            self._cards[tier] = card, card.body, []
        self.offers_near = True
        self._code = ""
        self._near = Link(theme)
        self._near.setText(self.tr("Careers that ask much the same skills and knowledge"))
        self._near.setToolTip(self.tr("What you keep and what is missing for each, from “Skills I have”"))
        self._near.clicked.connect(lambda: self.near_wanted.emit(self._code))
        self.column.addWidget(self._near)

    def show_page(self, page: OccupationPage) -> None:
        super().show_page(page)
        self._code = page.code
        self._near.setVisible(self.offers_near and bool(page.ratings[Domain.SKILLS]))
        for tier, (card, body, buttons) in self._cards.items():
            others = [other for other in page.related if (other.tier if other.tier in self._cards else "Supplemental") == tier]
            while len(buttons) < len(others):
                button = Link(self.theme)
                button.clicked.connect(lambda _=False, button=button: self.occupation_chosen.emit(button.property("code")))
                body.addWidget(button)
                buttons.append(button)
            for number, button in enumerate(buttons):
                button.setVisible(number < len(others))
                if number < len(others):
                    self._show(button, others[number])
            card.setVisible(bool(others))
            if others:
                self.setTabOrder(buttons[len(others) - 1], self._near)
        self._empty.setVisible(not page.related)
        self._empty.setText(self._no_related(page))

    @staticmethod
    def _show(button: Link, other: Related) -> None:
        button.setText(other.title)
        button.setProperty("code", other.code)
        button.setToolTip(other.code)

    def _no_related(self, page: OccupationPage) -> str:
        return self.tr("No related careers are listed. Search for {0} to see its neighbors.").format(page.code[:5])
