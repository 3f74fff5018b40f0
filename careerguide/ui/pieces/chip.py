"""A choice that was made, with a × that takes it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton


class Chip(QPushButton):
    """A button with a choice on it; words that do not fit end in “…” and stand whole in the tip. `name` says what it does."""

    def __init__(self, words: str, name: str) -> None:
        self._words = words
        super().__init__(_marked(words))
        self.setAccessibleName(name)
        self.setToolTip(words)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        metrics = self.fontMetrics()
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        fitting = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(_marked("")))
        option.text = _marked(fitting)


def _marked(words: str) -> str:
    return words.replace("&", "&&") + "  ×"
