"""The keys of everything in the menus, as the menus themselves have them."""

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QMainWindow, QMenu

from careerguide.domain.language import translate
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Theme


class KeyboardDialog(ScrolledDialog):
    """A table for each menu of the window."""

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(translate("KeyboardDialog", "Keyboard"), window)
        self.column.addWidget(label(self.tr("Keyboard"), "title"))
        self.column.addWidget(
            label(self.tr("Tab goes on to the next control, Shift+Tab back. Arrow keys move within a list, a table or the tabs."))
        )
        for action in window.menuBar().actions():
            menu = action.menu()
            rows = list(_rows(menu)) if isinstance(menu, QMenu) else []
            if rows:
                name = _plain(action.text())
                table = FigureTable(theme, name, (name, self.tr("Keys")))
                table.show_rows(rows)
                self.column.addWidget(table)
        self.column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.buttons.addWidget(buttons)
        self.fit(theme.px(560), theme.px(640))


def _rows(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _rows(inner)
        elif keys := action.shortcuts():
            written = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
            yield _plain(action.text()), ", ".join(written)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
