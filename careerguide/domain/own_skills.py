"""What a person can do against what occupations ask: the gap to each, and which are closest. The rules here are our own.

Both sides are on O*NET's level scale, 0–7. A person says a whole level for some of the skills and knowledge areas; what an
occupation asks is its level rating, 0 where the raters called the element not relevant. An element's weight is its importance
score in the occupation, 0–100. Over the elements that the person rated:

    gap    = Σ weight · missing / Σ weight     missing = asked − own, 0 where that is under half a level
    unused = Σ weight · spare / Σ weight       spare = own − asked, 0 where that is under half a level

Both are mean levels, 0–7. Less than half a level cannot be told apart in whole levels. The gap says what is missing. The closest
occupations are those with the smallest gap + unused: by the gap alone, those that ask least of anybody would be closest to
everybody. (On O*NET 29.3, going from an occupation with its own levels, the 20 closest have about a third of the occupations
that O*NET relates to it; the 20 with the smallest gap a tenth.)
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import pstdev

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.ratings import SHOWN_FROM_SCORE, Domain
from careerguide.domain.traits import Trait

HIGHEST_LEVEL = 7
TOLD_APART = 0.5
MOST_IMPORTANT = 10
KNOWN_AT_LEAST = 5

Levels = Mapping[str, float]
"""Own levels, 0–7, by element ID; an element that is not in it is not rated."""


@dataclass(frozen=True, slots=True)
class Element:
    """A skill or knowledge area with its meaning. `name_is_shared` where a skill and a knowledge area have the same name."""

    element_id: str
    name: str
    meaning: str
    domain: Domain
    name_is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Asks:
    """What an occupation asks, in the order of `ElementProfiles.elements`.

    `weights` are importance scores, 0–100, and `levels` 0–7, 0 where not relevant; an element that the occupation is not rated on
    has the weight 0 and no level. `most_important` are the places of its ten most important elements. `traits` are its work styles
    and work values, which are told beside the gap and not counted.
    """

    code: OnetSocCode
    title: str
    job_zone: int | None
    weights: tuple[float, ...]
    levels: tuple[float | None, ...]
    most_important: tuple[int, ...]
    traits: tuple[Trait, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementProfiles:
    """The skills and knowledge areas of a guide, and what each rated occupation asks of them."""

    elements: tuple[Element, ...]
    occupations: tuple[Asks, ...]

    def occupation(self, code: str) -> Asks | None:
        """What the occupation with this code asks; None where it is not rated."""
        return next((asks for asks in self.occupations if asks.code == code), None)


class GapSize(StrEnum):
    """A gap in words, since the figure is not exact enough to be read as one; see `gap_size`."""

    NOTHING = "nothing"
    LITTLE = "little"
    SOME = "some"
    LOT = "lot"


class Preparation(StrEnum):
    """How much preparation another occupation needs, by job zone; UNKNOWN where one of the two has none."""

    SAME = "same"
    MORE = "more"
    LESS = "less"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Near:
    """How near an occupation is. `gap` and `unused` are 0–7; `rated` of its `important` elements (score of 50 or more) are known."""

    asks: Asks
    gap: float
    unused: float
    rated: int
    important: int

    @property
    def size(self) -> GapSize:
        """The gap in words."""
        return gap_size(self.gap)

    @property
    def distance(self) -> float:
        """Gap and what would not be used, together; 0–7."""
        return self.gap + self.unused


@dataclass(frozen=True, slots=True)
class Against:
    """One element: what one has against what is asked, levels 0–7. `weight` is its importance score, 0–100."""

    element: Element
    own: float
    asked: float
    weight: float

    @property
    def missing(self) -> float:
        """Levels that are missing, 0 where less than half a level is."""
        return _told_apart(self.asked - self.own)


@dataclass(frozen=True, slots=True)
class Gaps:
    """An occupation in detail.

    `missing` has what weighs most first (weight · levels missing), `brought` what one has enough of and is asked for, the most
    important first, and `unknown` the elements with an importance score of 50 or more that are not rated, in the same order.
    """

    missing: tuple[Against, ...]
    brought: tuple[Against, ...]
    unknown: tuple[Element, ...]


def asks(
    code: OnetSocCode,
    title: str,
    job_zone: int | None,
    weights: tuple[float, ...],
    levels: tuple[float | None, ...],
    traits: tuple[Trait, ...] = (),
) -> Asks:
    """What an occupation asks, with its ten most important elements; of equally important ones the first."""
    rated = [place for place, weight in enumerate(weights) if weight > 0]
    most_important = sorted(rated, key=lambda place: -weights[place])[:MOST_IMPORTANT]
    return Asks(code, title, job_zone, weights, levels, tuple(most_important), traits)


def whole_level(level: float) -> int:
    """A level as a person would choose it: a whole number, halves up."""
    return math.floor(level + 0.5)


def gap_size(gap: float) -> GapSize:
    """A gap (mean levels, 0–7) in words: nothing below 0.05, a little below 0.35, some below 0.75, a lot from there.

    Of all pairs of occupations in O*NET 29.3, about one in forty has a gap of nothing, a quarter of a little or less, and somewhat
    less than half of a lot.
    """
    if gap < 0.05:
        return GapSize.NOTHING
    return GapSize.LITTLE if gap < 0.35 else GapSize.SOME if gap < 0.75 else GapSize.LOT


def _told_apart(levels: float) -> float:
    return levels if levels >= TOLD_APART else 0.0


def closest(own: Levels, profiles: ElementProfiles) -> tuple[Near, ...]:
    """The occupations of which enough is known, closest first, equal ones by code.

    Enough is known where at least five of an occupation's ten most important elements are rated.
    """
    known = [(place, own[element.element_id]) for place, element in enumerate(profiles.elements) if element.element_id in own]
    places = {place for place, _ in known}
    near = [
        _near(one, known, places) for one in profiles.occupations if len(places.intersection(one.most_important)) >= KNOWN_AT_LEAST
    ]
    return tuple(sorted(near, key=lambda one: (one.distance, one.asks.code)))


def _near(one: Asks, known: Iterable[tuple[int, float]], places: set[int]) -> Near:
    total = missing = spare = 0.0
    for place, own in known:
        weight, asked = one.weights[place], one.levels[place]
        if asked is None:
            continue
        difference = asked - own
        total += weight
        if difference >= TOLD_APART:
            missing += weight * difference
        elif difference <= -TOLD_APART:
            spare -= weight * difference
    important = [place for place, weight in enumerate(one.weights) if weight >= SHOWN_FROM_SCORE]
    return Near(one, missing / total, spare / total, len(places.intersection(important)), len(important))


def gaps(own: Levels, one: Asks, profiles: ElementProfiles) -> Gaps:
    """What is missing for an occupation, what one brings, and what is not known."""
    missing, brought, unknown = [], [], []
    for element, weight, asked in zip(profiles.elements, one.weights, one.levels, strict=True):
        if asked is None:
            continue
        if element.element_id in own:
            against = Against(element, own[element.element_id], asked, weight)
            if weight > 0 and against.missing:
                missing.append(against)
            elif weight >= SHOWN_FROM_SCORE:
                brought.append(against)
        elif weight >= SHOWN_FROM_SCORE:
            unknown.append((weight, element))
    return Gaps(
        tuple(sorted(missing, key=lambda each: -each.weight * each.missing)),
        tuple(sorted(brought, key=lambda each: -each.weight)),
        tuple(element for _, element in sorted(unknown, key=lambda pair: -pair[0])),
    )


def levels_of(one: Asks, profiles: ElementProfiles) -> dict[str, float]:
    """The levels of an occupation as somebody's own, by element ID."""
    pairs = zip(profiles.elements, one.levels, strict=True)
    return {element.element_id: level for element, level in pairs if level is not None}


