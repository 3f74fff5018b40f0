"""The six interest types (RIASEC) of an occupation. Theory: Holland (1997); scores: O*NET Occupational Interests, 1–7."""

from collections.abc import Sequence
from dataclasses import dataclass

TYPES = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")


@dataclass(frozen=True, slots=True)
class Interest:
    """How well one interest type describes an occupation; `score` is 1–7."""

    name: str
    description: str
    score: float


def strongest_first(interests: Sequence[Interest]) -> tuple[Interest, ...]:
    """Sorted by score, highest first; equal scores stay in R-I-A-S-E-C order."""
    return tuple(sorted(interests, key=lambda interest: -interest.score))


def interest_code(interests: Sequence[Interest]) -> str:
    """The first letters of the three strongest types, e.g. “CER”; “” for no interests. `interests` is strongest first."""
    return "".join(interest.name[0] for interest in interests[:3])
