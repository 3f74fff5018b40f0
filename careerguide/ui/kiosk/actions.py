"""What a visitor can do with the occupation shown: save it, print it, take it along on a phone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from careerguide.domain.codes import OnetSocCode
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.theme import Theme


class KioskActions(QWidget):
    """A row of large buttons under the title."""

    print_wanted = Signal()
    phone_wanted = Signal()

    def __init__(self, theme: Theme, desk: Desk, *, printing: bool) -> None:
        super().__init__()
        self._desk = desk
        self._code: OnetSocCode | None = None
        self.save = QPushButton()
        self.save.setCheckable(True)
        self.save.clicked.connect(self._toggle)
        self.print = QPushButton(self.tr("Print"))
        self.print.clicked.connect(self.print_wanted)
        self.phone = QPushButton(self.tr("On my phone"))
        self.phone.clicked.connect(self.phone_wanted)
        row = Columns([self.save, *([self.print] if printing else []), self.phone], theme.px(150))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.addLayout(row)
        desk.lists_changed.connect(self._show_state)
        self._show_state()

    def show_code(self, code: OnetSocCode) -> None:
        """Stand for another occupation."""
        self._code = code
        self._show_state()

    def _show_state(self) -> None:
        saved = self._code is not None and bool(self._desk.holding(self._code))
        self.save.setChecked(saved)
        self.save.setText(self.tr("★ In my list") if saved else self.tr("☆ Save to my list"))

    def _toggle(self) -> None:
        if self._code is not None:
            self._desk.changes.toggle(self._code, self.tr("My list"))
