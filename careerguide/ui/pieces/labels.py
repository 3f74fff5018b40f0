"""Labels in the sizes of the design, and cards that hold a section."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from careerguide.ui.pieces.columns import Columns


class Label(QLabel):
    """A text that remembers how high it is at a width: for one page Qt asks many times, and would set its lines anew each time."""

    def __init__(self, text: str) -> None:
        self._height_at: dict[int, int] = {}
        super().__init__(text)

    def setText(self, text: str) -> None:
        self._height_at.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        self._height_at.clear()  # another font, or another style
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        height = self._height_at.get(width)
        if height is None:
            height = self._height_at[width] = super().heightForWidth(width)
        return height


def label(text: str = "", role: str = "body", *, wrap: bool = True, selectable: bool = False) -> QLabel:
    """A text in one of the roles of the style sheet: title, section, fact, strong, body, caption, positive."""
    widget = Label(text)
    widget.setProperty("role", role)
    widget.setWordWrap(wrap)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    if selectable:
        widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return widget


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Card(QFrame):
    """A section: a heading, an optional control at its right, and content below in `body`."""

    def __init__(self, heading: str = "", control: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(8)
        self.heading = label(heading, "section")
        if control is None:
            self.body.addWidget(self.heading)  # also without words: a label without a parent would be a window of its own
            self.heading.setVisible(bool(heading))
        else:
            self.body.addLayout(Columns([self.heading, control], narrowest=260, weights=(3, 2)))

    def sizeHint(self) -> QSize:
        return self.body.sizeHint().grownBy(
            self.contentsMargins()
        )  # Qt would set all lines at this width for a height nobody needs

    def set_heading(self, heading: str) -> None:
        """Change the heading."""
        self.heading.setText(heading)


class FactCard(Card):
    """A fact between two captions."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.body.setSpacing(6)
        self._fact = label("", "fact")
        self._note = label("", "caption")
        for widget in (label(name, "caption"), self._fact, self._note):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_fact(self, fact: str, note: str, *, positive: bool = False) -> None:
        """Show a fact with what it means beneath it."""
        self._fact.setText(fact)
        set_role(self._fact, "positive" if positive else "fact")
        self._note.setText(note)
