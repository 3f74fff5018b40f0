"""A field for paths with its name above and buttons to choose them."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from careerguide.ui.pieces.labels import label

_SEPARATOR = "; "


class Choose(Enum):
    """What a button lets one choose."""

    FILE = "file"
    FILES = "files"
    FOLDER = "folder"
    SAVE = "save"


class PathRow(QWidget):
    """`choices` are the buttons: their words → what they let one choose."""

    def __init__(self, name: str, hint: str, choices: Mapping[str, Choose]) -> None:
        super().__init__()
        self._name = name
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        buttons = QHBoxLayout()
        for words, choice in choices.items():
            button = QPushButton(words)
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
            buttons.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.addWidget(label(name, "strong"), 0, 0, 1, 2)
        grid.addWidget(self.field, 1, 0)
        grid.addLayout(buttons, 1, 1)

    def _choose(self, choice: Choose) -> None:
        chosen: list[str]
        if choice is Choose.FOLDER:
            chosen = [QFileDialog.getExistingDirectory(self, self._name)]
        elif choice is Choose.SAVE:
            chosen = [QFileDialog.getSaveFileName(self, self._name, self.field.text(), "*.guide")[0]]
        elif choice is Choose.FILES:
            chosen = QFileDialog.getOpenFileNames(self, self._name)[0]
        else:
            chosen = [QFileDialog.getOpenFileName(self, self._name)[0]]
        if any(chosen):
            self.field.setText(_SEPARATOR.join(chosen))

    @property
    def paths(self) -> list[Path]:
        """What stands in the field."""
        return [Path(part.strip()) for part in self.field.text().split(_SEPARATOR.strip()) if part.strip()]
