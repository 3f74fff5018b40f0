"""Choosing the nation, a state or a metropolitan area, by list or by typing part of its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QSizePolicy

from careerguide.domain.language import translate
from careerguide.domain.wages import NATION, Area
from careerguide.ui.pieces.combo import SearchCombo
from careerguide.ui.theme import Theme

CODE_ROLE = Qt.ItemDataRole.UserRole


def area_model(areas: Sequence[Area]) -> QStandardItemModel:
    """One row an area, its name shown and its code under `CODE_ROLE`; made once and shared by all choosers."""
    model = QStandardItemModel()
    for area in areas:
        item = QStandardItem(translate("AreaChooser", "United States") if area.code == NATION else area.name)
        item.setData(area.code, CODE_ROLE)
        model.appendRow(item)
    return model


class AreaChooser(SearchCombo):
    """A combo box to type in. `chosen` gives the code of an area the person picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(translate("AreaChooser", "Place for pay figures"), letters=12)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.setToolTip(self.tr("Choose a state or area, or type part of its name"))
        self.activated.connect(self._picked)

    def set_areas(self, model: QStandardItemModel) -> None:
        """Offer the areas of a model."""
        self.setModel(model)
        self.view().setMinimumWidth(self._theme.px(340))
        self.list_what_matches()

    def show_area(self, code: str) -> None:
        """Show the area with this code as chosen."""
        self.setCurrentIndex(self.findData(code, CODE_ROLE))
        if (field := self.lineEdit()) is not None:
            field.setCursorPosition(0)

    def _picked(self, index: int) -> None:
        code = self.itemData(index, CODE_ROLE)
        if code:
            self.chosen.emit(code)
