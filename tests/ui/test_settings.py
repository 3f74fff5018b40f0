"""What the window remembers, and that no settings file can keep it from opening."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from person import OFFICERS, choose, close, open_career, page_title, settle, start_page
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from careerguide.app import make_window
from careerguide.domain.wages import NATION
from careerguide.ui.main_window import MainWindow
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Mode
from careerguide.ui.tokens import DARK, LIGHT

OpenWindow = Callable[..., MainWindow]


def splitter(window: MainWindow) -> QSplitter:
    found = window.findChild(QSplitter)
    assert isinstance(found, QSplitter)
    return found


def test_size_and_sidebar_are_as_they_were(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(780, 640)  # no larger than the screen that is pretended
    QApplication.processEvents()
    splitter(window).setSizes([350, 430])
    sidebar = splitter(window).sizes()[0]
    close(window)
    again = open_window()
    assert (again.width(), again.height()) == (780, 640)
    assert splitter(again).sizes()[0] == sidebar


def test_theme_and_text_size_are_as_they_were(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    choose(window, "Dark")
    for _ in range(3):
        choose(window, "Larger text")
    close(window)
    again = open_window()
    assert again.theme.tokens is DARK
    assert again.theme.scale == pytest.approx(1.3)
    choose(again, "Light")
    choose(again, "Normal text size")
    close(again)
    third = open_window()
    assert third.theme.tokens is LIGHT
    assert third.theme.scale == 1.0


def test_a_guide_chosen_by_the_person_is_remembered_and_the_built_in_one_forgets_it(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, small_guide: Path
) -> None:
    window = open_window()
    remembered = Settings(tmp_path / "settings.ini")
    assert remembered.guide is None
    window.load_guide(small_guide, remember=True)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    close(window)
    assert Settings(tmp_path / "settings.ini").guide == small_guide
    window = open_window(small_guide)
    choose(window, "Use the built-in guide")
    qtbot.waitUntil(lambda: window.search.count.text() == "1,016 careers")
    close(window)
    assert Settings(tmp_path / "settings.ini").guide is None


def test_a_guide_that_does_not_open_is_not_remembered(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    window.load_guide(tmp_path / "nowhere.guide", remember=True)
    qtbot.waitUntil(lambda: bool(start_page(window).problem))
    close(window)
    assert Settings(tmp_path / "settings.ini").guide is None


def test_nothing_a_person_looked_at_is_written_down(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    qtbot.keyClicks(window.search.field, "secret dream")
    open_career(qtbot, window, OFFICERS)
    close(window)
    written = (tmp_path / "settings.ini").read_text()
    for trace in ("secret", "dream", OFFICERS, "Customs"):
        assert trace not in written


def assert_usual(kept: Settings) -> None:
    assert kept.mode is Mode.SYSTEM
    assert kept.scale == 1.0
    assert kept.area == NATION
    assert kept.guide is None


def test_without_a_settings_file_all_is_as_usual(tmp_path: Path) -> None:
    assert_usual(Settings(tmp_path / "settings.ini"))


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_in_the_settings_file_are_no_error(open_window: OpenWindow, tmp_path: Path, seed: int) -> None:
    (tmp_path / "settings.ini").write_bytes(random.Random(seed).randbytes(5_000))
    window = open_window()
    assert window.width() >= 800
    assert_usual(Settings(tmp_path / "settings.ini"))


def test_unreadable_values_count_as_not_set(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text(
        "[General]\narea=nowhere\ntheme=plaid\ntext_size=huge\nguide=\n[window]\ngeometry=@ByteArray(x)\nsplitter=12\n"
    )
    window = open_window()
    assert (window.width(), window.height()) == (1280, 800)
    assert window.theme.mode is Mode.SYSTEM
    assert window.theme.scale == 1.0
    open_career(qtbot, window, OFFICERS)
    assert page_title(window)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=st.one_of(st.text(max_size=30), st.sampled_from(["nan", "inf", "-1", "1e99", "2.5", "@Invalid()", "@Variant(x)", "a, b"]))
)
@example(value="\x00")
@example(value="@Size(1 2)")
def test_no_value_of_any_setting_is_an_error(tmp_path: Path, value: str) -> None:
    path = tmp_path / "any.ini"
    path.write_text(
        "".join(f"{key}={value}\n" for key in ("[General]\narea", "theme", "text_size", "guide", "[window]\ngeometry", "splitter")),
        errors="replace",
    )
    kept = Settings(path)
    assert 1.0 <= kept.scale <= 2.0
    assert isinstance(kept.mode, Mode)
    assert isinstance(kept.area, str)
    assert kept.guide is None or isinstance(kept.guide, Path)
    assert kept.geometry.size() >= 0
    assert kept.splitter.size() >= 0


def test_a_folder_nobody_may_write_to_is_no_error(qtbot: QtBot, qapp: QApplication, ordinary_person: Path) -> None:
    ordinary_person.chmod(0o555)
    window = make_window(qapp, ordinary_person / "settings.ini", ordinary_person / "built.guide")
    window.show()
    choose(window, "Dark")
    choose(window, "Larger text")
    assert window.theme.tokens is DARK
    close(window)
    assert os.listdir(ordinary_person) == []
    ordinary_person.chmod(0o755)


def test_a_settings_folder_that_cannot_exist_is_no_error(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    window = open_window(settings=tmp_path / "file" / "settings.ini")
    choose(window, "Dark")
    close(window)
    assert (tmp_path / "file").read_text() == "not a folder"


def test_what_was_chosen_is_in_the_file_in_words(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    choose(window, "Dark")
    close(window)
    assert QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat).value("theme") == "dark"


def test_the_window_opens_on_top_of_a_maximised_one(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    window.showMaximized()
    settle(qtbot)
    close(window)
    again = open_window()
    assert again.windowState() & Qt.WindowState.WindowMaximized
