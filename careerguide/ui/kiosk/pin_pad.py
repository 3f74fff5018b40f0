"""The administrator's way out of the kiosk: a PIN, guesses slowed down, and what there is to know."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from careerguide.domain.kiosk import LONGEST_PIN, delay_after
from careerguide.ui.kiosk.overlay import Overlay
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.theme import Theme

_CLOSES_AFTER_MS = 30_000


class PinPad(Overlay):
    """Digits and a field that takes keys and pasting. `quit_wanted` comes after the right PIN only.

    `matches` tells whether a PIN is right, None where there is none; `known` are lines for the administrator, shown after it.
    """

    quit_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        over: QWidget,
        matches: Callable[[str], bool] | None,
        known: Callable[[], Sequence[str]],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(theme, over, 440)
        self._matches, self._known, self._now = matches, known, now
        self._failures, self._not_before = 0, 0.0
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(LONGEST_PIN)
        self.field.setAccessibleName(self.tr("PIN"))
        self.field.returnPressed.connect(self._try)
        self._said = label("")
        self._pad = QWidget()
        grid = QGridLayout(self._pad)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, digit in enumerate("123456789⌫0"):
            button = QPushButton(digit)
            button.setMinimumHeight(max(44, theme.px(44)))
            button.setAccessibleName(self.tr("Delete the last digit") if digit == "⌫" else digit)
            button.clicked.connect(self.field.backspace if digit == "⌫" else lambda _=False, digit=digit: self.field.insert(digit))
            grid.addWidget(button, place // 3, place % 3)
        self._open = QPushButton(self.tr("Open"))
        self._open.setProperty("role", "primary")
        self._open.clicked.connect(self._try)
        self._quit = QPushButton(self.tr("Quit Career Guide"))
        self._quit.clicked.connect(self.quit_wanted)
        self._close = QPushButton(self.tr("Back to the kiosk"))
        self._close.clicked.connect(self.leave)
        for widget in (label(self.tr("For the administrator"), "title"), self._said, self.field, self._pad):
            self.card.body.addWidget(widget)
        self.card.body.addLayout(Columns([self._open, self._quit, self._close], theme.px(150)))
        self._later = QTimer(self, singleShot=True, interval=_CLOSES_AFTER_MS)
        self._later.timeout.connect(self.leave)
        self._waiting = QTimer(self, interval=500)
        self._waiting.timeout.connect(self._show_waiting)

    def ask(self) -> None:
        """Ask for the PIN."""
        self._quit.hide()
        has_pin = self._matches is not None
        for widget in (self.field, self._pad, self._open):
            widget.setVisible(has_pin)
        self._said.setText("" if has_pin else self.tr("No PIN is set, so only the system can end the kiosk."))
        self.field.clear()
        self.cover()
        self._later.start()
        self._show_waiting()
        (self.field if has_pin else self._close).setFocus()

    def leave(self) -> None:
        """Go back to the kiosk."""
        self._later.stop()
        self._waiting.stop()
        self.field.clear()
        self.hide()

    def _show_waiting(self) -> None:
        left = self._not_before - self._now()
        self._open.setEnabled(left <= 0)
        if left > 0:
            self._said.setText(self.tr("Not the right PIN. Try again in {0} seconds.").format(int(left) + 1))
            self._waiting.start()
        elif self._waiting.isActive():
            self._waiting.stop()
            self._said.setText(self.tr("You can try again now."))

    def _try(self) -> None:
        if self._matches is None or self._now() < self._not_before or not self.field.text():
            return
        self._later.start()
        right = self._matches(self.field.text())
        self.field.clear()
        if not right:
            self._failures += 1
            self._not_before = self._now() + delay_after(self._failures)
            self._said.setText(self.tr("Not the right PIN."))
            self._show_waiting()
            return
        self._failures = 0
        for widget in (self.field, self._pad, self._open):
            widget.hide()
        self._quit.show()
        self._said.setText("\n".join(self._known()) or self.tr("All is well."))
        self._quit.setFocus()
