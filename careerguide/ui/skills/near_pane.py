"""The closest careers as a list, and the gap to the one chosen in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QVBoxLayout, QWidget

from careerguide.domain.own_skills import ElementProfiles, Levels, Near, gaps
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.saved.career_row import CareerRow
from careerguide.ui.skills.gap_card import GapCard
from careerguide.ui.skills.near_model import NearModel
from careerguide.ui.theme import Theme

MOST_SHOWN = 50


class NearPane(QWidget):
    """Up to 50 careers, closest first. `occupation_chosen` gives the code of one that is to be opened."""

    occupation_chosen = Signal(str)
    compare_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, brought: str) -> None:
        super().__init__()
        self._theme = theme
        self._own: Levels = {}
        self._profiles: ElementProfiles | None = None
        self.model = NearModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(name)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setItemDelegate(CareerRow(theme, self.list))
        self.list.setToolTip(self.tr("Enter opens a career"))
        self.list.activated.connect(lambda index: self.occupation_chosen.emit(self.model.near[index.row()].asks.code))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_gaps())
        self.card = GapCard(theme, brought)
        self.card.opened.connect(self.occupation_chosen)
        self.card.compared.connect(self.compare_chosen)
        self.count = label("", "caption")
        beneath = QWidget()
        inside = QVBoxLayout(beneath)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.card)
        self._card_area = scrolled(beneath)
        for part in (self.list, self._card_area):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # as high as there is room
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.count)
        column.addWidget(self.list, 2)
        column.addWidget(self._card_area, 3)
        column.addStretch(0)
        theme.changed.connect(self._measure_anew)
        self._measure_anew()
        self.show_nothing("")

    def _measure_anew(self) -> None:
        self.list.setMinimumHeight(self._theme.px(150))
        self._card_area.setMinimumHeight(self._theme.px(200))
        self.list.doItemsLayout()

    @property
    def chosen(self) -> Near | None:
        """The career whose gap is shown."""
        row = self.list.currentIndex().row()
        return self.model.near[row] if 0 <= row < len(self.model.near) else None

    def show_nothing(self, words: str) -> None:
        """Say why there is no list."""
        self.model.show_near(())
        self._say(words)
        self._show_parts(shown=False)

    def _show_parts(self, *, shown: bool) -> None:
        for part in (self.list, self._card_area):
            part.setVisible(shown)

    def show_near(self, near: Sequence[Near], own: Levels, profiles: ElementProfiles, words: str) -> None:
        """Show the first of these careers for somebody with the levels of `own`; the one chosen stays so where it is among them."""
        before = self.chosen
        self._own, self._profiles = own, profiles
        self.model.show_near(near[:MOST_SHOWN])
        self._show_parts(shown=bool(near))
        self._say(words)
        codes = [one.asks.code for one in self.model.near]
        row = codes.index(before.asks.code) if before is not None and before.asks.code in codes else 0
        if codes:
            self.list.setCurrentIndex(self.model.index(row))
        self._show_gaps()

    def _say(self, words: str) -> None:
        if words != self.count.text():
            self.count.setText(words)
            if self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show_gaps(self) -> None:
        near = self.chosen
        if near is not None and self._profiles is not None:
            self.card.show_gaps(near, gaps(self._own, near.asks, self._profiles))
