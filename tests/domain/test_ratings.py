"""Ratings on 0–100, what is shown first, and how sure a figure is."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerguide.domain.ratings import (
    IMPORTANCE,
    INTEREST,
    LEVEL,
    Estimate,
    Rating,
    Scale,
    certainty,
    month_and_year,
    raters,
    standardised,
    strongest,
)

scales = st.sampled_from([IMPORTANCE, LEVEL, INTEREST, Scale(-3, 3), Scale(1, 4)])


@st.composite
def values_on_a_scale(draw: st.DrawFn, count: int) -> tuple[Scale, list[float]]:
    scale = draw(scales)
    value = st.floats(scale.minimum, scale.maximum)
    return scale, sorted(draw(st.lists(value, min_size=count, max_size=count)))


def rating(
    importance: float | None = None, level: float | None = None, *, low_importance: bool = False, low_level: bool = False
) -> Rating:
    return Rating(
        element_id="2.A.1.a",
        name="Reading",
        description="Making sense of what is written.",
        importance=importance,
        level=level,
        not_relevant=level is None,
        importance_estimate=Estimate(low_precision=low_importance),
        level_estimate=Estimate(low_precision=low_level),
        rated_by=None,
        date=None,
    )


def ratings(*importances: float | None) -> list[Rating]:
    return [rating(importance) for importance in importances]


@pytest.mark.parametrize(
    ("value", "scale", "score"),
    [
        (1, IMPORTANCE, 0),
        (3, IMPORTANCE, 50),
        (4.12, IMPORTANCE, 78),
        (5, IMPORTANCE, 100),
        (0, LEVEL, 0),
        (3.5, LEVEL, 50),
        (4.9, LEVEL, 70),
        (7, LEVEL, 100),
        (1, INTEREST, 0),
        (4, INTEREST, 50),
        (7, INTEREST, 100),
    ],
)
def test_a_rating_is_shown_on_0_to_100(value: float, scale: Scale, score: float) -> None:
    assert standardised(value, scale) == pytest.approx(score)


def test_an_importance_of_three_is_exactly_the_middle() -> None:
    assert standardised(3.0, IMPORTANCE) == 50


@given(values_on_a_scale(1))
def test_a_value_on_the_scale_never_leaves_0_to_100(drawn: tuple[Scale, list[float]]) -> None:
    scale, [value] = drawn
    assert 0 <= standardised(value, scale) <= 100


@given(values_on_a_scale(2))
def test_a_higher_rating_never_has_a_lower_score(drawn: tuple[Scale, list[float]]) -> None:
    scale, [low, high] = drawn
    assert standardised(low, scale) <= standardised(high, scale)


def test_importance_and_level_each_have_a_score_on_their_own_scale() -> None:
    both = rating(importance=4.0, level=3.5)
    assert both.importance_score == 75
    assert both.level_score == 50


def test_a_level_that_is_not_relevant_has_no_score_rather_than_zero() -> None:
    assert rating(importance=1.2, level=None).level_score is None
    assert rating(importance=None, level=0.0).importance_score is None
    assert rating(importance=None, level=0.0).level_score == 0


@pytest.mark.parametrize(
    ("low_importance", "low_level", "careful"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_a_rating_asks_for_caution_when_either_of_its_figures_does(low_importance: bool, low_level: bool, careful: bool) -> None:
    assert rating(3, 3, low_importance=low_importance, low_level=low_level).low_precision is careful


def test_all_ratings_of_50_or_more_are_shown_first() -> None:
    many = ratings(*[4.5] * 11, 3.0, 2.99, 2.0)
    assert strongest(many) == many[:12]


def test_at_least_ten_ratings_are_shown_however_weak() -> None:
    weak = ratings(3.2, 3.1, *[2.0] * 15)
    assert strongest(weak) == weak[:10]


def test_fewer_than_ten_ratings_are_all_shown() -> None:
    few = ratings(2.0, 1.5, None)
    assert strongest(few) == few
    assert strongest([]) == []


def test_ratings_without_importance_do_not_count_as_strong() -> None:
    unrated = ratings(*[None] * 33)
    assert strongest(unrated) == unrated[:10]


@given(st.lists(st.one_of(st.none(), st.floats(1, 5)), max_size=60))
def test_what_is_hidden_is_never_stronger_than_50(importances: list[float | None]) -> None:
    ordered = ratings(*sorted(importances, key=lambda value: -(value or 0)))
    shown = strongest(ordered)
    assert list(shown) == ordered[: len(shown)]
    assert len(shown) >= min(10, len(ordered))
    assert all((hidden.importance_score or 0) < 50 for hidden in ordered[len(shown) :])


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("Incumbent", "people who work in this career"),
        ("Analyst", "trained job analysts"),
        ("Analyst - Transition", "trained job analysts"),
        ("Occupational Expert", "experts on this career"),
        ("Machine Learning", "a statistical model"),
        ("A panel of three", "A panel of three"),
        (None, None),
    ],
)
def test_who_rated_is_said_in_words_a_student_knows(word: str | None, words: str | None) -> None:
    assert raters(word) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("08/2023", "August 2023"),
        ("01/2004", "January 2004"),
        ("12/2025", "December 2025"),
        ("00/2023", "00/2023"),
        ("13/2023", "13/2023"),
        ("2023", "2023"),
        ("n/a", "n/a"),
        ("", ""),
    ],
)
def test_a_date_is_written_in_words(date: str, words: str) -> None:
    assert month_and_year(date) == words


@given(st.text())
@example("²/2023")
@example("8/²")
@example("/")
def test_any_text_in_place_of_a_date_is_shown_rather_than_refused(date: str) -> None:
    words = month_and_year(date)
    assert words == date or re.fullmatch(r"[A-Z][a-z]+ \d+", words)


def test_the_sentence_on_certainty_gives_the_interval_on_the_scale_of_the_bar() -> None:
    estimate = Estimate(n=28, standard_error=0.25, lower=3.0, upper=4.0)
    assert certainty(3.5, estimate, IMPORTANCE) == (
        "If the survey were done again, the figure would most likely lie between 50 and 75."
    )
    assert certainty(5.0, Estimate(lower=3.5, upper=7.0), LEVEL) == (
        "If the survey were done again, the figure would most likely lie between 50 and 100."
    )


def test_raters_who_agreed_are_said_to_have_agreed() -> None:
    assert certainty(4.0, Estimate(n=8, standard_error=0.0, lower=4.0, upper=4.0), IMPORTANCE) == (
        "All who rated agreed closely: the figure is 75."
    )


@pytest.mark.parametrize("estimate", [Estimate(), Estimate(n=8, lower=3.0), Estimate(n=8, upper=4.0)])
def test_a_figure_without_an_interval_says_that_none_was_published(estimate: Estimate) -> None:
    assert certainty(3.5, estimate, IMPORTANCE) == "How sure this figure is was not published with it."


def test_a_lower_bound_of_zero_is_a_bound() -> None:
    assert "between 0 and 14" in certainty(0.5, Estimate(lower=0.0, upper=1.0), LEVEL)


@given(values_on_a_scale(3))
def test_the_numbers_of_the_certainty_sentence_stay_on_0_to_100_and_in_order(drawn: tuple[Scale, list[float]]) -> None:
    scale, [lower, figure, upper] = drawn
    sentence = certainty(figure, Estimate(lower=lower, upper=upper), scale)
    numbers = [int(number) for number in re.findall(r"\d+", sentence)]
    assert numbers == sorted(numbers)
    assert all(0 <= number <= 100 for number in numbers)
    if len(numbers) == 2:
        assert numbers[0] < numbers[1]
