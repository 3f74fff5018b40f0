"""Internal consistency and error of measurement, worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.reliability import cronbach_alpha, error_of_measurement, within_noise

ANSWERS = [[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 4, 5]]
tables = st.integers(2, 6).flatmap(
    lambda items: st.lists(st.lists(st.integers(0, 4), min_size=items, max_size=items), min_size=2, max_size=12)
)


def test_alpha_worked_by_hand() -> None:
    # Variances of the items 5/3, 4/3 and 8/3; sums 4, 7, 10, 13 with variance 15: 3/2 · (1 − (17/3)/15).
    assert cronbach_alpha(ANSWERS) == pytest.approx(14 / 15)


def test_items_that_say_the_same_have_an_alpha_of_one() -> None:
    assert cronbach_alpha([[value] * 5 for value in (0, 1, 3, 4)]) == pytest.approx(1)


def test_items_that_say_the_opposite_have_an_alpha_below_zero() -> None:
    assert (cronbach_alpha([[0, 4], [4, 1], [1, 3], [3, 0]]) or 0) < 0


@pytest.mark.parametrize("answers", [[], [[1, 2]], [[1], [2], [3]], [[2, 2], [2, 2]], [[1, 3], [3, 1]]])
def test_there_is_no_alpha_of_one_person_of_one_item_or_of_equal_sums(answers: list[list[int]]) -> None:
    assert cronbach_alpha(answers) is None


def test_rows_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        cronbach_alpha([[1, 2], [1, 2, 3]])


@given(tables)
def test_alpha_is_never_above_one_and_does_not_depend_on_the_order_of_people_or_items(answers: list[list[int]]) -> None:
    alpha = cronbach_alpha(answers)
    again = cronbach_alpha([row[::-1] for row in answers[::-1]])
    assert (alpha is None) == (again is None)
    if alpha is not None:
        assert alpha <= 1 + 1e-9
        assert again == pytest.approx(alpha)


def test_the_error_of_a_score_at_the_alpha_that_is_assumed() -> None:
    error = error_of_measurement(8.3, 0.81)
    assert error == pytest.approx(3.6, abs=0.05)  # 8.3 · √0.19
    assert within_noise(error) == pytest.approx(10, abs=0.05)  # 1.96 · √2 · 3.6


@given(st.floats(0, 20), st.floats(-2, 1))
def test_the_error_is_between_none_and_the_deviation(deviation: float, alpha: float) -> None:
    assert 0 <= error_of_measurement(deviation, alpha) <= deviation


def test_an_alpha_below_zero_leaves_the_whole_deviation_as_error() -> None:
    assert error_of_measurement(8.0, -0.5) == 8.0
    assert error_of_measurement(8.0, 1.0) == 0.0
