"""The history of places, against the simplest thing that could be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.ui.history import History

moves = st.lists(st.one_of(st.sampled_from("abc"), st.sampled_from([-1, 1])), max_size=30)


@given(moves)
def test_back_and_forward_are_those_of_a_browser(steps: list[str | int]) -> None:
    history: History[str] = History()
    behind: list[str] = []
    here: str | None = None
    ahead: list[str] = []
    for step in steps:
        if isinstance(step, str):
            history.visit(step)
            if step != here:
                behind, here, ahead = [*behind, here] if here else behind, step, []
        elif step < 0 and behind:
            assert here is not None
            ahead, here = [here, *ahead], behind.pop()
            assert history.go(-1) == here
        elif step > 0 and ahead:
            assert here is not None
            behind, here = [*behind, here], ahead.pop(0)
            assert history.go(1) == here
        assert history.current == here
        assert history.can_go(-1) is bool(behind)
        assert history.can_go(1) is bool(ahead)


def test_where_there_is_no_place_one_cannot_go() -> None:
    history: History[str] = History()
    assert history.current is None
    for step in (-1, 1):
        with pytest.raises(IndexError):
            history.go(step)


def test_a_cleared_history_is_nowhere() -> None:
    history: History[str] = History()
    history.visit("a")
    history.visit("b")
    history.clear()
    assert history.current is None
    assert not history.can_go(-1)
    history.visit("c")
    assert history.current == "c"
    assert not history.can_go(-1)
