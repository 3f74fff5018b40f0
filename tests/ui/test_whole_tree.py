"""The whole of the window, every page, panel and dialog: names, roles, states, sizes, contrast, the focus, and text from 100 to 200 %."""

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest
from person import OFFICERS, open_career, settle
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from views import DIALOGS, VIEWS, session
from walk import SMALLEST_TARGET, cut_off, faults, without_ring

import careerguide.ui
from careerguide.ui.main_window import MainWindow
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Mode

MODES = [Mode.LIGHT, Mode.DARK, Mode.CONTRAST]
_BASES = {"ScrolledDialog", "SessionDialog"}


@pytest.fixture
def window(keeping_window: MainWindow) -> MainWindow:
    """The window with a notebook in a file."""
    return keeping_window


def show_dialog(qtbot: QtBot, window: MainWindow, name: str) -> QDialog:
    open_career(qtbot, window, OFFICERS)
    DIALOGS[name](qtbot, window)
    settle(qtbot)
    (dialog,) = [one for one in window.findChildren(QDialog) if type(one).__name__ == name.partition(",")[0]]
    assert isinstance(dialog, QDialog)
    return dialog


def in_all_modes(window: MainWindow, top: QWidget) -> list[str]:
    """What is wrong with a window in the light, the dark and the high-contrast theme."""
    found = []
    for mode in MODES:
        window.theme.set_mode(mode)
        QApplication.processEvents()
        found += [f"{mode}: {fault}" for fault in (*faults(top), *without_ring(top))]
    return found


def at_all_text_sizes(window: MainWindow, shown: Callable[[], QWidget]) -> list[str]:
    """What is cut in what `shown` gives at 100, 150 and 200 %, on a small and on an ordinary screen."""
    found = []
    for width, height in ((1280, 800), (1024, 768)):
        for scale in (1.0, 1.5, 2.0):
            window.resize(width, height)
            window.theme.set_scale(scale)
            top = shown()
            for _ in range(3):  # a layout that finds out its width asks for another height
                QApplication.processEvents()
            found += [f"{width} × {height}, {scale:.0%}: {one}" for one in cut_off(top)]
            if (window.width(), window.height()) != (width, height):
                found.append(f"{width} × {height}, {scale:.0%}: the window is {window.width()} × {window.height()}")
    return found


def assert_none(found: list[str]) -> None:
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("name", VIEWS)
def test_every_page_and_panel(qtbot: QtBot, window: MainWindow, name: str) -> None:
    VIEWS[name](qtbot, window)
    assert_none(in_all_modes(window, window))


@pytest.mark.parametrize("name", VIEWS)
def test_every_page_and_panel_with_larger_text(qtbot: QtBot, window: MainWindow, name: str) -> None:
    VIEWS[name](qtbot, window)
    assert_none(at_all_text_sizes(window, lambda: window))


def test_text_as_large_as_it_was_left(qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path) -> None:
    remembered = Settings(tmp_path / "settings.ini")
    remembered.scale = 2.0
    window = open_window()
    open_career(qtbot, window, OFFICERS)
    assert window.theme.scale == 2.0
    settle(qtbot)
    assert_none(list(cut_off(window)))


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog(qtbot: QtBot, window: MainWindow, name: str) -> None:
    dialog = show_dialog(qtbot, window, name)
    assert dialog.windowTitle()
    assert_none(in_all_modes(window, dialog))


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_with_larger_text(qtbot: QtBot, window: MainWindow, name: str) -> None:
    dialogs: list[QDialog] = []

    def shown() -> QDialog:
        for dialog in dialogs:  # text grows in the menu, which a dialog covers: it is opened anew
            dialog.close()
            dialog.deleteLater()
            QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
        dialogs[:] = [show_dialog(qtbot, window, name)]
        return dialogs[0]

    assert_none(at_all_text_sizes(window, shown))


def test_no_dialog_is_forgotten_here() -> None:
    for module in pkgutil.walk_packages(careerguide.ui.__path__, "careerguide.ui."):
        importlib.import_module(module.name)

    def all_of(kind: type) -> set[str]:
        return {one.__name__ for one in kind.__subclasses__() if one.__module__.startswith("careerguide")} | {
            name for one in kind.__subclasses__() for name in all_of(one)
        }

    assert all_of(QDialog) - _BASES == {name.partition(",")[0] for name in DIALOGS}


def test_a_session_the_clients_window_and_a_toast(qtbot: QtBot, window: MainWindow) -> None:
    session(qtbot, window)
    window.deciding.toggle_compared(OFFICERS)
    window.counseling.show_client_window()
    settle(qtbot)
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    assert len(tops) == 2
    assert_none([fault for top in tops for fault in in_all_modes(window, top)])


def test_every_menu(window: MainWindow) -> None:
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.popup(window.pos())
        QApplication.processEvents()
        assert_none(in_all_modes(window, menu))
        assert all(menu.actionGeometry(one).height() >= SMALLEST_TARGET for one in menu.actions() if not one.isSeparator())
        menu.close()
