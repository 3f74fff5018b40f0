"""A visitor's way through the kiosk, and how it ends."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from person import settle
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careerguide.domain.kiosk import Keyboard, KioskConfig
from careerguide.ui.area_chooser import AreaChooser
from careerguide.ui.kiosk.kiosk_window import KioskWindow
from careerguide.ui.pages import Place
from careerguide.ui.tokens import FINGER

OpenKiosk = Callable[..., KioskWindow]

NURSES = "29-1141.00"
UNUSUAL = "zylophonistqq"  # what no program and no guide has


def go(qtbot: QtBot, window: KioskWindow, place: str) -> None:
    assert window.visit is not None
    window.visit.visit(place)
    settle(qtbot)
    QApplication.processEvents()


def press(window: QWidget, name: str) -> None:
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible() and name in (one.text(), one.accessibleName())]
    assert len(buttons) == 1, (name, len(buttons))
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_a_touch_begins_a_visit(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    window = open_kiosk()
    assert window.attract.isVisible()
    press(window.attract, "Touch to begin")
    assert not window.attract.isVisible()


def test_touching_a_fact_opens_its_career(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    window = open_kiosk()
    while window.attract._facts[window.attract._place].code is None:
        window.attract.next_fact()
    code = window.attract._facts[window.attract._place].code
    QTest.mouseClick(window.attract._fact, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert window.visit is not None
    assert window.visit.view.code == code


def test_from_the_start_page_over_the_search_to_a_career_and_into_the_list(qtbot: QtBot, kiosk: KioskWindow) -> None:
    visit = kiosk.visit
    assert visit is not None
    press(visit.start, "Search. Type what the job is called")
    QTest.keyClicks(visit.search.field, "registred nurse")
    settle(qtbot)
    QTest.keyClick(visit.search.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert visit.view.code == NURSES
    press(visit, "Pay and outlook")
    assert visit.view.section == "outlook"
    press(visit, "☆ Save to my list")
    qtbot.waitUntil(lambda: visit.header.list.text() == "★ My list (1)")
    press(visit, "★ My list (1)")
    assert any(label.text() == "My list" and label.isVisible() for label in visit.findChildren(QLabel))
    press(visit, "← Back")
    settle(qtbot)
    assert visit.view.isVisible()


@pytest.mark.parametrize("door", ["Fastest growing. Where jobs are added quickest", "Look around. All careers, with filters"])
def test_browsing_begins_at_a_door(qtbot: QtBot, kiosk: KioskWindow, door: str) -> None:
    assert kiosk.visit is not None
    press(kiosk.visit.start, door)
    settle(qtbot)
    assert kiosk.visit.place == Place.BROWSE
    assert kiosk.visit._pages[Place.BROWSE].isVisible()


def test_the_keyboard_on_the_screen_types_and_counts_as_a_touch(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    window = open_kiosk(KioskConfig(keyboard=Keyboard.ALWAYS))
    window.begin_visit()
    assert window.visit is not None
    window.visit._open_door("search")
    field = window.visit.search.field
    qtbot.waitUntil(window.keyboard.isVisible)
    for key in ("⇧ Shift", "N", "u", "Space", "1", "⌫"):
        press(window.keyboard, {"Space": "Space"}.get(key, key))
    assert field.text() == "Nu "
    assert field.hasFocus()
    press(window.keyboard, "Hide")
    assert not window.keyboard.isVisible()


def test_the_keyboard_hides_where_it_is_not_wanted(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    window = open_kiosk(KioskConfig(keyboard=Keyboard.NEVER))
    window.begin_visit()
    assert window.visit is not None
    window.visit._open_door("search")
    settle(qtbot)
    assert not window.keyboard.isVisible()


def test_a_visitor_changes_the_language_and_the_next_one_begins_in_the_first(qtbot: QtBot, kiosk: KioskWindow) -> None:
    go(qtbot, kiosk, NURSES)
    assert kiosk.visit is not None
    press(kiosk.visit, "☆ Save to my list")
    press(kiosk.visit.header, "Español")
    settle(qtbot)
    qtbot.waitUntil(lambda: kiosk.visit is not None and kiosk.visit.view.code == NURSES)
    settle(qtbot)
    assert kiosk.visit.header.done.text() == "Ya terminé"
    assert [career.code for career in kiosk.visit.my_list.careers] == [NURSES]
    assert kiosk.visit.header.list.text() == "★ Mi lista (1)"
    press(kiosk.visit.header, "Ya terminé")
    settle(qtbot)
    assert kiosk.visit is not None
    assert kiosk.visit.header.done.text() == "I am done"
    assert kiosk.visit.header.list.text() == "★ My list"
    assert kiosk.attract.isVisible()


def test_the_countdown_is_shown_and_any_touch_stops_it(qtbot: QtBot, kiosk: KioskWindow) -> None:
    kiosk.idle.warned.emit(20)
    assert kiosk.countdown.isVisible()
    assert "20 seconds" in kiosk.countdown._words.text()
    kiosk.idle._said = 20
    kiosk.idle.touch()
    assert not kiosk.countdown.isVisible()


def test_when_nobody_comes_everything_begins_anew(qtbot: QtBot, kiosk: KioskWindow) -> None:
    go(qtbot, kiosk, NURSES)
    before = kiosk.visit
    kiosk.idle.expired.emit()
    settle(qtbot)
    assert kiosk.visit is not before
    assert kiosk.visit is not None
    assert kiosk.visit.place == Place.START
    assert kiosk.attract.isVisible()


@pytest.fixture
def fake_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Programs `lp` and `cancel` that write down what they were asked."""
    folder, log = tmp_path / "bin", tmp_path / "printed"
    folder.mkdir()
    log.mkdir()
    (folder / "lp").write_text(
        f'#!/bin/sh\necho "lp $*" >> {log}/calls\ncat > {log}/page.pdf\necho "request id is PDF-12 (0 file(s))"\n'
    )
    (folder / "cancel").write_text(f'#!/bin/sh\necho "cancel $*" >> {log}/calls\n')
    for name in ("lp", "cancel"):
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return log


