"""The main window: sidebar and page, guide and notebook, put together. The way from page to page is the journey's."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from careerguide.domain.errors import GuideError
from careerguide.ui.background import Latest
from careerguide.ui.counseling import Counseling
from careerguide.ui.deciding import Deciding
from careerguide.ui.desk import Desk
from careerguide.ui.guide_files import GuideFiles
from careerguide.ui.journey import Journey
from careerguide.ui.menus import Commands, add_menus
from careerguide.ui.notebook_notice import NotebookNotice
from careerguide.ui.pages import OpenedGuide, Pages, Place
from careerguide.ui.panels import sections
from careerguide.ui.pieces.mouse_steps import MouseSteps
from careerguide.ui.settings import Settings
from careerguide.ui.sidebar import Sidebar
from careerguide.ui.theme import Mode, Theme

if TYPE_CHECKING:
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
        self._to_remember: tuple[Path | None, ...] = ()
        self._asked_for: Path | None = None
        self._opening: Latest[OpenedGuide] = Latest(self, self._show_guide, self._show_problem)
        self._warming: Latest[None] = Latest(self, self._warmed, lambda _: None)
        self._warm_later = QTimer(self, singleShot=True, interval=_WARM_UP_AFTER_MS)  # ends with the window
        self._warm_later.timeout.connect(self._warm_up)
        self.setWindowTitle(self.tr("Career Guide"))
        self.sidebar = Sidebar(theme)
        self.search = self.sidebar.search
        self.pages = Pages(theme, desk, settings)
        self.deciding = Deciding(theme, desk, self.pages, settings)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self.counseling = Counseling(theme, desk, self.pages, settings, self._splitter)
        self.journey = Journey(self.search, self.pages, self.deciding, self.counseling, settings)
        self._notice = NotebookNotice(desk)
        self._mouse_steps = MouseSteps(self)
        self._connect()
        self._menus = add_menus(self, self._commands(), desk.changes.undo, sections(), settings.mode, settings.is_locked)
        self._lay_out()
        self._restore()
        self.search.field.setFocus()

    def _connect(self) -> None:
        self.search.failed.connect(self._show_problem)
        self.journey.failed.connect(self._show_problem)
        self.sidebar.stepped.connect(self.journey.go)
        self._mouse_steps.stepped.connect(self.journey.go)
        self.sidebar.place_wanted.connect(lambda place: self.journey.visit(Place(place)))
        self.pages.titled.connect(self._show_title)
        self.pages.failed.connect(self._show_problem)
        self.pages.section_changed.connect(self.counseling.show_section)
        self.deciding.compared_changed.connect(lambda codes: self.sidebar.show_compared(len(codes)))
        self.deciding.compared_shown.connect(self.counseling.compared)
        self.deciding.failed.connect(self._say)
        self.desk.trouble.connect(self._say)
        self.desk.lists_changed.connect(self._count_saved)
        self.desk.leaving.connect(self.pages.flush)
        self.desk.session_changed.connect(self._session_changed)
        self.counseling.summary_wanted.connect(self.deciding.report_session)
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
            go=self.journey.go,
            find=self.search.focus_field,
            visit=self.journey.visit,
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
        self.journey.go_on_from(old.journey)
        self.search.field.setText(old.search.field.text())
        self.deciding.take_compared(old.deciding.compared)
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
        self.deciding.interests.set_guide(opened.guide.interest_profiles)
        self.search.set_guide(opened.occupations, opened.guide.search)
        self.journey.set_guide(opened)
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
            self.sidebar.steps[step].setEnabled(self.journey.can_go(step))
            action.setEnabled(self.journey.can_go(step))
        for action in self._menus.of_page:
            action.setEnabled(self.pages.currentWidget() is self.view)
        self._menus.sections.setEnabled(self.pages.currentWidget() is self.view)
        self._menus.report.setEnabled(self.pages.currentWidget() in (self.view, self.pages.saved, self.pages.compare))

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
        self.search.field.clear()
        self.counseling.close_client_window()
        self.journey.begin_anew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (handle := self.windowHandle()) is not None:
            self._mouse_steps.watch(handle)

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
