"""A counselor's notes on the session in force: private ones, and those for the client."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.notebook import SessionNotes
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.sessions.draft import Draft, Texts, mine_first, theirs_first
from careerguide.ui.theme import Theme

_WRITE_AFTER_MS = 500
_MOST_QUOTED = 200


class NotesEditor(QPlainTextEdit):
    """Plain text with an undo of its own. `left` tells that the keyboard went elsewhere; Tab goes on instead of indenting."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def sizeHint(self) -> QSize:
        """No more than it must have: the editors share what room there is."""
        return self.minimumSize()

    def begin(self, text: str) -> None:
        """Show the text of another session; nothing of the one before can be brought back by undo."""
        self.setPlainText(text)

    def change(self, text: str) -> None:
        """Show a text that came from elsewhere; undo brings back what stood here."""
        if text != self.toPlainText():
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)


class NotesPanel(QWidget):
    """Two editors that keep what is typed half a second after the last key. They follow the session in force."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._desk = theme, desk
        self._draft: Draft | None = None
        self._later = QTimer(self, singleShot=True, interval=_WRITE_AFTER_MS)
        self._later.timeout.connect(self._write)
        self.private = NotesEditor(self.tr("Private notes"))
        self.for_client = NotesEditor(self.tr("Notes for the client"))
        self._state = label("", "caption")
        self._notice = Notice()
        self._notice.hide()
        self._mine = self._answer(self.tr("Keep mine"), lambda draft: draft.settle(mine_first))
        self._theirs = self._answer(self.tr("Take theirs"), lambda draft: draft.settle(theirs_first))
        self._again = self._answer(self.tr("Try again"), lambda draft: draft.write())
        self._captions = (
            self.tr("Only for you. They are never printed and never on the client's screen."),
            self.tr("Printed in the summary that the client takes along."),
        )
        self._lay_out(theme)
        for editor in (self.private, self.for_client):
            editor.textChanged.connect(self._typed)
            editor.left.connect(self._write)
        desk.session_changed.connect(self._follow)
        self._follow()

    def _lay_out(self, theme: Theme) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(4)
        for editor, caption, stretch in ((self.private, self._captions[0], 3), (self.for_client, self._captions[1], 2)):
            heading = label(editor.accessibleName(), "section")
            heading.setBuddy(editor)
            editor.setAccessibleDescription(caption)
            for widget in (heading, label(caption, "caption")):
                column.addWidget(widget)
            column.addSpacing(4)
            column.addWidget(editor, stretch)
            column.addSpacing(12)
        column.addWidget(self._notice)
        self._answers = Columns([self._mine, self._theirs, self._again], theme.px(110))
        column.addLayout(self._answers)
        column.addSpacing(4)
        column.addWidget(self._state)
        self._area = scrolled(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        for editor in (self.private, self.for_client):
            editor.setMinimumHeight(self._theme.px(96))
        self._answers.set_narrowest(self._theme.px(110))

    # The session

    def _follow(self) -> None:
        session_id = self._desk.session_id
        if self._draft is not None and self._draft.session_id == session_id:
            return
        self._later.stop()
        if self._draft is not None:
            self._draft.leave()
            self._draft = None
        self._show_none(self.tr("Opening the notes …") if session_id is not None else self.tr("No session is open."))
        if session_id is not None:
            self._desk.ask(lambda notebook: notebook.sessions.notes(session_id), lambda notes: self._begin(session_id, notes))

    def _show_none(self, words: str) -> None:
        for widget in (self._notice, self._mine, self._theirs, self._again):
            widget.hide()
        self._state.setText(words)
        for editor in (self.private, self.for_client):
            editor.blockSignals(True)
            editor.begin("")
            editor.blockSignals(False)
            editor.setEnabled(False)

    def _begin(self, session_id: int, notes: SessionNotes) -> None:
        if session_id != self._desk.session_id or self._draft is not None:
            return
        self._draft = Draft(self._desk, session_id, notes, self._show_draft)
        for editor, text in ((self.private, notes.private), (self.for_client, notes.for_client)):
            editor.blockSignals(True)
            editor.begin(text)
            editor.blockSignals(False)
            editor.setEnabled(True)
        self._show_draft()

    # Keeping what is typed

    def _typed(self) -> None:
        if self._draft is not None:
            self._draft.type(Texts(self.private.toPlainText(), self.for_client.toPlainText()))
            self._later.start()
            self._show_state()

    def _write(self) -> None:
        self._later.stop()
        if self._draft is not None:
            self._draft.write()

    def flush(self) -> None:
        """Keep what was typed now, without asking anything; to be called before the window closes or a summary is made."""
        self._later.stop()
        if self._draft is not None:
            self._draft.write_now()

    def _show_draft(self) -> None:
        """The draft changed by itself, or its state did."""
        if self._draft is None:
            return
        texts = self._draft.texts
        for editor, text in ((self.private, texts.private), (self.for_client, texts.for_client)):
            editor.blockSignals(True)
            editor.change(text)
            editor.blockSignals(False)
        self._show_state()
        clash, problem = self._draft.clash, self._draft.problem
        for answer, wanted in ((self._mine, clash), (self._theirs, clash), (self._again, problem and not clash)):
            answer.setVisible(bool(wanted))
        if clash:
            words = self.tr("These notes were changed in another window meanwhile. There it says: {0}")
            self._tell(words.format(", ".join(map(self._beginning, clash))))
        elif problem:
            self._tell(problem)
        else:
            self._notice.hide()

    def _beginning(self, text: str) -> str:
        """The first words of a text, on one line."""
        words = " ".join(text.split())
        if not words:
            return self.tr("nothing any more")
        return f"“{words}”" if len(words) <= _MOST_QUOTED else f"“{words[:_MOST_QUOTED]}…”"

    def _tell(self, words: str) -> None:
        """Say something once, and bring it and its answers into sight."""
        if self._notice.isHidden() or self._notice.accessibleName() != words:
            self._notice.show_message(words)
            QTimer.singleShot(0, self._state, lambda: self._area.ensureWidgetVisible(self._state))

    def _answer(self, text: str, call: Callable[[Draft], object]) -> QPushButton:
        """A button beneath the notice."""
        button = QPushButton(text)
        button.clicked.connect(lambda _=False: None if self._draft is None else call(self._draft))
        button.hide()
        return button

    def _show_state(self) -> None:
        if self._draft is not None:
            self._state.setText(self.tr("Saved") if self._draft.saved else self.tr("Not saved yet …"))
