"""Python's search for garbage, on the UI thread only and never while Qt is at work.

By itself Python collects on whatever thread makes an object just then, and in the middle of what it does. A widget freed on a
worker can stop the program for ever (`ui/background.py`), one freed while Qt goes through all of them ends it in a crash.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_YOUNG_MS, _ALL_MS = 1_000, 60_000


def collect_between_events(owner: QObject) -> None:
    """From now on garbage is collected by timers of the UI thread only, for as long as there is `owner`."""
    gc.disable()
    for pause_ms, collect in ((_YOUNG_MS, _collect_young), (_ALL_MS, gc.collect)):
        timer = QTimer(owner, interval=pause_ms)
        timer.timeout.connect(lambda collect=collect: collect())
        timer.start()


def _collect_young() -> None:
    """What was made of late, where it is as much as makes Python collect by itself."""
    if gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect(1)
