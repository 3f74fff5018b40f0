"""Waiting for the network without being at its mercy: who waits is heard meanwhile, and may leave."""

from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")

_BEAT_SECONDS = 0.2


def attended(function: Callable[[], Result], beat: Callable[[], object]) -> Result:
    """What `function` gives or raises, called on a thread of its own; `beat` is called five times a second meanwhile.

    What `beat` raises is raised at once. The function is then left to itself until it ends, so it should write nothing.
    """
    outcomes: Queue[tuple[Result | None, BaseException | None]] = Queue(1)

    def work() -> None:
        try:
            outcomes.put((function(), None))
        except BaseException as fault:
            outcomes.put((None, fault))

    Thread(target=work, daemon=True).start()
    while True:
        try:
            result, fault = outcomes.get(timeout=_BEAT_SECONDS)
        except Empty:
            beat()
            continue
        if fault is not None:
            raise fault
        return result  # type: ignore[return-value]  # it is what the function gave
