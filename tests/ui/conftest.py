"""The real window on a real guide, shown offscreen, for tests that do what a person does."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from person import close_all, open_notebook_of
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import careerguide.app
from careerguide.app import IN_MEMORY, make_window
from careerguide.db.guide import Guide
from careerguide.ui.garbage import collect_between_events
from careerguide.ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session", autouse=True)
def _garbage(qapp: QApplication) -> None:
    """Collected as in the program, for tests without a window of their own too."""
    collect_between_events(qapp)


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, starter_guide: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenWindow]:
    """Makes and shows windows, by default on the starter guide; all use the settings file of the test."""
    monkeypatch.setattr(careerguide.app, "STARTER_GUIDE", starter_guide)

    def open_one(
        guide: Path | None = None, *, wait: bool = True, settings: Path | None = None, notebook: str = IN_MEMORY
    ) -> MainWindow:
        window = make_window(qapp, settings or tmp_path / "settings.ini", tmp_path / "built.guide", notebook)
        window.show()
        window.activateWindow()
        window.load_guide(guide or starter_guide)
        if wait:
            qtbot.waitUntil(lambda: window.search.count.text() != "")
        return window

    yield open_one
    close_all()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The window, shown, with the starter guide open."""
    return open_window()


@pytest.fixture
def notebook_url(tmp_path: Path) -> str:
    """Where the person's notebook is."""
    return f"sqlite:///{(tmp_path / 'notebook.sqlite').as_posix()}"


@pytest.fixture
def keeping_window(qtbot: QtBot, open_window: OpenWindow, notebook_url: str) -> MainWindow:
    """The window with the person's notebook open."""
    window = open_window(notebook=notebook_url)
    open_notebook_of(qtbot, window)
    return window


@pytest.fixture(scope="session")
def guide(starter_guide: Path) -> Iterator[Guide]:
    """The starter guide, to compare what the window shows with."""
    opened = Guide(starter_guide)
    yield opened
    opened.close()
