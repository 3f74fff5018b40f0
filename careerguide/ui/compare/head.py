"""An occupation at the head of the comparison: its mark and title, and buttons to move it and to take it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from careerguide.ui.pieces.link import Link
from careerguide.ui.pieces.picture import SeriesMark
from careerguide.ui.theme import Theme


class Head(QFrame):
    """Stands for the occupation in one place of the comparison. `moved` gives −1 for left and 1 for right.

    `for_reading` leaves out the buttons.
    """

    opened = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme, series: int, *, for_reading: bool) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = Link(theme)
        self.title.setToolTip(self.tr("Open its page"))
        self.title.clicked.connect(self.opened)
        self.left, self.right, self.remove = QToolButton(), QToolButton(), QToolButton()
        for button, sign in ((self.left, "←"), (self.right, "→"), (self.remove, "×")):
            button.setText(sign)
        self.left.setToolTip(self.tr("Move to the left"))
        self.right.setToolTip(self.tr("Move to the right"))
        self.remove.setToolTip(self.tr("Take out of the comparison"))
        self.left.clicked.connect(lambda: self.moved.emit(-1))
        self.right.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(SeriesMark(theme, series))
        tools.addStretch(1)
        for button in (self.left, self.right, self.remove):
            tools.addWidget(button)
            if for_reading:
                button.hide()  # shown without a parent it would be a window for a moment
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 12)
        column.setSpacing(4)
        column.addLayout(tools)
        column.addWidget(self.title)
        column.addStretch(1)

    def show_title(self, title: str, *, first: bool, last: bool) -> None:
        """Show an occupation; the first cannot go left, the last not right."""
        self.title.setText(title)
        self.title.setAccessibleName(self.tr("Open the page of {0}").format(title))
        self.left.setAccessibleName(self.tr("Move {0} to the left").format(title))
        self.right.setAccessibleName(self.tr("Move {0} to the right").format(title))
        self.remove.setAccessibleName(self.tr("Take {0} out of the comparison").format(title))
        self.left.setEnabled(not first)
        self.right.setEnabled(not last)
