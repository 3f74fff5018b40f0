"""Work off the UI thread: one small worker class, results back by signal, dropped when a newer request took its place."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from careerguide.domain.errors import GuideError
from careerguide.domain.language import translate

Result = TypeVar("Result")


class _Signals(QObject):
    done = Signal(object)
    failed = Signal(object)


def _work(function: Callable[[], object], signals: _Signals) -> None:
    """On a worker thread: call the function and tell what became of it."""
    try:
        result = function()
    except GuideError as error:
        _emit(signals.failed, error)
    except Exception as error:
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
        _emit(
            signals.failed,
            GuideError(translate("Background", "Something went wrong ({0}). Please try again.").format(type(error).__name__)),
        )
    else:
        _emit(signals.done, result)


def _emit(signal: object, value: object) -> None:
    with suppress(RuntimeError):  # the window was closed meanwhile
        signal.emit(value)  # type: ignore[attr-defined]


class Latest(QObject, Generic[Result]):
    """Runs one function at a time for `owner`; a newer `run` makes the older one's result unwanted.

    `done(result)` and `failed(GuideError)` are called on the UI thread, for the newest run only.
    """

    def __init__(self, owner: QObject, done: Callable[[Result], None], failed: Callable[[GuideError], None]) -> None:
        super().__init__(owner)
        self._done = done
        self._failed = failed
        self._newest: _Signals | None = None
        self._runs: set[_Signals] = set()

    def run(self, function: Callable[[], Result]) -> None:
        """Run `function` on a worker thread and give its result to `done`."""
        signals = _Signals(self)
        self._newest = signals
        self._runs.add(signals)
        queued = Qt.ConnectionType.QueuedConnection
        signals.done.connect(lambda result: self._finished(signals, lambda: self._done(result)), queued)
        signals.failed.connect(lambda error: self._finished(signals, lambda: self._failed(error)), queued)
        QThreadPool.globalInstance().start(partial(_work, function, signals))  # a QRunnable of ours is not always freed

    def drop(self) -> None:
        """Make the result of what is running unwanted."""
        self._newest = None

    @property
    def busy(self) -> bool:
        """Whether a wanted result is still to come."""
        return self._newest is not None

    def _finished(self, signals: _Signals, receive: Callable[[], None]) -> None:
        self._runs.discard(signals)
        signals.deleteLater()
        if signals is self._newest:
            self._newest = None
            receive()
