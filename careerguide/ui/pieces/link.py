"""A link whose words go on in a second line where one is too short for them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SIDE, _ABOVE = 6, 4


class Link(QPushButton):
    """A button that looks like a link, as high as its words need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "row")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * _SIDE, 40), 10_000)
        return self._theme.metrics(BODY).boundingRect(room, _WRAP, self.text()).height() + 2 * _ABOVE

    def sizeHint(self) -> QSize:
        width = self._theme.metrics(BODY).horizontalAdvance(self.text()) + 2 * _SIDE + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.metrics(BODY).height() + 2 * _ABOVE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._theme.tokens.accent)
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        font = QFont(self._theme.font(BODY))
        font.setUnderline(self.underMouse())
        painter.setPen(accent)
        painter.setFont(font)
        painter.drawText(self.rect().adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE), _WRAP, self.text())
