"""In what occupations differ: the weight of an element, the size of a difference, and whether it is sure."""

import math
from itertools import permutations
from pathlib import Path

import pytest
from a_page import a_page, rating, wages, with_code
from hypothesis import given
from hypothesis import strategies as st

from careerguide.db.guide import Guide
from careerguide.domain.compare import Difference, compare, differences, in_one_unit, is_sure, weight
from careerguide.domain.needs import needs
from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import Domain, Rating
from careerguide.domain.wages import Unit

CODES = ("11-0000.01", "11-0000.02", "11-0000.03", "11-0000.04")


def skills_of(*pages: OccupationPage) -> dict[str, Difference]:
    return {each.name: each for each in differences(pages, Domain.SKILLS)}


# The weight of an element


@pytest.mark.parametrize(
    ("importance", "level", "expected"),
    [(5, 7, 100), (1, 7, 0), (5, 0, 0), (3, 3.5, 50), (5, 1.75, 50), (2, 7, 50)],
)
def test_the_weight_of_an_element_is_the_geometric_mean_of_importance_and_level(
    importance: float, level: float, expected: float
) -> None:
    assert weight(rating("Speaking", importance, level)) == pytest.approx(expected)


def test_what_is_not_relevant_weighs_nothing_and_what_is_missing_has_no_weight() -> None:
    assert weight(rating("Fine Arts", 1.4, None)) == 0
    assert weight(rating("Fine Arts", None, 3.0)) is None
    assert weight(None) is None


@given(st.floats(1, 5), st.floats(0, 7))
def test_a_weight_lies_between_the_two_scores(importance: float, level: float) -> None:
    rated = rating("Speaking", importance, level)
    scores = sorted([rated.importance_score or 0, rated.level_score or 0])
    found = weight(rated)
    assert found is not None
    assert scores[0] - 1e-9 <= found <= scores[1] + 1e-9


# Differences


def test_differences_are_worked_out_by_hand() -> None:
    officers = a_page(CODES[0], skills=[rating("Speaking", 3, 3.5), rating("Repairing", 2, None), rating("Writing", 5, 7)])
    actors = a_page(CODES[1], skills=[rating("Speaking", 5, 7), rating("Repairing", 3, 3.5), rating("Writing", 5, 7)])
    found = differences((officers, actors), Domain.SKILLS)
    assert [(each.name, round(each.size, 6), each.sure) for each in found] == [
        ("Repairing", 50, True),
        ("Speaking", 50, True),
        ("Writing", 0, False),
    ]
    assert [each.weights for each in found][1] == (pytest.approx(50), pytest.approx(100))


def test_of_three_occupations_the_highest_and_the_lowest_count() -> None:
    pages = [a_page(code, skills=[rating("Speaking", 5, level)]) for code, level in zip(CODES, (7, 1.75, 0), strict=False)]
    assert skills_of(*pages)["Speaking"].size == pytest.approx(100)
    assert skills_of(*pages[:2])["Speaking"].size == pytest.approx(50)


def test_an_element_that_fewer_than_two_are_rated_on_is_left_out() -> None:
    rated = a_page(CODES[0], skills=[rating("Speaking", 5, 7), rating("Writing", 4, 4)])
    other = a_page(CODES[1], skills=[rating("Writing", 2, 2)])
    unrated = a_page(CODES[2])
    assert list(skills_of(rated, other)) == ["Writing"]
    assert skills_of(rated, unrated) == {}
    assert skills_of(rated, other, unrated)["Writing"].weights[2] is None


def test_a_difference_is_sure_only_where_neither_interval_overlaps() -> None:
    low = rating("Speaking", 2.0, 2.0, within=0.2)
    assert is_sure(rating("Speaking", 3.0, 3.0, within=0.2), low)
    assert not is_sure(rating("Speaking", 2.3, 3.0, within=0.2), low), "importance overlaps"
    assert not is_sure(rating("Speaking", 3.0, 2.3, within=0.2), low), "level overlaps"
    assert not is_sure(low, rating("Speaking", 3.0, 3.0, within=0.2)), "the other way round"
    assert not is_sure(rating("Speaking", 3.0, 3.0, within=None), low), "no interval is known"
    assert not is_sure(rating("Speaking", 3.0, 3.0, within=0.2, flagged=True), low), "the release advises caution"


def test_where_one_is_not_relevant_importance_alone_decides_whether_it_is_sure() -> None:
    high = rating("Fine Arts", 4.0, 4.0, within=0.2)
    assert is_sure(high, rating("Fine Arts", 1.2, None, within=0.2))
    assert not is_sure(high, rating("Fine Arts", 3.9, None, within=0.2))


