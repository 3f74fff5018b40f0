"""The table of sessions: filtered by label, several rows to be chosen, as wide as its words need."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from careerguide.domain.notebook import Session
from careerguide.ui.sessions.sessions_model import LABEL, LAST_USED, STARTED, STATE, SessionsModel
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY


class SessionsTable(QTableView):
    """`chosen_changed` tells that other rows are chosen, `delete_wanted` that the Delete key was pressed."""

    chosen_changed = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, model: SessionsModel) -> None:
        super().__init__()
        self._theme, self._sessions = theme, model
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(model)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filtered.setFilterKeyColumn(LABEL)
        self.setModel(self._filtered)
        self.setAccessibleName(self.tr("Sessions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        delete = QAction(self)
        delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(lambda _=False: self.delete_wanted.emit())
        self.addAction(delete)
        theme.changed.connect(self._fit_rows)
        self._fit_rows()

    # Size

    def _fit_rows(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(34))
        self.horizontalHeader().setFixedHeight(px(36))
        self.setMinimumHeight(px(36) + 5 * px(34))
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_columns()

    def _fit_columns(self) -> None:
        """As wide as the widest words."""
        metrics, margin = self._theme.metrics(BODY), self._theme.px(20)
        words = [self._sessions.cells(session) for session in self._sessions.rows]
        for column in (STARTED, LAST_USED, STATE):
            heading = str(self._sessions.headerData(column, Qt.Orientation.Horizontal))
            widest = max(map(metrics.horizontalAdvance, {heading, *(row[column] for row in words)}))
            self.setColumnWidth(column, widest + margin)
        self._hide_columns()

    def _hide_columns(self) -> None:
        """Where there is little room, the days leave it to the label."""
        for column, needs in ((STARTED, 580), (LAST_USED, 370)):
            self.setColumnHidden(column, self.width() < self._theme.px(needs))

    # Rows

    def show_sessions(self, sessions: tuple[Session, ...], in_use: int | None) -> None:
        """Show these; what was chosen stays chosen. `in_use` is the id of the one that is worked in."""
        chosen = {session.id for session in self.chosen}
        self._sessions.show_sessions(sessions, in_use)
        selection = QItemSelection()
        for row, session in enumerate(self._sessions.rows):
            index = self._filtered.mapFromSource(self._sessions.index(row, LABEL))
            if session.id in chosen and index.isValid():
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        self._fit_columns()

    def show_labels_with(self, words: str) -> None:
        """Show only sessions whose label has these words, in large letters or small."""
        self._filtered.setFilterFixedString(words)

    @property
    def shown(self) -> int:
        """How many sessions the filter leaves."""
        return self._filtered.rowCount()

    @property
    def chosen(self) -> list[Session]:
        """The sessions chosen, from the top."""
        indexes = self.selectionModel().selectedRows(LABEL)
        return [self._sessions.rows[row] for row in sorted(self._filtered.mapToSource(index).row() for index in indexes)]

    def edit_label(self) -> None:
        """Begin to change the label of the first session chosen."""
        for index in self.selectionModel().selectedRows(LABEL)[:1]:
            self.setCurrentIndex(index)
            self.edit(index)
