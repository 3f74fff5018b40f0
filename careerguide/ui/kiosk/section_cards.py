"""The sections of an occupation's page as large cards, where tabs would be too small for a finger."""

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from careerguide.ui.occupation_view import OccupationView
from careerguide.ui.panels import sections
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.theme import Theme


class SectionCards(QWidget):
    """Follows a view and leads it; the card of the section in front is pressed down."""

    def __init__(self, theme: Theme, view: OccupationView) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Sections of the page"))
        self._group = QButtonGroup(self)
        self._cards: dict[str, QPushButton] = {}
        for section in sections():
            card = QPushButton(section.title)
            card.setCheckable(True)
            card.setProperty("role", "section-card")
            card.clicked.connect(lambda _=False, key=section.key: view.show_section(key))
            self._group.addButton(card)
            self._cards[section.key] = card
        grid = Columns(list(self._cards.values()), theme.px(140))
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.setLayout(grid)
        view.section_changed.connect(self.show_section)
        self.show_section(view.section)

    def show_section(self, key: str) -> None:
        """Press down the card of this section."""
        self._cards[key].setChecked(True)
