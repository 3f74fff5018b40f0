"""Whether a release is newer or older than another, by the numbers in their names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from careerguide.domain.page import Source

OFFICIAL = {"onet": "O*NET", "oews": "OEWS", "projections": "Employment Projections"}
"""The official sources: how files call them → how a guide does."""


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


def standings(offered: Mapping[str, Sequence[str]], in_use: Iterable[Source]) -> dict[str, Standing]:
    """How what is offered, source → release or names of files, stands to what is in use."""
    used = {source.name: source.release for source in in_use}
    return {name: standing(names, used.get(name, "")) for name, names in offered.items()}


def brings_more(offered: Mapping[str, Sequence[str]], in_use: Sequence[Source]) -> bool:
    """Whether any of what is offered is newer by its names than what is in use, or there is none of it in use."""
    return not {Standing.NEWER, Standing.FIRST}.isdisjoint(standings(offered, in_use).values())


def _numbers(name: str) -> list[int]:
    return [int(digits[-2:]) for digits in re.findall(r"\d+", name)]
