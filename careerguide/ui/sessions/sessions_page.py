"""The page of a counselor's sessions: starting one, finding one again, and what can be done with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from careerguide.domain.errors import GuideError
from careerguide.domain.language import number
from careerguide.domain.notebook import Session
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog
from careerguide.ui.sessions.flows import resume_session, soon, with_session_open
from careerguide.ui.sessions.retention import RetentionChooser
from careerguide.ui.sessions.sessions_model import SessionsModel
from careerguide.ui.sessions.sessions_table import SessionsTable
from careerguide.ui.sessions.start_dialog import start_session
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme

_MOST_NAMED = 5  # labels in a question about several sessions


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the page shows: where the notebook is, and the sessions in it, used last first."""

    where: str
    sessions: tuple[Session, ...]


class SessionsPage(QWidget):
    """Sessions as a table. `titles` names occupations in exports. `summary_wanted` gives the id of a session.

    Who receives it must ask the notebook for the session's record at once: a protected session is locked again right after.
    `session_edited` tells that the session in force has another label or protection.
    """

    summary_wanted = Signal(int)
    session_edited = Signal()

    def __init__(self, theme: Theme, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("page")
        self.titles: Mapping[str, str] = {}
        self._theme, self._desk = theme, desk
        self.model = SessionsModel()
        self.model.renamed.connect(self._rename)
        self.table = SessionsTable(theme, self.model)
        self.table.activated.connect(lambda _: self._resume())
        self.table.chosen_changed.connect(self._show_what_can_be_done)
        self.table.delete_wanted.connect(self._ask_to_delete)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a label"))
        self.filter.setAccessibleName(self.tr("Find a session by its label"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self._where = label("", "caption", selectable=True)
        self._count = label("", "caption")
        self._said = label("")
        self._said.hide()
        self._start = self._button(self.tr("Start a session…"), lambda: start_session(theme, desk, self))
        self._start.setProperty("role", "primary")
        self._one = (
            self._button(self.tr("Resume"), self._resume, self.tr("Go on with this session (Enter)")),
            self._button(self.tr("Rename"), self.table.edit_label, self.tr("Give this session another label (F2)")),
            self._button(self.tr("Summary…"), self._summarise, self.tr("A page to print, without your private notes")),
            self._button(self.tr("Export…"), self._export, self.tr("Everything that is kept of this session, in one file")),
            self._button(self.tr("Protect…"), self._protect, self.tr("Set, change or take off the passphrase of this session")),
        )
        self._delete = self._button(self.tr("Delete…"), self._ask_to_delete, self.tr("Delete for good what is chosen (Del)"))
        self.retention = RetentionChooser(theme, desk, settings, lambda: self.model.rows, self._say_gone)
        self._lay_out()
        desk.session_changed.connect(self._session_changed)
        theme.changed.connect(self._fit)
        self._show_what_can_be_done()

    # Building

    @staticmethod
    def _button(text: str, call: Callable[[], object], hint: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(hint)
        button.clicked.connect(lambda _=False: call())
        return button

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Sessions"), "title"))
        column.addWidget(
            label(
                self.tr(
                    "A session keeps what you look at, save, compare and note with one client, so that you can go on with it another day."
                )
            )
        )
        column.addWidget(self._where)
        row = QHBoxLayout()
        row.addWidget(self._start)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._said)
        self._contents = QStackedWidget()
        self._contents.addWidget(self._empty_contents())
        self._contents.addWidget(self._table_with_buttons())
        column.addWidget(self._contents, 1)
        column.addWidget(self.retention)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))

    def _empty_contents(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 0, 0, 0)
        notice = Notice()
        column.addWidget(notice)
        notice.show_message(self.tr("There are no sessions yet. Start one when a client is with you."))
        column.addStretch(1)
        return empty

    def _table_with_buttons(self) -> QWidget:
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._top = Columns([self._count, self.filter], self._theme.px(240), weights=(1, 2))
        column.addLayout(self._top)
        column.addWidget(self.table, 1)
        self._actions = Columns([*self._one, self._delete], self._theme.px(110))
        column.addLayout(self._actions)
        return filled

    def _fit(self) -> None:
        self._top.set_narrowest(self._theme.px(240))
        self._actions.set_narrowest(self._theme.px(110))

    # Showing

    def refresh(self) -> None:
        """Read the sessions anew."""
        self._desk.ask(lambda notebook: _Listed(notebook.where, notebook.sessions.all()), self._show)

    def _session_changed(self) -> None:
        """After what the change itself brings about, such as closing the session before."""
        if self.isVisible():
            soon(self._desk, self.refresh)

    def _show(self, listed: _Listed) -> None:
        in_memory = listed.where == "memory"
        self._where.setText(
            self.tr("Kept only until the program is closed.") if in_memory else self.tr("Kept in: {0}").format(listed.where)
        )
        self.table.show_sessions(listed.sessions, self._desk.session_id)
        self._contents.setCurrentIndex(1 if listed.sessions else 0)
        self._say_count()
        self._show_what_can_be_done()

    def _filter(self, words: str) -> None:
        self.table.show_labels_with(words)
        self._say_count()

    def _say_count(self) -> None:
        shown, total = self.table.shown, len(self.model.rows)
        if shown == total:
            words = self.tr("1 session") if total == 1 else self.tr("{0} sessions").format(number(total))
        elif shown:
            words = self.tr("{0} of {1} sessions").format(number(shown), number(total))
        else:
            words = self.tr("No session has a label like that.")
        self._count.setText(words)

    def _show_what_can_be_done(self) -> None:
        chosen = self.table.chosen
        for button in self._one:
            button.setEnabled(len(chosen) == 1)
        self._delete.setEnabled(bool(chosen))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # What can be done

    def _the_one(self) -> Session | None:
        chosen = self.table.chosen
        return chosen[0] if len(chosen) == 1 else None

    def _resume(self) -> None:
        if (session := self._the_one()) is not None:
            resume_session(self._theme, self._desk, session, self)

    def _rename(self, session: Session, words: str) -> None:
        self._desk.ask(lambda notebook: notebook.sessions.rename(session.id, words, session.version), self._changed)

    def _changed(self, session: Session) -> None:
        """A session has another label or protection."""
        if session.id == self._desk.session_id:
            self._desk.session = session
            self.session_edited.emit()
        self.refresh()

    def _summarise(self) -> None:
        if (session := self._the_one()) is not None:
            with_session_open(self._theme, self._desk, session, self, lambda: self.summary_wanted.emit(session.id))

    def _export(self) -> None:
        if (session := self._the_one()) is not None:
            from careerguide.ui.sessions.export import export_session

            with_session_open(
                self._theme,
                self._desk,
                session,
                self,
                lambda: export_session(self._theme, self._desk, session, self.titles, self),
            )

    def _protect(self) -> None:
        if (session := self._the_one()) is not None:
            from careerguide.ui.sessions.protect_dialog import ProtectDialog

            dialog = ProtectDialog(self._theme, self._desk, session, self)
            dialog.protected.connect(self._changed)
            dialog.open()

    def _ask_to_delete(self) -> None:
        chosen = self.table.chosen
        if not chosen:
            return
        names = ", ".join(f"“{session.label}”" for session in chosen[:_MOST_NAMED])
        if len(chosen) > _MOST_NAMED:
            names = self.tr("{0} and {1} more").format(names, len(chosen) - _MOST_NAMED)
        ConfirmDialog(
            self._theme,
            self.tr("Delete this session?") if len(chosen) == 1 else self.tr("Delete {0} sessions?").format(len(chosen)),
            [
                names,
                self.tr(
                    "Gone for good: what was looked at and compared, the saved careers, the interest results, the rated skills, and all"
                    " notes."
                ),
                self.tr("The backups are replaced by a new one without them. This cannot be undone."),
            ],
            self.tr("Delete for good"),
            lambda: self._delete_for_good(chosen),
            self,
        ).open()

    def _delete_for_good(self, sessions: list[Session]) -> None:
        ids = [session.id for session in sessions]
        if self._desk.session_id in ids:
            self._desk.enter(None)
        self._say(self.tr("Deleting …"))

        def delete() -> None:
            self._desk.ask(lambda notebook: notebook.sessions.delete(ids), lambda _: self._say_gone(len(ids)), self._could_not)

        soon(self._desk, delete)

    def _could_not(self, error: GuideError) -> None:
        self._say(str(error))
        self.refresh()

    def _say_gone(self, number: int) -> None:
        self._say(
            self.tr("1 session is gone for good.") if number == 1 else self.tr("{0} sessions are gone for good.").format(number)
        )
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said belongs to what was just done."""
        super().hideEvent(event)
        self._said.hide()
