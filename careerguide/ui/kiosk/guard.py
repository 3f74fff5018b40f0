"""What must not lead out of the kiosk: closing, shortcuts of the desktop and of Qt, context menus, dropping, gestures.

What an application cannot keep from happening (Ctrl+Alt+Del, the power button, another console) is for the system: docs/kiosk.md.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_SWALLOWED = frozenset(
    (
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.Gesture,
        QEvent.Type.GestureOverride,
        QEvent.Type.NativeGesture,
        QEvent.Type.WhatsThis,
        QEvent.Type.QueryWhatsThis,
        QEvent.Type.Shortcut,
    )
)
_EDITING = frozenset((Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Z, Qt.Key.Key_Y))
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ADMINISTRATOR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class Guard(QObject):
    """An event filter for the whole application. `called` is called for the administrator's keys, Ctrl+Alt+Shift+Q."""

    def __init__(self, called: Callable[[], object]) -> None:
        super().__init__()
        self._called = called

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _SWALLOWED:
            return True
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind == QEvent.Type.MouseButtonPress and QApplication.mouseButtons() & Qt.MouseButton.RightButton:
            return isinstance(watched, QWidget)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Q and modifiers & _ADMINISTRATOR == _ADMINISTRATOR:
            if event.type() == QEvent.Type.KeyPress:
                self._called()
            return True
        if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35 or key in (Qt.Key.Key_Menu, Qt.Key.Key_Help, Qt.Key.Key_Print):
            return True
        if modifiers & _MODIFIERS == Qt.KeyboardModifier.NoModifier:
            return False
        return not (modifiers & _MODIFIERS == Qt.KeyboardModifier.ControlModifier and key in _EDITING) and not _is_letter(event)


def _is_letter(event: QKeyEvent) -> bool:
    """Letters that some keyboards make with AltGr, which Qt tells as Ctrl+Alt."""
    return (
        bool(event.text())
        and event.text().isprintable()
        and event.modifiers() & _MODIFIERS == (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    )
