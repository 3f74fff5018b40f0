"""How well an occupation fits a person's interests: correlation of two profiles of six, in bands, and how firmly a band holds.

The O*NET Interest Profiler compares the six scores of a person with the six of an occupation by Pearson's correlation (O*NET
Resource Center, Interest Profiler manuals); of four indices it was also the best predictor of satisfaction (J. Career Assessment
2020, 10.1177/1069072720909825). It looks at the shape of a profile only: neither who likes everything nor the scale matters.
Bands, firmness and the fallback for a flat profile are our own.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from statistics import pvariance

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.inventory import LETTERS, MOST_POINTS, Scores, is_flat

Profile = tuple[float, float, float, float, float, float]
"""Interest scores of an occupation, 1–7 each, in R-I-A-S-E-C order (O*NET Occupational Interests)."""

REDRAWS = 1000
SHOWN_AT_LEAST = 10

_TELLING = 0.05
_SEED = 1959  # of Holland's first paper on the theory; any would do
_FLAT = 1e-9
_DECIMALS = 12  # what is left after the errors of floating point: profiles of one shape have a correlation of exactly 1


class Fit(StrEnum):
    """A band of the correlation."""

    GREAT = "great"
    GOOD = "good"
    FAIR = "fair"
    OTHER = "other"


LOWEST_R: Mapping[Fit, float] = {Fit.GREAT: 0.729, Fit.GOOD: 0.608, Fit.FAIR: 0.426, Fit.OTHER: -math.inf}
"""The lowest correlation of each band: those that six pairs of unrelated scores reach in 5, 10 and 20 of 100 cases.

These are the one-tailed critical values for n = 6: r = t / √(4 + t²) with t of 4 degrees of freedom.
"""


@dataclass(frozen=True, slots=True)
class Match:
    """An occupation for a person. `r` is −1 to 1, and 0 where there is no correlation because a profile is flat.

    `firmness` is the share of redraws, 0–1, in which the occupation stays in its band; None where it was not asked for.
    """

    code: OnetSocCode
    fit: Fit
    r: float
    firmness: float | None


def fit_of(r: float | None) -> Fit:
    """The band of a correlation; `Fit.OTHER` for none."""
    if r is not None:
        for fit, lowest in LOWEST_R.items():
            if r >= lowest:
                return fit
    return Fit.OTHER


def _direction(profile: Sequence[float]) -> Profile | None:
    """The deviations from the profile's mean, brought to a length of 1; None for a flat profile."""
    a, b, c, d, e, f = profile
    mean = (a + b + c + d + e + f) / 6
    a, b, c, d, e, f = a - mean, b - mean, c - mean, d - mean, e - mean, f - mean
    length = math.sqrt(a * a + b * b + c * c + d * d + e * e + f * f)
    return (a / length, b / length, c / length, d / length, e / length, f / length) if length > _FLAT else None


def correlation(person: Sequence[float], occupation: Sequence[float]) -> float | None:
    """Pearson's r of two profiles of six, −1 to 1: Σ dᵢeᵢ / √(Σ dᵢ² · Σ eᵢ²), d and e the deviations from each profile's own mean.

    None where either is flat. Profiles of the same shape give exactly 1, on whichever scales they are.
    """
    ours, theirs = _direction(person), _direction(occupation)
    if ours is None or theirs is None:
        return None
    return round(sum(own * other for own, other in zip(ours, theirs, strict=True)), _DECIMALS)


def rank(scores: Scores, profiles: Mapping[OnetSocCode, Profile]) -> tuple[Match, ...]:
    """All occupations by r, the best first, equal ones by code; a flat occupation stands where r is 0.

    A person without a clear pattern (`is_flat`) gets none in a band: `_without_pattern`.
    """
    ours = _direction(scores)
    if ours is None or is_flat(scores):
        return _without_pattern(profiles)
    a, b, c, d, e, f = ours
    found = []
    for code, profile in profiles.items():
        theirs = _direction(profile)
        if theirs is None:
            found.append((0.0, code))
            continue
        u, v, w, x, y, z = theirs
        found.append((-round(a * u + b * v + c * w + d * x + e * y + f * z, _DECIMALS), code))
    found.sort()
    return tuple([Match(code, fit_of(-negative), -negative, None) for negative, code in found])


def _without_pattern(profiles: Mapping[OnetSocCode, Profile]) -> tuple[Match, ...]:
    """For browsing: the occupations that mix the six types most evenly (smallest variance) first, equal ones by code."""
    evenness = sorted((round(pvariance(profile), _DECIMALS), code) for code, profile in profiles.items())
    return tuple(Match(code, Fit.OTHER, 0.0, None) for _, code in evenness)


