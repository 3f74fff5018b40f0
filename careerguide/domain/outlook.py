"""Job growth in words and the outlook category, by the rules of each projection cycle.

Growth words: BLS Occupational Outlook Handbook, limits published with each cycle; percents are rounded to whole numbers first.
Outlook category (our own rule until a release brings O*NET's list): bright = growth much faster than average, or at least
100,000 openings a year with growth of 0 or more; below average = decline; average = the rest.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from careerguide.domain.language import QT_TRANSLATE_NOOP, number, translate
from careerguide.domain.wages import Wages


class Growth(StrEnum):
    """The growth words of the Occupational Outlook Handbook; `growth_words` says them in the language in force."""

    MUCH_FASTER = QT_TRANSLATE_NOOP("Outlook", "much faster than average")
    FASTER = QT_TRANSLATE_NOOP("Outlook", "faster than average")
    AVERAGE = QT_TRANSLATE_NOOP("Outlook", "about as fast as average")
    SLOWER = QT_TRANSLATE_NOOP("Outlook", "slower than average")
    LITTLE = QT_TRANSLATE_NOOP("Outlook", "little or no change")
    DECLINE = QT_TRANSLATE_NOOP("Outlook", "decline")


class Category(StrEnum):
    """The outlook in one word."""

    BRIGHT = "bright"
    AVERAGE = "average"
    BELOW_AVERAGE = "below_average"


@dataclass(frozen=True, slots=True)
class CycleRules:
    """The limits of one projection cycle: lowest rounded percent for each word, and the openings that make an outlook bright."""

    all_occupations_percent: float
    lowest_percent: tuple[tuple[int, Growth], ...]
    bright_openings_per_year: int


CYCLES: dict[tuple[int, int], CycleRules] = {
    (2024, 2034): CycleRules(
        all_occupations_percent=3.1,
        lowest_percent=(
            (7, Growth.MUCH_FASTER),
            (5, Growth.FASTER),
            (3, Growth.AVERAGE),
            (1, Growth.SLOWER),
            (0, Growth.LITTLE),
        ),
        bright_openings_per_year=100_000,
    ),
}


@dataclass(frozen=True, slots=True)
class Projection:
    """Employment Projections for an occupation. Employment and openings are in persons.

    `soc` and `soc_title` say for which occupation BLS publishes the figures.
    """

    base_year: int
    target_year: int
    base_employment: int | None
    target_employment: int | None
    change_percent: float | None
    openings_per_year: int | None
    typical_entry_education: str | None
    work_experience: str | None
    on_the_job_training: str | None
    soc: str
    soc_title: str
    source: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """Pay, employment and growth. Each part is None where BLS publishes none."""

    wages: Wages | None
    national_wages: Wages | None
    projection: Projection | None

    @property
    def employment(self) -> int | None:
        """People in the occupation in the nation: base-year employment, self-employed included, else OEWS employment."""
        if self.projection is not None and self.projection.base_employment is not None:
            return self.projection.base_employment
        return None if self.national_wages is None else self.national_wages.employment

    @property
    def growth(self) -> Growth | None:
        """Growth in words, None where the cycle has no published limits."""
        return growth(self.projection) if self.projection else None

    @property
    def category(self) -> Category | None:
        """The outlook in one word, None where it cannot be computed."""
        return category(self.projection) if self.projection else None

    @property
    def sentence(self) -> str | None:
        """What the outlook means, in plain words."""
        return sentence(self.projection) if self.projection else None


def rounded(percent: float) -> int:
    """To the nearest whole percent, halves away from zero, as BLS rounds."""
    return int(math.copysign(math.floor(abs(percent) + 0.5), percent))


def people_words(persons: int) -> str:
    """A number of people for reading. Projections are published in thousands with one decimal: 0 means fewer than 50."""
    return number(persons) if persons else translate("Outlook", "fewer than 50")


def growth_words(word: Growth) -> str:
    """A growth word for reading."""
    return translate("Outlook", word.value)


def growth(projection: Projection) -> Growth | None:
    """The growth word for a projection by the limits of its own cycle; None without limits or without a percent."""
    rules = CYCLES.get((projection.base_year, projection.target_year))
    if rules is None or projection.change_percent is None:
        return None
    percent = rounded(projection.change_percent)
    return next((word for lowest, word in rules.lowest_percent if percent >= lowest), Growth.DECLINE)


def category(projection: Projection) -> Category | None:
    """The outlook category of a projection by the rule at the head of this module; None where growth has no word."""
    word = growth(projection)
    if word is None:
        return None
    if word is Growth.DECLINE:
        return Category.BELOW_AVERAGE
    rules = CYCLES[projection.base_year, projection.target_year]
    many = (projection.openings_per_year or 0) >= rules.bright_openings_per_year
    if word is Growth.MUCH_FASTER or (many and (projection.change_percent or 0) >= 0):
        return Category.BRIGHT
    return Category.AVERAGE


_SENTENCES = {
    Growth.MUCH_FASTER: QT_TRANSLATE_NOOP(
        "Outlook", "Jobs in this career are expected to grow much faster than jobs overall until {year}."
    ),
    Growth.FASTER: QT_TRANSLATE_NOOP(
        "Outlook", "Jobs in this career are expected to grow somewhat faster than jobs overall until {year}."
    ),
    Growth.AVERAGE: QT_TRANSLATE_NOOP(
        "Outlook", "Jobs in this career are expected to grow about as fast as jobs overall until {year}."
    ),
    Growth.SLOWER: QT_TRANSLATE_NOOP(
        "Outlook", "Jobs in this career are expected to grow more slowly than jobs overall until {year}."
    ),
    Growth.LITTLE: QT_TRANSLATE_NOOP(
        "Outlook", "The number of jobs in this career is expected to stay about the same until {year}."
    ),
    Growth.DECLINE: QT_TRANSLATE_NOOP(
        "Outlook", "Fewer people are expected to work in this career in {year}, though those who leave must still be replaced."
    ),
}
_MANY_OPENINGS = QT_TRANSLATE_NOOP("Outlook", " Very many openings are expected every year.")


def sentence(projection: Projection) -> str | None:
    """The outlook in plain words with the reason for its category; None without a category."""
    word = growth(projection)
    if word is None:
        return None
    words = translate("Outlook", _SENTENCES[word]).format(year=projection.target_year)
    by_openings = category(projection) is Category.BRIGHT and word is not Growth.MUCH_FASTER
    return words + translate("Outlook", _MANY_OPENINGS) if by_openings else words
