"""Choosing the nation, a state or a metropolitan area, by list or by typing part of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from careerguide.domain.wages import NATION, Area
from careerguide.ui.theme import Theme

CODE_ROLE = Qt.ItemDataRole.UserRole


def area_model(areas: Sequence[Area]) -> QStandardItemModel:
    """One row an area, its name shown and its code under `CODE_ROLE`; made once and shared by all choosers."""
    model = QStandardItemModel()
    for area in areas:
        item = QStandardItem(QCoreApplication.translate("AreaChooser", "United States") if area.code == NATION else area.name)
        item.setData(area.code, CODE_ROLE)
        model.appendRow(item)
    return model


class AreaChooser(QComboBox):
    """A combo box to type in. `chosen` gives the code of an area the person picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.setAccessibleName(self.tr("Place for pay figures"))
        self.setToolTip(self.tr("Choose a state or area, or type part of its name"))
        self.activated.connect(self._picked)
        if (field := self.lineEdit()) is not None:
            field.returnPressed.connect(self._pick_first)
            field.editingFinished.connect(self._show_chosen)

    def set_areas(self, model: QStandardItemModel) -> None:
        """Offer the areas of a model."""
        self.setModel(model)
        self.view().setMinimumWidth(self._theme.px(340))
        completer = QCompleter(model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def show_area(self, code: str) -> None:
        """Show the area with this code as chosen."""
        self.setCurrentIndex(self.findData(code, CODE_ROLE))
        if (field := self.lineEdit()) is not None:
            field.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes the place in passing."""
        event.ignore()

    def _pick_first(self) -> None:
        """Enter after part of a name picks the first place that has it."""
        completer, typed = self.completer(), self.currentText().strip()
        if completer is None or not typed or typed == self.itemText(self.currentIndex()):
            return
        completer.setCompletionPrefix(typed)
        row = self.findText(completer.currentCompletion()) if completer.completionCount() else -1
        if row >= 0:
            self.setCurrentIndex(row)
            self._picked(row)

    def _show_chosen(self) -> None:
        """What was typed and is no place gives way to the place in force."""
        self.setEditText(self.itemText(self.currentIndex()))

    def _picked(self, index: int) -> None:
        code = self.itemData(index, CODE_ROLE)
        if code:
            self.chosen.emit(code)
