"""The main window: sidebar, page, history. It hands out the work: search to the guide, pages to the view."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from careerguide.domain.errors import GuideError
from careerguide.domain.wages import NATION
from careerguide.ui.background import Latest
from careerguide.ui.history import History
from careerguide.ui.menus import Commands, add_menus
from careerguide.ui.pages import OpenedGuide, Pages
from careerguide.ui.panels import sections
from careerguide.ui.settings import Settings
from careerguide.ui.start_page import Door
from careerguide.ui.theme import Mode, Theme
from careerguide.ui.title_search import TitleSearch

if TYPE_CHECKING:
    from careerguide.domain.page import OccupationPage
    from careerguide.ui.occupation_view import OccupationView


_WARM_UP_AFTER_MS = 300  # a person who is already typing gets results first
_START, _BROWSE = "start", "browse"  # places of the history that are no occupation

OpenGuide = Callable[[Path | None], OpenedGuide]
"""Opens the guide at a path, None for the embedded one. Raises `GuideError`. Called on a worker thread."""


class MainWindow(QMainWindow):
    """Career Guide's window. `open_guide` is called off the UI thread; `built_guide` is where a new guide is saved."""

    def __init__(self, theme: Theme, settings: Settings, open_guide: OpenGuide, built_guide: Path) -> None:
        super().__init__()
        self.theme, self._settings = theme, settings
        self._open_guide, self._built_guide = open_guide, built_guide
        self._opened: OpenedGuide | None = None
        self._history: History[str] = History()
        self._area = settings.area
        self._to_remember: tuple[Path | None, ...] = ()
        self._opening: Latest[OpenedGuide] = Latest(self, self._show_guide, self._show_problem)
        self._warming: Latest[None] = Latest(self, self._warmed, lambda _: None)
        self._warm_later = QTimer(self, singleShot=True, interval=_WARM_UP_AFTER_MS)  # ends with the window
        self._warm_later.timeout.connect(self._warm_up)
        self._loading: Latest[OccupationPage] = Latest(self, self._show_page, self._show_problem)
        self.setWindowTitle(self.tr("Career Guide"))
        self.search = TitleSearch(theme)
        self.search.occupation_chosen.connect(self.open_occupation)
        self.search.failed.connect(self._show_problem)
        self.pages = Pages(theme)
        self.pages.occupation_chosen.connect(self.open_occupation)
        self.pages.area_chosen.connect(self._choose_area)
        self.pages.titled.connect(self._show_title)
        self.pages.failed.connect(self._show_problem)
        self.pages.start.door_chosen.connect(self._open_door)
        self._menus = add_menus(self, self._commands(), sections(), settings.mode)
        self._lay_out()
        self._restore()
        self.search.field.setFocus()

    def _commands(self) -> Commands:
        return Commands(
            open_guide=self._choose_guide,
            build_guide=self._build_guide,
            use_built_in=lambda: self.load_guide(None, remember=True),
            quit=self.close,
            go=self.go,
            find=self.search.focus_field,
            browse=self.browse,
            start=self.show_start,
            step_section=self._step_section,
            show_section=self._show_section,
            zoom=self._zoom,
            set_mode=self._set_mode,
            about=self._about,
        )

    def _lay_out(self) -> None:
        self._back, self._forward = QToolButton(), QToolButton()
        for button, arrow, name, keys, step in (
            (self._back, "←", self.tr("Back"), "Alt+←", -1),
            (self._forward, "→", self.tr("Forward"), "Alt+→", 1),
        ):
            button.setText(arrow)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
            button.setEnabled(False)
            button.clicked.connect(lambda _=False, step=step: self.go(step))
        sidebar = QWidget()
        sidebar.setObjectName("sidebar")
        column = QVBoxLayout(sidebar)
        column.setContentsMargins(16, 16, 8, 8)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.search, 1)
        self._browse_button = QPushButton(self.tr("Browse all careers"))
        self._browse_button.clicked.connect(lambda _=False: self.browse())
        column.addWidget(self._browse_button)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(sidebar)
        self._splitter.addWidget(self.pages)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([320, 960])
        self.setCentralWidget(self._splitter)

    def _restore(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(1280, 800)
        self._splitter.restoreState(self._settings.splitter)

    @property
    def page_code(self) -> str | None:
        """The code of the occupation shown, None for the other pages."""
        here = self._history.current
        return None if here in (_START, _BROWSE) else here

    @property
    def view(self) -> "OccupationView | None":
        """The page of the occupation, None before a guide is open."""
        return self.pages.view

    def load_guide(self, path: Path | None, *, remember: bool = False) -> None:
        """Open the guide at `path`, None for the embedded one, show it when it is there, and perhaps open it next time too."""
        self._to_remember = (path,) if remember else ()
        self._opening.run(lambda: self._open_guide(path))

    def _show_guide(self, opened: OpenedGuide) -> None:
        before, self._opened = self._opened, opened
        for path in self._to_remember:
            self._settings.guide = path
        if before is not None:
            before.guide.close()
        if self._area not in {area.code for area in opened.areas}:
            self._area = NATION
        self.pages.set_guide(opened)
        self.search.set_guide(opened.occupations, opened.guide.search)
        self._menus.sections.setEnabled(True)
        current = self.page_code
        if current is not None and any(occupation.code == current for occupation in opened.occupations):
            self._go_to(current)
        else:
            self._history.clear()
            self._history.visit(_START)
            self.pages.show_start()
        self._warm_later.start()

    def _warm_up(self) -> None:
        if self._opened is not None and self.pages.view is None:
            self._warming.run(self._opened.guide.warm_up)

    def _warmed(self, _: None) -> None:
        self.pages.make_view()

    def _show_problem(self, error: GuideError) -> None:
        actions: dict[str, Callable[[], object]] = {
            self.tr("Open another guide file…"): self._choose_guide,
            self.tr("Build a guide…"): self._build_guide,
            self.tr("Use the built-in guide"): lambda: self.load_guide(None, remember=True),
        }
        self.pages.show_problem(str(error), actions)

    def _show_title(self, title: str) -> None:
        """The title of the page in front, “” for the start page."""
        self.setWindowTitle(self.tr("{0} – Career Guide").format(title) if title else self.tr("Career Guide"))
        for step, button, action in ((-1, self._back, self._menus.back), (1, self._forward, self._menus.forward)):
            button.setEnabled(self._history.can_go(step))
            action.setEnabled(self._history.can_go(step))

    def _open_door(self, door: str) -> None:
        """Go through a door of the start page."""
        if door == Door.SEARCH:
            self.search.focus_field()
        elif door == Door.SURPRISE:
            if self._opened is not None:
                self.open_occupation(random.choice(self._opened.occupations).code)
        else:
            self.browse(door)

    def browse(self, door: str | None = None) -> None:
        """Show the table of careers; the doors of the start page choose for it first."""
        self._history.visit(_BROWSE)
        self._go_to(_BROWSE, door)

    def show_start(self) -> None:
        """Show the start page."""
        if self._opened is not None:
            self._history.visit(_START)
            self._go_to(_START)

    def open_occupation(self, code: str) -> None:
        """Show an occupation and remember where one came from."""
        self._history.visit(code)
        self._go_to(code)

    def go(self, step: int) -> None:
        """Back (−1) or forward (+1)."""
        if self._history.can_go(step):
            self._go_to(self._history.go(step))

    def _go_to(self, place: str, door: str | None = None) -> None:
        """Show a place of the history."""
        self._loading.drop()
        if place == _START:
            self.pages.show_start()
        elif place == _BROWSE:
            self.pages.show_browse(door)
        elif self._opened is not None:
            guide, area = self._opened.guide, self._area
            self._loading.run(lambda: guide.page(place, area))

    def _show_page(self, page: "OccupationPage") -> None:
        self.pages.show_page(page, self._area)
        self.search.select(page.code)

    def _choose_area(self, code: str) -> None:
        self._area = self._settings.area = code
        if self.page_code is not None:
            self._go_to(self.page_code)

    def _choose_guide(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open guide file"), "", self.tr("Guide files (*.guide *.sqlite);;All files (*)")
        )
        if chosen:
            self.load_guide(Path(chosen), remember=True)

    def _build_guide(self) -> None:
        from careerguide.ui.build_dialog import BuildDialog

        dialog = BuildDialog(self.theme, self._built_guide, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.built.connect(lambda path: self.load_guide(path, remember=True))
        dialog.open()

    def _step_section(self, step: int) -> None:
        if self.view is not None:
            self.view.step_section(step)

    def _show_section(self, key: str) -> None:
        if self.view is not None:
            self.view.show_section(key)

    def _zoom(self, step: float | None) -> None:
        self.theme.set_scale(1.0 if step is None else self.theme.scale + step)
        self._settings.scale = self.theme.scale

    def _set_mode(self, mode: Mode) -> None:
        self.theme.set_mode(mode)
        self._settings.mode = mode

    def _about(self) -> None:
        from careerguide.ui.about import AboutDialog

        sources = self._opened.guide.sources if self._opened else ()
        path = str(self._opened.guide.path) if self._opened else self.tr("none is open")
        dialog = AboutDialog(self.theme, sources, path, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the mouse in front of all widgets: the back button works over a table or a field too."""
        super().showEvent(event)
        if (handle := self.windowHandle()) is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress and self._mouse_history(event):
            return True
        return super().eventFilter(watched, event)

    def _mouse_history(self, event: QMouseEvent) -> bool:
        step = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button())
        if step is not None:
            self.go(step)
        return step is not None

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.geometry = self.saveGeometry()
        self._settings.splitter = self._splitter.saveState()
        self._settings.save()
        super().closeEvent(event)
