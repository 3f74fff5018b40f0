"""What lies over the whole kiosk and lets nothing through: a card in the middle of a veil."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerguide.ui.pieces.labels import Card
from careerguide.ui.theme import Theme

_VEIL = QColor(0, 0, 0, 150)


class Overlay(QWidget):
    """Covers `over` while it is shown. What it says is in `card`, at most `width` of the design wide."""

    def __init__(self, theme: Theme, over: QWidget, width: int) -> None:
        super().__init__(over)
        self._over, self._theme, self._card_width = over, theme, width
        self.card = Card()
        self.card.body.setContentsMargins(32, 28, 32, 28)
        self.card.body.setSpacing(16)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        over.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Come to the front."""
        self._fit()
        self.show()
        self.raise_()
        self.setFocus()

    def _fit(self) -> None:
        self.setGeometry(self._over.rect())
        width = min(self._theme.px(self._card_width), self._over.width() - 48)
        self.card.setFixedSize(width, max(self.card.body.totalHeightForWidth(width), self.card.body.totalMinimumSize().height()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()  # what is said may need more lines now
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _VEIL)
