"""What a career center adds to the guide: never in the place of official content, always with its own source and date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from careerguide.domain.language import day_words, translate

if TYPE_CHECKING:
    from careerguide.domain.content_words import OccupationWords

ALL = "all"
"""In place of codes: every occupation."""


class Kind(StrEnum):
    """What an entry is, by the name of its table in the center's file. In this order they are shown."""

    CORRECTIONS = "corrections"
    PROGRAMS = "programs"
    EMPLOYERS = "employers"
    ASSESSMENTS = "assessments"
    CONTACTS = "contacts"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Entry:
    """`occupations` are codes, beginnings of codes, or “all”; `text`, `address`, `phone` and `web` are “” where not given."""

    kind: Kind
    occupations: tuple[str, ...]
    title: str
    source: str
    day: date
    text: str = ""
    address: str = ""
    phone: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class CenterPart:
    """What the center says of one occupation. `contact` are lines on how to reach it."""

    name: str
    contact: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Translated:
    """A center's translation of an occupation's texts."""

    words: "OccupationWords"
    source: str
    day: date


@dataclass(frozen=True, slots=True)
class CenterContent:
    """The center's file. `translations` are by code of the language and of the occupation."""

    name: str
    contact: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    translations: Mapping[str, Mapping[str, Translated]] = field(default_factory=dict)

    def about(self, code: str) -> CenterPart | None:
        """What is said of an occupation, by kind and in the file's order; None for nothing."""
        order = list(Kind)
        found = [one for one in self.entries if any(begin == ALL or code.startswith(begin) for begin in one.occupations)]
        found.sort(key=lambda one: order.index(one.kind))
        return CenterPart(self.name, self.contact, tuple(found)) if found else None

    def words_in(self, language: str) -> "dict[str, OccupationWords]":
        """The center's translations into a language, by code of the occupation."""
        return {code: one.words for code, one in self.translations.get(language, {}).items()}


def kind_words(kind: Kind) -> str:
    """The heading above entries of a kind."""
    return {
        Kind.CORRECTIONS: translate("CenterContent", "Otherwise than it says here"),
        Kind.PROGRAMS: translate("CenterContent", "Training near here"),
        Kind.EMPLOYERS: translate("CenterContent", "Employers near here"),
        Kind.ASSESSMENTS: translate("CenterContent", "More assessments"),
        Kind.CONTACTS: translate("CenterContent", "Whom to ask"),
        Kind.NOTES: translate("CenterContent", "Good to know"),
    }[kind]


def part_heading(part: CenterPart) -> str:
    """The heading above all that a center says."""
    return translate("CenterContent", "From {0}").format(part.name)


def not_official() -> str:
    """Said beneath that heading."""
    return translate("CenterContent", "Added by your center. Not from O*NET or the Bureau of Labor Statistics.")


def entry_lines(entry: Entry) -> list[str]:
    """What stands beneath an entry's title: its text, how to reach it, and where it is from."""
    reach = " · ".join(part for part in (entry.address, entry.phone, entry.web) if part)
    origin = translate("CenterContent", "Source: {0}, {1}").format(entry.source, day_words(entry.day))
    return [line for line in (entry.text, reach, origin) if line]
