"""A list that is put in order by dragging or by Alt and the arrow keys."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from careerguide.ui.saved.careers_model import CareersModel, ListsModel

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KeptView(QListView):
    """Shows a `ListsModel` or a `CareersModel` and tells which keys were pressed on it; it changes nothing itself.

    `step_pressed` gives −1 for up and 1 for down; `menu_wanted` the place on the screen for a menu.
    """

    delete_pressed = Signal()
    rename_pressed = Signal()
    step_pressed = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, model: CareersModel | ListsModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda place: self.menu_wanted.emit(self.viewport().mapToGlobal(place)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self.step_pressed.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif key is Qt.Key.Key_F2:
            self.rename_pressed.emit()
        else:
            super().keyPressEvent(event)
