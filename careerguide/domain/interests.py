"""The six interest types (RIASEC) of an occupation. Theory: Holland (1997); scores: O*NET Occupational Interests, 1–7."""

from collections.abc import Sequence
from dataclasses import dataclass

from careerguide.domain.language import QT_TRANSLATE_NOOP, translate

TYPES = (
    QT_TRANSLATE_NOOP("Interests", "Realistic"),
    QT_TRANSLATE_NOOP("Interests", "Investigative"),
    QT_TRANSLATE_NOOP("Interests", "Artistic"),
    QT_TRANSLATE_NOOP("Interests", "Social"),
    QT_TRANSLATE_NOOP("Interests", "Enterprising"),
    QT_TRANSLATE_NOOP("Interests", "Conventional"),
)
"""The names of the types as releases have them, in R-I-A-S-E-C order; they are keys, `type_name` is for reading."""


def type_name(name: str) -> str:
    """The name of a type in the language in force."""
    return translate("Interests", name)


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
