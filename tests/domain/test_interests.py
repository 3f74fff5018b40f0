"""The six interest types in order, and their three-letter code."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.interests import TYPES, Interest, interest_code, strongest_first

profiles = st.lists(st.floats(1, 7), min_size=6, max_size=6)


def profile(*scores: float) -> list[Interest]:
    return [Interest(name, f"{name} work", score) for name, score in zip(TYPES, scores, strict=False)]


def names(interests: tuple[Interest, ...]) -> list[str]:
    return [interest.name for interest in interests]


def test_the_types_are_the_six_of_the_hexagon_in_its_order() -> None:
    assert [name[0] for name in TYPES] == list("RIASEC")


def test_interests_are_shown_strongest_first() -> None:
    ordered = strongest_first(profile(1.3, 3.24, 2.0, 4.0, 6.8, 5.5))
    assert names(ordered) == ["Enterprising", "Conventional", "Social", "Investigative", "Artistic", "Realistic"]


def test_equal_interests_stay_in_the_order_of_the_hexagon() -> None:
    ordered = strongest_first(profile(2.0, 5.0, 2.0, 5.0, 2.0, 7.0))
    assert names(ordered) == ["Conventional", "Investigative", "Social", "Realistic", "Artistic", "Enterprising"]


def test_the_code_is_the_first_letters_of_the_three_strongest_types() -> None:
    assert interest_code(strongest_first(profile(1.3, 3.24, 2.0, 4.0, 6.8, 5.5))) == "ECS"


def test_no_interests_have_no_code_and_few_have_a_short_one() -> None:
    assert interest_code(()) == ""
    assert strongest_first(()) == ()
    assert interest_code(strongest_first(profile(3.0, 6.0))) == "IR"


@given(profiles)
def test_ordering_loses_no_interest_and_never_puts_a_weaker_one_first(scores: list[float]) -> None:
    given_order = profile(*scores)
    ordered = strongest_first(given_order)
    assert sorted(names(ordered)) == sorted(TYPES)
    assert all(before.score >= after.score for before, after in pairwise(ordered))


@given(profiles)
def test_a_code_has_three_different_letters_of_the_hexagon(scores: list[float]) -> None:
    code = interest_code(strongest_first(profile(*scores)))
    assert len(code) == len(set(code)) == 3
    assert set(code) <= set("RIASEC")
