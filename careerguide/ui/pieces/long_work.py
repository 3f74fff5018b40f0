"""Work that takes its time: off the UI thread, with what it does and how far it is, and a way to stop it."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QVBoxLayout, QWidget

from careerguide.domain.errors import BuildCancelled, GuideError
from careerguide.domain.language import translate
from careerguide.ui.background import Latest
from careerguide.ui.pieces.labels import label

Result = TypeVar("Result")
Report = Callable[[str, float], None]
"""Told what is being done and the share of it, 0–1. Raises `BuildCancelled` once the person stopped the work."""


class LongWork(QWidget):
    """Shown while it runs. `failed(GuideError)` is called on the UI thread where it did not come to an end."""

    _reported = Signal(str, float)

    def __init__(self, failed: Callable[[GuideError], None]) -> None:
        super().__init__()
        self._failed = failed
        self._stopped = Event()
        self._running: Latest[Callable[[], None]] = Latest(self, self._finish, self._fail)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("LongWork", "Progress"))
        self._doing = label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self._doing)
        self._reported.connect(self._show_progress)
        self.destroyed.connect(self._stopped.set)  # nobody waits for it any more
        app = QApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.stop)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether work is running."""
        return self._running.busy

    def run(self, function: Callable[[Report], Result], done: Callable[[Result], None], stopped: str) -> None:
        """Run `function`, then call `done` with its result on the UI thread.

        `stopped` is the sentence where the person stops it before it is through (a share of 1).
        """
        self._stopped.clear()

        def report(doing: str, share: float) -> None:
            if self._stopped.is_set() and share < 1:
                raise BuildCancelled(stopped)
            self._reported.emit(doing, share)

        self.bar.setValue(0)
        self._doing.setText(translate("LongWork", "Starting …"))
        self.show()
        self._running.run(lambda: partial(done, function(report)))

    def stop(self) -> None:
        """Let the work stop at the next occasion; `failed` tells when it did."""
        self._stopped.set()
        self._doing.setText(translate("LongWork", "Stopping …"))

    def _show_progress(self, doing: str, share: float) -> None:
        self.bar.setValue(round(share * 1000))
        if not self._stopped.is_set():
            self._doing.setText(f"{doing} … {share:.0%}")

    def _finish(self, receive: Callable[[], None]) -> None:
        self.hide()
        receive()

    def _fail(self, error: GuideError) -> None:
        self.hide()
        self._failed(error)
