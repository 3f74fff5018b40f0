"""Growth words and the outlook category by the limits of a projection cycle."""

import dataclasses
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.outlook import CYCLES, Category, Growth, Outlook, Projection, category, growth, rounded, sentence
from careerguide.domain.wages import Unit, Wages

NATION = Wages(
    area="99",
    area_name="U.S.",
    unit=Unit.YEAR,
    p10=None,
    p25=None,
    median=50_000.0,
    p75=None,
    p90=None,
    mean=None,
    top_coded=(),
    employment=12_300,
    soc="43-9061",
    soc_title="Clerks",
    source="a test",
)

tenths = st.integers(-999, 2_000)


def projected(percent: float | None, openings: int | None = 5_000, cycle: tuple[int, int] = (2024, 2034)) -> Projection:
    base_year, target_year = cycle
    return Projection(
        base_year=base_year,
        target_year=target_year,
        base_employment=100_000,
        target_employment=None,
        change_percent=percent,
        openings_per_year=openings,
        typical_entry_education=None,
        work_experience=None,
        on_the_job_training=None,
        soc="43-9061",
        soc_title="Clerks",
        source="a test",
    )


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (48.0, "much faster than average"),
        (7.0, "much faster than average"),
        (6.5, "much faster than average"),
        (6.4, "faster than average"),
        (5.0, "faster than average"),
        (4.5, "faster than average"),
        (4.4, "about as fast as average"),
        (3.1, "about as fast as average"),
        (2.5, "about as fast as average"),
        (2.4, "slower than average"),
        (1.0, "slower than average"),
        (0.5, "slower than average"),
        (0.4, "little or no change"),
        (0.0, "little or no change"),
        (-0.4, "little or no change"),
        (-0.5, "decline"),
        (-1.0, "decline"),
        (-36.1, "decline"),
    ],
)
def test_growth_of_2024_to_2034_is_put_in_words(percent: float, words: str) -> None:
    assert growth(projected(percent)) == words


def test_growth_of_all_occupations_together_is_average() -> None:
    for cycle, rules in CYCLES.items():
        assert growth(projected(rules.all_occupations_percent, cycle=cycle)) is Growth.AVERAGE


@pytest.mark.parametrize(
    ("percent", "whole"),
    [(0.5, 1), (1.5, 2), (2.5, 3), (-0.5, -1), (-1.5, -2), (-2.5, -3), (2.49, 2), (-0.49, 0), (0.0, 0), (-0.0, 0)],
)
def test_halves_are_rounded_away_from_zero(percent: float, whole: int) -> None:
    assert rounded(percent) == whole


@given(tenths)
def test_percents_are_rounded_as_on_paper(tenths_of_a_percent: int) -> None:
    on_paper = (Decimal(tenths_of_a_percent) / 10).quantize(Decimal(1), ROUND_HALF_UP)
    assert rounded(tenths_of_a_percent / 10) == on_paper


@given(tenths, tenths)
def test_more_growth_never_has_a_weaker_word(one: int, other: int) -> None:
    order = list(Growth)
    less, more = sorted((one, other))
    strong, weak = growth(projected(more / 10)), growth(projected(less / 10))
    assert strong is not None
    assert weak is not None
    assert order.index(strong) <= order.index(weak)


@pytest.mark.parametrize("cycle", [(2023, 2033), (2024, 2033), (2025, 2035), (0, 0)])
def test_a_cycle_without_published_limits_has_figures_but_no_words(cycle: tuple[int, int]) -> None:
    other = projected(12.0, openings=500_000, cycle=cycle)
    assert growth(other) is None
    assert category(other) is None
    assert sentence(other) is None


def test_growth_that_is_not_published_has_no_words() -> None:
    unknown = projected(None, openings=500_000)
    assert growth(unknown) is None
    assert category(unknown) is None
    assert sentence(unknown) is None


