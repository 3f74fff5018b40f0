"""Work off the UI thread: results come back to it, and are dropped when a newer request took the place of theirs.

No object of Qt is ever freed on a worker. It would hold Qt's lock of signals and wait for Python there, while the UI thread
has Python and waits for that lock: both would wait for ever. So a worker only knows the number of its run; what the run
holds is put down on the UI thread, and garbage is collected there only (`ui/garbage.py`).
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from itertools import count
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from careerguide.domain.errors import GuideError
from careerguide.domain.language import translate

Result = TypeVar("Result")


class Latest(Generic[Result]):
    """Runs one function at a time for `owner`; a newer `run` makes the older one's result unwanted.

    `done(result)` and `failed(GuideError)` are called on the UI thread, for the newest run only, while there is an owner.
    """

    def __init__(self, owner: QObject, done: Callable[[Result], None], failed: Callable[[GuideError], None]) -> None:
        self._owner = owner
        self._newest: _Run[Result] | None = None
        self.done = done
        self.failed = failed

    def run(self, function: Callable[[], Result]) -> None:
        """Run `function` on a worker thread and give its result to `done`."""
        self._newest = _Run(self, function)
        _begin(self._newest)

    def drop(self) -> None:
        """Make the result of what is running unwanted."""
        self._newest = None

    @property
    def busy(self) -> bool:
        """Whether a wanted result is still to come."""
        return self._newest is not None

    def receive(self, run: "_Run[Result]", tell: Callable[[], None]) -> None:
        """A run is over; `tell` hands over what became of it."""
        if run is self._newest and isValid(self._owner):
            self._newest = None
            tell()


class _Run(Generic[Result]):
    """One call of a function, from the request until the UI thread heard what became of it."""

    def __init__(self, latest: Latest[Result], function: Callable[[], Result]) -> None:
        self._latest = latest
        self._function = function
        self._tell: Callable[[], None] | None = None

    def work(self) -> None:
        """On a worker: call the function."""
        try:
            self._tell = partial(self._latest.done, self._function())
        except GuideError as error:
            self._tell = partial(self._latest.failed, error.with_traceback(None))  # it would lead back to here
        except Exception as error:
            threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
            sentence = translate("Background", "Something went wrong ({0}). Please try again.").format(type(error).__name__)
            self._tell = partial(self._latest.failed, GuideError(sentence))

    def end(self) -> None:
        """On the UI thread: tell what became of it."""
        assert self._tell is not None
        self._latest.receive(self, self._tell)


class _Courier(QObject):
    """Told by the workers which runs are over. Lives on the UI thread, as long as the program."""

    over = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.over.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, number: int) -> None:
        _runs.pop(number).end()


_courier = cache(_Courier)
_numbers = count()
_runs: dict[int, _Run[object]] = {}


def _begin(run: "_Run[Result]") -> None:
    _courier()  # made here, so that it lives on this thread
    number = next(_numbers)
    _runs[number] = run  # type: ignore[assignment]
    QThreadPool.globalInstance().start(partial(_work, number))  # a QRunnable of ours is not always freed


def _work(number: int) -> None:
    """On a worker. Nothing of the run is held here when the UI thread hears of its end."""
    _runs[number].work()
    with suppress(RuntimeError):  # the program is about to end
        _courier().over.emit(number)


def finish_all(patience_ms: int) -> None:
    """Wait for all that runs, but no longer than `patience_ms`, and put down what it held."""
    QThreadPool.globalInstance().waitForDone(patience_ms)
    QCoreApplication.sendPostedEvents(_courier(), QEvent.Type.MetaCall.value)
