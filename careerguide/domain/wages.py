"""Wages of an occupation in an area, and how money is written."""

from dataclasses import dataclass
from enum import StrEnum

from careerguide.domain.language import QT_TRANSLATE_NOOP, number, translate

PERCENTILES = ("p10", "p25", "median", "p75", "p90")
HOURS_A_YEAR = 2080  # the year of work with which OEWS turns hourly into annual wages

# “#” in OEWS: at or above (dollars an hour, dollars a year), by the year of the release.
TOP_CODES: dict[int, tuple[float, float]] = {2025: (115.00, 239_200)}


class Unit(StrEnum):
    """Whether wages are for a year of work or for an hour."""

    YEAR = "year"
    HOUR = "hour"


_A_UNIT = {Unit.YEAR: QT_TRANSLATE_NOOP("Wages", "a year"), Unit.HOUR: QT_TRANSLATE_NOOP("Wages", "an hour")}


def a_unit(unit: Unit) -> str:
    """What dollars are for: “a year”, “an hour”."""
    return translate("Wages", _A_UNIT[unit])


class AreaKind(StrEnum):
    """The kinds of areas for which OEWS publishes wages."""

    NATION = "nation"
    STATE = "state"
    METRO = "metro"
    NONMETRO = "nonmetro"


@dataclass(frozen=True, slots=True)
class Area:
    """A place with wages of its own. `code` is the OEWS area code (99 for the nation), `state` a postal code or None."""

    code: str
    name: str
    kind: AreaKind
    state: str | None


NATION = "99"


@dataclass(frozen=True, slots=True)
class Wages:
    """What people in an occupation earn in an area (OEWS).

    Percentiles and mean are dollars a `unit`, None where not released. A name in `top_coded` means that figure is at or above
    the limit of the release, and then the figure is the limit itself where it is known. `employment` is in persons.
    `soc` and `soc_title` say for which occupation BLS publishes the figures.
    """

    area: str
    area_name: str
    unit: Unit
    p10: float | None
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    mean: float | None
    top_coded: tuple[str, ...]
    employment: int | None
    soc: str
    soc_title: str
    source: str

    @property
    def percentiles(self) -> dict[str, float | None]:
        """The five percentiles by name, lowest first."""
        return {"p10": self.p10, "p25": self.p25, "median": self.median, "p75": self.p75, "p90": self.p90}

    def has_figures(self) -> bool:
        """Whether any percentile is known or known to be at the limit."""
        return bool(self.top_coded) or any(value is not None for value in self.percentiles.values())


def money(dollars: float, unit: Unit) -> str:
    """Dollars for reading: $76,210 a year; $29.05 an hour, without cents from $100 an hour."""
    if unit is Unit.HOUR and dollars < 100:
        return f"${number(dollars, 2)}"
    return f"${number(dollars)}"


def wage_words(wages: Wages, figure: str) -> str:
    """One figure of `wages` in words: “$76,210”, “$239,200 or more”, “not available”. `figure` is a percentile or “mean”."""
    value: float | None = getattr(wages, figure)
    if figure in wages.top_coded:
        return (
            translate("Wages", "{0} or more").format(money(value, wages.unit))
            if value is not None
            else translate("Wages", "at or above the published limit")
        )
    return money(value, wages.unit) if value is not None else translate("Wages", "not available")


def hourly(annual_dollars: float) -> float:
    """A year's wage as dollars an hour, by the 2,080 hours with which OEWS makes the one from the other."""
    return annual_dollars / HOURS_A_YEAR
