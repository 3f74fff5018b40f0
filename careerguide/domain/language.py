"""The language in force: how the program says a sentence, a number and a day in it. English is what stands in the code.

This is the one thing that the whole program shares, as Qt's translators are: a sentence can be made anywhere, on any thread. The
window sets it (careerguide/ui/languages.py); the command line stays English, as its contract promises.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the program as it is used in the United States. `code` is its ISO 639 code, `name` its name in itself.

    `group` and `point` stand between thousands and before decimals (CLDR 46: en-US and es-US, both 1,234.5).
    """

    code: str
    name: str
    group: str = ","
    point: str = "."


ENGLISH = Language("en", "English")
SPANISH = Language("es", "Español")
LANGUAGES = (ENGLISH, SPANISH)
_SOUND_OF_I = re.compile(r"h?[ií](?!e)", re.IGNORECASE)

Translator = Callable[[str, str], str]
"""Gives a text of a context in the language in force."""


def as_written(context: str, text: str) -> str:
    """The translator of English."""
    return text


_language = ENGLISH
_translator: Translator = as_written


def speak(language: Language, translator: Translator) -> None:
    """Use a language from now on."""
    global _language, _translator
    _language, _translator = language, translator


def in_force() -> Language:
    """The language spoken now."""
    return _language


def translate(context: str, text: str) -> str:
    """A text in the language in force. Both are literals where this is called, so that they are found for translation."""
    return _translator(context, text)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text of a constant, under the name by which Qt's tools find it; whoever shows it calls `translate`."""
    return text


def number(value: float, decimals: int = 0) -> str:
    """A number for reading, with thousands apart: 1,234.5."""
    english = f"{value:,.{decimals}f}"
    return english.translate({ord(","): _language.group, ord("."): _language.point})


def listing(items: Sequence[str]) -> str:
    """Names one after the other: “a, b and c”; “” for none. Before the sound of i Spanish says “e” for “y”."""
    if len(items) < 2:
        return "".join(items)
    *first, last = items
    both = translate("Listing", "{0} and {1}").format(", ".join(first), last)
    is_i = _language is SPANISH and _SOUND_OF_I.match(last)
    return both.removesuffix(f" y {last}") + f" e {last}" if is_i and both.endswith(f" y {last}") else both


def day_words(day: date) -> str:
    """A day for reading: “November 27, 2026”."""
    return translate("Dates", "{month} {day}, {year}").format(month=month_names()[day.month - 1], day=day.day, year=day.year)


def month_and_year(month: int, year: int) -> str:
    """A month (1–12) for reading: “August 2023”."""
    return translate("Dates", "{month} {year}").format(month=month_names()[month - 1], year=year)


def month_names() -> tuple[str, ...]:
    """The twelve months, as they are written within a date."""
    return (
        translate("Dates", "January"),
        translate("Dates", "February"),
        translate("Dates", "March"),
        translate("Dates", "April"),
        translate("Dates", "May"),
        translate("Dates", "June"),
        translate("Dates", "July"),
        translate("Dates", "August"),
        translate("Dates", "September"),
        translate("Dates", "October"),
        translate("Dates", "November"),
        translate("Dates", "December"),
    )
