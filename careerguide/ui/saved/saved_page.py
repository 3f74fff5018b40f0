"""The page of saved careers: lists at the left, the careers of one at the right, the note of the one chosen beneath."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QInputDialog,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from careerguide.domain.compare import FEWEST, MOST
from careerguide.domain.errors import GuideError
from careerguide.domain.notebook import LONGEST_NAME, Colour, SavedCareer, SavedList
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.row import Row
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.saved.career_row import CareerRow
from careerguide.ui.saved.careers_model import CareersModel, ListsModel, colour_word, title_of
from careerguide.ui.saved.kept_view import KeptView
from careerguide.ui.saved.list_files import ListFiles
from careerguide.ui.saved.note_editor import NoteEditor
from careerguide.ui.theme import Theme


class SavedPage(QWidget):
    """Saved careers. Emits what the person asks for; changes go to the desk, where they can be undone."""

    occupation_chosen = Signal(str)
    compare_wanted = Signal(object)
    report_wanted = Signal(object)
    take_home_wanted = Signal(object)
    read_code_wanted = Signal()
    failed = Signal(GuideError)

    def __init__(self, theme: Theme, desk: Desk, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._desk, self._titles = theme, desk, titles
        self._list_id: int | None = None
        self.files = ListFiles(self, desk, titles)
        self.files.failed.connect(self.failed)
        self.lists_model, self.careers_model = ListsModel(), CareersModel()
        self.lists = KeptView(self.lists_model, self.tr("Lists"))
        self.careers = KeptView(self.careers_model, self.tr("Careers of the list"))
        self.careers.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for view in (self.lists, self.careers):
            view.setItemDelegate(CareerRow(theme, view))
        self.note = NoteEditor(desk)
        self.note.failed.connect(self.failed)
        self._name = label("", "section")
        self._hint = label("", "caption")
        self._empty = label("")
        self._connect()
        self._compare = self._button(self.tr("Compare"), self._compare_chosen)
        self._report = self._button(self.tr("Print or PDF…"), lambda: self._send(self.report_wanted))
        self._take_home = self._button(self.tr("Take-home code…"), lambda: self._send(self.take_home_wanted))
        self._take_home.setToolTip(self.tr("A code that holds this list, to read in again on another computer"))
        self._more = QToolButton()
        self._more.setText(self.tr("More ▾"))
        self._more.setToolTip(self.tr("Move, color, rename, export, import"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more_menu = QMenu(self._more)
        self._more_menu.aboutToShow.connect(self._fill_more)
        self._more.setMenu(self._more_menu)
        self._lay_out()
        desk.lists_changed.connect(self._show)
        theme.changed.connect(self._measure_anew)
        self._measure_anew()
        self._show()

    # Building

    def _connect(self) -> None:
        self.careers.activated.connect(lambda index: self.occupation_chosen.emit(self.careers_model.careers[index.row()].code))
        self.careers.selectionModel().selectionChanged.connect(self._chosen_changed)
        self.careers.delete_pressed.connect(self._remove)
        self.careers.step_pressed.connect(self._step)
        self.careers_model.moved.connect(self._move_row)
        self.lists.selectionModel().currentChanged.connect(self._list_chosen)
        self.lists.delete_pressed.connect(self._remove_list)
        self.lists.step_pressed.connect(self._step_list)
        self.lists.rename_pressed.connect(self._rename)
        self.lists_model.moved.connect(self._move_list)
        self.lists_model.careers_dropped.connect(self._move_to_list)
        for view in (self.careers, self.lists):
            view.menu_wanted.connect(self._pop_up)

    def _button(self, text: str, call: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _=False: call())
        return button

    def _lay_out(self) -> None:
        page = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(page))
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Saved careers"), "title"))
        column.addWidget(self._empty)
        self._ways_in = QWidget()
        ways = Columns(
            [
                self._button(self.tr("Import lists…"), self.files.ask_import),
                self._button(self.tr("Read a take-home code…"), self.read_code_wanted.emit),
            ],
            self._theme.px(200),
        )
        ways.setContentsMargins(0, 0, 0, 0)
        self._ways_in.setLayout(ways)
        self._ways_in.setMaximumWidth(self._theme.px(560))
        column.addWidget(self._ways_in)
        left = QWidget()
        beneath = QVBoxLayout(left)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.addWidget(self.lists, 1)
        self._new = self._button(self.tr("New list…"), self._new_list)
        beneath.addWidget(self._new)
        right = QWidget()
        content = QVBoxLayout(right)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(8)
        content.addWidget(self._name)
        content.addLayout(Row(self._compare, self._report, self._take_home, self._more))
        content.addWidget(self._hint)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(9)
        self._halves.addWidget(self.careers)
        self._halves.addWidget(self.note)
        self._halves.setStretchFactor(0, 3)
        self._halves.setStretchFactor(1, 2)
        content.addWidget(self._halves, 1)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setChildrenCollapsible(False)
        self._sides.setHandleWidth(9)
        self._sides.addWidget(left)
        self._sides.addWidget(right)
        self._sides.setStretchFactor(0, 1)
        self._sides.setStretchFactor(1, 3)
        self._sides.setSizes([250, 750])
        column.addWidget(self._sides, 1)
        self._filler = QWidget()  # keeps the words at the top where nothing is saved
        column.addWidget(self._filler, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(560)
        self._sides.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    def _measure_anew(self) -> None:
        self.lists.setMinimumHeight(self._theme.px(90))
        self.careers.setMinimumHeight(self._theme.px(120))
        self.note.field.setMinimumHeight(self._theme.px(60))
        for view in (self.lists, self.careers):
            view.doItemsLayout()

    # Showing

    @property
    def current(self) -> SavedList | None:
        """The list shown."""
        return next((saved for saved in self._desk.lists if saved.id == self._list_id), None)

    @property
    def chosen(self) -> list[SavedCareer]:
        """The careers chosen, in their order."""
        rows = sorted(index.row() for index in self.careers.selectionModel().selectedIndexes())
        return [self.careers_model.careers[row] for row in rows]

    def _show(self) -> None:
        lists = self._desk.lists
        if self.current is None:
            self._list_id = lists[0].id if lists else None
        self.lists_model.show_lists(lists)
        if self._list_id is not None:
            row = next(row for row, saved in enumerate(lists) if saved.id == self._list_id)
            with _Quiet(self.lists.selectionModel()):
                self.lists.setCurrentIndex(self.lists_model.index(row))
        self._show_list()

    def _show_list(self) -> None:
        saved = self.current
        kept = {career.id for career in self.chosen}
        self.careers_model.show_careers(saved.careers if saved is not None else (), self._titles)
        selection = self.careers.selectionModel()
        if kept and not selection.hasSelection():
            for row, career in enumerate(self.careers_model.careers):
                if career.id in kept:
                    selection.setCurrentIndex(self.careers_model.index(row), QItemSelectionModel.SelectionFlag.Select)
        self._sides.setVisible(saved is not None)
        self._ways_in.setVisible(saved is None)
        self._filler.setVisible(saved is None)
        self._empty.setVisible(saved is None or not saved.careers)
        if saved is None:
            self._empty.setText(
                self.tr("Nothing is saved yet. Press ☆ Save on a career's page, or Ctrl+D, and it is kept here with your notes.")
            )
        else:
            self._empty.setText(self.tr("This list is empty. Open a career and press ☆ Save."))
            self._name.setText(saved.name)
        self._chosen_changed()

    def _list_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._list_id = self.lists_model.lists[index.row()].id
            self.careers.clearSelection()
            self._show_list()

    def _chosen_changed(self) -> None:
        chosen = self.chosen
        one = chosen[0] if len(chosen) == 1 else None
        self.note.show_career(one, title_of(one.code, self._titles) if one is not None else "")
        careers = self._compared()
        self._compare.setEnabled(bool(careers))
        self._compare.setText(self.tr("Compare {0}").format(len(careers)) if careers else self.tr("Compare"))
        self._compare.setToolTip(
            self.tr("Put the careers chosen side by side") if careers else self.tr("Choose two to four careers, with Ctrl or Shift")
        )
        has_careers = bool(self.careers_model.careers)
        for button in (self._report, self._take_home):
            button.setEnabled(has_careers)
        self._hint.setVisible(has_careers)
        self._hint.setText(self.tr("Enter opens · Del takes out · Alt+↑ and Alt+↓ or dragging change the order · Ctrl+Z undoes"))

    def _compared(self) -> list[SavedCareer]:
        """The careers that Compare would put side by side: those chosen, or all of a short list."""
        careers = self.chosen if len(self.chosen) > 1 else list(self.careers_model.careers)
        known = [career for career in careers if career.code in self._titles]
        return known if FEWEST <= len(known) <= MOST else []

    # Doing

    def _compare_chosen(self) -> None:
        self.compare_wanted.emit(tuple(career.code for career in self._compared()))

    def _send(self, signal: object) -> None:
        if self.current is not None:
            self.note.flush()
            signal.emit(self.current)  # type: ignore[attr-defined]

    def _remove(self) -> None:
        if self.chosen:
            self._desk.changes.remove(self.chosen)

    def _step(self, step: int) -> None:
        rows = [index.row() for index in self.careers.selectionModel().selectedIndexes()]
        if len(rows) == 1 and 0 <= rows[0] + step < len(self.careers_model.careers):
            self._move_row(rows[0], rows[0] + step)

    def _move_row(self, source: int, goal: int) -> None:
        if self.current is not None and source != goal:
            self._desk.changes.move(self.careers_model.careers[source], (self.current.id, source), (self.current.id, goal))

    def _move_to_list(self, rows: Sequence[int], list_row: int) -> None:
        goal = self.lists_model.lists[list_row]
        if self.current is not None and goal.id != self.current.id:
            careers = [(row, self.careers_model.careers[row]) for row in sorted(rows)]
            self._desk.changes.move_to_list(careers, self.current.id, goal.id, len(goal.careers))

    def _export(self) -> None:
        self.note.flush()
        self.files.ask_export()

    def _step_list(self, step: int) -> None:
        row = self.lists.currentIndex().row()
        if 0 <= row + step < len(self.lists_model.lists):
            self._move_list(row, row + step)

    def _move_list(self, source: int, goal: int) -> None:
        if source != goal:
            self._desk.changes.move_list(self.lists_model.lists[source], source, goal)

    def _new_list(self) -> None:
        self._ask_name(self.tr("New list"), "", self._desk.changes.add_list)

    def _rename(self) -> None:
        saved = self.current
        if saved is not None:
            self._ask_name(self.tr("Rename list"), saved.name, lambda name: self._desk.changes.rename_list(saved, name))

    def _ask_name(self, title: str, name: str, use: Callable[[str], object]) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name of the list"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(lambda text: use(text.strip()[:LONGEST_NAME]) if text.strip() else None)
        dialog.open()

    def _remove_list(self) -> None:
        if self.current is not None:
            self._desk.changes.remove_list(self.current)

    def _pop_up(self, place: QPoint) -> None:
        self._fill_more()
        self._more_menu.popup(place)

    def _fill_more(self) -> None:
        """What can be done with the careers chosen, with the list, and with files."""
        menu, chosen = self._more_menu, self.chosen
        menu.clear()
        if chosen:
            colours = menu.addMenu(self.tr("Color"))
            for colour in Colour:
                action = colours.addAction(colour_word(colour))
                action.triggered.connect(lambda _=False, colour=colour: self._colour(colour))
            if len(chosen) == 1:
                self._add(menu, self.tr("Move up"), lambda: self._step(-1), "Alt+Up")
                self._add(menu, self.tr("Move down"), lambda: self._step(1), "Alt+Down")
            goals = [(row, saved) for row, saved in enumerate(self.lists_model.lists) if saved.id != self._list_id]
            if goals:
                others = menu.addMenu(self.tr("Move to list"))
                for row, saved in goals:
                    action = others.addAction(saved.name.replace("&", "&&"))
                    action.triggered.connect(lambda _=False, row=row: self._move_to_list(self._chosen_rows(), row))
            self._add(menu, self.tr("Take out"), self._remove, "Del")
            menu.addSeparator()
        if self.current is not None:
            self._add(menu, self.tr("Rename list…"), self._rename, "F2")
            self._add(menu, self.tr("Delete list"), self._remove_list)
            menu.addSeparator()
            self._add(menu, self.tr("Export all lists…"), self._export)
        self._add(menu, self.tr("Import lists…"), self.files.ask_import)
        self._add(menu, self.tr("Read a take-home code…"), self.read_code_wanted.emit)

    @staticmethod
    def _add(menu: QMenu, text: str, call: Callable[[], object], key: str = "") -> None:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False: call())
        if key:
            action.setText(f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}")

    def _chosen_rows(self) -> list[int]:
        return [index.row() for index in self.careers.selectionModel().selectedIndexes()]

    def _colour(self, colour: Colour) -> None:
        changed = [career for career in self.chosen if career.colour is not colour]
        if changed:
            self._desk.changes.set_colour(changed, colour)


class _Quiet:
    """While one sets the selection to what is shown already."""

    def __init__(self, selection: QItemSelectionModel) -> None:
        self._selection = selection

    def __enter__(self) -> None:
        self._selection.blockSignals(True)

    def __exit__(self, *fault: object) -> None:
        self._selection.blockSignals(False)