def test_a_career_is_printed_without_a_dialog_and_called_back_at_the_end(
    qtbot: QtBot, open_kiosk: OpenKiosk, fake_printer: Path
) -> None:
    window = open_kiosk(KioskConfig(printer="Library"))
    window.begin_visit()
    go(qtbot, window, NURSES)
    assert window.visit is not None
    press(window.visit, "Print")
    qtbot.waitUntil(lambda: window.visit is not None and window.visit.toast.words.startswith("Printed"), timeout=20_000)
    assert (fake_printer / "calls").read_text() == "lp -d Library -t Career Guide -\n"
    assert (fake_printer / "page.pdf").read_bytes().startswith(b"%PDF")
    window.end_visit()
    qtbot.waitUntil(lambda: "cancel PDF-12" in (fake_printer / "calls").read_text())


def test_more_pages_than_are_allowed_are_not_printed(qtbot: QtBot, open_kiosk: OpenKiosk, fake_printer: Path) -> None:
    window = open_kiosk(KioskConfig(most_pages=1))
    window.begin_visit()
    go(qtbot, window, NURSES)
    assert window.visit is not None
    press(window.visit, "Print")
    qtbot.waitUntil(lambda: window.visit is not None and "Ask the staff" in window.visit.toast.words, timeout=20_000)
    assert not (fake_printer / "calls").exists()


def test_a_printer_that_fails_is_said(qtbot: QtBot, kiosk: KioskWindow, fake_printer: Path) -> None:
    (fake_printer.parent / "bin" / "lp").write_text("#!/bin/sh\nexit 1\n")
    go(qtbot, kiosk, NURSES)
    assert kiosk.visit is not None
    press(kiosk.visit, "Print")
    qtbot.waitUntil(lambda: kiosk.visit is not None and "does not answer" in kiosk.visit.toast.words, timeout=20_000)


def texts_alive() -> list[str]:
    """Every widget and every container of Python that holds the visitor's word; this module's own constants do not count."""
    found = []
    for widget in QApplication.allWidgets():
        for name in ("text", "placeholderText", "toolTip", "accessibleName", "windowTitle", "selectedText"):
            get = getattr(widget, name, None)
            if callable(get) and UNUSUAL in str(get()):
                found.append(f"{type(widget).__name__}.{name}")
    for one in gc.get_objects():
        if one is globals() or not isinstance(one, dict | list | tuple | set):
            continue
        parts = one.values() if isinstance(one, dict) else one
        if any(isinstance(part, str) and UNUSUAL in part for part in parts):
            found.append(f"{type(one).__name__} of {len(one)}")
    return found


def test_nothing_of_a_visitor_is_left(qtbot: QtBot, open_kiosk: OpenKiosk, fake_printer: Path) -> None:
    window = open_kiosk()
    window.begin_visit()
    visit = window.visit
    assert visit is not None
    visit._open_door("search")
    QTest.keyClicks(visit.search.field, UNUSUAL)
    settle(qtbot)
    visit.search.field.selectAll()
    visit.search.field.copy()
    assert QApplication.clipboard().text() == UNUSUAL
    go(qtbot, window, NURSES)
    press(visit, "☆ Save to my list")
    qtbot.waitUntil(lambda: window.visit is not None and bool(window.visit._desk.lists))
    go(qtbot, window, "browse")
    go(qtbot, window, "assessment")
    page = visit._pages[Place.ASSESSMENT]
    press(page, next(b.text() for b in page.findChildren(QPushButton) if b.isVisible() and "Short form" in b.text()))
    for _ in range(5):
        QTest.keyClick(page.items.scale, Qt.Key.Key_5)
        settle(qtbot)
    go(qtbot, window, NURSES)
    press(visit, "On my phone")
    settle(qtbot)
    assert texts_alive()
    gone: list[str] = []
    visit.destroyed.connect(lambda: gone.append("visit"))
    visit._desk.destroyed.connect(lambda: gone.append("desk"))
    del page, visit
    window.end_visit()
    settle(qtbot)
    qtbot.waitUntil(lambda: set(gone) == {"visit", "desk"})
    gc.collect()
    assert QApplication.clipboard().text() == ""
    assert texts_alive() == []
    assert window.visit is not None
    settle(qtbot)
    assert window.visit._desk.lists == ()
    assert not window.visit.header.back.isEnabled()
    assert window.visit.search.field.text() == ""
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]


