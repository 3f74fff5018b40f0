"""A scale from figures to places, with round numbers to mark it."""

from dataclasses import dataclass
from math import ceil, floor, log10

_SMALLEST = 1e-300
"""A smaller step cannot be told apart from none."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Figures from `low` to `high` on pixels from `left` to `right`; `ticks` are round figures within."""

    low: float
    high: float
    left: float
    right: float
    ticks: tuple[float, ...]

    def place(self, figure: float) -> float:
        """Where a figure stands."""
        return self.left + (self.right - self.left) * (figure - self.low) / (self.high - self.low)


def axis(lowest: float, highest: float, left: float, right: float, label_width: float) -> Axis:
    """An axis that holds `lowest` to `highest` and ends in round numbers; its labels, `label_width` wide, do not touch.

    `lowest` must not be above `highest`.
    """
    room = max(int((right - left) // (label_width * 1.3)), 1)
    span = (highest - lowest) or abs(highest) or 1.0
    step = _round_step(max(span / room, _SMALLEST))
    first, last = floor(lowest / step + 1e-9), ceil(highest / step - 1e-9)
    last = max(last, first + 1)
    ticks = tuple(step * number for number in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], left, right, ticks)


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is at least `least`."""
    power: float = 10.0 ** floor(log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))
