"""What of a visitor could outlive the visit itself: the clipboard, caches of typed words, objects waiting to be deleted."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QClipboard, QGuiApplication

from careerguide.domain import words


def forget() -> None:
    """Leave nothing behind. To be called when the visit's own objects were told to go."""
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        clipboard.clear(mode)
    words.stem.cache_clear()
    words.root.cache_clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
