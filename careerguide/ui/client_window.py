"""A second window for the client's screen: the occupation or the comparison that the counselor shows, and nothing else."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.page import OccupationPage
from careerguide.domain.results import OccupationTitle
from careerguide.ui.occupation_view import OccupationView
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.ui.compare_page import ComparePage

PagesOf = Callable[[tuple[str, ...]], tuple[OccupationPage, ...]]


class ClientWindow(QStackedWidget):
    """Is given pages to show, and knows nothing of sessions. The signals give what the client asks for by pressing on the page."""

    occupation_chosen = Signal(str)
    area_chosen = Signal(str)
    failed = Signal(GuideError)

    def __init__(self, theme: Theme, areas: QStandardItemModel, occupations: Sequence[OccupationTitle], pages_of: PagesOf) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(self.tr("Career Guide – for you"))
        self.setAccessibleName(self.windowTitle())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that no link looks chosen before the client chooses one
        self._theme, self._occupations, self._pages_of = theme, occupations, pages_of
        self._placed = False
        self._waiting = self._greeting()
        self._view = OccupationView(theme, areas)
        self._view.occupation_chosen.connect(self.occupation_chosen)
        self._view.area_chosen.connect(self.area_chosen)
        self._compare: ComparePage | None = None
        self.addWidget(self._waiting)
        self.addWidget(self._view)
        for keys, call in (("F11", self.toggle_full_screen), ("Esc", self.showNormal)):
            QShortcut(QKeySequence(keys), self).activated.connect(call)
        self.resize(1024, 768)

    def _greeting(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for text, role in ((self.tr("Career Guide"), "title"), (self.tr("Careers that you look at together appear here."), "body")):
            line = label(text, role)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addStretch(3)
        return page

    def show_waiting(self) -> None:
        """Show a calm page with the program's name."""
        self.setCurrentWidget(self._waiting)

    def show_page(self, page: OccupationPage, area: str) -> None:
        """Show an occupation, with pay for the area of that code."""
        self._view.show_page(page, area)
        self.setCurrentWidget(self._view)

    def show_section(self, key: str) -> None:
        """Bring a section of the occupation to the front."""
        self._view.show_section(key)

    def show_comparison(self, codes: Sequence[str]) -> None:
        """Show occupations side by side; fewer than two are no comparison, and what is shown stays."""
        if len(codes) < 2:
            return
        if self._compare is None:
            from careerguide.ui.compare_page import ComparePage

            self._compare = ComparePage(self._theme, self._occupations, self._pages_of, for_reading=True)
            self._compare.occupation_chosen.connect(self.occupation_chosen)
            self._compare.failed.connect(self.failed)
            self.addWidget(self._compare)
        self._compare.show_codes(codes)
        self.setCurrentWidget(self._compare)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def showEvent(self, event: QShowEvent) -> None:
        """Where there is a second screen, the window appears on it the first time."""
        super().showEvent(event)
        self.setFocus()
        if not self._placed:
            self._placed = True
            others = QApplication.topLevelWidgets()
            taken = {one.screen() for one in others if one.isVisible() and one is not self and not one.parentWidget()}
            free = [screen for screen in QGuiApplication.screens() if screen not in taken]
            if free:
                self.move(free[0].availableGeometry().topLeft())
