"""Garbage is collected on the thread of the window only, between two events."""

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from person import close
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerguide.app import make_window
from careerguide.domain.kiosk import KioskConfig
from careerguide.kiosk import make_kiosk
from careerguide.ui.background import Latest

ENOUGH_TO_COLLECT = 200_000


class Circle(QObject):
    """Garbage as soon as it is made. It tells on which thread it is collected."""

    def __init__(self, threads: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.threads = threads

    def __del__(self) -> None:
        self.threads.append(threading.get_ident())


@pytest.fixture
def automatic() -> Iterator[None]:
    """Python's own collecting, as it is before the program begins."""
    gc.enable()
    yield
    gc.disable()


def _of_a_person(app: QApplication, guide: Path, folder: Path) -> Callable[[], None]:
    window = make_window(app, folder / "settings.ini", folder / "built.guide")
    return lambda: close(window)


def _of_a_kiosk(app: QApplication, guide: Path, folder: Path) -> Callable[[], None]:
    window = make_kiosk(app, KioskConfig(), guide)

    def close_it() -> None:
        window.quit()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    return close_it


@pytest.mark.usefixtures("automatic")
@pytest.mark.parametrize("open_window", [_of_a_person, _of_a_kiosk])
def test_a_window_collects_when_much_was_made_and_a_worker_never(
    qtbot: QtBot,
    qapp: QApplication,
    starter_guide: Path,
    tmp_path: Path,
    open_window: Callable[[QApplication, Path, Path], Callable[[], None]],
) -> None:
    close_it = open_window(qapp, starter_guide, tmp_path)
    owner = QObject()
    made: list[int] = []
    collected_on: list[int] = []
    work: Latest[int] = Latest(owner, made.append, lambda error: None)
    for _ in range(3):
        Circle(collected_on)
        work.run(lambda: len([[number] for number in range(ENOUGH_TO_COLLECT)]))
        qtbot.waitUntil(lambda: made == [ENOUGH_TO_COLLECT])
        made.clear()
    kept = [[number] for number in range(ENOUGH_TO_COLLECT)]
    qtbot.waitUntil(lambda: len(collected_on) == 3)
    assert len(kept) == ENOUGH_TO_COLLECT
    assert set(collected_on) == {threading.get_ident()}
    owner.deleteLater()
    close_it()
