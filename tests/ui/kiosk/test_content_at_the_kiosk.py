"""A center's own content at the kiosk."""

from collections.abc import Callable
from pathlib import Path

from person import says, settle
from pytestqt.qtbot import QtBot

from careerguide.domain.kiosk import KioskConfig
from careerguide.resources import resources
from careerguide.ui.kiosk.kiosk_window import KioskWindow

OpenKiosk = Callable[..., KioskWindow]
NURSES = "29-1141.00"


def visit(qtbot: QtBot, kiosk: KioskWindow) -> None:
    kiosk.begin_visit()
    assert kiosk.visit is not None
    kiosk.visit.visit(NURSES)
    qtbot.waitUntil(lambda: kiosk.visit is not None and kiosk.visit.view.code == NURSES)
    settle(qtbot)


def test_it_is_shown_and_its_translations_too(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(KioskConfig(content=resources() / "center" / "center.toml", language="es"))
    visit(qtbot, kiosk)
    assert kiosk.visit is not None
    assert says(kiosk.visit.view, "Lincoln General Hospital")
    assert kiosk.visit.view.title.text() == "Enfermeras y enfermeros registrados"
    assert says(kiosk.visit.view, "Lincoln Career Center, 1 de octubre de 2026: ")


def test_a_fault_of_it_is_for_the_administrator(qtbot: QtBot, open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    kiosk = open_kiosk(KioskConfig(content=tmp_path / "nowhere.toml"))
    visit(qtbot, kiosk)
    assert "nowhere.toml: the file cannot be read" in kiosk._what_is_known()[0]
