"""Waiting for something slow, and leaving it."""

from threading import Event

import pytest

from careerguide.domain.errors import BuildCancelled, DownloadError
from careerguide.sources.attended import attended


def test_what_the_function_gives_or_raises() -> None:
    assert attended(lambda: 42, lambda: None) == 42

    def fail() -> None:
        raise DownloadError("no")

    with pytest.raises(DownloadError, match="no"):
        attended(fail, lambda: None)


def test_it_is_left_at_a_beat_while_it_waits() -> None:
    over, beats = Event(), list[int]()

    def beat() -> None:
        beats.append(1)
        if len(beats) == 3:
            raise BuildCancelled("enough")

    with pytest.raises(BuildCancelled, match="enough"):
        attended(lambda: over.wait(60), beat)
    assert not over.is_set()
    over.set()
