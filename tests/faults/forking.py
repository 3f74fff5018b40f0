"""Doing a piece of work in a process of its own, under a limit or until it is killed."""

import os
import signal
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from careerguide.domain.errors import GuideError

Work = Callable[[], object]

DONE, REFUSED, FAULT = "done", "refused", "fault"


def fork() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # from 3.12 on, about threads that other tests have begun
        return os.fork()


def limited(work: Work, largest_file: int) -> tuple[str, str]:
    """What became of work in a process whose files cannot grow beyond so many bytes, and what it said."""
    import resource

    read, write = os.pipe()
    child = fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
            work()
            said = DONE
        except GuideError as error:
            said = f"{REFUSED}\n{error}"
        except BaseException as fault:  # whatever it is, the child must end here
            said = f"{FAULT}\n{fault!r}"
        os.write(write, said.encode()[:4_000])
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        outcome, _, words = pipe.read().partition("\n")
    os.waitpid(child, 0)
    return outcome, words


def killed(work: Work, after: float) -> bool:
    """Kill a process that does the work again and again, after so many seconds. Whether it was still at it."""
    child = fork()
    if child == 0:
        try:
            while True:
                work()
        except BaseException:  # it must end here
            os._exit(1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def contents(folder: Path) -> dict[str, bytes]:
    """What is in a folder, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
