"""Empty states and notices: one sentence, and what to do."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.row import Row


class Notice(QFrame):
    """A sentence with up to a few buttons beneath it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self._text = label(selectable=True)
        self._row = Row()
        column.addWidget(self._text)
        column.addLayout(self._row)

    def show_message(self, text: str, actions: dict[str, Callable[[], object]] | None = None) -> None:
        """Show a sentence and buttons, name → what it does."""
        self._text.setText(text)
        self.setAccessibleName(text)
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for name, action in (actions or {}).items():
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, action=action: action())
            self._row.addWidget(button)
        self.show()
