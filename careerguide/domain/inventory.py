"""An interest inventory and its scoring. Theory: Holland (1997); format and scoring: O*NET Interest Profiler, 0–40 a type.

The instrument is data (`careerguide.sources.inventory` reads it): activities that each stand for one of the six types, and the
answers to choose from. How a profile is told to be flat, careless or too close to call is our own; docs/assessment.md has the reasons.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from careerguide.domain.interests import TYPES
from careerguide.domain.language import ENGLISH, QT_TRANSLATE_NOOP, translate
from careerguide.domain.reliability import error_of_measurement, within_noise

Scores = tuple[int, int, int, int, int, int]
"""Scores of a person, 0–40 each, in R-I-A-S-E-C order."""

MOST_POINTS = 40
LETTERS = "".join(name[0] for name in TYPES)

OUR_INVENTORY = QT_TRANSLATE_NOOP("Assessment", "Career Guide interest inventory")
"""The name of the instrument that comes with the program. It is a key, `source_words` is for reading."""

ASSUMED_ALPHA = 0.81
"""Internal consistency of ten items a type that is assumed of an instrument that does not give its own."""
ASSUMED_DEVIATION = 8.3
"""Standard deviation of a type's scores over people, in points of 40, that is assumed in the same way."""
ASSUMED_ERROR = error_of_measurement(ASSUMED_DEVIATION, ASSUMED_ALPHA)
"""The error of measurement of a score that follows, about 3.6 points of 40."""

FLAT_BELOW = 10
"""A profile whose highest and lowest score are less than these points apart has no clear pattern: all six may be the same."""

_ANSWERED = (4, 5)  # at least four of five items of each type
_SAME_ABOVE = (9, 10)  # one answer in more than nine of ten
_FEWEST_SECONDS = 1.0
_ACTIVITIES = " activities"
FROM_A_CODE = QT_TRANSLATE_NOOP("Assessment", "take-home code")
"""What a result that was brought along in a take-home code keeps as its source: the same in every language."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An answer to choose: its value, its label, and what a screen reader says for its picture."""

    value: int
    label: str
    face: str


@dataclass(frozen=True, slots=True)
class Item:
    """An activity that stands for one type (a name of `TYPES`). `schooling` is with what people mostly enter such work."""

    id: str
    type: str
    text: str
    short_form: bool
    schooling: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """An instrument: `anchors` from the least to the most liking, `items` in the order in which they are asked.

    `alphas` are internal consistencies of the whole form by type name, None where nobody has published any; `sem` is the error of
    measurement of a score of the whole form, in points of 40. `language` is that of the wording, as an ISO 639 code; name, version
    and ids are the same in each, so that answers begun in one language go on in another.
    """

    name: str
    version: int
    instruction: str
    anchors: tuple[Anchor, ...]
    items: tuple[Item, ...]
    citation: str
    licence: str
    alphas: Mapping[str, float] | None
    sem: float
    language: str = ENGLISH.code

    @property
    def has_short_form(self) -> bool:
        """Whether some of the items are a form of their own."""
        return any(item.short_form for item in self.items)

    def form(self, short: bool) -> tuple[Item, ...]:
        """The items of the short or of the whole form, in asking order."""
        return tuple(item for item in self.items if item.short_form or not short)

    def error(self, short: bool) -> float:
        """The error of measurement of a score of a form, in points of 40.

        Errors of items are independent, so that of their mean grows by √(items of the whole form / items of the short form).
        """
        return self.sem * math.sqrt(len(self.items) / len(self.form(short))) if self.has_short_form else self.sem


@dataclass(frozen=True, slots=True)
class Scored:
    """A result. `prorated`: some activities were left out, and the others of their type stand for them.

    `flat`: no clear pattern. `same_answer`: one answer in more than nine of ten. `too_fast`: half of the answers took under a second.
    """

    scores: Scores
    prorated: bool
    flat: bool
    same_answer: bool
    too_fast: bool


