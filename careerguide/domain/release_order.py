"""Whether a release is newer or older than another, by the numbers in their names."""

import re
from collections.abc import Iterable
from enum import Enum


class Standing(Enum):
    """How a release stands to the one in use; `FIRST` where none is in use."""

    NEWER = "newer"
    SAME = "same"
    OLDER = "older"
    UNTOLD = "untold"
    FIRST = "first"


def standing(names: Iterable[str], in_use: str) -> Standing:
    """How a release, by its name or those of its files, stands to the one in use, “” for none: `db_30_0_text.zip` is newer than 29.3.

    Of years the last two digits count, as in `oesm25nat.zip` of May 2025; of several files the newest counts. Names without numbers
    tell nothing.
    """
    if not in_use:
        return Standing.FIRST
    told, used = max(map(_numbers, names), default=[]), _numbers(in_use)
    if not told or not used:
        return Standing.UNTOLD
    if told == used:
        return Standing.SAME
    return Standing.NEWER if told > used else Standing.OLDER


def _numbers(name: str) -> list[int]:
    return [int(digits[-2:]) for digits in re.findall(r"\d+", name)]
