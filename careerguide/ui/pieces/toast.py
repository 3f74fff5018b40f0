"""What was just done, at the foot of the window for a while, with one press that takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from careerguide.ui.pieces.labels import label

_SHOWN_MS = 8_000
_LEFT, _GAP, _RIGHT = 16, 12, 8


class Toast(QFrame):
    """One sentence over the foot of `over`, with at most one button. It stays while the mouse is on it or it has the focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 8, _RIGHT, 8)
        row.setSpacing(_GAP)
        self._text = label("")
        self._button = QPushButton()
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._pressed)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self._action: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._go)
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, “” when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, words: str, name: str = "", action: Callable[[], object] | None = None) -> None:
        """Say something, with a button `name` that does `action`."""
        self._text.setText(words)
        self._action = action
        self._button.setText(name)
        self._button.setVisible(action is not None)
        self.show()
        self.raise_()
        self._place()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _pressed(self) -> None:
        action = self._action
        self.hide()
        if action is not None:
            action()

    def _go(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        """At the foot, as wide as its words on one line, if there is so much room."""
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2
        beside = 0 if self._button.isHidden() else self._button.sizeHint().width() + _GAP
        width = min(_LEFT + words + beside + _RIGHT, self._over.width() - 32)
        height = self.heightForWidth(width)
        self.setGeometry((self._over.width() - width) // 2, self._over.height() - height - 16, width, height)

    def event(self, event: QEvent) -> bool:
        """Find its place anew when its words or their size have changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._place()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