def near_occupation(here: Asks, profiles: ElementProfiles) -> dict[Preparation, tuple[Near, ...]]:
    """The other occupations, closest first, for somebody who has the levels of `here`; apart by how much preparation they need."""
    found: dict[Preparation, list[Near]] = {preparation: [] for preparation in Preparation}
    for near in closest(levels_of(here, profiles), profiles):
        if near.asks.code != here.code:
            found[_preparation(here.job_zone, near.asks.job_zone)].append(near)
    return {preparation: tuple(near) for preparation, near in found.items()}


def _preparation(here: int | None, there: int | None) -> Preparation:
    if here is None or there is None:
        return Preparation.UNKNOWN
    return Preparation.SAME if here == there else Preparation.MORE if there > here else Preparation.LESS


def telling(profiles: ElementProfiles) -> tuple[Element, ...]:
    """The elements, those that tell occupations apart best first, to begin rating with.

    By the spread (standard deviation over all occupations) of level · importance score / 100, times the square root of the share
    of occupations that have the element among their ten most important: an element that tells much of few helps few people. With
    the first ten rated, enough is known of about three quarters of the occupations of O*NET 29.3.
    """
    often = [0] * len(profiles.elements)
    for one in profiles.occupations:
        for place in one.most_important:
            often[place] += 1

    def tells(place: int) -> float:
        products = [(one.levels[place] or 0) * one.weights[place] / 100 for one in profiles.occupations]
        return pstdev(products) * math.sqrt(often[place]) if products else 0.0

    return tuple(profiles.elements[place] for place in sorted(range(len(often)), key=lambda place: -tells(place)))
