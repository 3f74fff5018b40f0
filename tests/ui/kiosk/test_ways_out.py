"""Nothing leads out of the kiosk but the administrator's PIN and the system."""

from collections.abc import Callable

import pytest
from person import settle
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from careerguide.domain.kiosk import KioskConfig, hash_pin
from careerguide.ui.kiosk.kiosk_window import KioskWindow

OpenKiosk = Callable[..., KioskWindow]

CONTROL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
NURSES = "29-1141.00"


def is_still_there(window: KioskWindow) -> bool:
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    return window.isVisible() and others == [] and not QApplication.closingDown()


def test_it_has_no_frame_and_stays_on_top(kiosk: KioskWindow) -> None:
    assert kiosk.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert kiosk.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_a_request_to_close_is_refused(qtbot: QtBot, kiosk: KioskWindow) -> None:
    assert not kiosk.close()
    event = QCloseEvent()
    QApplication.sendEvent(kiosk, event)
    assert not event.isAccepted()
    QApplication.closeAllWindows()
    assert is_still_there(kiosk)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_F4, ALT),
        (Qt.Key.Key_W, CONTROL),
        (Qt.Key.Key_Q, CONTROL),
        (Qt.Key.Key_F4, CONTROL),
        (Qt.Key.Key_P, CONTROL),
        (Qt.Key.Key_O, CONTROL),
        (Qt.Key.Key_S, CONTROL),
        (Qt.Key.Key_N, CONTROL),
        (Qt.Key.Key_R, CONTROL),
        (Qt.Key.Key_I, CONTROL | SHIFT),
        (Qt.Key.Key_J, CONTROL | SHIFT),
        (Qt.Key.Key_Escape, CONTROL | SHIFT),
        (Qt.Key.Key_Tab, ALT),
        (Qt.Key.Key_Space, ALT),
        (Qt.Key.Key_D, META),
        (Qt.Key.Key_L, META),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_no_key_leads_out(qtbot: QtBot, kiosk: KioskWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    assert kiosk.visit is not None
    kiosk.visit._open_door("search")
    QTest.keyClick(kiosk.visit.search.field, key, modifiers)
    QTest.keyClick(kiosk, key, modifiers)
    settle(qtbot)
    assert is_still_there(kiosk)
    assert QApplication.activePopupWidget() is None


def test_ordinary_typing_and_copying_within_a_field_work(qtbot: QtBot, kiosk: KioskWindow) -> None:
    assert kiosk.visit is not None
    kiosk.visit._open_door("search")
    field = kiosk.visit.search.field
    QTest.keyClicks(field, "Nurse")
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    assert field.selectedText() == "Nurse"


def test_there_is_no_context_menu(qtbot: QtBot, kiosk: KioskWindow) -> None:
    assert kiosk.visit is not None
    kiosk.visit._open_door("search")
    for widget in (kiosk.visit.search.field, kiosk.visit.search.list.viewport(), kiosk):
        place = widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=place)
        QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place)))
        assert QApplication.activePopupWidget() is None
    assert [menu for menu in kiosk.findChildren(QMenu) if menu.isVisible()] == []


def test_nothing_can_be_dropped(qtbot: QtBot, kiosk: KioskWindow) -> None:
    assert kiosk.visit is not None
    kiosk.visit._open_door("search")
    field = kiosk.visit.search.field
    data = QMimeData()
    data.setText("/etc/passwd")
    data.setUrls([QUrl("file:///etc/passwd")])
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    assert not event.isAccepted()
    assert field.text() == ""


def test_gestures_are_swallowed(kiosk: KioskWindow) -> None:
    for kind in (QEvent.Type.NativeGesture, QEvent.Type.Gesture, QEvent.Type.WhatsThis):
        assert kiosk.guard.eventFilter(kiosk, QEvent(kind))


def test_no_page_has_a_link_to_the_outside_or_a_file_dialog(qtbot: QtBot, kiosk: KioskWindow) -> None:
    visit = kiosk.visit
    assert visit is not None
    for place in ("start", "search", "browse", "assessment", "saved", NURSES):
        visit.visit(place)
        settle(qtbot)
    for section in ("overview", "tasks", "skills", "education", "outlook", "related", "assessments", "technology"):
        visit.view.show_section(section)
        settle(qtbot)
    assert kiosk.findChildren(QFileDialog) == []
    for widget in kiosk.findChildren(QWidget):
        opens = getattr(widget, "openExternalLinks", None)
        assert opens is None or not opens(), widget


def ask(window: KioskWindow) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, CONTROL | ALT | SHIFT)
    QApplication.sendEvent(window, event)


def test_the_right_pin_lets_out(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    window = open_kiosk(KioskConfig(pin=hash_pin("2468")))
    window.begin_visit()
    ask(window)
    pad = window.pin_pad
    assert pad.isVisible()
    QTest.keyClicks(pad.field, "2468")
    QTest.keyClick(pad.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.quit_wanted):
        QTest.mouseClick(pad._quit, Qt.MouseButton.LeftButton)


def test_wrong_pins_are_slowed_down(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    window = open_kiosk(KioskConfig(pin=hash_pin("2468")))
    ask(window)
    pad = window.pin_pad
    for _ in range(3):
        QTest.keyClicks(pad.field, "1111")
        QTest.keyClick(pad.field, Qt.Key.Key_Return)
    assert not pad._open.isEnabled()
    QTest.keyClicks(pad.field, "2468")
    QTest.keyClick(pad.field, Qt.Key.Key_Return)
    assert not pad._quit.isVisible()
    assert "Try again in" in pad._said.text()


def test_the_digits_on_the_pad_type_and_a_pin_can_be_pasted(qtbot: QtBot, open_kiosk: OpenKiosk) -> None:
    window = open_kiosk(KioskConfig(pin=hash_pin("2468")))
    ask(window)
    pad = window.pin_pad
    for digit in "2468":
        button = next(one for one in pad._pad.findChildren(QWidget) if one.accessibleName() == digit)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pad.field.text() == "2468"
    pad.field.clear()
    QApplication.clipboard().setText("2468")
    pad.field.setFocus()
    QTest.keyClick(pad.field, Qt.Key.Key_V, CONTROL)
    assert pad.field.text() == "2468"


def test_without_a_pin_there_is_no_way_out_and_the_pad_says_so(qtbot: QtBot, kiosk: KioskWindow) -> None:
    ask(kiosk)
    assert "only the system" in kiosk.pin_pad._said.text()
    assert not kiosk.pin_pad._quit.isVisible()
    kiosk.pin_pad.leave()
    assert is_still_there(kiosk)


def test_the_name_of_the_centre_is_a_way_to_the_pad_for_who_holds_it(qtbot: QtBot, kiosk: KioskWindow) -> None:
    assert kiosk.visit is not None
    name = kiosk.visit.header._name
    name._pressed.setInterval(50)
    QTest.mousePress(name, Qt.MouseButton.LeftButton, pos=QPointF(5, 5).toPoint())
    qtbot.waitUntil(kiosk.pin_pad.isVisible)
