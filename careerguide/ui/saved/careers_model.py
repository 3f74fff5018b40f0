"""The saved lists and the careers of one of them as models for views; dragging asks for a move and changes nothing itself."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from careerguide.domain.language import number, translate
from careerguide.domain.notebook import Colour, SavedCareer, SavedList

Index = QModelIndex | QPersistentModelIndex

NOTE, COLOUR, CAREER = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_CAREERS, _LIST = "application/x-careerguide-careers", "application/x-careerguide-list"
_NO_PARENT = QModelIndex()


def colour_word(colour: Colour) -> str:
    """The name of a colour label."""
    words = {
        Colour.NONE: translate("Colours", "No color"),
        Colour.RED: translate("Colours", "Red"),
        Colour.AMBER: translate("Colours", "Amber"),
        Colour.GREEN: translate("Colours", "Green"),
        Colour.BLUE: translate("Colours", "Blue"),
        Colour.PURPLE: translate("Colours", "Purple"),
    }
    return words[colour]


def title_of(code: str, titles: Mapping[str, str]) -> str:
    """The title of an occupation; a code that this guide does not have says so."""
    return titles.get(code) or translate("Saved", "{0} (not in this guide)").format(code)


class CareersModel(QAbstractListModel):
    """One row for each career of the list, in its order. `moved` asks to bring the row of the first number to the second."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._titles: Mapping[str, str] = {}
        self.careers: tuple[SavedCareer, ...] = ()

    def show_careers(self, careers: tuple[SavedCareer, ...], titles: Mapping[str, str]) -> None:
        """Show other careers, or the same after a change."""
        same_rows = [one.id for one in careers] == [one.id for one in self.careers] and titles is self._titles
        if same_rows:
            self.careers = careers
            if careers:
                self.dataChanged.emit(self.index(0), self.index(len(careers) - 1))
            return
        self.beginResetModel()
        self.careers, self._titles = careers, titles
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.careers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        career = self.careers[index.row()]
        title = title_of(career.code, self._titles)
        words = [] if career.colour is Colour.NONE else [colour_word(career.colour)]
        words += [career.note.strip().splitlines()[0]] if career.note.strip() else []
        found: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join([title, *words]),
            Qt.ItemDataRole.ToolTipRole: "\n".join([title, *words]),
            NOTE: "  ·  ".join(words),
            COLOUR: career.colour,
            CAREER: career,
        }
        return found.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_CAREERS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_CAREERS, b" ".join(str(index.row()).encode() for index in indexes))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        rows = rows_dragged(data)
        goal = row if row >= 0 else len(self.careers)
        if len(rows) != 1:
            return False
        self.moved.emit(rows[0], goal - 1 if goal > rows[0] else goal)
        return True


def rows_dragged(data: QMimeData) -> list[int]:
    """The rows of careers that are dragged."""
    return [int(word) for word in bytes(data.data(_CAREERS).data()).split()]


class ListsModel(QAbstractListModel):
    """One row for each list. `moved` asks to move a list; `careers_dropped` to move the dragged rows into the list of a row."""

    moved = Signal(int, int)
    careers_dropped = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.lists: tuple[SavedList, ...] = ()

    def show_lists(self, lists: tuple[SavedList, ...]) -> None:
        """Show these lists."""
        same_rows = [one.id for one in lists] == [one.id for one in self.lists]
        if same_rows:
            self.lists = lists
            if lists:
                self.dataChanged.emit(self.index(0), self.index(len(lists) - 1))
            return
        self.beginResetModel()
        self.lists = lists
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lists)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        saved = self.lists[index.row()]
        careers = len(saved.careers)
        count = self.tr("1 career") if careers == 1 else self.tr("{0} careers").format(number(careers))
        found: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: saved.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{saved.name}, {count}",
            NOTE: count,
            COLOUR: Colour.NONE,
        }
        return found.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_LIST, _CAREERS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_LIST, str(indexes[0].row()).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if data.hasFormat(_CAREERS):
            if not parent.isValid():
                return False
            self.careers_dropped.emit(rows_dragged(data), parent.row())
            return True
        source = int(bytes(data.data(_LIST).data()))
        goal = row if row >= 0 else parent.row() if parent.isValid() else len(self.lists)
        self.moved.emit(source, goal - 1 if goal > source else goal)
        return True
