"""What can be done with the occupation shown: save it, compare it, print it, take it along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from careerguide.ui.desk import Desk
from careerguide.ui.saved.save_button import SaveButton
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.domain.page import OccupationPage


class PageActions(QWidget):
    """A row of buttons under the title. The signals give the code of the occupation."""

    compare_toggled = Signal(str)
    report_wanted = Signal(str)
    phone_wanted = Signal(str)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._code = ""
        self._compared: tuple[str, ...] = ()
        self.save = SaveButton(desk)
        self.compare = QPushButton()
        self.compare.clicked.connect(lambda: self.compare_toggled.emit(self._code))
        self.report = QPushButton(self.tr("Print or PDF…"))
        self.report.setToolTip(self.tr("A report of one or two pages to print or to save (Ctrl+P)"))
        self.report.clicked.connect(lambda: self.report_wanted.emit(self._code))
        self.phone = QPushButton(self.tr("On my phone"))
        self.phone.setToolTip(self.tr("A code to scan that opens this career's public page on a phone"))
        self.phone.clicked.connect(lambda: self.phone_wanted.emit(self._code))
        self._more = QToolButton()
        self._more.setText("⋯")
        self._more.setAccessibleName(self.tr("More to do with this career"))
        self._more.setToolTip(self._more.accessibleName())
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        # Of our making: PySide takes those that a menu makes for gone when a page goes on which they stood for a time.
        self._in_menu = {button: QAction(button.text(), menu) for button in (self.compare, self.report, self.phone)}
        for button, action in self._in_menu.items():
            menu.addAction(action)
            action.triggered.connect(lambda _=False, button=button: button.click())
        self._more.setMenu(menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 6, 0, 2)
        self._row.setSpacing(12)
        for widget in (self.save, self.compare, self.report, self.phone, self._more):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.setMinimumWidth(1)
        theme.changed.connect(self._fit)
        self.show_compared(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One row always: what does not fit goes into a menu."""
        all_fit = self._has_room(self.save, self.compare, self.report, self.phone)
        shown = {self.compare: self._has_room(self.save, self.compare, self._more), self.report: all_fit, self.phone: all_fit}
        for button, action in self._in_menu.items():
            button.setVisible(shown[button])
            action.setVisible(not shown[button])
        self._more.setVisible(not all_fit)

    def _has_room(self, *buttons: QAbstractButton) -> bool:
        return sum(button.sizeHint().width() + self._row.spacing() for button in buttons) <= self.width()

    def show_page(self, page: "OccupationPage") -> None:
        """Stand for another occupation."""
        self._code = page.code
        self.save.show_code(page.code)
        self.show_compared(self._compared)

    def show_compared(self, codes: tuple[str, ...]) -> None:
        """Tell which occupations are put side by side."""
        self._compared = codes
        taken = self._code in codes
        self.compare.setText(self.tr("Comparing ✓") if taken else self.tr("Compare"))
        self.compare.setAccessibleName(self.tr("Take out of the comparison") if taken else self.tr("Add to the comparison"))
        self._in_menu[self.compare].setText(self.compare.accessibleName())
        self.compare.setToolTip(
            self.tr("Take it out of the comparison (Ctrl+K)")
            if taken
            else self.tr("Put it beside other careers, up to four (Ctrl+K)")
        )
        self._fit()
