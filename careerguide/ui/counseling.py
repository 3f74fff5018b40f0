"""The counselor's work in the window: the bar of the session, the notes beside the page, the client's window, the record kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import GuideError
from careerguide.ui.desk import Desk
from careerguide.ui.menus import SessionCommands
from careerguide.ui.pages import Pages
from careerguide.ui.sessions.session_bar import SessionBar
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.domain.page import OccupationPage
    from careerguide.ui.client_window import ClientWindow
    from careerguide.ui.sessions.notes_panel import NotesPanel
    from careerguide.ui.sessions.sessions_page import SessionsPage

_A_DAY_MS = 24 * 60 * 60 * 1000


class Counseling(QObject):
    """Wires sessions to the window; the notes stand in `beside`, beside the page.

    `summary_wanted` gives the id of a session whose summary is to be printed. `occupation_chosen` and `area_chosen` give what the
    client pressed on the other screen. `content_changed` tells that pages are to be read anew with the center's own content.
    """

    summary_wanted = Signal(int)
    notes_toggled = Signal()
    occupation_chosen = Signal(str)
    area_chosen = Signal(str)
    content_changed = Signal()
    failed = Signal(GuideError)

    def __init__(self, theme: Theme, desk: Desk, pages: Pages, settings: Settings, beside: QSplitter) -> None:
        super().__init__(beside)
        self._theme, self._desk, self._pages, self._settings, self._beside = theme, desk, pages, settings, beside
        self._notes: NotesPanel | None = None
        self._client: ClientWindow | None = None
        self._last_visit: tuple[int, str] | None = None
        self._show_again: Callable[[ClientWindow], object] | None = None
        self.bar = SessionBar(theme, desk)
        self.bar.notes_toggled.connect(self.show_notes)
        self.bar.client_window_wanted.connect(self.show_client_window)
        self.bar.summary_wanted.connect(self._want_summary)
        pages.sessions_made.connect(self._connect_page)
        desk.session_changed.connect(self._session_changed)
        desk.opened.connect(self._forget_old)
        self._daily = QTimer(self, interval=_A_DAY_MS)
        self._daily.timeout.connect(self._forget_old)
        self._daily.start()

    def _connect_page(self, page: "SessionsPage") -> None:
        page.summary_wanted.connect(self._want_summary)
        page.session_edited.connect(self.bar.show_session)

    def _want_summary(self, session_id: int) -> None:
        self.flush()
        self.summary_wanted.emit(session_id)

    def _forget_old(self) -> None:
        from careerguide.ui.sessions.retention import forget_old_sessions

        if self._settings.retention_days:
            forget_old_sessions(self._desk, self._settings)

    def commands(self) -> SessionCommands:
        """What the menus call."""
        return SessionCommands(
            start=self.start,
            notes=self.toggle_notes,
            client_window=self.show_client_window,
            summary=self.summary,
            close=self.bar.close_session,
            answers=self.set_anonymous_answers,
            center=self.choose_center_content,
        )

    def start(self) -> None:
        """Ask for a label and start a session."""
        from careerguide.ui.sessions.start_dialog import start_session

        start_session(self._theme, self._desk, self._pages.window())

    def choose_center_content(self) -> None:
        """Choose the center's own content."""
        from careerguide.ui.center_dialog import CenterDialog

        dialog = CenterDialog(self._theme, self._settings, self._pages.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self.content_changed)
        dialog.open()

    def set_anonymous_answers(self) -> None:
        """Show and choose where anonymous answers to the interest inventory are kept."""
        from careerguide.ui.anonymous_dialog import AnonymousDialog

        AnonymousDialog(self._theme, self._settings, self._pages.window()).open()

    def summary(self) -> None:
        """Print what was done in the session in force."""
        if self._desk.session is not None:
            self._want_summary(self._desk.session.id)

    def _session_changed(self) -> None:
        if self._desk.session is None:
            self.show_notes(False)

    # Notes

    def toggle_notes(self) -> None:
        """Show the notes, or put them away."""
        self.show_notes(not self.notes_shown)

    @property
    def notes_shown(self) -> bool:
        """Whether the notes stand beside the page."""
        return self._notes is not None and not self._notes.isHidden()

    def show_notes(self, shown: bool) -> None:
        """Show the notes of the session beside the page, or put them away."""
        if shown and self._desk.session is not None:
            if self._notes is None:
                from careerguide.ui.sessions.notes_panel import NotesPanel

                self._notes = NotesPanel(self._theme, self._desk)
                self._beside.addWidget(self._notes)
            self._notes.show()
        elif self._notes is not None:
            self._notes.flush()
            self._notes.hide()
        self.bar.show_notes_shown(self.notes_shown)
        self.notes_toggled.emit()

    def flush(self) -> None:
        """Keep what was typed into the notes."""
        if self._notes is not None:
            self._notes.flush()

    # What was done

    def looked_at(self, page: "OccupationPage", area: str) -> None:
        """An occupation was opened: it is kept in the session and shown on the client's screen."""
        session = self._desk.session_id
        if session is not None and self._last_visit != (session, page.code):  # another place for pay is no other visit
            self._last_visit = session, page.code
            self._desk.ask(lambda notebook: notebook.sessions.visit(session, page.code))
        self._show_client(lambda client: client.show_page(page, area))

    def compared(self, codes: tuple[str, ...]) -> None:
        """Occupations are shown side by side: they are kept in the session and shown on the client's screen."""
        if len(codes) < 2:
            return
        session = self._desk.session_id
        if session is not None:
            kept = tuple(OnetSocCode(code) for code in codes)
            self._desk.ask(lambda notebook: notebook.sessions.compared(session, kept))
        self._show_client(lambda client: client.show_comparison(codes))

    def _show_client(self, show: "Callable[[ClientWindow], object]") -> None:
        self._show_again = show
        if self._client is not None:
            show(self._client)

    def show_section(self, key: str) -> None:
        """Show on the client's screen the section that is shown here."""
        if self._client is not None:
            self._client.show_section(key)

    # The client's screen

    def show_client_window(self) -> None:
        """Open the window for the client's screen, or bring it to the front."""
        opened = self._pages.opened
        if opened is None:
            return
        if self._client is None:
            from careerguide.ui.area_chooser import area_model
            from careerguide.ui.client_window import ClientWindow

            self._client = ClientWindow(self._theme, area_model(opened.areas), opened.occupations, self._pages.pages_of)
            self._client.occupation_chosen.connect(self.occupation_chosen)
            self._client.area_chosen.connect(self.area_chosen)
            self._client.failed.connect(self.failed)
            if self._show_again is not None:
                self._show_again(self._client)
        self._client.show()
        self._client.raise_()

    def close_client_window(self) -> None:
        """Close the client's window for good; the next one begins empty."""
        self._show_again = None
        if self._client is not None:
            self._client.close()
            self._client.deleteLater()
            self._client = None
