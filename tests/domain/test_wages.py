"""How money is written, and what is said where a figure is limited or missing."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.wages import PERCENTILES, TOP_CODES, Unit, Wages, a_unit, hourly, money, wage_words

CLERKS = Wages(
    area="99",
    area_name="U.S.",
    unit=Unit.YEAR,
    p10=30_010.0,
    p25=38_400.0,
    median=46_210.0,
    p75=58_990.0,
    p90=None,
    mean=48_000.0,
    top_coded=(),
    employment=12_300,
    soc="43-9061",
    soc_title="Clerks",
    source="a test",
)
SURGEONS = dataclasses.replace(
    CLERKS, p10=95_000.0, p25=180_000.0, median=239_200.0, p75=239_200.0, p90=239_200.0, top_coded=("median", "p75", "p90")
)
NO_FIGURES = dataclasses.replace(CLERKS, p10=None, p25=None, median=None, p75=None, p90=None, mean=None)


@pytest.mark.parametrize(
    ("dollars", "unit", "written"),
    [
        (76_210, Unit.YEAR, "$76,210"),
        (1_234_567, Unit.YEAR, "$1,234,567"),
        (950, Unit.YEAR, "$950"),
        (95, Unit.YEAR, "$95"),
        (29.05, Unit.HOUR, "$29.05"),
        (29.5, Unit.HOUR, "$29.50"),
        (7.25, Unit.HOUR, "$7.25"),
        (99.99, Unit.HOUR, "$99.99"),
        (100.0, Unit.HOUR, "$100"),
        (115.0, Unit.HOUR, "$115"),
        (1_250.0, Unit.HOUR, "$1,250"),
    ],
)
def test_money_is_written_for_reading(dollars: float, unit: Unit, written: str) -> None:
    assert money(dollars, unit) == written


@given(st.integers(1, 30_000))
def test_an_hourly_wage_has_cents_below_100_dollars_and_none_from_there(cents: int) -> None:
    written = money(cents / 100, Unit.HOUR)
    if cents < 10_000:
        assert written == f"${cents // 100}.{cents % 100:02}"
    else:
        assert "." not in written
        assert abs(int(written[1:]) * 100 - cents) <= 50


@given(st.integers(0, 10_000_000))
def test_a_yearly_wage_in_whole_dollars_is_never_rounded(dollars: int) -> None:
    assert int(money(dollars, Unit.YEAR).replace("$", "").replace(",", "")) == dollars


def test_a_figure_is_written_as_money() -> None:
    assert wage_words(CLERKS, "median") == "$46,210"
    assert wage_words(CLERKS, "mean") == "$48,000"
    assert wage_words(dataclasses.replace(CLERKS, unit=Unit.HOUR, median=22.2), "median") == "$22.20"


def test_a_figure_that_was_not_released_is_not_available_rather_than_zero() -> None:
    assert wage_words(CLERKS, "p90") == "not available"


def test_a_top_coded_figure_is_the_limit_or_more() -> None:
    assert wage_words(SURGEONS, "median") == "$239,200 or more"
    assert wage_words(SURGEONS, "p25") == "$180,000"
    pilots = dataclasses.replace(CLERKS, unit=Unit.HOUR, p90=115.0, top_coded=("p90",))
    assert wage_words(pilots, "p90") == "$115 or more"


def test_a_top_coded_figure_of_a_year_whose_limit_is_not_known_says_so() -> None:
    unknown = dataclasses.replace(SURGEONS, p90=None)
    assert wage_words(unknown, "p90") == "at or above the published limit"


def test_the_limits_of_2025_are_115_dollars_an_hour_and_239200_a_year() -> None:
    assert TOP_CODES[2025] == (115.00, 239_200)
    an_hour, a_year = TOP_CODES[2025]
    assert hourly(a_year) == an_hour


def test_a_years_wage_is_2080_hours_of_work() -> None:
    assert hourly(41_600) == 20
    assert hourly(0) == 0


def test_percentiles_run_from_the_lowest_to_the_highest() -> None:
    assert tuple(CLERKS.percentiles) == PERCENTILES
    assert list(CLERKS.percentiles.values()) == [30_010.0, 38_400.0, 46_210.0, 58_990.0, None]


def test_wages_have_figures_when_a_percentile_is_known_or_known_to_be_at_the_limit() -> None:
    assert CLERKS.has_figures()
    assert dataclasses.replace(NO_FIGURES, top_coded=("p90",)).has_figures()
    assert dataclasses.replace(NO_FIGURES, p10=0.0).has_figures()
    assert not NO_FIGURES.has_figures()
    assert not dataclasses.replace(NO_FIGURES, mean=40_000.0).has_figures()


def test_units_are_the_words_of_the_contract() -> None:
    assert [unit.value for unit in Unit] == ["year", "hour"]
    assert [a_unit(unit) for unit in (Unit.YEAR, Unit.HOUR)] == ["a year", "an hour"]
