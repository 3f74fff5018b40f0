"""The back and forward buttons of a mouse."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWindow

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class MouseSteps(QObject):
    """Watches the mouse in front of all widgets of a window: its buttons work over a table or a field too.

    `stepped` tells −1 for back, +1 for forward.
    """

    stepped = Signal(int)

    def watch(self, window: QWindow) -> None:
        """Watch this window, the native one, from now on; to say so again changes nothing."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress and event.button() in _STEPS:
            self.stepped.emit(_STEPS[event.button()])
            return True
        return super().eventFilter(watched, event)
