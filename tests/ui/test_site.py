"""What an administrator set for everybody: defaults until one chooses, and locks that neither clicks nor files undo."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from living_window import bare, live
from person import OFFICERS, choose, close_all, menu_actions, open_career, says, settle_desk
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

import careerguide.app
from careerguide.app import make_window
from careerguide.domain.language import ENGLISH, in_force
from careerguide.domain.site import Site
from careerguide.ui.languages import speak_in
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.sessions.retention import RetentionChooser
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Mode
from careerguide.ui.tokens import CONTRAST, LIGHT
from careerguide.ui.update_from import UpdateFrom

OpenFor = Callable[[Site], MainWindow]


@pytest.fixture
def open_for(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, starter_guide: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenFor]:
    """Makes and shows a window of a person on a computer with these settings for everybody."""
    monkeypatch.setattr(careerguide.app, "STARTER_GUIDE", starter_guide)

    def open_one(site: Site) -> MainWindow:
        window = make_window(qapp, tmp_path / "settings.ini", tmp_path / "built.guide", site=site)
        window.show()
        window.load_guide(Settings(tmp_path / "settings.ini", site).guide)
        return window

    yield open_one
    close_all()
    speak_in(qapp, ENGLISH)


def is_enabled(window: MainWindow, name: str) -> bool:
    menus = [action.menu() for action in window.menuBar().actions()]
    (action,) = [
        action
        for menu in menus
        if isinstance(menu, QMenu)
        for action in menu_actions(menu)
        if action.text().replace("&", "") == name
    ]
    return action.isEnabled()


def test_defaults_hold_until_a_person_chooses(open_for: OpenFor, tmp_path: Path) -> None:
    site = Site({"language": "es", "look": "contrast", "text_size": 1.5, "area": "06", "centre": "Lincoln High"})
    window = open_for(site)
    assert in_force().code == "es"
    assert window.theme.tokens is CONTRAST
    assert window.theme.scale == 1.5
    assert window.journey._area == "06"
    window._set_mode(Mode.LIGHT)
    window.close()
    again = Settings(tmp_path / "settings.ini", site)
    assert again.mode is Mode.LIGHT
    assert again.scale == 1.5
    assert again.centre == "Lincoln High"
    again.centre = ""
    assert Settings(tmp_path / "settings.ini", site).centre == ""
    assert open_for(site).theme.tokens is LIGHT


LOCKS = {
    "guide": (
        "Open guide file…",
        "Build a guide from official releases…",
        "Update the data…",
        "Use the built-in guide",
    ),
    "centre": ("Head of reports…",),
    "logo": ("Head of reports…",),
    "content": ("Our center's own content…",),
    "answers": ("Anonymous answers…",),
}


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_locked_is_not_offered(qtbot: QtBot, open_for: OpenFor, tmp_path: Path, small_guide: Path, name: str) -> None:
    everything = {words for several in LOCKS.values() for words in several}
    window = open_for(Site({}, {name: small_guide}))
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    for words in everything:
        assert is_enabled(window, words) == (words not in LOCKS[name])
    assert window.search.count.text() == ("3 careers" if name == "guide" else "1,016 careers")


def test_a_lock_stands_over_the_persons_file_and_choice(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[General]\nguide=/home/me/my.guide\nretention_days=0\n[reports]\ncentre=Me\n")
    site = Site({}, {"guide": Path("/srv/school.guide"), "retention_days": 30, "centre": "Lincoln High"})
    kept = Settings(tmp_path / "settings.ini", site)
    kept.guide, kept.retention_days, kept.centre = None, 0, "Me"
    kept.save()
    assert (kept.guide, kept.retention_days, kept.centre) == (Path("/srv/school.guide"), 30, "Lincoln High")
    assert (tmp_path / "settings.ini").read_text().count("/home/me/my.guide") == 1


HERS = """[update]
from={origin}
place=/home/me/releases
key=/home/me/key.pem
[center]
content={content}
"""


@pytest.mark.parametrize(
    ("name", "origin", "row"), [("update_place", "mirror", "Folder or address"), ("update_key", "pack", "Public key")]
)
def test_where_updates_come_from_is_locked(
    qtbot: QtBot, open_for: OpenFor, tmp_path: Path, name: str, origin: str, row: str
) -> None:
    settings = tmp_path / "settings.ini"
    settings.write_text(HERS.format(origin=origin, content=""), encoding="utf-8")
    window = open_for(Site({}, {name: "/srv/school"}))
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    choose(window, "Update the data…")
    where = window.findChild(UpdateFrom)
    assert isinstance(where, UpdateFrom)
    (field,) = [one for one in where.findChildren(QLineEdit) if one.accessibleName() == row]
    assert field.isVisible()
    assert field.text() == "/srv/school"
    assert not any(one.isEnabled() for one in (field, *where.findChildren(QPushButton)) if one.accessibleName().startswith(row))
    origins = where.findChild(QComboBox)
    assert isinstance(origins, QComboBox)
    assert [origins.itemData(number) for number in range(origins.count())].count("official") == (name == "update_key")
    where.remember()
    window.close()
    kept = settings.read_text(encoding="utf-8")
    assert "place=/home/me/releases" in kept
    assert "key=/home/me/key.pem" in kept


def test_the_centers_own_content_is_locked(qtbot: QtBot, open_for: OpenFor, tmp_path: Path) -> None:
    for name in ("Mine", "Lincoln High"):
        content = '[center]\nname = "{0}"\n[[notes]]\noccupations = "all"\ntitle = "Fair"\nsource = "{0}"\ndate = 2026-09-01\n'
        (tmp_path / f"{name}.toml").write_text(content.format(name), encoding="utf-8")
    hers = HERS.format(origin="official", content=tmp_path / "Mine.toml")
    (tmp_path / "settings.ini").write_text(hers, encoding="utf-8")
    window = open_for(Site({}, {"content": tmp_path / "Lincoln High.toml"}))
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    open_career(qtbot, window, OFFICERS)
    assert says(window.pages, "From Lincoln High")
    assert not says(window.pages, "Mine")


@pytest.mark.skipif(os.name == "nt", reason="what a process of its own finds there is that of a Unix system")
def test_the_notebook_is_locked(tmp_path: Path) -> None:
    """No control of the window names the notebook, only the command line does."""
    site, hers = tmp_path / "site.toml", tmp_path / "hers.sqlite"
    site.write_text(f'[locked]\nnotebook = "sqlite:///{tmp_path}/school.sqlite"\n', encoding="utf-8")
    lived = live(bare(tmp_path, CAREERGUIDE_SITE=str(site)), f"sqlite:///{hers}")
    assert lived.problem == ""
    assert (tmp_path / "school.sqlite").exists()
    assert not hers.exists()


def test_how_long_sessions_are_kept_is_locked(qtbot: QtBot, open_for: OpenFor) -> None:
    window = open_for(Site({}, {"retention_days": 90}))
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    window.desk.open()
    window.journey.visit(Place.SESSIONS)
    settle_desk(qtbot, window)
    chooser = window.pages.findChild(RetentionChooser)
    assert isinstance(chooser, RetentionChooser)
    assert chooser.choice.currentText() == "90 days"
    assert not chooser.choice.isEnabled()


def test_a_locked_guide_that_is_damaged_leaves_the_built_in_one(qtbot: QtBot, open_for: OpenFor, tmp_path: Path) -> None:
    (tmp_path / "school.guide").write_bytes(b"not a guide")
    window = open_for(Site({}, {"guide": tmp_path / "school.guide"}))
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in window.pages.findChildren(QPushButton) if one.text() == "Use the built-in guide")
    )
    offered = [one.text() for one in window.pages.findChildren(QPushButton) if one.isVisible()]
    assert offered == ["Use the built-in guide"]
    next(one for one in window.pages.findChildren(QPushButton) if one.isVisible()).click()
    qtbot.waitUntil(lambda: window.search.count.text() == "1,016 careers")
