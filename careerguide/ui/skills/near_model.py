"""The closest careers as a list model; `saved.career_row.CareerRow` paints its rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from careerguide.domain.notebook import Colour
from careerguide.domain.own_skills import Near
from careerguide.ui.saved.careers_model import COLOUR, NOTE
from careerguide.ui.skills.words import near_words

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class NearModel(QAbstractListModel):
    """One row a career, in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self.near: Sequence[Near] = ()

    def show_near(self, near: Sequence[Near]) -> None:
        """Show other careers."""
        self.beginResetModel()
        self.near = near
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.near)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        near = self.near[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return near.asks.title
        if role == NOTE:
            return near_words(near)
        if role == COLOUR:
            return Colour.NONE
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{near.asks.title}, {near_words(near)}"
        return None
