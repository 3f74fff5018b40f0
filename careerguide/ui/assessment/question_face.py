"""A question between the activities and the result: a heading, a few sentences, and one large button for each way to go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.middle import InTheMiddle
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.theme import Theme

_WIDEST = 640


@dataclass(frozen=True, slots=True)
class Way:
    """A way to go on: the words of its button and what it does; the `primary` one stands out."""

    words: str
    go: Callable[[], object]
    primary: bool = False


class QuestionFace(QWidget):
    """Asks one question. The focus is on the first way, and a screen reader says the question."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._heading = label("", "title")
        self._column.addStretch(1)
        self._column.addWidget(self._heading)
        self._column.addStretch(2)
        self._parts: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(InTheMiddle(content, theme, _WIDEST)))

    def ask(self, heading: str, sentences: Sequence[str], ways: Sequence[Way]) -> None:
        """Ask something; at least one way must be given."""
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self._heading.setText(heading)
        buttons = [self._button(way) for way in ways]
        self._parts = [*(label(sentence) for sentence in sentences), *buttons]
        for part in self._parts:
            self._column.insertWidget(self._column.count() - 1, part)
            part.show()
        buttons[0].setFocus()
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join((heading, *sentences))))

    def _button(self, way: Way) -> QPushButton:
        button = QPushButton(way.words.replace("&", "&&"))
        button.setProperty("role", "primary" if way.primary else "")
        button.setMinimumHeight(max(self._theme.px(44), 44))
        button.clicked.connect(lambda _=False: way.go())
        return button
