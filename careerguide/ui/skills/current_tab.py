"""The tab that starts from a career and shows which others are close to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.own_skills import Asks, ElementProfiles, Near, Preparation, levels_of, near_occupation
from careerguide.ui.background import Latest
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.combo import Combo, SearchCombo
from careerguide.ui.pieces.labels import label
from careerguide.ui.skills.near_pane import MOST_SHOWN, NearPane
from careerguide.ui.skills.words import preparation_word
from careerguide.ui.theme import Theme

_Found = tuple[Asks, dict[Preparation, tuple[Near, ...]]]


class CurrentTab(QWidget):
    """Careers near the one chosen. `compare_wanted` gives its code and that of another to put beside it."""

    occupation_chosen = Signal(str)
    compare_wanted = Signal(object)
    failed = Signal(GuideError)

    def __init__(self, theme: Theme, profiles: ElementProfiles) -> None:
        super().__init__()
        self._theme, self._profiles = theme, profiles
        self._found: _Found | None = None
        self._ranking: Latest[_Found] = Latest(self, self._show_found, self.failed.emit)
        name = self.tr("My career is …")
        self.career = SearchCombo(name, letters=14)
        for asks in sorted(profiles.occupations, key=lambda asks: asks.title):
            self.career.addItem(asks.title, asks.code)
        self.career.setCurrentIndex(-1)
        self.career.list_what_matches()
        if (field := self.career.lineEdit()) is not None:
            field.setPlaceholderText(name)
        self.career.activated.connect(lambda row: self.show_career(self.career.itemData(row)))
        self.preparation = Combo()
        self.preparation.setAccessibleName(self.tr("How much preparation"))
        self.preparation.setToolTip(self.tr("By job zone, against that of your career"))
        self.preparation.activated.connect(self._render)
        self.pane = NearPane(theme, self.tr("Careers near yours"), self.tr("What you keep"))
        self.pane.occupation_chosen.connect(self.occupation_chosen)
        self.pane.compare_chosen.connect(self._compare)
        self._choosers = Columns([self.career, self.preparation], theme.px(220))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            label(self.tr("What your career asks is taken as what you have. Others are compared with that."), "caption")
        )
        column.addLayout(self._choosers)
        column.addWidget(self.pane, 1)
        theme.changed.connect(self._measure_anew)
        self._say_how()

    def _measure_anew(self) -> None:
        self._choosers.set_narrowest(self._theme.px(220))

    def _say_how(self) -> None:
        self.preparation.hide()
        self.pane.show_nothing(self.tr("Choose the career you work in, or one you know well."))

    def show_career(self, code: str) -> None:
        """Start from the career with this code; one that is not rated says so."""
        here, profiles = self._profiles.occupation(code), self._profiles
        self.career.setCurrentIndex(self.career.findData(code))
        if here is None:
            self._ranking.drop()
            self._found = None
            self.preparation.hide()
            self.pane.show_nothing(self.tr("This career has not been rated yet, so that nothing can be compared with it."))
            return
        self._ranking.run(lambda: (here, near_occupation(here, profiles)))

    def _show_found(self, found: _Found) -> None:
        self._found = found
        here, near = found
        kept = self.preparation.currentData()
        self.preparation.clear()
        for preparation, careers in near.items():
            if careers:
                self.preparation.addItem(f"{preparation_word(preparation)} ({len(careers)})", preparation)
        self.preparation.setCurrentIndex(max(self.preparation.findData(kept), 0))
        self.preparation.show()
        self.pane.card.offer_comparison(here.title)
        self._render()

    def _render(self) -> None:
        if self._found is None:
            return
        here, found = self._found
        near = found[Preparation(self.preparation.currentData())]
        words = self.tr("The {0} closest of {1} careers: little is missing, and little of what you have goes unused.").format(
            min(MOST_SHOWN, len(near)), len(near)
        )
        self.pane.show_near(near, levels_of(here, self._profiles), self._profiles, words)

    def _compare(self, code: str) -> None:
        if self._found is not None:
            self.compare_wanted.emit((self._found[0].code, code))
