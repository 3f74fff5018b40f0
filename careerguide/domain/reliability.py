"""How far a score can be trusted: internal consistency, and the error of measurement that follows from it."""

import math
from collections.abc import Sequence
from statistics import variance

SURE = 1.96
"""Standard errors within which a normal error stays 95 times in 100."""


def cronbach_alpha(answers: Sequence[Sequence[float]]) -> float | None:
    """The internal consistency of the items of one scale; `answers` has a row a person with the same items in each.

    alpha = k / (k − 1) · (1 − Σ variances of the items / variance of the sums), with sample variances over persons (Cronbach 1951).
    At most 1; it may be negative. None for fewer than two persons or two items, and where all sums are the same. Raises ValueError
    for rows of different lengths.
    """
    items = [list(column) for column in zip(*answers, strict=True)]
    if len(answers) < 2 or len(items) < 2:
        return None
    of_sums = variance([math.fsum(row) for row in answers])
    if of_sums == 0:
        return None
    return len(items) / (len(items) - 1) * (1 - math.fsum(map(variance, items)) / of_sums)


def error_of_measurement(deviation: float, alpha: float) -> float:
    """The standard error of a score, SD · √(1 − α), in the score's own unit (classical test theory).

    `deviation` is the standard deviation of the scores over persons; an alpha below 0 counts as 0.
    """
    return deviation * math.sqrt(1 - min(max(alpha, 0.0), 1.0))


def within_noise(error: float) -> float:
    """The smallest difference of two scores of one person that is more than error of measurement: 1.96 · √2 · error.

    With an error of 3.6 of 40 that is 10. In the score's own unit.
    """
    return SURE * math.sqrt(2) * error
