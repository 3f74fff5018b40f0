"""Ratings of knowledge, skills, abilities and work activities, and how sure they are."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from careerguide.domain import language
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate


class Domain(StrEnum):
    """The four kinds of elements that an occupation is rated on."""

    KNOWLEDGE = "knowledge"
    SKILLS = "skills"
    ABILITIES = "abilities"
    WORK_ACTIVITIES = "work_activities"


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating scale with its lowest and highest value (O*NET Scales Reference)."""

    minimum: float
    maximum: float


IMPORTANCE = Scale(1, 5)
LEVEL = Scale(0, 7)
INTEREST = Scale(1, 7)

SHOWN_AT_LEAST = 10
SHOWN_FROM_SCORE = 50


def standardised(value: float, scale: Scale) -> float:
    """A rating on 0–100: ``100 · (value − minimum) / (maximum − minimum)`` (O*NET OnLine help, “Scales”)."""
    return 100 * (value - scale.minimum) / (scale.maximum - scale.minimum)


def score_words(score: float | None) -> str:
    """A score of 0–100 as O*NET OnLine shows it: a whole number, halves up; “–” for none."""
    return "–" if score is None else str(math.floor(round(score, 6) + 0.5))


@dataclass(frozen=True, slots=True)
class Estimate:
    """How sure one figure is. `lower` and `upper` bound the 95 % interval in the units of the figure itself."""

    n: int | None = None
    standard_error: float | None = None
    lower: float | None = None
    upper: float | None = None
    low_precision: bool = False


@dataclass(frozen=True, slots=True)
class Rating:
    """One element of an occupation.

    `importance` is 1–5 and `level` 0–7, each None where the release has none; `level` is also None where the raters called the
    element not relevant, and then `not_relevant` is true. `rated_by` is the release's word (Incumbent, Analyst, Occupational
    Expert …), `date` is MM/YYYY.
    """

    element_id: str
    name: str
    description: str
    importance: float | None
    level: float | None
    not_relevant: bool
    importance_estimate: Estimate
    level_estimate: Estimate
    rated_by: str | None
    date: str | None

    @property
    def low_precision(self) -> bool:
        """Whether the release advises caution with the importance or the level (“Recommend Suppress”)."""
        return self.importance_estimate.low_precision or self.level_estimate.low_precision

    @property
    def importance_score(self) -> float | None:
        """Importance on 0–100, as O*NET OnLine shows it."""
        return None if self.importance is None else standardised(self.importance, IMPORTANCE)

    @property
    def level_score(self) -> float | None:
        """Level on 0–100, as O*NET OnLine shows it."""
        return None if self.level is None else standardised(self.level, LEVEL)


def strongest(ratings: Sequence[Rating]) -> Sequence[Rating]:
    """The ratings shown before “show all”: those with a score of 50 or more, and at least the first ten (our own rule).

    `ratings` is sorted, highest importance first.
    """
    strong = sum(1 for rating in ratings if (rating.importance_score or 0) >= SHOWN_FROM_SCORE)
    return ratings[: max(strong, SHOWN_AT_LEAST)]


_RATED_BY = {
    "Incumbent": QT_TRANSLATE_NOOP("Ratings", "people who work in this career"),
    "Analyst": QT_TRANSLATE_NOOP("Ratings", "trained job analysts"),
    "Analyst - Transition": QT_TRANSLATE_NOOP("Ratings", "trained job analysts"),
    "Occupational Expert": QT_TRANSLATE_NOOP("Ratings", "experts on this career"),
    "Machine Learning": QT_TRANSLATE_NOOP("Ratings", "a statistical model"),
}


def raters(rated_by: str | None) -> str | None:
    """Who rated, in words: Incumbent → “people who work in this career”. An unknown word is given as it is."""
    known = _RATED_BY.get(rated_by or "")
    return rated_by if known is None else translate("Ratings", known)


def month_and_year(date: str) -> str:
    """MM/YYYY in words: 08/2023 → “August 2023”. Anything else is given as it is."""
    month, _, year = date.partition("/")
    if month.isdecimal() and 1 <= int(month) <= 12 and year.isdecimal():
        return language.month_and_year(int(month), int(year))
    return date


def certainty(figure: float, estimate: Estimate, scale: Scale) -> str:
    """How sure a figure is, as a sentence a student can read. All numbers on 0–100, like the bar beside it.

    `figure` and the bounds of `estimate` are in the units of `scale`.
    """
    if estimate.lower is None or estimate.upper is None:
        return translate("Ratings", "How sure this figure is was not published with it.")
    low, high = (score_words(standardised(bound, scale)) for bound in (estimate.lower, estimate.upper))
    if low == high:
        return translate("Ratings", "All who rated agreed closely: the figure is {0}.").format(
            score_words(standardised(figure, scale))
        )
    return translate("Ratings", "If the survey were done again, the figure would most likely lie between {0} and {1}.").format(
        low, high
    )
