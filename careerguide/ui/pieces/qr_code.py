"""A QR code on the screen: black on white in every theme, so that any phone reads it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerguide.reports.qr import QUIET_ZONE, qr_matrix
from careerguide.ui.theme import Theme

SMALLEST_MODULE = 3
"""Pixels of the screen a module has at least; smaller ones are hard for a phone's camera."""

_USUAL_SIDE = 240  # a size of the design


class QrCode(QWidget):
    """Shows a text as a QR code with its quiet zone, as large as its place allows, in whole pixels a module."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._matrix: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.updateGeometry)

    def show_text(self, text: str, name: str) -> None:
        """Show the code of `text`; `name` is what a screen reader says of it. Raises `ValueError` as `qr_matrix` does."""
        self._matrix = qr_matrix(text)
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()

    def _modules(self) -> int:
        return len(self._matrix) + 2 * QUIET_ZONE

    def minimumSizeHint(self) -> QSize:
        side = self._modules() * SMALLEST_MODULE
        return QSize(side, side)

    def sizeHint(self) -> QSize:
        module = max(SMALLEST_MODULE, -(-self._theme.px(_USUAL_SIDE) // self._modules()))
        return QSize(module * self._modules(), module * self._modules())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._matrix:
            return
        painter = QPainter(self)
        module = max(1, min(self.width(), self.height()) // self._modules())
        side = module * self._modules()
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter.fillRect(QRect(left, top, side, side), QColor(Qt.GlobalColor.white))
        for y, row in enumerate(self._matrix, QUIET_ZONE):
            for x, dark in enumerate(row, QUIET_ZONE):
                if dark:
                    painter.fillRect(left + x * module, top + y * module, module, module, QColor(Qt.GlobalColor.black))
