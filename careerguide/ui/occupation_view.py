"""An occupation's page: its header, the tabs, and the panels, each built when its tab is first looked at."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from careerguide.domain.page import OccupationPage
from careerguide.domain.wages import NATION
from careerguide.ui.panels import sections
from careerguide.ui.panels.interests import InterestsPanel
from careerguide.ui.panels.outlook import OutlookPanel
from careerguide.ui.panels.overview import OverviewPanel
from careerguide.ui.panels.panel import Panel
from careerguide.ui.panels.related import RelatedPanel
from careerguide.ui.pieces.labels import label, set_role
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import CAPTION, TITLE

_TITLES_IN_HEADER, _LARGEST_TITLE_SHARE = 3, 1 / 6


class OccupationView(QWidget):
    """Shows an `OccupationPage`, with a row of what can be done with it. Emits what the person asks for; never queries."""

    occupation_chosen = Signal(str)
    area_chosen = Signal(str)
    near_wanted = Signal(str)
    section_changed = Signal(str)

    def __init__(self, theme: Theme, areas: QStandardItemModel, actions: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._areas = areas
        self._page: OccupationPage | None = None
        self._scores: tuple[int, ...] | None = None
        self.offers_near = actions is not None
        self._area = NATION
        self._sections = sections()
        self._panels: dict[str, Panel] = {}
        self._stale: set[str] = set()
        self.title = label("", "title", selectable=True)
        self._subtitle = label("", "caption")
        self.fit = QPushButton()
        self.fit.setProperty("role", "link")
        self.fit.setToolTip(self.tr("Why: your interests beside those of this career"))
        self.fit.clicked.connect(lambda: self.show_section("interests"))
        self.fit.hide()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Sections of the page"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setMinimumWidth(1)
        for section in self._sections:
            self.tabs.addTab(section.title)
        self.tabs.currentChanged.connect(self._tab_changed)
        self._more = QToolButton()
        self._more.setText(self.tr("More ▾"))
        self._more.setToolTip(self.tr("More sections of this page"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more_menu = QMenu(self._more)
        self._more.setMenu(self._more_menu)
        self._stack = QStackedWidget()
        self._lay_out(actions)
        theme.changed.connect(self._fit)

    def _lay_out(self, actions: QWidget | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(32, 0, 32, 0)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self._subtitle)
        row = QHBoxLayout()
        row.setContentsMargins(-6, 0, 0, 0)  # the words of a link stand in from its edge
        row.addWidget(self.fit)
        row.addStretch(1)
        head.addLayout(row)
        if actions is not None:
            head.addWidget(actions)
        column.addLayout(head)
        self._strip = QWidget()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(24, 4, 32, 0)
        row.addWidget(self.tabs, 1)
        row.addWidget(self._more)
        column.addWidget(self._strip)
        column.addWidget(self._stack, 1)

    def put_in_place_of_tabs(self, cards: QWidget) -> None:
        """Let something else than tabs lead through the sections."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        self._strip.hide()
        column.insertWidget(column.indexOf(self._strip), cards)

    @property
    def code(self) -> str | None:
        """The code of the occupation shown, None before the first one."""
        return self._page.code if self._page is not None else None

    @property
    def section(self) -> str:
        """The key of the section in front."""
        return self._sections[self.tabs.currentIndex()].key

    def panel(self, key: str) -> Panel:
        """The panel of a section, built when first asked for."""
        panel = self._panels.get(key)
        if panel is None:
            section = next(section for section in self._sections if section.key == key)
            panel = section.make(self._theme, self._areas)
            panel.setAccessibleName(section.title)
            panel.occupation_chosen.connect(self.occupation_chosen)
            panel.area_chosen.connect(self.area_chosen)
            panel.section_chosen.connect(self.show_section)
            panel.near_wanted.connect(self.near_wanted)
            self._stack.addWidget(panel)
            self._panels[key] = panel
            self._stale.add(key)
        return panel

    def show_page(self, page: OccupationPage, area: str) -> None:
        """Show an occupation, with pay for the area of that code."""
        self._page, self._area = page, area
        self._stale = set(self._panels)
        self.title.setText(page.title)
        self._subtitle.setToolTip(", ".join(page.also_called))
        self._fit_title()
        self._fit_subtitle()
        self._render()

    def show_fit(self, words: str, scores: tuple[int, ...] | None) -> None:
        """Say how the occupation fits the person's interests, “” for nothing; `scores` are theirs, 0–40 in R-I-A-S-E-C order."""
        self.fit.setText(words)
        self.fit.setVisible(bool(words))
        if scores != self._scores:
            self._scores = scores
            self._stale.add("interests")
            self._render()

    def _fit_subtitle(self) -> None:
        """Group, code, and as many of the titles also used as fit into one line."""
        if self._page is None:
            return
        titles, room = self._page.also_called, self.width() - 72
        for named in range(min(_TITLES_IN_HEADER, len(titles)), -1, -1):
            words = [self._page.group, self._page.code]
            if named:
                also = self.tr("also {0}").format(", ".join(titles[:named]))
                more = len(titles) - named
                words.append(also + (self.tr(" and {0} more").format(more) if more else ""))
            line = "  ·  ".join(word for word in words if word)
            if self._theme.metrics(CAPTION).horizontalAdvance(line) <= room:
                break
        self._subtitle.setText(line)

    def show_section(self, key: str) -> None:
        """Bring a section to the front."""
        self._show_tab(next(number for number, section in enumerate(self._sections) if section.key == key))

    def step_section(self, step: int) -> None:
        """Go `step` tabs on, around the end."""
        self._show_tab((self.tabs.currentIndex() + step) % self.tabs.count())

    def _show_tab(self, number: int) -> None:
        self._fit_tabs(number)
        self.tabs.setCurrentIndex(number)
        self._fit_tabs(number)

    def _tab_changed(self) -> None:
        self._render()
        self.section_changed.emit(self.section)

    def _render(self) -> None:
        if self._page is None:
            return
        panel = self.panel(self.section)
        if self.section in self._stale:
            self._stale.discard(self.section)
            if isinstance(panel, OverviewPanel | OutlookPanel):
                panel.area = self._area
            elif isinstance(panel, InterestsPanel):
                panel.scores = self._scores
            elif isinstance(panel, RelatedPanel):
                panel.offers_near = self.offers_near
            with panel.changing():
                panel.show_page(self._page)
        self._stack.setCurrentWidget(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._fit_title()
        self._fit_tabs(self.tabs.currentIndex())
        self._fit_subtitle()

    def _fit_title(self) -> None:
        """A title that would take too much of a small window is set smaller."""
        metrics, room = self._theme.metrics(TITLE, 700), QRect(0, 0, max(self.width() - 64, 40), 10_000)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.title.text()).height()
        set_role(self.title, "title" if height <= _LARGEST_TITLE_SHARE * self.height() else "section")

    def _fit_tabs(self, current: int) -> None:
        """Tabs that do not fit move into a “More” menu; the tab `current` always stays, and the one shown until it is left."""
        widths = [self.tabs.tabSizeHint(number).width() for number in range(self.tabs.count())]
        room = self.width() - 24 - 32
        fits = sum(widths) <= room
        room -= widths[current] + (0 if fits else self._more.sizeHint().width() + 16)
        self._more_menu.clear()
        for number, width in enumerate(widths):
            if number == current:
                continue
            room -= width
            if fits or room >= 0:
                continue
            if number != self.tabs.currentIndex():
                self.tabs.setTabVisible(number, False)
            action = self._more_menu.addAction(self.tabs.tabText(number))
            action.triggered.connect(lambda _=False, number=number: self._show_tab(number))
        hidden = {action.text() for action in self._more_menu.actions()}
        for number in range(len(widths)):
            if self.tabs.tabText(number) not in hidden:
                self.tabs.setTabVisible(number, True)
        self._more.setVisible(not fits)
        for scrolls in (True, False):
            self.tabs.setUsesScrollButtons(scrolls)  # a change makes the bar forget how far it had scrolled
