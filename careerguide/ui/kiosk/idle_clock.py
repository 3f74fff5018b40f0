"""How long nobody has touched anything. Every key, touch, click and turn of the wheel counts, also on the on-screen keyboard."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    )
)
_EVERY_MS = 250
_ASLEEP_SECONDS = 5.0
"""A step of the clock longer than this was no wait: the machine slept, or was too busy to see a touch."""


class IdleClock(QObject):
    """An event filter for the whole application. Runs between `start` and `stop`.

    `warned` gives the seconds that are left, once each second of the warning; `woke` tells that an input ended it; `expired` that
    nobody came. Time is monotonic: setting the machine's clock changes nothing.
    """

    warned = Signal(int)
    woke = Signal()
    expired = Signal()

    def __init__(self, idle_seconds: float, warning_seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._idle, self._warning, self._now = idle_seconds, warning_seconds, now
        self._waited = 0.0
        self._last = now()
        self._said: int | None = None
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to wait."""
        self._begin_anew()
        self._timer.start()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()
        self._said = None

    def touch(self) -> None:
        """Somebody is there."""
        if not self._timer.isActive():
            return
        warned = self._said is not None
        self._begin_anew()
        if warned:
            self.woke.emit()

    def _begin_anew(self) -> None:
        self._waited, self._last, self._said = 0.0, self._now(), None

    def look(self) -> None:
        """See how long nobody was there."""
        now = self._now()
        self._waited += min(now - self._last, _ASLEEP_SECONDS)
        self._last = now
        left = self._idle - self._waited
        if left <= 0:
            self.stop()
            self.expired.emit()
        elif left <= self._warning and self._said != (seconds := max(int(left + 0.999), 1)):
            self._said = seconds
            self.warned.emit(seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and event.spontaneous():
            self.touch()
        return False
