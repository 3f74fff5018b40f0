"""A counselor's sessions as rows of a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from careerguide.domain.notebook import LONGEST_NAME, Session
from careerguide.ui.sessions.moments import day_and_time

Index = QModelIndex | QPersistentModelIndex
LABEL, STARTED, LAST_USED, STATE = range(4)


class SessionsModel(QAbstractTableModel):
    """One row a session: label, started, last used, state. `renamed` gives a session with the label that was typed for it."""

    renamed = Signal(Session, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Session, ...] = ()
        self._in_use: int | None = None
        self._headers = [self.tr("Label"), self.tr("Started"), self.tr("Last used"), self.tr("State")]

    def show_sessions(self, sessions: tuple[Session, ...], in_use: int | None) -> None:
        """Show these; `in_use` is the id of the one that is worked in."""
        self.beginResetModel()
        self.rows, self._in_use = sessions, in_use
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        session = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.EditRole):
            return self.cells(session)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == LABEL:
            return session.label
        return None

    def cells(self, session: Session) -> tuple[str, str, str, str]:
        """A session in the columns of the table."""
        return session.label, day_and_time(session.started), day_and_time(session.last_used), self._state(session)

    def _state(self, session: Session) -> str:
        if session.id == self._in_use:
            return self.tr("In use")
        words = self.tr("Open") if session.closed is None else self.tr("Closed")
        return self.tr("{0}, locked").format(words) if session.protected else words

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == LABEL else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed is asked for; it shows when the notebook has it."""
        session, label = self.rows[index.row()], str(value).strip()[:LONGEST_NAME]
        if role == Qt.ItemDataRole.EditRole and label and label != session.label:
            self.renamed.emit(session, label)
        return False
