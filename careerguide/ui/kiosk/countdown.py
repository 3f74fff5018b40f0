"""The question whether somebody is still there, with the seconds that are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from careerguide.ui.kiosk.overlay import Overlay
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme


class Countdown(Overlay):
    """`stay_wanted` and `done_wanted` are the two answers; any other touch is for the idle clock to see."""

    stay_wanted = Signal()
    done_wanted = Signal()

    def __init__(self, theme: Theme, over: QWidget, warning_seconds: int) -> None:
        super().__init__(theme, over, 520)
        self._ring = QProgressBar()
        self._ring.setRange(0, warning_seconds)
        self._ring.setTextVisible(False)
        self._ring.setAccessibleName(self.tr("Time left"))
        self._words = label("", "section")
        self._stay = QPushButton(self.tr("I am still here"))
        self._stay.setProperty("role", "primary")
        self._stay.clicked.connect(self.stay_wanted)
        done = QPushButton(self.tr("I am done"))
        done.clicked.connect(self.done_wanted)
        for widget in (label(self.tr("Are you still there?"), "title"), self._words, self._ring):
            self.card.body.addWidget(widget)
        self.card.body.addLayout(Columns([self._stay, done], theme.px(180)))
        self.setFocusProxy(self._stay)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)

    def show_seconds(self, seconds: int) -> None:
        """Show how many seconds are left; the first time the question comes to the front and is spoken."""
        words = (
            self.tr("In 1 second everything you did here is forgotten.")
            if seconds == 1
            else self.tr("In {0} seconds everything you did here is forgotten.").format(seconds)
        )
        self._words.setText(words)
        self._ring.setValue(seconds)
        if not self.isVisible():
            self.cover()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tr("Are you still there?") + " " + words))
