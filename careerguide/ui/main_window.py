"""The main window: sidebar, page, history. It hands out the work: search to the guide, pages to the view, keeping to the desk."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.wages import NATION
from careerguide.ui.background import Latest
from careerguide.ui.counseling import Counseling
from careerguide.ui.deciding import Deciding
from careerguide.ui.desk import Desk
from careerguide.ui.guide_files import GuideFiles
from careerguide.ui.history import History
from careerguide.ui.menus import Commands, add_menus
from careerguide.ui.notebook_notice import NotebookNotice
from careerguide.ui.pages import OpenedGuide, Pages, Place
from careerguide.ui.panels import sections
from careerguide.ui.settings import Settings
from careerguide.ui.sidebar import Sidebar
from careerguide.ui.start_page import Door
from careerguide.ui.theme import Mode, Theme

if TYPE_CHECKING:
    from careerguide.domain.page import OccupationPage
    from careerguide.ui.occupation_view import OccupationView


_WARM_UP_AFTER_MS = 300  # a person who is already typing gets results first
_ROOM_FOR_NOTES = 1100
_PATIENCE_MS = 3_000  # how long closing waits for what is still being written

OpenGuide = Callable[[Path | None], OpenedGuide]
"""Opens the guide at a path, None for the embedded one. Raises `GuideError`. Called on a worker thread."""


class MainWindow(QMainWindow):
    """Career Guide's window. `open_guide` is called off the UI thread; `built_guide` is where a new guide is saved.

    `ready` is emitted when a guide is shown and the libraries that the first page needs are loaded; `language_chosen` gives the code
    of the language in which the window is wanted anew.
    """

    ready = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, settings: Settings, open_guide: OpenGuide, built_guide: Path, desk: Desk) -> None:
        super().__init__()
        self.theme, self._settings, self.desk = theme, settings, desk
        desk.setParent(self)
        self._open_guide = open_guide
        self._guides = GuideFiles(self, theme, settings, built_guide)
        self._guides.chosen.connect(lambda path: self.load_guide(path, remember=True))
        self._guides.earlier_found.connect(self._show_earlier)
        self._guides.exchanged.connect(self._say_exchanged)
        self._guides.failed.connect(self._say)
        self._opened: OpenedGuide | None = None
        self._history: History[str] = History()
        self._area = settings.area
        self._to_remember: tuple[Path | None, ...] = ()
        self._asked_for: Path | None = None
        self._stay_at: str | None = None  # the section of the page to go on with, “” for any other page
        self._opening: Latest[OpenedGuide] = Latest(self, self._show_guide, self._show_problem)
        self._warming: Latest[None] = Latest(self, self._warmed, lambda _: None)
        self._warm_later = QTimer(self, singleShot=True, interval=_WARM_UP_AFTER_MS)  # ends with the window
        self._warm_later.timeout.connect(self._warm_up)
        self._loading: Latest[OccupationPage] = Latest(self, self._show_page, self._show_problem)
        self.setWindowTitle(self.tr("Career Guide"))
        self.sidebar = Sidebar(theme)
        self.search = self.sidebar.search
        self.pages = Pages(theme, desk, settings)
        self.deciding = Deciding(theme, desk, self.pages, settings)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self.counseling = Counseling(theme, desk, self.pages, settings, self._splitter)
        self._notice = NotebookNotice(desk)
        self._connect()
        self._menus = add_menus(self, self._commands(), desk.changes.undo, sections(), settings.mode, settings.is_locked)
        self._lay_out()
        self._restore()
        self.search.field.setFocus()

    def _connect(self) -> None:
        self.search.occupation_chosen.connect(self.open_occupation)
        self.search.failed.connect(self._show_problem)
        self.sidebar.stepped.connect(self.go)
        self.sidebar.place_wanted.connect(lambda place: self.visit(Place(place)))
        self.pages.occupation_chosen.connect(self.open_occupation)
        self.pages.area_chosen.connect(self._choose_area)
        self.pages.titled.connect(self._show_title)
        self.pages.failed.connect(self._show_problem)
        self.pages.near_wanted.connect(self._show_near)
        self.pages.browse_wanted.connect(lambda: self.visit(Place.BROWSE))
        self.pages.section_changed.connect(self.counseling.show_section)
        self.pages.start.door_chosen.connect(self._open_door)
        self.deciding.comparison_wanted.connect(lambda: self.visit(Place.COMPARE))
        self.deciding.compared_changed.connect(lambda codes: self.sidebar.show_compared(len(codes)))
        self.deciding.compared_shown.connect(self.counseling.compared)
        self.deciding.failed.connect(self._say)
        self.desk.trouble.connect(self._say)
        self.desk.lists_changed.connect(self._count_saved)
        self.desk.leaving.connect(self.pages.flush)
        self.desk.session_changed.connect(self._session_changed)
        self.counseling.summary_wanted.connect(self.deciding.report_session)
        self.counseling.occupation_chosen.connect(self.open_occupation)
        self.counseling.area_chosen.connect(self._choose_area)
        self.counseling.failed.connect(self._say)
        self.counseling.content_changed.connect(self._read_anew)
        self.counseling.notes_toggled.connect(self._make_room)
        self.theme.changed.connect(self._make_room)
        self._notice.backup_wanted.connect(self.deciding.choose_backup)

    def _commands(self) -> Commands:
        return Commands(
            open_guide=self._guides.choose,
            build_guide=self._guides.build,
            update_guide=self._update_guide,
            go_back=lambda: self._guides.go_back(self._opened),
            use_built_in=self._guides.use_built_in,
            quit=self.close,
            go=self.go,
            find=self.search.focus_field,
            visit=self.visit,
            step_section=self._step_section,
            show_section=self._show_section,
            zoom=self._zoom,
            set_mode=self._set_mode,
            speak=self.language_chosen.emit,
            keys=self._show_keys,
            about=lambda: self._guides.about(self._opened),
            careers=self.deciding.commands(),
            counselor=self.counseling.commands(),
        )

    @property
    def _path(self) -> Path | None:
        """Where the guide in use is, None for the built-in one; the one remembered while none is open."""
        if self._opened is None:
            return self._settings.guide
        return None if self._opened.is_built_in else self._opened.guide.path

    def _read_anew(self) -> None:
        if self._opened is not None:
            self.load_guide(self._path)

    def _update_guide(self) -> None:
        saved = {str(career.code) for saved in self.desk.lists for career in saved.careers}
        self._guides.update(self._opened, saved)

    def say_to_administrator(self, problem: str) -> None:
        """Say what is wrong with the settings for everybody on this computer."""
        self.deciding.toast.say(self.tr("For the administrator of this computer: {0}").format(problem))

    def _show_earlier(self, words: str) -> None:
        """Say in the menu which guide can be gone back to, “” for none."""
        if words:
            self._menus.go_back.setText(words)
        self._menus.go_back.setEnabled(bool(words) and not self._settings.is_locked("guide"))

    def _say_exchanged(self, words: str, back: str) -> None:
        self.deciding.toast.say(words, back, (lambda: self._guides.go_back(self._opened)) if back else None)

    def _lay_out(self) -> None:
        self._splitter.addWidget(self.sidebar)
        self._splitter.addWidget(self.pages)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([320, 960])
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.counseling.bar)
        column.addWidget(self._notice)
        column.addWidget(self._splitter, 1)
        self.setCentralWidget(whole)

    def _restore(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(1280, 800)
        self._splitter.restoreState(self._settings.splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where there is not enough room for both, the notes of a session take the place of the sidebar."""
        cramped = self.width() < self.theme.px(_ROOM_FOR_NOTES)
        self.sidebar.setHidden(cramped and self.counseling.notes_shown)

    @property
    def page_code(self) -> str | None:
        """The code of the occupation shown, None for the other pages."""
        here = self._history.current
        return None if here in set(Place) else here

    @property
    def view(self) -> "OccupationView | None":
        """The page of the occupation, None before a guide is open."""
        return self.pages.view

    def load_guide(self, path: Path | None, *, remember: bool = False) -> None:
        """Open the guide at `path`, None for the embedded one, show it when it is there, and perhaps open it next time too."""
        self._to_remember = (path,) if remember else ()
        self._asked_for = path
        self._opening.run(lambda: self._open_guide(path))

    def go_on_from(self, old: "MainWindow") -> None:
        """Stand where another window stands that is about to go: its place, page and history, what it searched for and compared.

        Our desk is the successor of its desk.
        """
        self.restoreGeometry(old.saveGeometry())
        self._splitter.restoreState(old._splitter.saveState())
        self.desk.go_on()
        self._history, self._area = old._history, old._area
        self.search.field.setText(old.search.field.text())
        self.deciding.take_compared(old.deciding.compared)
        self._stay_at = old.view.section if old.view is not None else ""
        self.load_guide(old._path)

    def leave_to_another(self) -> Desk | None:
        """Keep what was typed and give the desk for the window that takes this one's place; None where it cannot be kept."""
        if not self._all_is_kept():
            return None
        self.counseling.close_client_window()
        return self.desk.successor()

    def _show_guide(self, opened: OpenedGuide) -> None:
        before, self._opened = self._opened, opened
        for path in self._to_remember:
            self._settings.guide = path
        if before is not None:
            self.counseling.close_client_window()
            before.guide.close()
        if self._area not in {area.code for area in opened.areas}:
            self._area = NATION
        self.pages.area = self._area
        self.pages.set_guide(opened)
        self.deciding.interests.set_guide(opened.guide.interest_profiles)
        self.search.set_guide(opened.occupations, opened.guide.search)
        current, stay_at, self._stay_at = self._history.current, self._stay_at, None
        if stay_at:
            self.pages.make_view().show_section(stay_at)
        is_there = any(occupation.code == current for occupation in opened.occupations)
        if current is not None and (is_there or (stay_at is not None and current in set(Place))):
            self._go_to(current)
        else:
            self._history.clear()
            self._history.visit(Place.START)
            self.pages.show_start()
        self._guides.forget_earlier()
        self._warm_later.start()
        if opened.problem:
            self.deciding.toast.say(opened.problem)

    def _warm_up(self) -> None:
        if self._opened is not None:
            self._warming.run(self._opened.guide.warm_up)

    def _warmed(self, _: None) -> None:
        self.pages.make_view()
        self.ready.emit()
        if self._opened is not None:
            self._guides.look_for_earlier(self._opened)

    def _show_problem(self, error: GuideError) -> None:
        self.pages.show_problem(str(error), self._guides.ways_out(self._asked_for if self._opened is None else None))

    def _show_title(self, title: str) -> None:
        """The title of the page in front, “” for the start page."""
        self.setWindowTitle(self.tr("{0} – Career Guide").format(title) if title else self.tr("Career Guide"))
        for step, action in ((-1, self._menus.back), (1, self._menus.forward)):
            self.sidebar.steps[step].setEnabled(self._history.can_go(step))
            action.setEnabled(self._history.can_go(step))
        for action in self._menus.of_page:
            action.setEnabled(self.pages.currentWidget() is self.view)
        self._menus.sections.setEnabled(self.pages.currentWidget() is self.view)
        self._menus.report.setEnabled(self.pages.currentWidget() in (self.view, self.pages.saved, self.pages.compare))

    def _open_door(self, door: str) -> None:
        """Go through a door of the start page."""
        if door == Door.SEARCH:
            self.search.focus_field()
        elif door == Door.SURPRISE:
            if self._opened is not None:
                self.open_occupation(random.choice(self._opened.occupations).code)
        else:
            self.visit(Place(door) if door in set(Place) else Place.BROWSE, door)

    def visit(self, place: Place, door: str | None = None) -> None:
        """Show a page that is no occupation; a door of the start page chooses in the table of careers first."""
        if self._opened is not None:
            self._history.visit(place)
            self._go_to(place, door)

    def _show_near(self, code: str) -> None:
        """Show the careers that ask much the same skills as this one."""
        self.visit(Place.SKILLS)
        if self.pages.skills is not None:
            self.pages.skills.show_near(code)

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
        if place in set(Place):
            self._bring(Place(place), door)
        elif self._opened is not None:
            guide, area = self._opened.guide, self._area
            self._loading.run(lambda: guide.page(place, area))

    def _bring(self, place: Place, door: str | None) -> None:
        if place is Place.COMPARE:
            self.deciding.toast.hide()
            self.pages.show_compare(self.deciding.compared)
            self.counseling.compared(self.deciding.compared)
        else:
            shows = {
                Place.START: self.pages.show_start,
                Place.ASSESSMENT: self.pages.show_assessment,
                Place.SKILLS: self.pages.show_skills,
                Place.SAVED: self.pages.show_saved,
                Place.SESSIONS: self.pages.show_sessions,
            }
            shows.get(place, lambda: self.pages.show_browse(door))()

    def _show_page(self, page: "OccupationPage") -> None:
        self.pages.show_page(page, self._area)
        self.counseling.looked_at(page, self._area)
        self.search.select(page.code)

    def _choose_area(self, code: str) -> None:
        self._area = self._settings.area = self.pages.area = code
        if self.page_code is not None:
            self._go_to(self.page_code)

    def _step_section(self, step: int) -> None:
        if self.view is not None and self.pages.currentWidget() is self.view:
            self.view.step_section(step)

    def _show_section(self, key: str) -> None:
        if self.view is not None and self.pages.currentWidget() is self.view:
            self.view.show_section(key)

    def _show_keys(self) -> None:
        from careerguide.ui.keyboard_dialog import KeyboardDialog

        dialog = KeyboardDialog(self.theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _zoom(self, step: float | None) -> None:
        self.theme.set_scale(1.0 if step is None else self.theme.scale + step)
        self._settings.scale = self.theme.scale

    def _set_mode(self, mode: Mode) -> None:
        self.theme.set_mode(mode)
        self._settings.mode = mode

    def _say(self, error: GuideError) -> None:
        """Tell of something that went wrong with what was asked; what is shown stays."""
        self.deciding.toast.say(str(error))

    def _count_saved(self) -> None:
        self.sidebar.show_saved(len({career.code for saved in self.desk.lists for career in saved.careers}))

    def _session_changed(self) -> None:
        """A session begins with a clean slate: nothing of another client is in the history or compared."""
        for action in self._menus.of_session:
            action.setEnabled(self.desk.session is not None)
        self.deciding.forget_compared()
        self._history.clear()
        self.search.field.clear()
        self.counseling.close_client_window()
        if self._opened is not None:
            self.pages.set_guide(self._opened)
        self.visit(Place.START)

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
        if not self._all_is_kept():
            event.ignore()
            return
        self.counseling.close_client_window()
        self.desk.close()
        self._settings.geometry = self.saveGeometry()
        self._settings.splitter = self._splitter.saveState()
        self._settings.save()
        super().closeEvent(event)

    def _all_is_kept(self) -> bool:
        """Whether all that was typed is in the notebook, or the person says that it may be lost."""
        self.pages.flush()
        self.counseling.flush()
        if self.desk.finish(_PATIENCE_MS):
            return True
        chosen = QMessageBox.warning(
            self,
            self.tr("Career Guide"),
            self.tr("The notebook cannot be reached, and what you changed last is not kept yet. Close and lose it?"),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return chosen is QMessageBox.StandardButton.Discard
