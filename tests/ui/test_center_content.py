"""A center's own content in the window: chosen, shown apart from what is official, kept through another guide, taken out."""

from collections.abc import Callable
from pathlib import Path

from person import button, choose, click, open_career, says, settle, texts, toast
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from careerguide.resources import resources
from careerguide.ui.center_dialog import CenterDialog
from careerguide.ui.main_window import MainWindow
from careerguide.ui.settings import Settings

OpenWindow = Callable[..., MainWindow]
EXAMPLE = resources() / "center" / "center.toml"
NURSES, OFFICERS = "29-1141.00", "33-3051.04"
HEADING, FAIR = "From Lincoln Career Center", "Job fair"


def open_dialog(window: MainWindow) -> CenterDialog:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    choose(window, "Our center's own content…")
    dialog = window.findChild(CenterDialog)
    assert isinstance(dialog, CenterDialog)
    return dialog


def read(qtbot: QtBot, dialog: CenterDialog, path: Path, said: str) -> None:
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, str(path))
    click(qtbot, button(dialog, "Read and show"))
    qtbot.waitUntil(lambda: says(dialog, said))


def test_chosen_shown_kept_through_another_guide_and_taken_out(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, small_guide: Path
) -> None:
    window = open_window()
    open_career(qtbot, window, OFFICERS)
    assert not says(window.pages, HEADING)
    dialog = open_dialog(window)
    read(qtbot, dialog, EXAMPLE, "Lincoln Career Center: 6 entries and 1 translations are shown now.")
    click(qtbot, button(dialog, "Close"))
    qtbot.waitUntil(lambda: says(window.pages, FAIR))
    assert says(window.pages, "Added by your center. Not from O*NET or the Bureau of Labor Statistics.")
    assert says(window.pages, "Source: Lincoln Career Center, November 2, 2026")
    assert Settings(tmp_path / "settings.ini").center_content == EXAMPLE
    window.load_guide(small_guide)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    assert says(open_career(qtbot, window, OFFICERS), FAIR)
    dialog = open_dialog(window)
    click(qtbot, button(dialog, "Show none"))
    qtbot.waitUntil(lambda: not says(window.pages, FAIR))
    settle(qtbot)
    assert Settings(tmp_path / "settings.ini").center_content is None


def test_a_file_with_faults_is_not_taken_and_each_is_said(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "center.toml"
    path.write_text("[center]\nname = 'x'\n[[notes]]\noccupations = 'all'\n")
    dialog = open_dialog(window)
    click(qtbot, button(dialog, "Read and show"))
    assert says(dialog, "Choose a file first.")
    read(qtbot, dialog, path, "center.toml, line 3: these are missing: title, source, date.")
    assert Settings(tmp_path / "settings.ini").center_content is None
    click(qtbot, button(dialog, "Close"))


def test_a_file_that_went_bad_is_said_at_the_start_and_nothing_of_it_is_shown(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    Settings(tmp_path / "settings.ini").center_content = tmp_path / "gone.toml"
    window = open_window()
    qtbot.waitUntil(lambda: "gone.toml: the file cannot be read" in toast(window))
    view = open_career(qtbot, window, OFFICERS)
    assert not any(text.startswith("From ") for text in texts(view))
