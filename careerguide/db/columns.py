"""The types of a guide's columns: a value of another kind is a fault where it is read, and not only where it is shown.

SQLite keeps any kind of value in any column, so that a damaged or a forged file can have text where a number belongs.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Dialect, Float, Integer, String


def _real(value: Any) -> float | None:
    if value is None or (isinstance(value, float) and value - value == 0.0):  # which infinity is not
        return value
    raise ValueError(value)


def _whole(value: Any) -> int | None:
    if value is None or isinstance(value, int):
        return value
    raise ValueError(value)


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise ValueError(value)


class Real(Float[float]):
    """Finite numbers. Reading raises ValueError for anything else."""

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], float | None]:
        """What checks each value."""
        return _real


class Whole(Integer):
    """Whole numbers. Reading raises ValueError for anything else."""

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], int | None]:
        """What checks each value."""
        return _whole


class Text(String):
    """Texts. Reading raises ValueError for anything else."""

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None]:
        """What checks each value."""
        return _text