def rated_pages(number: int) -> st.SearchStrategy[list[OccupationPage]]:
    one = st.builds(
        rating,
        st.just("Speaking"),
        st.floats(1, 5),
        st.one_of(st.none(), st.floats(0, 7)),
        within=st.sampled_from([None, 0.01, 0.3]),
    )
    return st.lists(one, min_size=number, max_size=number).map(
        lambda ratings: [a_page(code, skills=[each]) for code, each in zip(CODES, ratings, strict=False)]
    )


@given(st.integers(2, 4).flatmap(rated_pages))
def test_differences_do_not_depend_on_the_order_of_the_occupations(pages: list[OccupationPage]) -> None:
    found = skills_of(*pages)["Speaking"]
    for other in permutations(pages):
        turned = skills_of(*other)["Speaking"]
        assert (turned.size, turned.sure) == (found.size, found.sure)
        assert sorted(map(str, turned.weights)) == sorted(map(str, found.weights))


@given(st.integers(2, 4).flatmap(rated_pages))
def test_a_difference_is_0_to_100_and_never_larger_among_fewer(pages: list[OccupationPage]) -> None:
    found = skills_of(*pages)["Speaking"]
    assert 0 <= found.size <= 100 + 1e-9
    assert skills_of(*pages[:2])["Speaking"].size <= found.size + 1e-9
    if found.sure:
        assert found.size > 0


@given(rated_pages(1))
def test_an_occupation_does_not_differ_from_one_with_the_same_figures(pages: list[OccupationPage]) -> None:
    found = skills_of(pages[0], with_code(pages[0], CODES[1]))["Speaking"]
    assert (found.size, found.sure) == (0, False)


# Comparisons


@pytest.mark.parametrize("codes", [CODES[:1], (*CODES, "11-0000.05"), (CODES[0], CODES[0])])
def test_a_comparison_takes_two_to_four_different_occupations(codes: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="two to four"):
        compare([a_page(code) for code in codes])


def test_every_occupation_of_the_guide_can_be_compared_with_the_next(starter_guide: Path) -> None:
    guide = Guide(starter_guide)
    pages = [guide.page(each.code) for each in guide.occupations()]
    unrated = 0
    for here, there in zip(pages, pages[1:] + pages[:1], strict=True):
        comparison = compare((here, there))
        needed = needs(here, there)
        unrated += not comparison.skills
        for found in (comparison.knowledge, comparison.skills):
            assert [each.size for each in found] == sorted((each.size for each in found), reverse=True)
            assert all(0 <= each.size <= 100 for each in found)
        assert needed.rated == bool(comparison.skills)
        assert len(needed.preparation) == 7
    assert unrated >= 137, "no ratings are published for 137 occupations, and each has a neighbor"
    guide.close()


# Pay in one unit


def test_hourly_pay_beside_yearly_pay_is_shown_for_a_year_of_2080_hours() -> None:
    hourly = wages([10, 20, 30, None, 50], unit=Unit.HOUR)
    yearly = wages([20_000, 30_000, 40_000, 50_000, 60_000])
    unit, (first, second, third) = in_one_unit([hourly, yearly, None])
    assert unit is Unit.YEAR
    assert first is not None
    assert (first.p10, first.median, first.p75, first.p90) == (20_800, 62_400, None, 104_000)
    assert first.unit is Unit.YEAR
    assert (second, third) == (yearly, None)


def test_pay_by_the_hour_alone_stays_by_the_hour() -> None:
    hourly = wages([10, 20, 30, 40, 50], unit=Unit.HOUR)
    assert in_one_unit([hourly, None]) == (Unit.HOUR, (hourly, None))
    assert in_one_unit([None, None]) == (Unit.YEAR, (None, None))


def test_weights_are_those_of_the_formula_on_real_figures(starter_guide: Path) -> None:
    guide = Guide(starter_guide)
    pages = [guide.page(code) for code in ("33-3051.04", "27-2011.00")]
    found = compare(pages).skills[0]
    by_hand = []
    for page in pages:
        rated: Rating = next(each for each in page.ratings[Domain.SKILLS] if each.name == found.name)
        assert rated.importance is not None
        level = 0.0 if rated.level is None else rated.level
        by_hand.append(math.sqrt((rated.importance - 1) / 4 * 100 * level / 7 * 100))
    assert found.size == pytest.approx(max(by_hand) - min(by_hand))
    guide.close()
