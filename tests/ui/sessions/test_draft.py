"""Two changes of the same notes become one without losing either."""

from hypothesis import given
from hypothesis import strategies as st

from careerguide.ui.sessions.draft import Texts, both, merge, mine_first, theirs_first

WORDS = st.sampled_from(["", "a", "b", "a longer note"])
TEXTS = st.builds(Texts, WORDS, WORDS)


@given(base=TEXTS, changed=TEXTS)
def test_what_only_one_side_changed_is_that_sides(base: Texts, changed: Texts) -> None:
    assert merge(base, changed, base, None) == changed
    assert merge(base, base, changed, None) == changed


@given(base=TEXTS, same=TEXTS)
def test_the_same_change_on_both_sides_needs_no_decision(base: Texts, same: Texts) -> None:
    assert merge(base, same, same, None) == same


@given(base=TEXTS, mine=TEXTS, theirs=TEXTS)
def test_a_decision_is_needed_only_where_both_changed_the_same_text(base: Texts, mine: Texts, theirs: Texts) -> None:
    clash = any(len({getattr(base, name), getattr(mine, name), getattr(theirs, name)}) == 3 for name in ("private", "for_client"))
    assert (merge(base, mine, theirs, None) is None) == clash


@given(base=TEXTS, mine=TEXTS, theirs=TEXTS)
def test_each_decision_keeps_what_it_says(base: Texts, mine: Texts, theirs: Texts) -> None:
    for name in ("private", "for_client"):
        started, ours, other = (getattr(texts, name) for texts in (base, mine, theirs))
        if len({started, ours, other}) < 3:
            continue
        assert getattr(merge(base, mine, theirs, mine_first), name) == ours
        assert getattr(merge(base, mine, theirs, theirs_first), name) == other
        together = getattr(merge(base, mine, theirs, both), name)
        assert ours in together
        assert other in together


def test_each_of_the_two_texts_is_merged_by_itself() -> None:
    base = Texts("started", "printed")
    assert merge(base, Texts("mine", "printed"), Texts("started", "theirs"), None) == Texts("mine", "theirs")
