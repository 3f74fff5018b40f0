"""The page “Skills I have”."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.language import in_force
from careerguide.domain.own_skills import Element, ElementProfiles, telling
from careerguide.resources import in_language
from careerguide.sources.level_anchors import Anchors, read_level_anchors
from careerguide.ui.background import Latest
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.skills.current_tab import CurrentTab
from careerguide.ui.skills.mine_tab import MineTab
from careerguide.ui.skills.own_levels import OwnLevels
from careerguide.ui.theme import Theme

_WIDEST = 1400
_NEAR = 1

_Loaded = tuple[ElementProfiles, tuple[Element, ...], dict[str, Anchors]]


class SkillsPage(QWidget):
    """Own skills and the careers close to them. `element_profiles` may take its time; it is called on a worker thread.

    `compare_wanted` gives the codes of two careers that are to be put side by side.
    """

    occupation_chosen = Signal(str)
    compare_wanted = Signal(object)
    failed = Signal(GuideError)

    def __init__(self, theme: Theme, desk: Desk, element_profiles: Callable[[], ElementProfiles]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self.desk = theme, desk
        self._career: str | None = None
        self._profiles: ElementProfiles | None = None
        self.own = OwnLevels(desk, self)
        self.mine: MineTab | None = None
        self.current: CurrentTab | None = None
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Start from"))
        self.tabs.addTab(self.tr("My skills"))
        self.tabs.addTab(self.tr("Near my career"))
        self._stack = QStackedWidget()
        self.tabs.currentChanged.connect(self._show_tab)
        self._waiting = label(self.tr("Reading what careers ask …"), "caption")
        self._content = content = QWidget()
        theme.changed.connect(self._measure_anew)
        self._measure_anew()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(8)
        for widget in (label(self.tr("Skills I have"), "title"), self.tabs, self._waiting):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self._loading: Latest[_Loaded] = Latest(self, self._show_loaded, self._fail)

        def load() -> _Loaded:
            profiles = element_profiles()
            return profiles, telling(profiles), read_level_anchors(in_language("levels.toml", in_force().code))

        self._loading.run(load)

    def _measure_anew(self) -> None:
        self._content.setMaximumWidth(self._theme.px(_WIDEST))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.own.read()

    def _show_loaded(self, loaded: _Loaded) -> None:
        profiles, most_telling, anchors = loaded
        self._profiles = profiles
        self.mine = MineTab(self._theme, profiles, most_telling, anchors, self.own)
        self._add(self.mine)
        self._waiting.hide()
        self._show_tab(self.tabs.currentIndex())
        if self._career is not None:
            self.show_near(self._career)

    def _add(self, tab: MineTab | CurrentTab) -> None:
        tab.occupation_chosen.connect(self.occupation_chosen)
        tab.failed.connect(self.failed)
        self._stack.addWidget(tab)

    def _fail(self, error: GuideError) -> None:
        self._waiting.setText(str(error))
        self.failed.emit(error)

    def _show_tab(self, tab: int) -> None:
        """Show a tab; the second is made when it is first looked at."""
        if self._profiles is None:
            return
        if tab == _NEAR and self.current is None:
            self.current = CurrentTab(self._theme, self._profiles)
            self.current.compare_wanted.connect(self.compare_wanted)
            self._add(self.current)
        self._stack.setCurrentIndex(tab)

    def show_near(self, code: str) -> None:
        """Bring the careers near this one to the front."""
        self._career = code
        self.tabs.setCurrentIndex(_NEAR)
        if self.current is not None:
            self.current.show_career(code)
