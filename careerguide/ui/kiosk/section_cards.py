"""The sections of an occupation's page as large cards, where tabs would be too small for a finger."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from careerguide.ui.occupation_view import OccupationView
from careerguide.ui.panels import sections
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.combo import Combo
from careerguide.ui.theme import Theme

_EDGE = 32
_LARGEST_SHARE = 0.3


class SectionCards(QWidget):
    """Follows a view and leads it; the card of the section in front is pressed down.

    Where cards would leave too little of the page, on a small screen with large type, a list to choose from takes their place.
    """

    def __init__(self, theme: Theme, view: OccupationView) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._cards: dict[str, QPushButton] = {}
        self._list = Combo()
        for section in sections():
            card = QPushButton(section.title)
            card.setCheckable(True)
            card.setProperty("role", "section-card")
            card.clicked.connect(lambda _=False, key=section.key: view.show_section(key))
            self._group.addButton(card)
            self._cards[section.key] = card
            self._list.addItem(section.title, section.key)
        self._list.setMaxVisibleItems(self._list.count())
        self._list.activated.connect(lambda _: view.show_section(self._list.currentData()))
        self._grid = Columns(list(self._cards.values()), theme.px(140))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._holder = QWidget()
        self._holder.setLayout(self._grid)
        for one in (self._holder, self._list):
            one.setAccessibleName(self.tr("Sections of the page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 4, _EDGE, 8)
        column.addWidget(self._holder)
        column.addWidget(self._list)
        self._list.hide()
        view.section_changed.connect(self.show_section)
        self.show_section(view.section)
        view.installEventFilter(self)

    def show_section(self, key: str) -> None:
        """Press down the card of this section."""
        self._cards[key].setChecked(True)
        self._list.setCurrentIndex(self._list.findData(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._fit(event.size())
        return super().eventFilter(watched, event)

    def _fit(self, view: QSize) -> None:
        """Take no more of the view than may be."""
        has_room = self._grid.heightForWidth(view.width() - 2 * _EDGE) <= _LARGEST_SHARE * view.height()
        self._holder.setVisible(has_room)
        self._list.setVisible(not has_room)
