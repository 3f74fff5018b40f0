"""What layouts have in common whose widgets go on in another row where there is no more room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem


class Flowing(QHBoxLayout):
    """Holds widgets in their order; how high it is depends on its width.

    A box of Qt's keeps the items, since it also deletes them: those given to a layout of ours would stay for good. Where they go is ours.
    """

    def hasHeightForWidth(self) -> bool:
        return True

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def expandingDirections(self) -> Qt.Orientation:
        return QLayout.expandingDirections(self)

    def maximumSize(self) -> QSize:
        return QLayout.maximumSize(self)

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)

    def shown(self) -> list[QLayoutItem]:
        """The items that are not hidden."""
        items = [self.itemAt(place) for place in range(self.count())]
        return [item for item in items if item is not None and not item.isEmpty()]
