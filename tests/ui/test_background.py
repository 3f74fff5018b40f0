"""Work in the background: only the newest request counts, and every fault is a sentence."""

import gc
import threading
import weakref
from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
from person import settle
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from careerguide.domain.errors import GuideError, GuideMissing
from careerguide.ui.background import Latest, finish_all


class Desk:
    """Something that asks for work, and keeps what comes back."""

    def __init__(self) -> None:
        self.owner = QObject()
        self.results: list[object] = []
        self.errors: list[GuideError] = []
        self.threads: list[QThread] = []
        self.work: Latest[object] = Latest(self.owner, self._receive, self.errors.append)

    def _receive(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    yield made
    settle(qtbot)
    made.owner.deleteLater()


def test_a_result_comes_back_on_the_thread_of_the_window(qtbot: QtBot, desk: Desk) -> None:
    worked_on: list[int] = []
    desk.work.run(lambda: worked_on.append(threading.get_ident()))
    qtbot.waitUntil(lambda: desk.results == [None])
    assert worked_on != [threading.get_ident()]
    assert desk.threads == [QCoreApplication.instance().thread()]


def test_the_result_of_an_older_request_is_dropped(qtbot: QtBot, desk: Desk) -> None:
    may_end = Event()
    desk.work.run(lambda: may_end.wait(10) and "old")
    desk.work.run(lambda: "new")
    qtbot.waitUntil(lambda: desk.results == ["new"])
    may_end.set()
    settle(qtbot)
    assert desk.results == ["new"]


def test_a_fault_of_an_older_request_is_dropped_too(qtbot: QtBot, desk: Desk) -> None:
    may_end = Event()

    def fail() -> object:
        may_end.wait(10)
        raise GuideMissing("gone")

    desk.work.run(fail)
    desk.work.run(lambda: "new")
    may_end.set()
    settle(qtbot)
    assert (desk.results, desk.errors) == (["new"], [])


def test_a_dropped_request_brings_nothing(qtbot: QtBot, desk: Desk) -> None:
    may_end = Event()
    desk.work.run(lambda: may_end.wait(10) and "result")
    assert desk.work.busy
    desk.work.drop()
    assert not desk.work.busy
    may_end.set()
    settle(qtbot)
    assert desk.results == []


def test_it_is_busy_until_the_wanted_result_is_there(qtbot: QtBot, desk: Desk) -> None:
    assert not desk.work.busy
    desk.work.run(lambda: "result")
    assert desk.work.busy
    qtbot.waitUntil(lambda: desk.results == ["result"])
    assert not desk.work.busy


def test_a_foreseen_fault_is_handed_on_as_it_is(qtbot: QtBot, desk: Desk) -> None:
    fault = GuideMissing("There is no guide here.")

    def fail() -> object:
        raise fault

    desk.work.run(fail)
    qtbot.waitUntil(lambda: desk.errors == [fault])
    assert desk.results == []


def test_an_unforeseen_fault_is_a_sentence_and_its_trace_is_kept_for_who_mends_it(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    traces: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", traces.append)

    def fail() -> object:
        raise ZeroDivisionError

    desk.work.run(fail)
    qtbot.waitUntil(lambda: len(desk.errors) == 1)
    assert str(desk.errors[0]) == "Something went wrong (ZeroDivisionError). Please try again."
    assert [trace.exc_type for trace in traces] == [ZeroDivisionError]
    desk.work.run(lambda: "better")
    qtbot.waitUntil(lambda: desk.results == ["better"])


def test_who_asked_may_be_gone_when_the_result_comes(qtbot: QtBot) -> None:
    may_end, ended = Event(), Event()
    results: list[object] = []
    owner = QObject()
    work: Latest[object] = Latest(owner, results.append, results.append)

    def take_time() -> object:
        may_end.wait(10)
        ended.set()
        return "result"

    work.run(take_time)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    may_end.set()
    qtbot.waitUntil(ended.is_set)
    settle(qtbot)
    assert results == []


class _Asked:
    """Something that a request holds on to."""

    def __call__(self) -> str:
        return "answer"


def test_nothing_is_kept_of_a_request_that_was_answered(qtbot: QtBot) -> None:
    """Also of those that are answered before the thread that asks goes on."""
    owner = QObject()
    answers: list[str] = []
    work: Latest[str] = Latest(owner, answers.append, lambda error: None)
    asked: list[weakref.ref[_Asked]] = []
    for _ in range(300):
        question = _Asked()
        asked.append(weakref.ref(question))
        work.run(question)
        del question
        QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: answers == ["answer"])  # only the newest is wanted
    gc.collect()
    assert [one for one in asked if one() is not None] == []
    owner.deleteLater()


def test_what_a_run_held_is_put_down_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    """Whoever is ready first, and whether anybody still waits for it or not."""
    put_down_on: list[int] = []

    class Held(QObject):
        def __del__(self) -> None:
            put_down_on.append(threading.get_ident())

    for number in range(600):
        owner, held = QObject(), Held()
        work: Latest[object] = Latest(owner, lambda _: None, lambda error: None)
        work.run(partial(_fail_or_not, held, number % 3))
        if number % 2:
            owner.deleteLater()
        del owner, held, work
        if number % 5 == 0:
            QCoreApplication.processEvents()
    settle(qtbot)
    gc.collect()
    assert len(put_down_on) == 600
    assert set(put_down_on) == {threading.get_ident()}


def _fail_or_not(held: object, way: int) -> object:
    if way == 0:
        return held
    if way == 1:
        raise GuideMissing("gone")
    return None


def test_a_person_who_waits_for_the_end_finds_nothing_held(qtbot: QtBot) -> None:
    owner, question = QObject(), _Asked()
    asked = weakref.ref(question)
    answers: list[str] = []
    work: Latest[str] = Latest(owner, answers.append, lambda error: None)
    work.run(question)
    del question
    finish_all(10_000)
    assert (asked(), answers) == (None, ["answer"])
    owner.deleteLater()
