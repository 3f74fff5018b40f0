"""The star of an occupation's page: saved or not, and in which lists."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton

from careerguide.domain.codes import OnetSocCode
from careerguide.ui.desk import Desk

if TYPE_CHECKING:
    from careerguide.domain.notebook import SavedList


class SaveButton(QToolButton):
    """Saves the occupation shown, or takes it out of all lists; its menu chooses lists. What it did can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._code: OnetSocCode | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.clicked.connect(self.toggle)
        desk.lists_changed.connect(self._show_state)
        self._show_state()

    def show_code(self, code: OnetSocCode) -> None:
        """Stand for another occupation."""
        self._code = code
        self._show_state()

    def _show_state(self) -> None:
        holding = self._desk.holding(self._code) if self._code is not None else ()
        self.setText(self.tr("★ Saved") if holding else self.tr("☆ Save"))
        self.setAccessibleName(self.tr("Saved") if holding else self.tr("Save this career"))
        names = [saved.name for saved in self._desk.lists if any(career in holding for career in saved.careers)]
        self.setToolTip(
            self.tr("In {0}. Press to take it out (Ctrl+D)").format(", ".join(names))
            if names
            else self.tr("Keep this career in your list (Ctrl+D)")
        )

    def toggle(self) -> None:
        """Save the occupation, or take it out of every list."""
        if self._code is not None:
            self._desk.changes.toggle(self._code, self.tr("My careers"))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for saved in self._desk.lists:
            action = self._menu.addAction(saved.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(any(career.code == self._code for career in saved.careers))
            action.triggered.connect(lambda checked, saved=saved: self._choose(saved, checked))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("New list…")).triggered.connect(self._new_list)

    def _choose(self, saved: "SavedList", checked: bool) -> None:
        if self._code is None:
            return
        if checked:
            self._desk.changes.save(self._code, saved.id, "")
        else:
            self._desk.changes.remove([career for career in saved.careers if career.code == self._code])

    def _new_list(self) -> None:
        dialog = list_name_dialog(self, self.tr("New list"), self.tr("Name of the list"))
        dialog.textValueSelected.connect(self._save_in_new)
        dialog.open()

    def _save_in_new(self, name: str) -> None:
        from careerguide.domain.notebook import LONGEST_NAME

        if self._code is not None and name.strip():
            self._desk.changes.save_in_new_list(self._code, name.strip()[:LONGEST_NAME])


def list_name_dialog(parent: QToolButton, title: str, words: str, name: str = "") -> QInputDialog:
    """Asks for the name of a list; `textValueSelected` gives it."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(words)
    dialog.setTextValue(name)
    return dialog
