"""Own skills against what occupations ask: worked examples, what must always hold, and real occupations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.own_skills import (
    HIGHEST_LEVEL,
    KNOWN_AT_LEAST,
    Asks,
    Element,
    ElementProfiles,
    GapSize,
    Preparation,
    asks,
    closest,
    gap_size,
    gaps,
    levels_of,
    near_occupation,
    telling,
    whole_level,
)
from careerguide.domain.ratings import Domain

HERE, THERE = OnetSocCode("11-1011.00"), OnetSocCode("15-1252.00")
SIX = tuple(Element(f"2.A.{number}", f"Skill {number}", "", Domain.SKILLS) for number in range(6))


def occupation(weights: list[float], levels: list[float | None], code: OnetSocCode = HERE, zone: int | None = 3) -> Asks:
    return asks(code, code, zone, tuple(weights), tuple(levels))


def own(*levels: float | None) -> dict[str, float]:
    return {element.element_id: level for element, level in zip(SIX, levels, strict=False) if level is not None}


def test_the_gap_is_the_mean_of_missing_levels_by_importance() -> None:
    one = occupation([100, 50, 50, 0, 25, 25], [5, 3, 0, 0, 2, 4.4])
    (near,) = closest(own(3, 4, 2, 7, 2, 4), ElementProfiles(SIX, (one,)))
    # missing: 100·2; 4.4 against 4 is under half a level. Spare: 50·1 + 50·2 + 0·7. Weights: 250.
    assert near.gap == pytest.approx(200 / 250)
    assert near.unused == pytest.approx(150 / 250)
    assert near.size is GapSize.LOT
    assert (near.rated, near.important) == (3, 3)


def test_what_weighs_most_is_missing_first_and_what_is_not_rated_is_said() -> None:
    one = occupation([90, 60, 80, 20, 70, 55], [4, 7, 3, 7, 5, 1])
    found = gaps(own(2, 6, 3, 1, None, None), one, ElementProfiles(SIX, (one,)))
    assert [(each.element.name, each.missing) for each in found.missing] == [("Skill 0", 2), ("Skill 3", 6), ("Skill 1", 1)]
    assert [each.element.name for each in found.brought] == ["Skill 2"]
    assert [element.name for element in found.unknown] == ["Skill 4", "Skill 5"]


def test_what_is_not_relevant_asks_nothing() -> None:
    one = occupation([100, 100, 100, 100, 100, 0], [1, 1, 1, 1, 1, 0])
    profiles = ElementProfiles(SIX, (one,))
    nothing_of_the_last = closest(own(1, 1, 1, 1, 1, 0), profiles)
    assert nothing_of_the_last[0].gap == 0
    assert gaps(own(1, 1, 1, 1, 1, 0), one, profiles).missing == ()


def test_what_an_occupation_is_not_rated_on_counts_on_neither_side() -> None:
    one = occupation([100, 100, 100, 100, 100, 0], [3, 3, 3, 3, 3, None])
    profiles = ElementProfiles(SIX, (one,))
    assert closest(own(3, 3, 3, 3, 3, 7), profiles)[0].distance == 0
    assert SIX[5].element_id not in levels_of(one, profiles)


def test_an_occupation_of_which_too_little_is_known_is_left_out() -> None:
    profiles = ElementProfiles(SIX, (occupation([90, 80, 70, 60, 50, 40], [3, 3, 3, 3, 3, 3]),))
    assert closest(own(*[3] * (KNOWN_AT_LEAST - 1)), profiles) == ()
    assert len(closest(own(*[3] * KNOWN_AT_LEAST), profiles)) == 1
    assert closest({}, profiles) == ()


def test_less_asked_is_no_nearer_than_what_is_asked_like_what_one_has() -> None:
    little, alike = occupation([50] * 6, [1] * 6, HERE), occupation([50] * 6, [5] * 6, THERE)
    assert [near.asks.code for near in closest(own(*[4.5] * 6), ElementProfiles(SIX, (little, alike)))] == [THERE, HERE]


@pytest.mark.parametrize(
    ("gap", "size"),
    [
        (0, GapSize.NOTHING),
        (0.049, GapSize.NOTHING),
        (0.05, GapSize.LITTLE),
        (0.349, GapSize.LITTLE),
        (0.35, GapSize.SOME),
        (0.749, GapSize.SOME),
        (0.75, GapSize.LOT),
        (7, GapSize.LOT),
    ],
)
def test_gaps_have_words_with_bounds(gap: float, size: GapSize) -> None:
    assert gap_size(gap) is size


WEIGHTS = st.lists(st.floats(1, 100), min_size=6, max_size=6)
LEVELS = st.lists(st.floats(0, HIGHEST_LEVEL), min_size=6, max_size=6)
WHOLE = st.lists(st.integers(0, HIGHEST_LEVEL), min_size=6, max_size=6)


@given(WEIGHTS, LEVELS, WHOLE)
def test_gap_and_unused_are_levels(weights: list[float], levels: list[float], mine: list[int]) -> None:
    (near,) = closest(own(*mine), ElementProfiles(SIX, (occupation(weights, [*levels]),)))
    assert 0 <= near.gap <= HIGHEST_LEVEL + 1e-9
    assert 0 <= near.distance <= HIGHEST_LEVEL + 1e-9


@given(WEIGHTS, LEVELS)
def test_somebody_with_the_levels_asked_has_no_gap_also_in_whole_levels(weights: list[float], levels: list[float]) -> None:
    one = occupation(weights, [*levels])
    profiles = ElementProfiles(SIX, (one,))
    exact = levels_of(one, profiles)
    assert closest(exact, profiles)[0].distance == 0
    assert closest({element: whole_level(level) for element, level in exact.items()}, profiles)[0].gap == 0


@given(WEIGHTS, LEVELS, WHOLE, st.integers(0, 5))
def test_learning_more_never_widens_a_gap(weights: list[float], levels: list[float], mine: list[int], which: int) -> None:
    profiles = ElementProfiles(SIX, (occupation(weights, [*levels]),))
    more = [level + 1 if place == which and level < HIGHEST_LEVEL else level for place, level in enumerate(mine)]
    assert closest(own(*more), profiles)[0].gap <= closest(own(*mine), profiles)[0].gap


@given(WEIGHTS, LEVELS, WHOLE)
def test_what_is_missing_adds_up_to_the_gap(weights: list[float], levels: list[float], mine: list[int]) -> None:
    one = occupation(weights, [*levels])
    profiles = ElementProfiles(SIX, (one,))
    missing = sum(each.weight * each.missing for each in gaps(own(*mine), one, profiles).missing)
    assert closest(own(*mine), profiles)[0].gap == pytest.approx(missing / sum(weights))


def test_other_occupations_are_apart_by_preparation() -> None:
    codes = [OnetSocCode(f"11-10{number}1.00") for number in range(5)]
    zones = [3, 3, 4, 2, None]
    occupations = tuple(occupation([50] * 6, [3] * 6, code, zone) for code, zone in zip(codes, zones, strict=True))
    found = near_occupation(occupations[0], ElementProfiles(SIX, occupations))
    assert {preparation: [near.asks.code for near in near_ones] for preparation, near_ones in found.items()} == {
        Preparation.SAME: [codes[1]],
        Preparation.MORE: [codes[2]],
        Preparation.LESS: [codes[3]],
        Preparation.UNKNOWN: [codes[4]],
    }


def test_what_tells_occupations_apart_comes_before_what_all_ask_alike() -> None:
    alike_and_apart = [
        occupation([90, 50, 50, 50, 50, 50], [5, level, 3, 3, 3, 3], code) for code, level in ((HERE, 0), (THERE, 7))
    ]
    assert telling(ElementProfiles(SIX, tuple(alike_and_apart)))[0] is SIX[1]


def test_a_guide_without_ratings_has_nothing_to_rank() -> None:
    nothing = ElementProfiles((), ())
    assert closest({"2.A.1.a": 4}, nothing) == ()
    assert telling(nothing) == ()
    assert nothing.occupation(HERE) is None
