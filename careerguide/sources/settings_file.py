"""Settings that an administrator writes as a TOML file: read as a whole, and all that is wrong said at once, each with its line."""

import re
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import time
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

from careerguide.domain.errors import SettingsFileError
from careerguide.domain.language import LANGUAGES, translate

LARGEST_BYTES = 100_000
LONGEST_TEXT = 200
_LONGEST_QUOTE = 120

Check = Callable[[object, Path], object]
"""Makes the value of a setting from what TOML gave, relative paths from a folder. Raises `ValueError` with what is allowed."""


def read_toml(path: Path, largest: int = LARGEST_BYTES) -> tuple[str, dict[str, Any]]:
    """The text of a file of at most `largest` bytes, and what TOML makes of it. Raises `SettingsFileError`."""
    text = _text(path, largest)
    try:
        return text, tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # not only TOMLDecodeError: numbers and brackets without end
        raise SettingsFileError(
            [translate("SettingsFile", "{0}: this is not TOML: {1}.").format(path.name, str(error)[:_LONGEST_QUOTE])]
        ) from error


def checked(
    table: Mapping[str, object], checks: Mapping[str, Check], path: Path, text: str, begin: int = 1
) -> tuple[dict[str, object], list[str]]:
    """The settings of a table that are right, and a sentence for each that is not. The table stands from line `begin` on."""
    values: dict[str, object] = {}
    problems: list[str] = []

    def place(key: str) -> str:
        return translate("SettingsFile", "{0}, line {1}").format(path.name, line_of(key, text, begin))

    for key, value in table.items():
        check = checks.get(key)
        if check is None:
            problems.append(f"{place(key)}: {unknown(key, checks)}")
            continue
        try:
            values[key] = check(value, path.parent)
        except ValueError as error:
            problems.append(translate("SettingsFile", "{0}: “{1}” {2}.").format(place(key), key, error))
    return values, problems


def _text(path: Path, largest: int) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
        if len(data) > largest:
            raise SettingsFileError([translate("SettingsFile", "{0}: the file is too large.").format(path)])
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsFileError([translate("SettingsFile", "{0}: this is not a text in UTF-8.").format(path)]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SettingsFileError([translate("SettingsFile", "{0}: the file cannot be read ({1}).").format(path, reason)]) from error


def line_of(key: str, text: str, begin: int = 1) -> int:
    """The line on which a key stands, counted from 1 and looked for from `begin` on; tables of a wrong name too."""
    begins = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*(?:[=.\]]|$)""")
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if number >= begin and begins.match(line)), begin)


def unknown(key: str, known: Mapping[str, object]) -> str:
    """A sentence on a setting that there is not."""
    quote = key[:_LONGEST_QUOTE]
    close = get_close_matches(quote, known, n=1)
    if close:
        return translate("SettingsFile", "“{0}” is not a setting; did you mean “{1}”?").format(quote, close[0])
    return translate("SettingsFile", "“{0}” is not a setting; there are {1}.").format(quote, ", ".join(known))


# What a value may be


def words(value: object, folder: Path) -> object:
    """A text of one line."""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not value.isprintable():
        raise ValueError(translate("SettingsFile", "must be a text of one line, at most {0} characters").format(LONGEST_TEXT))
    return value


def switch(value: object, folder: Path) -> object:
    """true or false."""
    if not isinstance(value, bool):
        raise ValueError(translate("SettingsFile", "must be true or false"))
    return value


def whole(least: int, most: int) -> Check:
    """A whole number within limits."""

    def check(value: object, folder: Path) -> object:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(translate("SettingsFile", "must be a whole number from {0} to {1}").format(least, most))
        return value

    return check


def size(value: object, folder: Path) -> object:
    """A size of the text, 1.0–2.0."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 1 <= value <= 2:
        raise ValueError(translate("SettingsFile", "must be a number from 1.0 to 2.0"))
    return float(value)


def one_of(kind: type[StrEnum]) -> Check:
    """One of the values of an enumeration."""

    def check(value: object, folder: Path) -> object:
        if not isinstance(value, str) or value not in set(kind):
            raise ValueError(translate("SettingsFile", "must be one of {0}").format(", ".join(f'"{one}"' for one in kind)))
        return kind(str(value))

    return check


def language(value: object, folder: Path) -> object:
    """The code of a language."""
    codes = [language.code for language in LANGUAGES]
    if value not in codes:
        raise ValueError(translate("SettingsFile", "must be one of {0}").format(", ".join(f'"{one}"' for one in codes)))
    return value


def path(value: object, folder: Path) -> object:
    """A path, from the file's folder where it is relative."""
    if not isinstance(value, str) or not value or "\0" in value:
        raise ValueError(translate("SettingsFile", "must be the path of a file or folder"))
    return folder / value


def clock(value: object, folder: Path) -> object:
    """A time of day."""
    if isinstance(value, str) and re.fullmatch(r"\d\d:\d\d", value):
        with suppress(ValueError):
            value = time.fromisoformat(value)
    if not isinstance(value, time):
        raise ValueError(translate("SettingsFile", "must be a time of day such as 20:00"))
    return value
