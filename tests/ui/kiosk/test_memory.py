"""A visit gives back what it took of the C library, beyond what Python can count."""

import ctypes
import gc
from typing import ClassVar

import pytest
from person import settle
from pytestqt.qtbot import QtBot

from careerguide.ui.kiosk.kiosk_window import KioskWindow
from careerguide.ui.pages import Place

_MOST_BYTES = 8_000  # each page opened kept 18,000 once: rules of the style for widgets that were gone, items of layouts
_mallinfo = getattr(ctypes.CDLL(None), "mallinfo2", None)


class Blocks(ctypes.Structure):
    """`struct mallinfo2` of glibc."""

    _names = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")
    _fields_: ClassVar = [(name, ctypes.c_size_t) for name in _names]


def bytes_in_use() -> int:
    assert _mallinfo is not None
    _mallinfo.restype = Blocks
    gc.collect()
    return int(_mallinfo().uordblks)


@pytest.mark.skipif(_mallinfo is None, reason="only glibc from 2.33 tells what is in use")
def test_visits_keep_no_memory(kiosk: KioskWindow, qtbot: QtBot) -> None:
    def visit() -> None:
        kiosk.begin_visit()
        assert kiosk.visit is not None
        kiosk.visit.visit(Place.BROWSE)
        settle(qtbot)
        kiosk.end_visit()
        settle(qtbot)

    for _ in range(10):
        visit()
    before = bytes_in_use()
    visits = 25
    for _ in range(visits):
        visit()
    assert (bytes_in_use() - before) / visits < _MOST_BYTES