def best(matches: Sequence[Match], at_least: int = SHOWN_AT_LEAST) -> tuple[Match, ...]:
    """Those in a band, and where these are few, the next ones up to `at_least`. Never empty where there are occupations."""
    in_a_band = sum(match.fit is not Fit.OTHER for match in matches)
    return tuple(matches[: max(in_a_band, at_least)])


def ready_for(
    matches: Iterable[Match], zones: Mapping[OnetSocCode, int | None], zone: int
) -> tuple[tuple[Match, ...], frozenset[OnetSocCode]]:
    """The matches up to and including a job zone, and the codes among them of which no zone is known: these are kept, so say so."""
    kept = tuple(match for match in matches if (zones.get(match.code) or 0) <= zone)
    return kept, frozenset(match.code for match in kept if zones.get(match.code) is None)


def with_firmness(
    scores: Scores, matches: Sequence[Match], profiles: Mapping[OnetSocCode, Profile], sem: float, redraws: int = REDRAWS
) -> tuple[Match, ...]:
    """The matches with their firmness, 0–1: in what share of redraws each stays in its band.

    A redraw adds to each score a normal error of the standard deviation `sem` (points of 40) and keeps it within 0–40. A second
    sitting differs by more than that, since the first has an error too, so that firmness is the most one can hope for
    (docs/assessment.md has figures). The draws have a fixed seed: the same scores always have the same firmness. It costs time by
    matches · redraws: ask for what a screen shows. A redraw that comes out flat is in no band. A person without a clear pattern has
    no bands and therefore no firmness.
    """
    if is_flat(scores):
        return tuple(matches)
    draws = _redraws(scores, sem, redraws)
    return tuple(replace(match, firmness=_share(match.fit, profiles[match.code], draws) / redraws) for match in matches)


def _redraws(scores: Scores, sem: float, count: int) -> list[Profile]:
    """Directions of redrawn scores; a flat one points nowhere."""
    chance = Random(_SEED)
    nowhere = (0.0,) * 6
    draws = ([min(max(score + chance.gauss(0, sem), 0.0), MOST_POINTS) for score in scores] for _ in range(count))
    return [_direction(draw) or nowhere for draw in draws]


def _share(fit: Fit, profile: Profile, draws: Sequence[Profile]) -> int:
    """In how many of the draws an occupation is in a band."""
    u, v, w, x, y, z = _direction(profile) or (0.0,) * 6
    edges = list(LOWEST_R.values())
    place = list(LOWEST_R).index(fit)
    lowest, below = edges[place], edges[place - 1] if place else math.inf
    within = 0
    for a, b, c, d, e, f in draws:
        if lowest <= a * u + b * v + c * w + d * x + e * y + f * z < below:
            within += 1
    return within


@dataclass(frozen=True, slots=True)
class Part:
    """What one type adds to a correlation.

    `person` is the deviation of the score from the mean of the six, in points of 40, `occupation` the same in points of 1–7, `product`
    the two multiplied, and `of_r` what it is of r: the six `of_r` sum to r.
    """

    letter: str
    person: float
    occupation: float
    product: float
    of_r: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why an occupation fits or does not: r = `numerator` / (`person_length` · `occupation_length`).

    `parts` are the six in R-I-A-S-E-C order, their products sum to the numerator, and the lengths are √ of the sums of squares of
    each side's deviations. The four strings are letters, those that matter most first: what is above the own mean for both, below it
    for both, above it for the person alone, above it for the occupation alone. A type that moves r by less than 0.05 is in none.
    """

    r: float
    parts: tuple[Part, ...]
    numerator: float
    person_length: float
    occupation_length: float
    both: str
    neither: str
    only_person: str
    only_occupation: str


def explain(scores: Scores, profile: Profile) -> Why | None:
    """What the correlation of a person and an occupation is made of; None where there is none because one of them is flat."""
    r = correlation(scores, profile)
    if r is None:
        return None
    ours, theirs = _deviations(scores), _deviations(profile)
    products = [own * other for own, other in zip(ours, theirs, strict=True)]
    lengths = math.hypot(*ours), math.hypot(*theirs)
    of_r = [product / lengths[0] / lengths[1] for product in products]
    parts = tuple(Part(*part) for part in zip(LETTERS, ours, theirs, products, of_r, strict=True))
    telling = sorted((part for part in parts if abs(part.of_r) >= _TELLING), key=lambda part: -abs(part.of_r))

    def letters(person_above: bool, occupation_above: bool) -> str:
        return "".join(
            part.letter for part in telling if (part.person > 0) is person_above and (part.occupation > 0) is occupation_above
        )

    return Why(
        r,
        parts,
        math.fsum(products),
        *lengths,
        letters(True, True),
        letters(False, False),
        letters(True, False),
        letters(False, True),
    )


def _deviations(profile: Sequence[float]) -> list[float]:
    mean = math.fsum(profile) / len(profile)
    return [value - mean for value in profile]
