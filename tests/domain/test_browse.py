"""Browsing: which occupations fit a choice of filters, and in which order they stand."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.browse import DEGREES, Facts, Filters, Order, browse, fits, in_order
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.outlook import Category

NURSE = Facts(OnetSocCode("29-1141.00"), "Nurses", 93_600, 5.0, 189_100, 3_391_000, Category.BRIGHT, 3, "Bachelor's degree", "SIC")
BAKER = Facts(OnetSocCode("51-3011.00"), "Bakers", 36_700, 5.6, 35_700, 242_000, Category.AVERAGE, 2, "No credential", "RCA")
PILOT = Facts(OnetSocCode("53-2012.00"), "Pilots", 122_700, 4.1, 6_900, 52_000, Category.AVERAGE, 4, "High school", "RIE")
TYPIST = Facts(OnetSocCode("43-9022.00"), "Typists", 47_900, -36.1, 2_100, 37_000, Category.BELOW_AVERAGE, 2, "High school", "CRE")
SCOUT = Facts(OnetSocCode("55-1013.00"), "Scouts", None, None, None, None, None, None, None, "")
ALL = (SCOUT, TYPIST, NURSE, PILOT, BAKER)


def titles(filters: Filters, order: Order = Order.TITLE) -> list[str]:
    return [facts.title for facts in browse(ALL, filters, order)]


# Filters by hand


def test_without_a_choice_everything_passes() -> None:
    assert titles(Filters()) == ["Bakers", "Nurses", "Pilots", "Scouts", "Typists"]


@pytest.mark.parametrize(
    ("filters", "passing"),
    [
        (Filters(groups=frozenset({"29"})), ["Nurses"]),
        (Filters(groups=frozenset({"29", "55"})), ["Nurses", "Scouts"]),
        (Filters(groups=frozenset({"11"})), []),
        (Filters(interests=frozenset("R")), ["Bakers", "Pilots", "Typists"]),
        (Filters(interests=frozenset("RC")), ["Bakers", "Typists"]),
        (Filters(interests=frozenset("RCE")), ["Typists"]),
        (Filters(interests=frozenset("RIAS")), []),
        (Filters(job_zones=frozenset({2})), ["Bakers", "Typists"]),
        (Filters(job_zones=frozenset({3, 4})), ["Nurses", "Pilots"]),
        (Filters(outlooks=frozenset({Category.BRIGHT})), ["Nurses"]),
        (Filters(outlooks=frozenset({Category.AVERAGE, Category.BELOW_AVERAGE})), ["Bakers", "Pilots", "Typists"]),
        (Filters(median_at_least_usd=47_900), ["Nurses", "Pilots", "Typists"]),
        (Filters(median_at_least_usd=47_901), ["Nurses", "Pilots"]),
        (Filters(without_degree=True), ["Bakers", "Pilots", "Typists"]),
        (Filters(codes=(frozenset({NURSE.code, SCOUT.code}),)), ["Nurses", "Scouts"]),
        (Filters(codes=(frozenset({NURSE.code, SCOUT.code}), frozenset({SCOUT.code, BAKER.code}))), ["Scouts"]),
        (Filters(codes=(frozenset(),)), []),
    ],
)
def test_one_filter_lets_through_what_fits(filters: Filters, passing: list[str]) -> None:
    assert titles(filters) == passing


@pytest.mark.parametrize(
    ("filters", "passing"),
    [
        (Filters(interests=frozenset("R"), without_degree=True, median_at_least_usd=40_000), ["Pilots", "Typists"]),
        (Filters(interests=frozenset("R"), without_degree=True, outlooks=frozenset({Category.AVERAGE})), ["Bakers", "Pilots"]),
        (Filters(groups=frozenset({"53", "51"}), job_zones=frozenset({2})), ["Bakers"]),
        (Filters(groups=frozenset({"29"}), without_degree=True), []),
        (Filters(job_zones=frozenset({2}), codes=(frozenset({TYPIST.code, NURSE.code}),)), ["Typists"]),
    ],
)
def test_filters_together_must_all_be_passed(filters: Filters, passing: list[str]) -> None:
    assert titles(filters) == passing


@pytest.mark.parametrize(
    "asking",
    [
        Filters(interests=frozenset("R")),
        Filters(job_zones=frozenset({1, 2, 3, 4, 5})),
        Filters(outlooks=frozenset(Category)),
        Filters(median_at_least_usd=1),
        Filters(without_degree=True),
    ],
)
def test_what_is_not_known_does_not_pass_a_filter_that_asks_for_it(asking: Filters) -> None:
    assert not fits(SCOUT, asking)
    assert fits(SCOUT, Filters(groups=frozenset({"55"})))


@pytest.mark.parametrize("degree", DEGREES)
def test_every_degree_of_four_years_or_more_is_a_degree(degree: str) -> None:
    assert not fits(replace(BAKER, entry_education=degree), Filters(without_degree=True))


@pytest.mark.parametrize("schooling", ["Associate's degree", "Some college, no degree", "Postsecondary nondegree award"])
def test_shorter_schooling_is_none(schooling: str) -> None:
    assert fits(replace(BAKER, entry_education=schooling), Filters(without_degree=True))


# Orders by hand


@pytest.mark.parametrize(
    ("order", "standing"),
    [
        (Order.TITLE, ["Bakers", "Nurses", "Pilots", "Scouts", "Typists"]),
        (Order.PAY, ["Pilots", "Nurses", "Typists", "Bakers", "Scouts"]),
        (Order.GROWTH, ["Bakers", "Nurses", "Pilots", "Typists", "Scouts"]),
        (Order.OPENINGS, ["Nurses", "Bakers", "Pilots", "Typists", "Scouts"]),
        (Order.PEOPLE, ["Nurses", "Bakers", "Pilots", "Typists", "Scouts"]),
    ],
)
def test_the_highest_figure_stands_first_and_what_is_not_known_last(order: Order, standing: list[str]) -> None:
    assert titles(Filters(), order) == standing


@pytest.mark.parametrize("order", [order for order in Order if order not in (Order.TITLE, Order.MATCH, Order.FIT)])
def test_equal_figures_stand_from_a_to_z(order: Order) -> None:
    alike = [replace(BAKER, title=title) for title in ("Cooks", "Actors", "Bakers")]
    unknown = [replace(SCOUT, title=title) for title in ("Zoologists", "Bailiffs")]
    standing = [facts.title for facts in in_order([*unknown, *alike], order)]
    assert standing == ["Actors", "Bakers", "Cooks", "Bailiffs", "Zoologists"]


def test_a_figure_of_nothing_is_known_and_stands_before_what_is_not() -> None:
    still = replace(NURSE, title="Zookeepers", change_percent=0.0, openings_per_year=0, employment=0, median_annual_usd=0)
    for order in (Order.PAY, Order.GROWTH, Order.OPENINGS, Order.PEOPLE):
        assert in_order([SCOUT, still], order) == [still, SCOUT]


# Whatever the occupations and the choice


groups = ("11", "29", "51")
codes = st.builds(lambda group, number: OnetSocCode(f"{group}-{number:04}.00"), st.sampled_from(groups), st.integers(0, 9))
some_facts = st.builds(
    Facts,
    code=codes,
    title=st.sampled_from(["Actors", "Bakers", "Cooks", "Drivers"]),
    median_annual_usd=st.none() | st.sampled_from([0, 30_000, 47_999.5, 50_000, 239_200]),
    change_percent=st.none() | st.floats(-100, 100),
    openings_per_year=st.none() | st.integers(0, 1_000),
    employment=st.none() | st.integers(0, 1_000),
    outlook=st.none() | st.sampled_from(Category),
    job_zone=st.none() | st.integers(1, 5),
    entry_education=st.none() | st.sampled_from([*DEGREES, "Associate's degree", "None"]),
    interests=st.sampled_from(["", "RIA", "SEC", "CRE", "AIS"]),
)
everything = st.lists(some_facts, max_size=25)
some_filters = st.builds(
    Filters,
    groups=st.frozensets(st.sampled_from(groups)),
    interests=st.frozensets(st.sampled_from("RIASEC"), max_size=3),
    job_zones=st.frozensets(st.integers(1, 5)),
    outlooks=st.frozensets(st.sampled_from(Category)),
    median_at_least_usd=st.none() | st.sampled_from([30_000, 50_000]),
    without_degree=st.booleans(),
    codes=st.lists(st.frozensets(codes), max_size=2).map(tuple),
)
orders = st.sampled_from(Order)


def by_identity(rows: list[Facts]) -> list[int]:
    return sorted(map(id, rows))


@given(everything, some_filters, orders)
def test_what_is_shown_is_all_that_fits_and_nothing_else(rows: list[Facts], filters: Filters, order: Order) -> None:
    shown = browse(rows, filters, order)
    assert by_identity(shown) == by_identity([facts for facts in rows if fits(facts, filters)])


_ADDED: dict[str, Callable[[Filters, Filters], object]] = {
    "interests": lambda one, other: one.interests | other.interests,
    "codes": lambda one, other: one.codes + other.codes,
    "without_degree": lambda one, other: one.without_degree or other.without_degree,
    "median_at_least_usd": lambda one, other: max(one.median_at_least_usd or 0, other.median_at_least_usd or 0) or None,
    "groups": lambda one, other: one.groups or other.groups,
    "job_zones": lambda one, other: one.job_zones or other.job_zones,
    "outlooks": lambda one, other: one.outlooks or other.outlooks,
}


def test_every_filter_is_tried_for_what_adding_it_does() -> None:
    assert set(_ADDED) == {field.name for field in fields(Filters)}


@given(everything, some_filters, some_filters, orders)
def test_adding_a_filter_never_adds_a_row(rows: list[Facts], filters: Filters, other: Filters, order: Order) -> None:
    before = set(map(id, browse(rows, filters, order)))
    for name, added in _ADDED.items():
        more = replace(filters, **{name: added(filters, other)})
        assert set(map(id, browse(rows, more, order))) <= before, name


@given(everything, orders)
def test_the_order_changes_only_the_order(rows: list[Facts], order: Order) -> None:
    assert by_identity(in_order(rows, order)) == by_identity(rows)


FIGURES: dict[Order, Callable[[Facts], float | None]] = {
    Order.PAY: lambda facts: facts.median_annual_usd,
    Order.GROWTH: lambda facts: facts.change_percent,
    Order.OPENINGS: lambda facts: facts.openings_per_year,
    Order.PEOPLE: lambda facts: facts.employment,
}


@given(everything, st.sampled_from(list(FIGURES)))
def test_figures_never_rise_on_the_way_down(rows: list[Facts], order: Order) -> None:
    standing = [(FIGURES[order](facts), facts.title) for facts in in_order(rows, order)]
    known = [(figure, title) for figure, title in standing if figure is not None]
    unknown = [title for figure, title in standing if figure is None]
    assert standing == known + [(None, title) for title in unknown]
    assert known == sorted(known, key=lambda pair: (-pair[0], pair[1]))
    assert unknown == sorted(unknown)


def test_the_best_match_has_the_chosen_interests_first_and_then_more_people() -> None:
    assert titles(Filters(interests=frozenset("C")), Order.MATCH) == ["Typists", "Bakers", "Nurses"]
    assert titles(Filters(interests=frozenset("R")), Order.MATCH) == ["Bakers", "Pilots", "Typists"]
    assert titles(Filters(), Order.MATCH) == ["Nurses", "Bakers", "Pilots", "Typists", "Scouts"]
