"""What of a visitor could outlive the visit itself: the clipboard, caches of typed words and of pictures, objects waiting to be deleted."""

import ctypes
import gc
import sys

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache

from careerguide.domain import words


def forget() -> None:
    """Leave nothing behind. To be called when the visit's own objects were told to go."""
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        clipboard.clear(mode)
    words.stem.cache_clear()
    words.root.cache_clear()
    QPixmapCache.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    _give_back()


def _give_back() -> None:
    """Give freed memory back to the system where the C library can (glibc): months of visits leave holes in it otherwise."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
