"""Browsing: what is known of each occupation at a glance, and which of them fit a choice of filters."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from careerguide.domain.codes import OnetSocCode, major_group
from careerguide.domain.outlook import Category

DEGREES = ("Bachelor's degree", "Master's degree", "Doctoral or professional degree")
"""Typical entry educations of BLS that are a degree of four years or more."""


@dataclass(frozen=True, slots=True)
class Facts:
    """An occupation at a glance.

    `median_annual_usd` is the nation's (an hourly median times 2,080 where only that is published); `interests` are the letters
    of the three strongest types; `entry_education` is BLS's. None where not available.
    """

    code: OnetSocCode
    title: str
    median_annual_usd: float | None
    change_percent: float | None
    openings_per_year: int | None
    employment: int | None
    outlook: Category | None
    job_zone: int | None
    entry_education: str | None
    interests: str

    @property
    def group(self) -> str:
        """The SOC major group, two digits."""
        return major_group(self.code)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the person chose; an empty choice lets everything through.

    `interests` are one to three letters that all must be among an occupation's three strongest. `codes` are those that a
    question to the guide allows (strong in Mathematics, uses AutoCAD), None for any.
    """

    groups: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    job_zones: frozenset[int] = frozenset()
    outlooks: frozenset[Category] = frozenset()
    median_at_least_usd: float | None = None
    without_degree: bool = False
    codes: tuple[frozenset[str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Choices:
    """What browsing chooses from.

    `groups` are (two digits, name, line), `job_zones` (zone, name), `elements` (element ID, name, meaning).
    """

    facts: tuple[Facts, ...]
    groups: tuple[tuple[str, str, str], ...]
    job_zones: tuple[tuple[int, str], ...]
    elements: tuple[tuple[str, str, str], ...]
    software: tuple[str, ...]


class Order(StrEnum):
    """How a list of occupations is sorted."""

    TITLE = "title"
    PAY = "pay"
    GROWTH = "growth"
    OPENINGS = "openings"
    PEOPLE = "people"
    MATCH = "match"
    FIT = "fit"


def fits(facts: Facts, filters: Filters) -> bool:
    """Whether an occupation passes all filters; what is not known of it does not pass a filter that asks for it."""
    return (
        (not filters.groups or facts.group in filters.groups)
        and filters.interests <= set(facts.interests)
        and (not filters.job_zones or facts.job_zone in filters.job_zones)
        and (not filters.outlooks or facts.outlook in filters.outlooks)
        and (filters.median_at_least_usd is None or (facts.median_annual_usd or 0) >= filters.median_at_least_usd)
        and (not filters.without_degree or (facts.entry_education is not None and facts.entry_education not in DEGREES))
        and all(facts.code in codes for codes in filters.codes)
    )


def browse(everything: Iterable[Facts], filters: Filters, order: Order, places: Mapping[str, int] | None = None) -> list[Facts]:
    """The occupations that pass, sorted; figures highest first with what is not known last, equal ones A to Z.

    `places` are the places of occupations by the fit to the person's interests, by code, for `Order.FIT`.
    """
    found = [facts for facts in everything if fits(facts, filters)]
    if order is Order.FIT:
        known = places or {}
        return sorted(in_order(found, Order.TITLE), key=lambda facts: known.get(facts.code, len(known)))
    return by_match(found, filters) if order is Order.MATCH else in_order(found, order)


def by_match(occupations: Sequence[Facts], filters: Filters) -> list[Facts]:
    """Best match first (our own rule): the chosen interests nearest the front of the occupation's code, then most people."""

    def places(facts: Facts) -> int:
        return sum(facts.interests.index(letter) for letter in filters.interests)

    return sorted(in_order(occupations, Order.PEOPLE), key=places)


_FIGURES: dict[Order, Callable[[Facts], float | None]] = {
    Order.PAY: lambda facts: facts.median_annual_usd,
    Order.GROWTH: lambda facts: facts.change_percent,
    Order.OPENINGS: lambda facts: facts.openings_per_year,
    Order.PEOPLE: lambda facts: facts.employment,
}


def in_order(occupations: Sequence[Facts], order: Order) -> list[Facts]:
    """Sorted by an order that needs nothing else (all but MATCH and FIT); see `browse`."""
    by_title = sorted(occupations, key=lambda facts: facts.title)
    figure = _FIGURES.get(order)
    if figure is None:
        return by_title

    def place(facts: Facts) -> float:
        value = figure(facts)
        return float("inf") if value is None else -value

    return sorted(by_title, key=place)
