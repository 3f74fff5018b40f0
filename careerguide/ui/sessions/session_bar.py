"""The strip at the top of the window that says which session is worked in, with what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from careerguide.ui.desk import Desk
from careerguide.ui.pieces.labels import label, set_role
from careerguide.ui.sessions.flows import close_session
from careerguide.ui.sessions.moments import time_words
from careerguide.ui.theme import Theme

_SIDE, _GAP = 16, 12


class SessionBar(QFrame):
    """Hidden outside a session. `summary_wanted` gives the id of the session in force.

    The buttons stand beside the label or in a row beneath it; where a row does not hold them all, they are a menu.
    """

    notes_toggled = Signal(bool)
    client_window_wanted = Signal()
    summary_wanted = Signal(int)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._theme, self._desk = theme, desk
        self._words = label("", "strong")
        self._buttons: list[QPushButton] = []
        self.notes = self._button(self.tr("Notes"), self.tr("Show or hide your notes on this session"), lambda: None)
        self.notes.setCheckable(True)
        self.notes.clicked.connect(self.notes_toggled)
        self.notes.toggled.connect(lambda shown: set_role(self.notes, "primary" if shown else ""))
        self._button(
            self.tr("Client's window"),
            self.tr("A second window for the client's screen: the career and the comparison, never your notes"),
            self.client_window_wanted.emit,
        )
        self._button(
            self.tr("Summary…"), self.tr("A page for the client to take along, without your private notes"), self._want_summary
        )
        self._button(self.tr("Close session"), self.tr("Close the session; it can be resumed later"), self.close_session)
        self._menu_button = QToolButton()
        self._menu_button.setText(self.tr("Session ▾"))
        self._menu_button.setToolTip(self.tr("Notes, the client's window, the summary, and closing the session"))
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._menu_button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu_button.setMenu(self._menu)
        self._lay_out()
        theme.changed.connect(self._fit)
        desk.session_changed.connect(self.show_session)
        self.show_session()

    def _button(self, text: str, hint: str, call: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(hint)
        button.clicked.connect(lambda _=False: call())
        self._buttons.append(button)
        return button

    def _lay_out(self) -> None:
        self._box = QWidget()
        self._box_row = QHBoxLayout(self._box)
        self._box_row.setContentsMargins(0, 0, 0, 0)
        self._box_row.setSpacing(_GAP)
        for button in self._buttons:
            self._box_row.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._box)
        self._row.addWidget(self._menu_button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        room, needed = self.width() - 2 * _SIDE, self._box_row.minimumSize().width()
        self._box.setVisible(needed <= room)
        self._menu_button.setVisible(needed > room)
        beneath = room - self._theme.px(260) < needed <= room
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if beneath else QBoxLayout.Direction.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the menu, whatever is shown now."""
        return QSize(self._menu_button.sizeHint().width() + self._theme.px(120), super().minimumSizeHint().height())

    def _fill_menu(self) -> None:
        self._menu.clear()
        for button in self._buttons:
            action = self._menu.addAction(button.text())
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
            action.triggered.connect(lambda _=False, button=button: button.click())

    def show_session(self) -> None:
        """Say which session is in force, and since when."""
        session = self._desk.session
        self.setVisible(session is not None)
        if session is None:
            self.notes.setChecked(False)
            return
        self._words.setText(self.tr("Session “{0}”  ·  started {1}").format(session.label, time_words(session.started)))
        self.setAccessibleName(self._words.text())

    def show_notes_shown(self, shown: bool) -> None:
        """Tell whether the notes are beside the page."""
        self.notes.setChecked(shown)

    def close_session(self) -> None:
        """Close the session in force; it can be resumed."""
        close_session(self._desk)

    def _want_summary(self) -> None:
        if self._desk.session_id is not None:
            self.summary_wanted.emit(self._desk.session_id)
