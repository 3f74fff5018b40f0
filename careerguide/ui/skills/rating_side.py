"""Where a person rates: a few elements to begin with, all skills, all knowledge, or what has certain letters."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from careerguide.domain.own_skills import Element, ElementProfiles, levels_of, whole_level
from careerguide.domain.ratings import Domain
from careerguide.sources.level_anchors import Anchors
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.combo import Combo, SearchCombo
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.skills.level_row import LevelRow
from careerguide.ui.theme import Theme

_STEP = 10


class Group(StrEnum):
    """Which elements are shown."""

    QUICK = "quick"
    SKILLS = "skills"
    KNOWLEDGE = "knowledge"
    RATED = "rated"


class RatingSide(QWidget):
    """The elements with their levels. Emits what the person does; `show_levels` shows what is kept. `telling` are the elements, those
    to begin with first.

    `level_chosen` gives element ID and level (None for not rated), `levels_taken` all levels of a career to start from.
    """

    level_chosen = Signal(str, object)
    levels_taken = Signal(object)
    deletion_wanted = Signal()

    def __init__(self, theme: Theme, profiles: ElementProfiles, telling: Sequence[Element], anchors: Mapping[str, Anchors]) -> None:
        super().__init__()
        self._theme, self._profiles = theme, profiles
        self._levels: Mapping[str, int] = {}
        self._telling = [element.element_id for element in telling]
        self._quick = _STEP
        self.rows = [LevelRow(theme, element, anchors.get(element.element_id, {})) for element in profiles.elements]
        for row in self.rows:
            row.hide()  # a layout measures only what is shown
            row.level_chosen.connect(self.level_chosen)
        self._make_tools()
        self._lay_out()
        theme.changed.connect(self._measure_anew)
        self._measure_anew()
        self._show_rows()

    def _make_tools(self) -> None:
        self.group = Combo()
        self.group.setAccessibleName(self.tr("What to rate"))
        for group, words in (
            (Group.QUICK, self.tr("A quick start")),
            (Group.SKILLS, self.tr("All skills")),
            (Group.KNOWLEDGE, self.tr("All knowledge")),
            (Group.RATED, self.tr("Rated by me")),
        ):
            self.group.addItem(words, group)
        self.group.activated.connect(self._choose_group)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a skill …"))
        self.filter.setAccessibleName(self.tr("Find a skill or knowledge area"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show_rows)
        self.take = SearchCombo(self.tr("Start from a career I know …"), letters=12)
        for asks in sorted(self._profiles.occupations, key=lambda asks: asks.title):
            self.take.addItem(asks.title, asks.code)
        self.take.setCurrentIndex(-1)
        self.take.list_what_matches()
        if (field := self.take.lineEdit()) is not None:
            field.setPlaceholderText(self.tr("Start from a career I know …"))
        self.take.setToolTip(self.tr("Takes the levels that a career asks as yours, to change where they are not"))
        self.take.activated.connect(self._take)
        self._more = QPushButton(self.tr("Ten more"))
        self._more.setToolTip(self.tr("The next ten that tell careers apart"))
        self._more.clicked.connect(self._show_more)
        self._delete = QPushButton(self.tr("Delete my levels…"))
        self._delete.clicked.connect(self.deletion_wanted)

    def _lay_out(self) -> None:
        self._hint = label("", "caption")
        self._tools = Columns([self.group, self.filter], self._theme.px(150))
        holder = QFrame()
        holder.setProperty("role", "card")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.setSpacing(0)
        for row in self.rows:
            inside.addWidget(row)
        self._holder = holder
        content = QWidget()
        beneath = QVBoxLayout(content)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.addWidget(holder)
        beneath.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        beneath.addStretch(1)
        self.area = scrolled(content)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # as high as there is room
        self._rated = label("", "caption")
        foot = QHBoxLayout()
        foot.addWidget(self._rated, 1)
        foot.addWidget(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._tools)
        column.addWidget(self.take)
        column.addWidget(self._hint)
        column.addWidget(self.area, 1)
        column.addLayout(foot)

    def _measure_anew(self) -> None:
        self._tools.set_narrowest(self._theme.px(150))
        self.area.setMinimumHeight(self._theme.px(250))
        self._hold_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_all()

    def _hold_all(self) -> None:
        """As high as all needs at this width: what wraps asks for too little by itself, and would overlap."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.minimumHeightForWidth(self.width()))

    def show_levels(self, levels: Mapping[str, int]) -> None:
        """Show what is kept."""
        self._levels = levels
        for row in self.rows:
            level = levels.get(row.element.element_id)
            if row.level != level:
                row.show_level(level)
        self._rated.setText(self.tr("{0} of {1} rated").format(len(levels), len(self.rows)))
        self._delete.setEnabled(bool(levels))
        if self.group.currentData() != Group.RATED:  # there, what loses its rating stays until the list is opened again
            self._show_rows()

    def _choose_group(self) -> None:
        self.filter.clear()
        self._show_rows()
        self.area.verticalScrollBar().setValue(0)

    def _show_rows(self) -> None:
        group, letters = Group(self.group.currentData()), self.filter.text().strip().casefold()
        quick = set(self._telling[: self._quick])
        shown = 0
        for row in self.rows:
            element = row.element
            wanted = letters in f"{element.name} {element.meaning}".casefold() if letters else self._in_group(element, group, quick)
            row.setVisible(wanted)
            shown += wanted
        self._holder.setVisible(shown > 0)
        self._more.setVisible(not letters and group is Group.QUICK and self._quick < len(self.rows))
        self._hint.setText(self._hint_words(group, letters, shown))

    def _in_group(self, element: Element, group: Group, quick: set[str]) -> bool:
        if group is Group.QUICK:
            return element.element_id in quick
        if group is Group.RATED:
            return element.element_id in self._levels
        return element.domain is (Domain.SKILLS if group is Group.SKILLS else Domain.KNOWLEDGE)

    def _hint_words(self, group: Group, letters: str, shown: int) -> str:
        if not shown:
            return self.tr("Nothing has these letters.") if letters else self.tr("Nothing is rated yet.")
        if group is Group.QUICK and not letters:
            return self.tr("How much of each do you have? These tell careers apart best. Leave at – what you cannot say.")
        return self.tr("How much of each do you have? Leave at – what you cannot say.")

    def _show_more(self) -> None:
        """Show ten more, the keyboard at the first that is new."""
        before = {row for row in self.rows if not row.isHidden()}
        self._quick += _STEP
        self._show_rows()
        first = next(row for row in self.rows if not row.isHidden() and row not in before)
        first.setFocus()
        self.area.ensureWidgetVisible(first)

    def _take(self, row: int) -> None:
        asks = self._profiles.occupation(self.take.itemData(row))
        self.take.setCurrentIndex(-1)
        self.take.clearEditText()
        if asks is not None:
            own = levels_of(asks, self._profiles)
            self.levels_taken.emit({element_id: whole_level(level) for element_id, level in own.items()})
