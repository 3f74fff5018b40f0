"""Combo boxes: the wheel never changes them in passing, and long lists can be searched by typing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter

_LEAST_LETTERS = 10


class Combo(QComboBox):
    """A combo box over which the wheel scrolls the page, narrower than its longest words where room is short."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return least.boundedTo(QSize(_LEAST_LETTERS * self.fontMetrics().horizontalAdvance("x") + least.height(), least.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SearchCombo(Combo):
    """A combo box to type in: part of a name lists what has it, and Enter picks the first of these."""

    def __init__(self, name: str, letters: int) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self.setAccessibleName(name)
        if (field := self.lineEdit()) is not None:
            field.setAccessibleName(name)
            field.returnPressed.connect(self._pick_first)
            field.editingFinished.connect(self._show_chosen)

    def list_what_matches(self) -> None:
        """List what has the letters typed, from the model as it is set now."""
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def _pick_first(self) -> None:
        """Enter after part of a name picks the first that has it."""
        completer, typed = self.completer(), self.currentText().strip()
        if completer is None or not typed or typed == self.itemText(self.currentIndex()):
            return
        completer.setCompletionPrefix(typed)
        row = self.findText(completer.currentCompletion()) if completer.completionCount() else -1
        if row >= 0:
            self.setCurrentIndex(row)
            self.activated.emit(row)

    def _show_chosen(self) -> None:
        """What was typed and is no choice gives way to the choice in force."""
        self.setEditText(self.itemText(self.currentIndex()))
