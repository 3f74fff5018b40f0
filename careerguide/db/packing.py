"""Lists of numbers as bytes, for the search index: little-endian, of one kind of the array module."""

from array import array
from collections.abc import Iterable
from sys import byteorder
from typing import Literal

KINDS = ("title", "reported", "short", "alternate")
"""The kinds of titles, by the number that stands for them in the index."""


def packed(kind: str, numbers: Iterable[float]) -> bytes:
    """Numbers of one kind (of the array module) as little-endian bytes."""
    values = array(kind, numbers)
    if byteorder == "big":
        values.byteswap()
    return values.tobytes()


def integers(kind: Literal["B", "H", "I"], data: bytes) -> "array[int]":
    """The whole numbers that `packed` packed."""
    values: array[int] = array(kind)
    values.frombytes(data)
    if byteorder == "big":
        values.byteswap()
    return values


def reals(data: bytes) -> "array[float]":
    """The numbers that `packed` packed as “f”."""
    values: array[float] = array("f")
    values.frombytes(data)
    if byteorder == "big":
        values.byteswap()
    return values
