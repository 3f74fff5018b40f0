"""A plain-text editor that keeps what is typed by itself, and loses nothing when another window changed the same note."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from careerguide.domain.errors import GuideError, NotebookConflict
from careerguide.domain.notebook import LONGEST_NOTE, SavedCareer
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.notice import Notice

_AUTOSAVE_MS = 500


class NoteEditor(QWidget):
    """The note of one saved career."""

    failed = Signal(GuideError)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._career: SavedCareer | None = None
        self._versions: dict[int, int] = {}
        self._heading = label(self.tr("Note"), "strong")
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(self.tr("What speaks for it, what against it, whom to ask"))
        self.field.setTabChangesFocus(True)
        self.field.textChanged.connect(self._typed)
        self._state = label("", "caption")
        self._conflict = Notice()
        self._conflict.hide()
        self._later = QTimer(self, singleShot=True, interval=_AUTOSAVE_MS)
        self._later.timeout.connect(self._autosave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._heading, self.field, self._conflict, self._state):
            column.addWidget(widget)
        desk.reachable.connect(lambda _: self._say_state())
        self.show_career(None, "")

    def show_career(self, career: SavedCareer | None, title: str) -> None:
        """Show the note of another career, or of the same one after a change; None for none."""
        if career is None or self._career is None or career.id != self._career.id:
            self.flush()
            self._take(career)
            self._put(career.note if career is not None else "")
        elif self.field.toPlainText() == self._career.note:
            if career.note != self._career.note:
                self._put(career.note)
            self._take(career)
        self.setEnabled(career is not None)
        self._heading.setText(self.tr("Note on {0}").format(title) if career is not None else self.tr("Note"))
        self.field.setAccessibleName(self._heading.text())
        self._say_state()

    def _take(self, career: SavedCareer | None) -> None:
        self._career = career
        if career is not None:
            self._versions[career.id] = career.version

    def _put(self, text: str) -> None:
        self.field.blockSignals(True)
        self.field.setPlainText(text)
        self.field.blockSignals(False)

    def _typed(self) -> None:
        text = self.field.toPlainText()
        if len(text) > LONGEST_NOTE:
            self._put(text[:LONGEST_NOTE])
        self._later.start()
        self._say_state()

    def _autosave(self) -> None:
        if self._conflict.isHidden():
            self._write(alone=False)

    def flush(self) -> None:
        """Keep what was typed now, without asking: where another window changed the note meanwhile, both texts stay."""
        self._later.stop()
        self._write(alone=True)
        self._conflict.hide()

    def _write(self, *, alone: bool) -> None:
        career, text = self._career, self.field.toPlainText()
        if career is not None and text != career.note:
            self._send(career, text, lambda error: self._not_written(career, text, error, alone))

    def _send(self, career: SavedCareer, text: str, failed: Callable[[GuideError], object]) -> None:
        """The version is read when the turn of the request comes: one that waits before it may have raised it."""
        self._desk.write_note(career, text, lambda: self._versions.get(career.id, career.version), self._written, failed)

    def _written(self, career: SavedCareer) -> None:
        self._versions[career.id] = career.version
        if self._career is not None and self._career.id == career.id:
            self._career = career
            self._say_state()

    def _not_written(self, career: SavedCareer, text: str, error: GuideError, alone: bool) -> None:
        """Changed elsewhere: where the note itself was not, ours is kept; otherwise the person decides, if still there."""
        if not isinstance(error, NotebookConflict):
            self.failed.emit(error)
            return
        session = self._desk.session_id
        self._desk.ask(
            lambda notebook: notebook.saved.lists(session),
            lambda lists: self._settle(
                career,
                text,
                next((one for saved in lists for one in saved.careers if one.id == career.id), None),
                alone or self._career is None or self._career.id != career.id,
            ),
        )

    def _settle(self, ours: SavedCareer, text: str, theirs: SavedCareer | None, alone: bool) -> None:
        if theirs is None:
            self._ask(self.tr("This career was taken out of the list in another window. Copy your note if you need it."), {})
            return
        self._versions[theirs.id] = theirs.version
        if theirs.note in (ours.note, text):
            self._send(theirs, text, self.failed.emit)
        elif alone:
            self._send(theirs, f"{theirs.note}\n\n{text}", self.failed.emit)
        else:
            mine, other = self._keeper(theirs, text), self._keeper(theirs, theirs.note)
            self._ask(
                self.tr("This note was changed in another window meanwhile. There it says: {0}").format(_short(theirs.note)),
                {self.tr("Keep mine"): mine, self.tr("Take theirs"): other},
            )

    def _keeper(self, career: SavedCareer, text: str) -> Callable[[], None]:
        def keep() -> None:
            self._conflict.hide()
            if self._career is not None and self._career.id == career.id:
                self._take(career)
                if self.field.toPlainText() != text:
                    self._put(text)
            self._send(career, text, self.failed.emit)

        return keep

    def _ask(self, words: str, actions: dict[str, Callable[[], object]]) -> None:
        self._conflict.show_message(words, actions)
        self._say_state()

    @property
    def saved(self) -> bool:
        """Whether all that was typed is kept."""
        return self._career is None or self.field.toPlainText() == self._career.note

    def _say_state(self) -> None:
        if self._career is None:
            self._state.setText(self.tr("Choose one career to write a note on it."))
        elif self.saved:
            self._state.setText(self.tr("Saved") if self._career.note else self.tr("Kept by itself as you type"))
        else:
            self._state.setText(self.tr("Not saved yet …"))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words[:200]}…”" if len(words) > 200 else f"“{words}”"
