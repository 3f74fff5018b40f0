"""A dialog that is never larger than the window it belongs to."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from careerguide.ui.pieces.scrolled import RING, reached_by_tab, scrolled


class ScrolledDialog(QDialog):
    """`column` takes the content, which scrolls where there is not enough room; `buttons` stay in sight beneath it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(24, 20, 24, 12)
        self.column.setSpacing(12)
        self.area = scrolled(content)
        reached_by_tab(self.area, title)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(24, 0, 24, 0)
        self.buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 12)
        outer.setSpacing(12)
        outer.addWidget(self.area)
        outer.addLayout(self.buttons)

    def room(self, width: int) -> int:
        """How wide the dialog can be where it would be as wide as this: the window is the limit."""
        return min(width, (self.parentWidget() or self).window().width())

    def fit(self, width: int, most: int | None = None) -> None:
        """As wide as asked and as high as the content needs, at most `most`; never larger than the window."""
        window = (self.parentWidget() or self).window()
        width = self.room(width)
        height = self.column.totalHeightForWidth(width - 2 * RING) + 2 * RING + self.buttons.sizeHint().height() + 24
        self.resize(width, min(height, window.height(), most or height))