@pytest.mark.parametrize(
    ("percent", "openings", "outlook"),
    [
        (7.0, 100, Category.BRIGHT),
        (6.5, None, Category.BRIGHT),
        (6.4, 99_999, Category.AVERAGE),
        (6.4, 100_000, Category.BRIGHT),
        (1.0, 100_000, Category.BRIGHT),
        (0.0, 100_000, Category.BRIGHT),
        (0.0, 99_999, Category.AVERAGE),
        (0.0, None, Category.AVERAGE),
        (-0.4, 100_000, Category.AVERAGE),  # “little or no change”, yet not growth of 0 or more
        (-0.4, 100, Category.AVERAGE),
        (-0.5, 100_000, Category.BELOW_AVERAGE),
        (-1.0, 900_000, Category.BELOW_AVERAGE),
        (-1.0, None, Category.BELOW_AVERAGE),
    ],
)
def test_the_outlook_is_bright_by_growth_or_by_openings_and_below_average_by_decline(
    percent: float, openings: int | None, outlook: Category
) -> None:
    assert category(projected(percent, openings)) is outlook


def test_categories_are_the_words_of_the_contract() -> None:
    assert [outlook.value for outlook in Category] == ["bright", "average", "below_average"]


def test_the_sentence_says_what_growth_means_and_until_when() -> None:
    assert sentence(projected(12.0)) == "Jobs in this career are expected to grow much faster than jobs overall until 2034."
    assert sentence(projected(5.0)) == "Jobs in this career are expected to grow somewhat faster than jobs overall until 2034."
    assert sentence(projected(3.0)) == "Jobs in this career are expected to grow about as fast as jobs overall until 2034."
    assert sentence(projected(1.0)) == "Jobs in this career are expected to grow more slowly than jobs overall until 2034."
    assert sentence(projected(0.0)) == "The number of jobs in this career is expected to stay about the same until 2034."
    assert sentence(projected(-4.0)) == (
        "Fewer people are expected to work in this career in 2034, though those who leave must still be replaced."
    )


def test_the_sentence_says_so_when_openings_make_the_outlook_bright() -> None:
    many = " Very many openings are expected every year."
    assert (sentence(projected(1.0, 100_000)) or "").endswith("until 2034." + many)
    assert many not in (sentence(projected(1.0, 99_999)) or "")
    assert many not in (sentence(projected(12.0, 500_000)) or "")
    assert many not in (sentence(projected(-2.0, 500_000)) or "")


@given(tenths, st.one_of(st.none(), st.integers(0, 1_000_000)))
def test_whatever_has_a_word_has_a_category_and_a_sentence(tenths_of_a_percent: int, openings: int | None) -> None:
    projection = projected(tenths_of_a_percent / 10, openings)
    assert category(projection) is not None
    words = sentence(projection)
    assert words is not None
    assert words.endswith(".")
    assert "2034" in words
    assert "{" not in words


def test_an_outlook_takes_its_words_from_its_projection() -> None:
    outlook = Outlook(wages=None, national_wages=None, projection=projected(12.0))
    assert outlook.growth is Growth.MUCH_FASTER
    assert outlook.category is Category.BRIGHT
    assert outlook.sentence == sentence(projected(12.0))


def test_an_outlook_without_a_projection_has_no_words() -> None:
    outlook = Outlook(wages=NATION, national_wages=NATION, projection=None)
    assert outlook.growth is None
    assert outlook.category is None
    assert outlook.sentence is None


def test_employment_is_the_projections_and_else_that_of_the_nation() -> None:
    projection = projected(3.0)
    without_figure = dataclasses.replace(projection, base_employment=None)
    none_at_all = dataclasses.replace(projection, base_employment=0)
    assert Outlook(None, NATION, projection).employment == 100_000
    assert Outlook(None, NATION, without_figure).employment == 12_300
    assert Outlook(None, NATION, None).employment == 12_300
    assert Outlook(None, NATION, none_at_all).employment == 0
    assert Outlook(None, None, None).employment is None


def test_employment_of_one_area_is_never_given_as_that_of_the_nation() -> None:
    ohio = dataclasses.replace(NATION, area="39", area_name="Ohio", employment=700)
    assert Outlook(ohio, None, None).employment is None
