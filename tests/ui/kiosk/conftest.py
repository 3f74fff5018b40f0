"""The kiosk on the starter guide, shown offscreen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from person import settle
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerguide.domain.kiosk import KioskConfig
from careerguide.domain.language import ENGLISH
from careerguide.kiosk import make_kiosk
from careerguide.ui.kiosk.kiosk_window import KioskWindow
from careerguide.ui.languages import speak_in
from careerguide.ui.theme import Theme

OpenKiosk = Callable[..., KioskWindow]


@pytest.fixture
def open_kiosk(qtbot: QtBot, qapp: QApplication, starter_guide: Path) -> Iterator[OpenKiosk]:
    """Makes and shows kiosks, 1024 × 768 by default."""
    made: list[KioskWindow] = []

    def open_one(config: KioskConfig | None = None, size: tuple[int, int] = (1024, 768)) -> KioskWindow:
        window = make_kiosk(qapp, config or KioskConfig(), starter_guide)
        window.resize(*size)
        window.show()
        window.activateWindow()
        settle(qtbot)
        made.append(window)
        return window

    yield open_one
    for window in made:
        window.quit()
        window.deleteLater()
    settle(qtbot)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    speak_in(qapp, ENGLISH)
    plain = Theme(qapp)
    plain.deleteLater()


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk) -> KioskWindow:
    """A kiosk with a visitor in front of it."""
    window = open_kiosk()
    window.begin_visit()
    return window
