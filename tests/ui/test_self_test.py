"""`careerguide --self-test`: 0 where every panel rendered, 3 with a sentence where not."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from person import SECTIONS, close_all
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import careerguide.app
from careerguide.app import make_window
from careerguide.self_test import run_self_test
from careerguide.ui.panels.tasks import TasksPanel


@pytest.fixture(autouse=True)
def the_hook_is_put_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, starter_guide: Path) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(careerguide.app, "STARTER_GUIDE", starter_guide)
    yield
    close_all()


def test_a_good_guide_passes(qapp: QApplication, starter_guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_self_test(qapp, make_window, starter_guide) == 0
    said = capsys.readouterr()
    assert said.out == f"careerguide: self-test: {len(SECTIONS)} panels and 6 pages rendered, a report printed.\n"
    assert said.err == ""


def test_the_embedded_guide_passes(qapp: QApplication) -> None:
    assert run_self_test(qapp, make_window, None) == 0


def test_a_bad_guide_fails_with_a_sentence(qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.guide").write_bytes(b"no guide")
    assert run_self_test(qapp, make_window, tmp_path / "bad.guide") == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"careerguide: self-test: {tmp_path / 'bad.guide'}: this file is not a Career Guide file.\n"


def test_a_panel_that_breaks_fails(
    qapp: QApplication, starter_guide: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: TasksPanel, page: object) -> None:
        raise ValueError("broken on purpose")

    monkeypatch.setattr(TasksPanel, "show_page", broken)
    assert run_self_test(qapp, make_window, starter_guide) == 3
    assert "ValueError: broken on purpose" in capsys.readouterr().err


def test_a_chart_that_cannot_be_drawn_fails(
    qapp: QApplication, starter_guide: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "careerguide.ui.charts", None)
    assert run_self_test(qapp, make_window, starter_guide) == 3
    assert "careerguide.ui.charts" in capsys.readouterr().err


def test_the_persons_own_settings_stay_as_they_are(
    qapp: QApplication, starter_guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    run_self_test(qapp, make_window, starter_guide)
    assert list(tmp_path.iterdir()) == []
