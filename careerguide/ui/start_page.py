"""What the window shows before an occupation is chosen, or when no guide could be opened."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.notice import Notice


class StartPage(QWidget):
    """A greeting with what to do first, and room for a message."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Career Guide"), "title"))
        self._text = label(self.tr("Opening the guide …"))
        self._keys = label("", "caption")
        self._notice = Notice()
        self._notice.hide()
        for widget in (self._text, self._keys, self._notice):
            column.addWidget(widget)
        column.addStretch(1)

    def show_ready(self, occupations: int) -> None:
        """Say what can be done."""
        self._notice.hide()
        self._text.setText(
            self.tr(
                "What do people in a job do all day, what must they know, what does it pay, will there be jobs? Type a job title on the"
                " left, or choose one of {0} careers from the list."
            ).format(f"{occupations:,}")
        )
        self._keys.setText(self.tr("Arrow keys move through the list, Enter opens. Nothing you do here leaves this computer."))

    @property
    def problem(self) -> str:
        """What is wrong, “” when nothing is."""
        return self._notice.accessibleName() if not self._notice.isHidden() else ""

    def show_problem(self, text: str, actions: dict[str, Callable[[], object]]) -> None:
        """Say what is wrong and offer what to do."""
        self._text.clear()
        self._keys.clear()
        self._notice.show_message(text, actions)
