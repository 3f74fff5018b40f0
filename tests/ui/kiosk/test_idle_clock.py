"""How long nobody touched anything."""

from PySide6.QtCore import QEvent
from pytestqt.qtbot import QtBot

from careerguide.ui.kiosk.idle_clock import IdleClock


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def watched(clock: Clock) -> tuple[IdleClock, list[object]]:
    idle = IdleClock(90, 20, clock)
    said: list[object] = []
    idle.warned.connect(said.append)
    idle.woke.connect(lambda: said.append("woke"))
    idle.expired.connect(lambda: said.append("expired"))
    idle.start()
    return idle, said


def wait(idle: IdleClock, clock: Clock, seconds: float) -> None:
    for _ in range(round(seconds / 0.5)):
        clock.now += 0.5
        idle.look()


def test_the_last_seconds_are_counted_down_once_each(qtbot: QtBot) -> None:
    clock = Clock()
    idle, said = watched(clock)
    wait(idle, clock, 69)
    assert said == []
    wait(idle, clock, 20.5)
    assert said == list(range(20, 0, -1))
    wait(idle, clock, 1)
    assert said[-1] == "expired"


def test_a_touch_begins_anew(qtbot: QtBot) -> None:
    clock = Clock()
    idle, said = watched(clock)
    wait(idle, clock, 75)
    idle.touch()
    assert said[-1] == "woke"
    wait(idle, clock, 60)
    assert said[-1] == "woke"


def test_a_machine_that_slept_does_not_count_the_sleep(qtbot: QtBot) -> None:
    clock = Clock()
    idle, said = watched(clock)
    clock.now += 8 * 3600
    idle.look()
    assert said == []


def test_a_clock_that_was_stopped_says_nothing(qtbot: QtBot) -> None:
    clock = Clock()
    idle, said = watched(clock)
    idle.stop()
    idle.touch()
    assert said == []


def test_only_what_comes_from_outside_is_a_touch(qtbot: QtBot) -> None:
    clock = Clock()
    idle, said = watched(clock)
    wait(idle, clock, 75)
    idle.eventFilter(idle, QEvent(QEvent.Type.MouseMove))
    assert "woke" not in said
    idle.stop()
