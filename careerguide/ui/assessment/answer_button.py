"""One of the answers to an activity: a face with its label, large enough for a finger."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from careerguide.ui.assessment.faces import paint_face
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY, CAPTION

_WRAP = Qt.TextFlag.TextWordWrap
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_RETURNING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class AnswerButton(QRadioButton):
    """A face above its label, or left of it where `flat`. `stepped` asks for the focus to go to a neighbour, −1 or 1.

    `mood` is −1 to 1; `key` is the digit that gives this answer. `ring` tells whether the focus is shown: not to who uses the mouse,
    for whom it would look like an answer given.
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme, label: str, face: str, mood: float, key: int) -> None:
        super().__init__(label)
        self._theme, self._mood, self._key = theme, mood, key
        self.ring = False
        self.flat = False
        self.setAccessibleName(f"{label}, {face[:1].lower()}{face[1:]}" if face else label)
        self.setAccessibleDescription(self.tr("Key {0}").format(key))
        self.setToolTip(self.tr("{0}: key {1}").format(label, key))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    @property
    def mood(self) -> float:
        """The mood of the face, −1 to 1."""
        return self._mood

    # Size

    def label_width(self) -> int:
        """The width in pixels that the label needs where it stands beneath the face, on two lines at most."""
        width, words = self._theme.metrics(BODY, 600).horizontalAdvance, self.text().split()
        broken = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
        return min((max(map(width, lines)) for lines in broken), default=width(self.text()))

    def _face_side(self) -> int:
        return self._theme.px(26 if self.flat else 52)

    def sizeHint(self) -> QSize:
        px, line = self._theme.px, self._theme.metrics(BODY, 600).lineSpacing()
        if self.flat:
            return QSize(px(220), max(self._face_side() + px(4) + 8, 44))
        return QSize(self.label_width() + px(20), self._face_side() + 2 * line + px(52))

    def hasHeightForWidth(self) -> bool:
        return self.flat

    def heightForWidth(self, width: int) -> int:
        """Beside the face a label may take several lines."""
        words = self._theme.metrics(BODY, 600).boundingRect(self._words_beside(width, 0), int(_WRAP), self.text())
        return max(words.height() + self._theme.px(16), self.sizeHint().height())

    def _words_beside(self, width: int, height: int) -> QRect:
        """Where the label stands beside the face, in a button of that size."""
        left = 4 + self._theme.px(12) + self._face_side() + self._theme.px(14)
        return QRect(left, 0, width - left - self._theme.px(36), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif step is not None:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click would answer the next activity unseen."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _RETURNING:
            self.ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, over = self.isChecked(), self.underMouse() or self.isDown()
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(QColor(tokens.accent if chosen or over else tokens.muted), 2 if chosen else 1))
        painter.setBrush(QColor(tokens.accent_soft if chosen or over else tokens.surface))
        painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus() and self.ring:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 13, 13)
        side = self._face_side()
        if self.flat:
            face = QRectF(box.left() + px(12), box.center().y() - side / 2, side, side)
            words = self._words_beside(self.width(), self.height())
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(_WRAP)
            key = QRect(self.width() - px(36), 0, px(20), self.height())
        else:
            face = QRectF(box.center().x() - side / 2, box.top() + px(14), side, side)
            top = int(face.bottom()) + px(8)
            line = self._theme.metrics(BODY, 600).lineSpacing()
            words = QRect(8, top, self.width() - 16, 2 * line)
            flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter) | int(_WRAP)
            key = QRect(0, words.bottom(), self.width(), self.height() - words.bottom() - px(6))
        paint_face(painter, face, self._mood, tokens.accent if chosen else tokens.text, tokens.surface)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._theme.font(BODY, 600 if chosen else 400))
        painter.drawText(words, flags, self.text())
        painter.setPen(QColor(tokens.accent if chosen else tokens.muted))
        painter.setFont(self._theme.font(CAPTION, 600 if chosen else 400))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, f"✓ {self._key}" if chosen and not self.flat else str(self._key))