def test_a_hundred_visits_leave_no_more_objects_than_one(qtbot: QtBot, kiosk: KioskWindow) -> None:
    def objects() -> tuple[int, int]:
        """Those of Qt in the window, and ours wherever they are."""
        gc.collect()
        ours = [one for one in gc.get_objects() if str(type(one).__module__).startswith("careerguide.ui")]
        return len(kiosk.findChildren(QObject)), len(ours)

    def visit_once() -> None:
        kiosk.begin_visit()
        go(qtbot, kiosk, NURSES)
        go(qtbot, kiosk, "browse")
        go(qtbot, kiosk, "assessment")
        kiosk.end_visit()
        settle(qtbot)

    visit_once()
    before = objects()
    for _ in range(10):
        visit_once()

    def none_more() -> None:
        in_window, ours = objects()
        assert in_window <= before[0]
        assert ours <= before[1]

    qtbot.waitUntil(none_more)  # what is to be deleted later is deleted a little later


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920)])
def test_everything_that_can_be_touched_is_large_enough(qtbot: QtBot, open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    window = open_kiosk(KioskConfig(keyboard=Keyboard.ALWAYS), size)
    small = [f"waiting: {one}" for one in too_small(window)]
    window.begin_visit()
    for place in ("start", "search", "browse", "assessment", NURSES, "saved"):
        go(qtbot, window, place)
        small += [f"{place}: {one}" for one in too_small(window)]
    assert small == []


def too_small(window: KioskWindow) -> list[str]:
    return [
        f"{type(widget).__name__} {getattr(widget, 'text', lambda: '')()!r} {widget.width()}×{widget.height()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and isinstance(widget, QPushButton | QLineEdit)
        and widget.isEnabled()
        and (widget.width() < 44 or widget.height() < 44)
        and not isinstance(widget.parentWidget(), QLineEdit)
    ]


def test_looks_are_counted_where_that_is_switched_on(qtbot: QtBot, open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    window = open_kiosk(KioskConfig(counts=tmp_path / "counts"))
    window.begin_visit()
    for _ in range(10):
        go(qtbot, window, NURSES)
        go(qtbot, window, "start")
    window.write_counts()
    (path,) = (tmp_path / "counts").iterdir()
    assert f"{NURSES},Registered Nurses,10" in path.read_text()


def test_the_sections_are_a_list_where_cards_leave_no_room_for_the_page(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    window = open_kiosk(KioskConfig(text_size=2.0))
    window.begin_visit()
    go(qtbot, window, NURSES)
    visit = window.visit
    assert visit is not None
    (sections,) = [
        one for one in visit.findChildren(QComboBox) if one.accessibleName() == "Sections of the page" and one.isVisible()
    ]
    assert not [one for one in visit.findChildren(QPushButton) if one.isVisible() and one.text() == "Pay and outlook"]
    assert sections.currentText() == "Overview"
    sections.setFocus()
    QTest.keyClicks(sections, "Pay")
    QTest.keyClick(sections, Qt.Key.Key_Return)
    assert visit.view.section == "outlook"
    visit.view.show_section("tasks")
    assert sections.currentText() == "Tasks"
    window.resize(1920, 1400)
    qtbot.waitUntil(lambda: not sections.isVisible())
    press(visit, "Knowledge")
    assert visit.view.section == "knowledge"


@pytest.mark.parametrize(("scale", "code"), [(1.0, "en"), (1.5, "es"), (2.0, "en"), (2.0, "es")])
@pytest.mark.parametrize("place", ["search", NURSES])
def test_the_keyboard_stays_on_a_small_screen_and_so_does_the_field(
    qtbot: QtBot, open_kiosk: OpenKiosk, scale: float, code: str, place: str
) -> None:
    window = open_kiosk(KioskConfig(text_size=scale, language=code))
    window.begin_visit()
    go(qtbot, window, place)
    visit, keyboard = window.visit, window.keyboard
    assert visit is not None
    chooser = next((one for one in visit.findChildren(AreaChooser) if one.isVisible()), None)
    field = chooser.lineEdit() if chooser is not None else visit.search.field
    field.setFocus()
    qtbot.waitUntil(keyboard.isVisible)
    QApplication.processEvents()
    assert window.size() == QSize(1024, 768)
    assert window.rect().contains(keyboard.geometry())
    assert all(key.height() >= FINGER for key in keyboard.findChildren(QPushButton))
    assert field.mapTo(window, field.rect().bottomLeft()).y() < keyboard.y()
    assert field.visibleRegion().boundingRect().height() == field.height()
    press(keyboard, "Hide the keyboard" if code == "en" else "Ocultar el teclado")
    assert visit.header.isVisible()
    assert not keyboard.isVisible()
