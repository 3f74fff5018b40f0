"""The kiosk takes update packs from a folder while nobody is there, and goes on with the new guide."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from person import settle
from pytestqt.qtbot import QtBot

from careerguide.db.update_pack import make_pack, new_keys
from careerguide.domain.kiosk import KioskConfig
from careerguide.ui.kiosk.kiosk_window import KioskWindow

OpenKiosk = Callable[..., KioskWindow]


@pytest.fixture
def private(tmp_path: Path) -> Path:
    new_keys(tmp_path / "private.pem", tmp_path / "public.pem")
    return tmp_path / "private.pem"


@pytest.fixture
def kiosk(private: Path, tmp_path: Path, open_kiosk: OpenKiosk, starter_guide: Path) -> KioskWindow:
    """A kiosk with a guide of its own and a folder of updates, empty as yet."""
    (tmp_path / "packs").mkdir()
    guide = Path(shutil.copy(starter_guide, tmp_path / "school.guide"))
    return open_kiosk(KioskConfig(guide=guide, updates=tmp_path / "packs", updates_key=tmp_path / "public.pem"))


def careers(kiosk: KioskWindow) -> int:
    assert kiosk.visit is not None
    return len(kiosk.visit._opened.occupations)


def test_a_pack_is_taken_while_nobody_is_there(
    qtbot: QtBot, kiosk: KioskWindow, private: Path, tmp_path: Path, small_guide: Path
) -> None:
    make_pack(small_guide, private, tmp_path / "packs" / "new.pack")
    assert careers(kiosk) == 1016
    kiosk.look_for_updates()
    qtbot.waitUntil(lambda: careers(kiosk) == 3, timeout=20_000)
    assert kiosk.attract.isVisible()
    kiosk.begin_visit()
    settle(qtbot)
    assert kiosk.visit is not None
    kiosk.visit.visit("33-3051.04")
    qtbot.waitUntil(lambda: kiosk.visit is not None and kiosk.visit.view.code == "33-3051.04")


def test_a_visitor_keeps_the_guide_and_nothing_is_looked_for_meanwhile(
    qtbot: QtBot, kiosk: KioskWindow, private: Path, tmp_path: Path, small_guide: Path
) -> None:
    make_pack(small_guide, private, tmp_path / "packs" / "new.pack")
    kiosk.begin_visit()
    kiosk.look_for_updates()
    assert not kiosk._updating.busy
    assert not (tmp_path / "school.guide.taken").exists()
    kiosk.end_visit()
    kiosk.look_for_updates()
    kiosk.begin_visit()  # somebody comes while the pack is being unpacked
    qtbot.waitUntil((tmp_path / "school.guide.taken").exists, timeout=20_000)
    settle(qtbot)
    assert careers(kiosk) == 1016
    kiosk.end_visit()
    settle(qtbot)
    assert careers(kiosk) == 3


def test_a_pack_of_somebody_else_is_said_after_the_pin_and_in_the_log_once(
    qtbot: QtBot, kiosk: KioskWindow, tmp_path: Path, small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new_keys(tmp_path / "other.pem", tmp_path / "other-public.pem")
    make_pack(small_guide, tmp_path / "other.pem", tmp_path / "packs" / "other.pack")
    for _ in range(2):
        kiosk.look_for_updates()
        qtbot.waitUntil(lambda: not kiosk._updating.busy, timeout=20_000)
    assert "not signed by whom this computer trusts" in kiosk._what_is_known()[0]
    assert capsys.readouterr().err.count("not signed by whom") == 1
    assert careers(kiosk) == 1016
