"""The sidebar: back and forward, the search for a title, and the ways to the other pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from careerguide.ui.pieces.columns import Columns
from careerguide.ui.theme import Theme
from careerguide.ui.title_search import TitleSearch


class Sidebar(QWidget):
    """Emits where the person wants to go; `stepped` gives −1 for back and 1 for forward."""

    stepped = Signal(int)
    browse_wanted = Signal()
    saved_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = TitleSearch(theme)
        self.steps = {-1: QToolButton(), 1: QToolButton()}
        for step, arrow, name, keys in ((-1, "←", self.tr("Back"), "Alt+←"), (1, "→", self.tr("Forward"), "Alt+→")):
            button = self.steps[step]
            button.setText(arrow)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
            button.setEnabled(False)
            button.clicked.connect(lambda _=False, step=step: self.stepped.emit(step))
        browse = QPushButton(self.tr("Browse all careers"))
        browse.setToolTip(self.tr("All careers in a table, with filters (Ctrl+B)"))
        browse.clicked.connect(self.browse_wanted)
        self._saved, self._compare = QPushButton(), QPushButton()
        self._saved.setToolTip(self.tr("The careers you keep, with your notes (Ctrl+Shift+D)"))
        self._saved.clicked.connect(self.saved_wanted)
        self._compare.setToolTip(self.tr("Careers side by side (Ctrl+Shift+K)"))
        self._compare.clicked.connect(self.compare_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 8)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.steps[-1])
        row.addWidget(self.steps[1])
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.search, 1)
        beneath = QVBoxLayout()
        beneath.setSpacing(8)
        beneath.addWidget(browse)
        self._pair = Columns([self._saved, self._compare], theme.px(120))
        beneath.addLayout(self._pair)
        column.addLayout(beneath)
        self.show_saved(0)
        self.show_compared(0)
        theme.changed.connect(lambda: self._pair.set_narrowest(theme.px(120)))

    def show_saved(self, careers: int) -> None:
        """Tell how many careers are saved."""
        self._saved.setText(self.tr("Saved ({0})").format(f"{careers:,}") if careers else self.tr("Saved"))

    def show_compared(self, careers: int) -> None:
        """Tell how many careers are put side by side."""
        self._compare.setText(self.tr("Compare ({0})").format(careers) if careers else self.tr("Compare"))
