"""Work styles and work values of an occupation: what helps in it, and what it gives people.

O*NET rates work styles by importance (scale IM, 1–5, 16 styles to release 30.0) or by impact (WI, −3 to +3, 21 styles from 30.1),
and work values by extent (EX, 1–7; six values, no longer renewed and left out from 30.3). All are shown on 0–100.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from careerguide.domain.ratings import IMPORTANCE, SHOWN_FROM_SCORE, Scale, standardised

STYLE_SCALES = {"IM": IMPORTANCE, "WI": Scale(-3, 3)}
VALUE_SCALES = {"EX": Scale(1, 7)}


class TraitKind(StrEnum):
    """A work style or a work value; both kinds have an “Independence”."""

    WORK_STYLE = "work_style"
    WORK_VALUE = "work_value"


@dataclass(frozen=True, slots=True)
class Trait:
    """A work style or work value of an occupation; `score` is 0–100."""

    kind: TraitKind
    name: str
    meaning: str
    score: float
    element_id: str = ""


_MOST = {TraitKind.WORK_STYLE: 5, TraitKind.WORK_VALUE: 3}


def kind_and_score(scale: str, value: float) -> tuple[TraitKind, float]:
    """Which kind a figure on this scale is about, and the figure on 0–100. `scale` is one of those above."""
    if scale in VALUE_SCALES:
        return TraitKind.WORK_VALUE, standardised(value, VALUE_SCALES[scale])
    return TraitKind.WORK_STYLE, standardised(value, STYLE_SCALES[scale])


def strongest_traits(traits: Iterable[Trait], kind: TraitKind) -> tuple[Trait, ...]:
    """The five strongest styles or three strongest values with a score of at least 50 (our own rule), equal ones by name."""
    strong = (trait for trait in traits if trait.kind is kind and trait.score >= SHOWN_FROM_SCORE)
    return tuple(sorted(strong, key=lambda trait: (-trait.score, trait.name))[: _MOST[kind]])
