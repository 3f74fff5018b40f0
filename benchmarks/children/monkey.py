"""A monkey at the kiosk: random touches, keys and texts, seeded, as fast as the window takes them. Prints what became of it.

Arguments: how many events, and the seed. Events are posted, as the window system would, so that menus and dialogs are part of it.
"""

import gc
import json
import os
import random
import sys
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from careerguide.domain.kiosk import KioskConfig
from careerguide.kiosk import make_kiosk
from careerguide.resources import STARTER_GUIDE

EVENTS, SEED = int(sys.argv[1]), int(sys.argv[2])
WARM_UP = max(EVENTS // 10, 1)
A_VISIT = 250  # events until the visitor leaves
HARMLESS = "This plugin does not support"
TEXTS = ("nurse", "reg", "pilot", "ñandú", "  ", "' OR 1=1 --", "😀" * 40, "\u202e\u0000x", "a" * 400, "29-1141.00", "%s{0}")
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_F4, Qt.Key.Key_F1, Qt.Key.Key_W, Qt.Key.Key_Q, Qt.Key.Key_Menu),
)
MODIFIERS = (Qt.KeyboardModifier.NoModifier,) * 6 + (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
SIZES = ((1080, 1920), (1920, 1080), (1024, 768))

faults: list[str] = []
sys.excepthook = lambda kind, fault, trace: faults.append(f"{kind.__name__}: {fault} at {last_line(trace)}")
threading.excepthook = lambda args: faults.append(f"in a thread: {args.exc_type.__name__}: {args.exc_value}")


def last_line(trace: object) -> str:
    while getattr(trace, "tb_next", None) is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""


def heard(kind: object, context: object, text: str) -> None:
    if HARMLESS not in text:
        faults.append(f"Qt: {text}")


qInstallMessageHandler(heard)
chance = random.Random(SEED)
random.seed(SEED)
app = QApplication([])
app.setQuitOnLastWindowClosed(False)
window = make_kiosk(app, KioskConfig(printing=False), STARTER_GUIDE)
window.resize(1024, 768)
window.show()
marks: dict[str, object] = {}
done = 0
last = time.perf_counter()
worst = 0.0


def target() -> QWidget:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


def touch(widget: QWidget, place: QPoint) -> None:
    for kind, buttons in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        where = QPointF(place)
        event = QMouseEvent(
            kind, where, QPointF(widget.mapToGlobal(place)), Qt.MouseButton.LeftButton, buttons, chance.choice(MODIFIERS[:6])
        )
        QCoreApplication.postEvent(widget, event)


def touch_anywhere() -> None:
    over = target()
    place = QPoint(chance.randrange(max(over.width(), 1)), chance.randrange(max(over.height(), 1)))
    widget = over.childAt(place) or over
    touch(widget, widget.mapFrom(over, place) if widget is not over else place)


def touch_a_widget() -> None:
    over = target()
    parts = [over] if over is not window else [window.visit, window.keyboard, window.attract, window.countdown, window.pin_pad]
    widgets = [
        one
        for part in parts  # not of the window itself: PySide would keep all that was ever found in it, for as long as it lives
        if part is not None and part.isVisible()
        for one in part.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.width() > 4
    ]
    if widgets:
        widget = chance.choice(widgets)
        touch(widget, QPoint(chance.randrange(widget.width()), chance.randrange(max(widget.height(), 1))))


def press_key() -> None:
    key, modifiers = chance.choice(KEYS), chance.choice(MODIFIERS)
    widget = QApplication.focusWidget() or target()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.postEvent(widget, QKeyEvent(kind, key, modifiers))


def type_text() -> None:
    widget = QApplication.focusWidget() or target()
    for letter in chance.choice(TEXTS):
        QCoreApplication.postEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def turn_wheel() -> None:
    over = target()
    place = QPointF(over.rect().center())
    down = QPoint(0, chance.choice((-240, -120, 120)))
    event = QWheelEvent(
        place, QPointF(over.mapToGlobal(place.toPoint())), QPoint(), down, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.postEvent(over.childAt(place.toPoint()) or over, event)


def try_to_close() -> None:
    window.close()
    QApplication.closeAllWindows()


def stand() -> dict[str, float]:
    """What is held now, between two visits."""
    window.end_visit()
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        resident = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return {
        "rss_mb": resident,
        "objects": len(window.findChildren(QObject)) + len(app.children()),
        "top_levels": len(QApplication.topLevelWidgets()),
        "files": len(list(Path("/proc/self/fd").iterdir())),
    }


WAYS = [touch_a_widget] * 12 + [touch_anywhere] * 6 + [press_key] * 6 + [turn_wheel] * 3 + [type_text] * 2 + [try_to_close]


def step() -> None:
    global done, last, worst  # noqa: PLW0603
    now = time.perf_counter()
    worst = max(worst, now - last)
    for _ in range(4):
        done += 1
        if done % A_VISIT == 0:
            window.idle.expired.emit()
            window.resize(*chance.choice(SIZES))
        elif done % A_VISIT == 1:
            window.begin_visit()
        elif done % 97 == 0 and window.visit is not None:
            window.visit.visit(chance.choice(["start", "browse", "assessment", "saved", "search", "29-1141.00", "33-3051.04"]))
        elif done % 401 == 0 and window.visit is not None:
            window.visit.header.language_wanted.emit(chance.choice(["en", "es"]))
        else:
            chance.choice(WAYS)()
        if done == WARM_UP:
            marks["before"] = stand()
    if not window.isVisible():
        faults.append("the kiosk was left")
    if done >= EVENTS or len(faults) > 20:
        timer.stop()
        try:
            marks["after"] = stand()
        finally:
            app.exit(0)
    last = time.perf_counter()


timer = QTimer(interval=0)
timer.timeout.connect(step)
timer.start()
began = time.perf_counter()
app.exec()
marks |= {"events": done, "seconds": time.perf_counter() - began, "worst_hang_ms": worst * 1000, "faults": faults}
window.quit()
print(json.dumps(marks))
