"""What the dialogs about sessions have in common: a heading, room for a notice, Cancel, and one button that does it."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.errors import GuideError, NotebookUnreachable
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.notebook.notebook import Notebook

Result = TypeVar("Result")


def captioned(name: str, field: QLineEdit) -> QWidget:
    """A field under its name."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    field.setAccessibleName(name)
    caption = label(name, "strong")
    caption.setBuddy(field)
    column.addWidget(caption)
    column.addWidget(field)
    return whole


class SessionDialog(ScrolledDialog):
    """`body` widgets go between heading and notice. Pressing `action` calls `act`; the dialog is gone when it is closed."""

    def __init__(self, theme: Theme, title: str, action: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._theme = theme
        self._begun = Event()
        self._given_up = Event()
        self.finished.connect(self._given_up.set)
        self.destroyed.connect(self._given_up.set)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(label(title, "section"))
        self.notice = Notice()
        self.notice.hide()
        self.column.addWidget(self.notice)
        self.column.addStretch(1)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.action = QPushButton(action)
        self.action.setProperty("role", "primary")
        self.action.setDefault(True)
        self.action.clicked.connect(lambda _=False: self.act())
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.action)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets beneath those that are there."""
        for widget in widgets:
            self.column.insertWidget(self.column.count() - 2, widget)

    def settle_size(self) -> None:
        """As high as the content needs now."""
        self.fit(self._theme.px(480))

    def act(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def ask(self, desk: Desk, function: "Callable[[Notebook], Result]", done: Callable[[Result], object]) -> None:
        """Ask the notebook; nothing is done, and nothing shown, for a dialog that was closed meanwhile."""
        given_up, begun = self._given_up, self._begun

        def ask(notebook: "Notebook") -> Result | None:
            if given_up.is_set():
                return None
            begun.set()
            try:
                return function(notebook)
            except NotebookUnreachable:  # it is tried again, and may be given up meanwhile
                begun.clear()
                raise

        def show(result: Result | None) -> None:
            begun.clear()
            if not given_up.is_set():
                done(result)  # type: ignore[arg-type]  # None only where it was given up

        def fail(error: GuideError) -> None:
            begun.clear()
            if not given_up.is_set():
                self.show_error(error)

        desk.ask(ask, show, fail)

    def reject(self) -> None:
        """What waits for its turn is given up; what the notebook has begun is seen to its end."""
        if not self._begun.is_set():
            super().reject()

    def say(self, text: str) -> None:
        """Say what is wrong."""
        self.notice.show_message(text)
        self.settle_size()

    def show_error(self, error: GuideError) -> None:
        """Say what went wrong, and let the person try again."""
        self.show_busy(False)
        self.say(str(error))

    def show_busy(self, busy: bool) -> None:
        """While the notebook works, nothing can be pressed twice."""
        self.action.setEnabled(not busy)
