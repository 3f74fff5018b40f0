"""Scoring an interest inventory: sums, forms, what is left out, and profiles that say little."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.interests import TYPES
from careerguide.domain.inventory import (
    ASSUMED_ERROR,
    FROM_A_CODE,
    Anchor,
    Inventory,
    Item,
    Scored,
    Scores,
    code_with_ties,
    is_flat,
    score,
    source_of,
    source_words,
    three_letters,
    too_close,
)
from careerguide.domain.language import ENGLISH, SPANISH, as_written, speak
from careerguide.sources.inventory import read_inventory

OURS = read_inventory(Path(__file__).parents[2] / "resources" / "assessment" / "inventory.toml")

scores_of_people: st.SearchStrategy[Scores] = st.tuples(*[st.integers(0, 40)] * 6)
values = st.integers(0, 4)


def answer_all(choose: Callable[[Item], int], short: bool = False) -> dict[str, int]:
    return {item.id: choose(item) for item in OURS.form(short)}


def scored(answers: dict[str, int], short: bool = False) -> Scored:
    found = score(OURS, answers, short)
    assert found is not None
    return found


def an_inventory(lowest: int, highest: int, items: int) -> Inventory:
    """An instrument with answers and a number of items a type of its own."""
    anchors = tuple(Anchor(value, str(value), "") for value in range(lowest, highest + 1))
    all_items = tuple(Item(f"{name[0]}{n}", name, "Do it", False, "") for n in range(items) for name in TYPES)
    return Inventory("Another", 1, "Choose.", anchors, all_items, "", "", None, ASSUMED_ERROR)


def test_a_score_is_the_sum_of_ten_answers_from_0_to_4() -> None:
    realistic = iter([4, 4, 4, 3, 3, 3, 2, 2, 1, 0])  # 26
    answers = answer_all(lambda item: next(realistic) if item.type == "Realistic" else 4 if item.type == "Social" else 1)
    assert scored(answers) == Scored((26, 10, 10, 40, 10, 10), prorated=False, flat=False, same_answer=False, too_fast=False)


def test_the_short_form_has_the_same_range_as_the_whole_one() -> None:
    answers = answer_all(lambda item: {"Realistic": 4, "Conventional": 3}.get(item.type, 0), short=True)
    assert len(answers) == 30
    assert scored(answers, short=True).scores == (40, 0, 0, 0, 0, 30)


def test_answers_to_the_long_form_do_not_count_in_the_short_one() -> None:
    answers = answer_all(lambda item: 4 if item.short_form else 0)
    assert scored(answers, short=True).scores == (40,) * 6
    assert scored(answers).scores == (20,) * 6


@pytest.mark.parametrize(("lowest", "highest", "items"), [(1, 5, 10), (0, 1, 8), (-2, 2, 14), (0, 6, 3)])
def test_another_instrument_is_brought_to_the_same_range(lowest: int, highest: int, items: int) -> None:
    other = an_inventory(lowest, highest, items)
    most = {item.id: highest if item.type == "Artistic" else lowest for item in other.items}
    found = score(other, most, short=False)
    assert found is not None
    assert found.scores == (0, 0, 40, 0, 0, 0)


def test_halves_are_rounded_up() -> None:
    other = an_inventory(0, 1, 16)  # 2.5 points an item
    answers = {item.id: 0 for item in other.items} | {"R0": 1, "I0": 1, "I1": 1, "I2": 1}
    found = score(other, answers, short=False)
    assert found is not None
    assert found.scores == (3, 8, 0, 0, 0, 0)


def test_what_is_left_out_is_taken_to_be_like_the_rest_of_its_type() -> None:
    answers = answer_all(lambda item: 3 if item.type == "Artistic" else 1)
    del answers["A01"], answers["A07"]
    found = scored(answers)
    assert (found.scores, found.prorated) == ((10, 10, 30, 10, 10, 10), True)


def test_under_80_percent_of_a_type_there_is_no_result() -> None:
    answers = answer_all(lambda item: 2)
    del answers["A01"], answers["A07"]
    assert score(OURS, answers, short=False) is not None
    del answers["A09"]
    assert score(OURS, answers, short=False) is None
    assert score(OURS, {}, short=False) is None


def test_one_activity_of_five_may_be_left_out_in_the_short_form() -> None:
    answers = answer_all(lambda item: 2, short=True)
    social = [item.id for item in OURS.form(short=True) if item.type == "Social"]
    del answers[social[0]]
    assert score(OURS, answers, short=True) is not None
    del answers[social[1]]
    assert score(OURS, answers, short=True) is None


def test_one_answer_in_more_than_nine_of_ten_activities_is_noticed() -> None:
    answers = answer_all(lambda item: 3)
    assert scored(answers).same_answer
    for item in OURS.items[:6]:
        answers[item.id] = 0
    assert not scored(answers).same_answer  # 54 of 60 are nine of ten, not more
    answers[OURS.items[0].id] = 3
    assert scored(answers).same_answer


def test_answers_of_under_a_second_are_noticed_and_one_long_break_does_not_hide_them() -> None:
    answers = answer_all(lambda item: 3)

    def too_fast(seconds: list[float]) -> bool:
        found = score(OURS, answers, short=False, seconds=seconds)
        assert found is not None
        return found.too_fast

    assert too_fast([0.4] * 59 + [600.0])
    assert not too_fast([0.4] * 20 + [2.5] * 40)
    assert not too_fast([1.0] * 60)
    assert not too_fast([])


@given(st.lists(values, min_size=60, max_size=60))
def test_scores_are_the_sums_of_any_answers(given_values: list[int]) -> None:
    answers = dict(zip((item.id for item in OURS.items), given_values, strict=True))
    sums = tuple(sum(answers[item.id] for item in OURS.items if item.type == name) for name in TYPES)
    assert scored(answers).scores == sums


@given(st.lists(values, min_size=30, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(given_values: list[int], chance: random.Random) -> None:
    answers = list(zip((item.id for item in OURS.form(short=True)), given_values, strict=True))
    before = scored(dict(answers), short=True)
    chance.shuffle(answers)
    assert scored(dict(answers), short=True) == before


def test_a_profile_whose_scores_lie_within_ten_points_has_no_clear_pattern() -> None:
    assert scored(answer_all(lambda item: 2)).flat
    assert is_flat((20, 29, 24, 21, 20, 27))
    assert not is_flat((20, 30, 24, 21, 20, 27))


@pytest.mark.parametrize(
    ("scores", "groups", "letters"),
    [
        ((30, 25, 20, 10, 5, 0), ("R", "I", "A"), "RIA"),
        ((30, 20, 20, 10, 5, 0), ("R", "IA"), "RIA"),
        ((10, 20, 10, 10, 30, 0), ("E", "I", "RAS"), "EIR"),
        ((5, 5, 30, 30, 5, 5), ("AS", "RIEC"), "ASR"),
        ((20, 20, 20, 20, 20, 20), ("RIASEC",), "RIA"),
        ((12, 4, 8, 9, 31, 36), ("C", "E", "R"), "CER"),
    ],
)
def test_types_with_the_same_score_stand_together_in_the_code(scores: Scores, groups: tuple[str, ...], letters: str) -> None:
    assert code_with_ties(scores) == groups
    assert three_letters(scores) == letters


@given(scores_of_people)
def test_the_code_has_every_letter_that_scores_as_high_as_the_third(scores: Scores) -> None:
    third = sorted(scores)[3]
    assert set("".join(code_with_ties(scores))) == {
        letter for letter, points in zip("RIASEC", scores, strict=True) if points >= third
    }


def test_neighbors_that_the_measurement_cannot_tell_apart_are_named() -> None:
    assert too_close((38, 36, 20, 18, 4, 2), 3.6) == (("R", "I"), ("A", "S"))
    assert too_close((40, 29, 18, 7, 3, 0), 3.6) == ()
    assert too_close((40, 29, 18, 7, 3, 0), 5.2) == (("R", "I"), ("I", "A"), ("A", "S"))


def test_a_form_of_half_the_items_has_an_error_larger_by_the_root_of_two() -> None:
    assert OURS.error(short=False) == pytest.approx(3.6, abs=0.05)
    assert OURS.error(short=True) == pytest.approx(5.1, abs=0.05)
    other = an_inventory(0, 4, 10)
    assert not other.has_short_form
    assert other.error(short=True) == other.sem


def test_where_a_result_is_from_is_kept_in_english_and_said_in_the_language_in_force() -> None:
    known = {"take-home code": "código para llevar", "{0}, {1} activities": "{0}, {1} actividades"}
    kept = source_of(OURS, short=True)
    speak(SPANISH, lambda context, text: known.get(text, text))
    try:
        assert source_words(FROM_A_CODE) == "código para llevar"
        assert source_words(kept) == kept.replace("activities", "actividades")
        assert source_words("another program") == "another program"
    finally:
        speak(ENGLISH, as_written)
    assert source_words(FROM_A_CODE) == FROM_A_CODE
