"""What a career center adds to the guide: never in the place of official content, always with its own source and date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from careerguide.domain.language import day_words, listing, translate

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
    """`occupations` are codes, beginnings of codes, or “all”; `text`, `address`, `phone` and `web` are “” where not given.

    `line` is where it begins in the center's file, counted from 1, 0 where it is from no file.
    """

    kind: Kind
    occupations: tuple[str, ...]
    title: str
    source: str
    day: date
    text: str = ""
    address: str = ""
    phone: str = ""
    web: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class CenterPart:
    """What the center says of one occupation. `contact` are lines on how to reach it."""

    name: str
    contact: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose words they are, and of which day."""

    source: str
    day: date


class Text(StrEnum):
    """What of an occupation can be translated."""

    TITLE = "title"
    SUMMARY = "summary"
    ALSO_CALLED = "also_called"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Translation:
    """Which texts on a page are a center's translation, at least one, and whose words they are."""

    origin: Origin
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Translated:
    """A center's translation of an occupation's texts, its origin with them, and the line of the center's file where it begins."""

    words: "OccupationWords"
    line: int


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
        """The center's translations into a language, each with its origin, by code of the occupation."""
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


def translation_line(translation: Translation) -> str:
    """Said above texts that a center has translated."""
    names = {
        Text.TITLE: translate("CenterContent", "title"),
        Text.SUMMARY: translate("CenterContent", "description"),
        Text.ALSO_CALLED: translate("CenterContent", "other titles"),
        Text.TASKS: translate("CenterContent", "tasks"),
    }
    words = translate("CenterContent", "Translated by {0}, {1}: {2}. Not an official translation.")
    day = day_words(translation.origin.day)
    return words.format(translation.origin.source, day, listing([names[text] for text in translation.texts]))