def score(inventory: Inventory, answers: Mapping[str, int], short: bool, seconds: Sequence[float] = ()) -> Scored | None:
    """The six scores of a form; None where under 80 % of any type are answered.

    A type's score is 40 · mean over its answered items of (value − lowest) / (highest − lowest), rounded half up: with ten items of
    0–4 the sum, with five twice the sum, and with any other number or values scaled alike. Items left out are thereby taken to be
    answered like the rest of their type. `answers` are values by item id; what is no item of the form is not looked at.
    `seconds` are the times that answers took, as far as known.
    """
    form = inventory.form(short)
    lowest, highest = inventory.anchors[0].value, inventory.anchors[-1].value
    points = []
    for name in TYPES:
        items = [item for item in form if item.type == name]
        given = [answers[item.id] - lowest for item in items if item.id in answers]
        if not given or len(given) * _ANSWERED[1] < len(items) * _ANSWERED[0]:
            return None
        most = len(given) * (highest - lowest)
        points.append((2 * MOST_POINTS * sum(given) + most) // (2 * most))
    chosen = Counter(answers[item.id] for item in form if item.id in answers)
    scores = as_scores(points)
    return Scored(
        scores,
        prorated=chosen.total() < len(form),
        flat=is_flat(scores),
        same_answer=max(chosen.values()) * _SAME_ABOVE[1] > chosen.total() * _SAME_ABOVE[0],
        too_fast=bool(seconds) and median(seconds) < _FEWEST_SECONDS,
    )


def source_of(inventory: Inventory, short: bool) -> str:
    """What a result keeps as its source, “Career Guide interest inventory, 30 activities”: the same in every language."""
    return f"{inventory.name}, {len(inventory.form(short))}{_ACTIVITIES}"


def source_words(source: str) -> str:
    """The source of a result in the language in force; what is not of this program is given as it is."""
    if source == FROM_A_CODE:
        return translate("Assessment", FROM_A_CODE)
    name, _, activities = source.rpartition(", ")
    number = activities.removesuffix(_ACTIVITIES)
    if not (number.isdecimal() and activities.endswith(_ACTIVITIES)):
        return source
    return translate("Assessment", "{0}, {1} activities").format(translate("Assessment", name), number)


def as_scores(points: Iterable[int]) -> Scores:
    """Six numbers as scores. Raises ValueError for any other count."""
    realistic, investigative, artistic, social, enterprising, conventional = points
    return realistic, investigative, artistic, social, enterprising, conventional


def is_flat(scores: Scores) -> bool:
    """Whether the six are so close (under 10 points of 40) that the measurement cannot tell even the outermost two apart."""
    return max(scores) - min(scores) < FLAT_BELOW


def code_with_ties(scores: Scores) -> tuple[str, ...]:
    """The letters that have a place among the first three, highest first; letters with the same score stand together.

    (30, 20, 20, 10, 5, 0) → ("R", "IA"), and (30, 20, 10, 10, 10, 0) → ("R", "I", "ASE"). Within a tie in R-I-A-S-E-C order.
    """
    groups: list[str] = []
    for points in sorted(set(scores), reverse=True):
        if sum(map(len, groups)) >= 3:
            break
        groups.append("".join(letter for letter, own in zip(LETTERS, scores, strict=True) if own == points))
    return tuple(groups)


def three_letters(scores: Scores) -> str:
    """The first three letters, e.g. “RIA”. A tie is cut in R-I-A-S-E-C order, so show it beside `code_with_ties`."""
    return "".join(code_with_ties(scores))[:3]


def too_close(scores: Scores, sem: float) -> tuple[tuple[str, str], ...]:
    """Neighbors among the first four places whose difference is within the error of measurement (`within_noise`), highest first.

    Pairs of letters. As long as there is one, another sitting could give another three-letter code.
    """
    ranked = sorted(zip(scores, LETTERS, strict=True), key=lambda each: -each[0])[:4]
    noise = within_noise(sem)
    return tuple((higher[1], lower[1]) for higher, lower in pairwise(ranked) if higher[0] - lower[0] < noise)
