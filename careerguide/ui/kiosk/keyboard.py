"""A keyboard on the screen. It types into the field that has the focus, as a real one does, and never takes the focus itself."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from careerguide.domain.language import SPANISH, in_force
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import FINGER

_ROWS = ("1234567890-", "qwertyuiop", "asdfghjkl'", "zxcvbnm,.")
_SPANISH_ROWS = ("1234567890-", "qwertyuiop", "asdfghjklñ", "zxcvbnm,.", "áéíóúü¿'")
_KEY, _GAP = 39, 6
_LARGEST_SHARE = 0.4


class OnScreenKeyboard(QWidget):
    """Letters, digits, space, back, Enter, and a Shift for the next letter; in Spanish ñ and accents too.

    `left` tells that it went.
    """

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("On-screen keyboard"))
        self._theme = theme
        self._letters: list[QPushButton] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(_GAP)
        for letters in _SPANISH_ROWS if in_force() is SPANISH else _ROWS:
            row = self._row(column)
            for letter in letters:
                key = self._key(letter, letter)
                key.clicked.connect(lambda _=False, key=key: self._type(key.text()))
                self._letters.append(key)
                row.addWidget(key)
        row = self._row(column)
        self._shift = self._key(self.tr("⇧ Shift"), self.tr("Capital letter next"), 2)
        self._shift.setCheckable(True)
        self._shift.toggled.connect(self._show_case)
        space = self._key(self.tr("Space"), self.tr("Space"), 5)
        space.clicked.connect(lambda: self._type(" "))
        back = self._key("⌫", self.tr("Delete the last letter"), 2)
        back.clicked.connect(lambda: self._press(Qt.Key.Key_Backspace, ""))
        enter = self._key(self.tr("Enter"), self.tr("Enter"), 2)
        enter.setProperty("role", "primary")
        enter.clicked.connect(lambda: self._press(Qt.Key.Key_Return, "\r"))
        hide = self._key(self.tr("Hide"), self.tr("Hide the keyboard"), 2)
        hide.clicked.connect(self.hide)
        for key in (self._shift, space, back, enter, hide):
            row.addWidget(key)

    def _row(self, column: QVBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        column.addLayout(row)
        return row

    def _key(self, text: str, name: str, stretch: int = 1) -> QPushButton:
        key = QPushButton(text)
        key.setAccessibleName(name)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setProperty("role", "key")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHorizontalStretch(stretch)
        key.setSizePolicy(policy)
        key.setAutoRepeat(text == "⌫")
        return key

    def fit(self, height: int) -> None:
        """Keys are as large as type wants them, but leave most of a window of this height to the page; never too small for a finger."""
        rows, edges = self._column.count(), self._column.contentsMargins()
        around = edges.top() + edges.bottom() + _GAP * (rows - 1)
        key = min(self._theme.px(_KEY), (round(_LARGEST_SHARE * height) - around) // rows)
        self.setFixedHeight(max(FINGER, key) * rows + around)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def _show_case(self, capital: bool) -> None:
        for key in self._letters:
            key.setText(key.text().upper() if capital else key.text().lower())

    def _type(self, text: str) -> None:
        self._press(Qt.Key(ord(text.upper())), text)
        self._shift.setChecked(False)

    def _press(self, key: Qt.Key, text: str) -> None:
        field = QApplication.focusWidget()
        if field is None or not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
