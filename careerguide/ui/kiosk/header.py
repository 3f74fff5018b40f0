"""The head of the kiosk's window: the centre, the ways home and back, the visitor's list, the other language, and the way out."""

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.language import LANGUAGES, in_force
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.theme import Theme

_LONG_PRESS_MS = 5_000


class _Name(QLabel):
    """The centre's name; `held` tells that it was pressed for five seconds, the administrator's hidden way in."""

    held = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "section")
        self._pressed = QTimer(self, singleShot=True, interval=_LONG_PRESS_MS)
        self._pressed.timeout.connect(self.held)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed.stop()


class Header(QWidget):
    """Emits what is wanted; `language_wanted` gives the code of the other language."""

    home_wanted = Signal()
    back_wanted = Signal()
    list_wanted = Signal()
    language_wanted = Signal(str)
    done_wanted = Signal()
    administrator_wanted = Signal()

    def __init__(self, theme: Theme, centre: str, *, other_language: bool) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAutoFillBackground(True)
        self._name = _Name(centre or self.tr("Career Guide"))
        self._name.held.connect(self.administrator_wanted)
        self.home = self._button(self.tr("⌂ Start"), self.home_wanted)
        self.back = self._button(self.tr("← Back"), self.back_wanted)
        self.list = self._button("", self.list_wanted)
        self.done = self._button(self.tr("I am done"), self.done_wanted)
        self.done.setProperty("role", "primary")
        self.done.setToolTip(self.tr("Forget everything I did here"))
        buttons = [self.home, self.back, self.list]
        if other_language:
            buttons += [
                self._language(code, name) for code, name in ((one.code, one.name) for one in LANGUAGES) if code != in_force().code
            ]
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 12)
        column.setSpacing(8)
        column.addWidget(self._name)
        row = Columns([*buttons, self.done], theme.px(150))
        column.addLayout(row)
        self.show_saved(0)

    def _button(self, text: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(wanted)
        return button

    def _language(self, code: str, name: str) -> QPushButton:
        button = QPushButton(name)
        button.clicked.connect(lambda: self.language_wanted.emit(code))
        return button

    def show_saved(self, careers: int) -> None:
        """Say how many careers the visitor saved."""
        self.list.setText(self.tr("★ My list ({0})").format(careers) if careers else self.tr("★ My list"))
