"""A report as a frozen model: what it says, not how it looks. `html.py` and the window's printing both render it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from careerguide.reports.charts import Picture
from careerguide.reports.logo import Logo


class Role(StrEnum):
    """What a paragraph is: the text itself, words that stand out, or small print."""

    BODY = "body"
    STRONG = "strong"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the whole report (`level` 1, once, at its very beginning) or of a part of it, with a line beneath or “”."""

    text: str
    beneath: str
    level: int


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a section, or of a `minor` one within it; levels follow each other without a gap, beneath that of the `Title`."""

    text: str
    level: int
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A running text without line breaks of its own."""

    text: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its name above and what it means beneath; `note` may be “”."""

    name: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts side by side."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under headers; the first cell of a row names it. Columns in `figures` (from 0) hold numbers."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A picture, and the same figures as a table for who cannot see it."""

    picture: Picture
    figures: Table


@dataclass(frozen=True, slots=True)
class Score:
    """A named score of 0–100; `note` is a word of caution or “”."""

    name: str
    score: float
    note: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores as bars; `unit` says what they are, e.g. “importance, 0 to 100”."""

    caption: str
    unit: str
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without an order of its own."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QrBlock:
    """A QR code of `address`, with a name and the address in words beside it."""

    caption: str
    address: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side where there is room, below each other where there is not. `weights` share out the width."""

    columns: tuple[tuple["Block", ...], ...]
    weights: tuple[int, ...]


Block: TypeAlias = Title | Heading | Paragraph | Facts | Table | ChartBlock | Scores | BulletList | QrBlock | PageBreak | Columns


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report.

    `blocks` begins with the only `Title` of level 1. `centre`, `person` and `logo` stand at the head of every page, each empty
    where it is left out; `sources` names the sources in a few words for the foot of every page. `notes` is for who makes the
    report and is not printed: what had to be left out, in sentences.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    centre: str
    person: str
    logo: Logo | None
    sources: str
    made: date
    notes: tuple[str, ...] = ()
