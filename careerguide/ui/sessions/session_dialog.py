"""What the dialogs about sessions have in common: a heading, room for a notice, Cancel, and one button that does it."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.errors import GuideError
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
        given_up = self._given_up

        def ask(notebook: "Notebook") -> Result | None:
            return None if given_up.is_set() else function(notebook)

        def show(result: Result | None) -> None:
            if not given_up.is_set():
                done(result)  # type: ignore[arg-type]  # None only where it was given up

        desk.ask(ask, show, lambda error: None if given_up.is_set() else self.show_error(error))

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
