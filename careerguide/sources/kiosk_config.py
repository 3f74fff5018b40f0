"""Reading the kiosk's settings, a TOML file. All that is wrong with it is said at once, each with its line."""

import re
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import time
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from careerguide.domain.errors import KioskConfigError
from careerguide.domain.kiosk import Keyboard, KioskConfig, Look, is_pin_hash
from careerguide.domain.language import LANGUAGES, translate

LARGEST_BYTES = 100_000
LONGEST_TEXT = 200

Check = Callable[[object, Path], object]
"""Makes the value of a setting from what TOML gave, relative paths from a folder. Raises `ValueError` with what is allowed."""


def read_kiosk_config(path: Path) -> KioskConfig:
    """The settings in a file. Raises `KioskConfigError`, one line for each thing that is wrong."""
    text = _text(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KioskConfigError([translate("KioskConfig", "{0}: this is not TOML: {1}.").format(path.name, error)]) from error
    values: dict[str, object] = {}
    problems: list[str] = []
    for key, value in table.items():
        place = translate("KioskConfig", "{0}, line {1}").format(path.name, _line_of(key, text))
        check = _CHECKS.get(key)
        if check is None:
            problems.append(f"{place}: {_unknown(key)}")
            continue
        try:
            values[key] = check(value, path.parent)
        except ValueError as error:
            problems.append(translate("KioskConfig", "{0}: “{1}” {2}.").format(place, key, error))
    if not problems:
        config = KioskConfig(**values)  # type: ignore[arg-type]  # the checks give each field its type
        if config.warning_seconds >= config.idle_seconds:
            problems.append(translate("KioskConfig", "{0}: “warning_seconds” must be less than “idle_seconds”.").format(path.name))
        else:
            return config
    raise KioskConfigError(problems)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            raise KioskConfigError([translate("KioskConfig", "{0}: the file is too large for settings.").format(path)])
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KioskConfigError([translate("KioskConfig", "{0}: this is not a text in UTF-8.").format(path)]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise KioskConfigError(
            [translate("KioskConfig", "{0}: the settings cannot be read ({1}).").format(path, reason)]
        ) from error


def _line_of(key: str, text: str) -> int:
    """The line on which a key of the file stands, counted from 1; tables of a wrong name too."""
    begins = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*(?:[=.\]]|$)""")
    return next((number for number, line in enumerate(text.splitlines(), start=1) if begins.match(line)), 1)


def _unknown(key: str) -> str:
    close = get_close_matches(key, _CHECKS, n=1)
    if close:
        return translate("KioskConfig", "“{0}” is not a setting; did you mean “{1}”?").format(key, close[0])
    return translate("KioskConfig", "“{0}” is not a setting; there are {1}.").format(key, ", ".join(_CHECKS))


# What a value may be


def _words(value: object, folder: Path) -> object:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not value.isprintable():
        raise ValueError(translate("KioskConfig", "must be a text of one line, at most {0} characters").format(LONGEST_TEXT))
    return value


def _switch(value: object, folder: Path) -> object:
    if not isinstance(value, bool):
        raise ValueError(translate("KioskConfig", "must be true or false"))
    return value


def _whole(least: int, most: int) -> Check:
    def check(value: object, folder: Path) -> object:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(translate("KioskConfig", "must be a whole number from {0} to {1}").format(least, most))
        return value

    return check


def _size(value: object, folder: Path) -> object:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 1 <= value <= 2:
        raise ValueError(translate("KioskConfig", "must be a number from 1.0 to 2.0"))
    return float(value)


def _one_of(kind: type[StrEnum]) -> Check:
    def check(value: object, folder: Path) -> object:
        if value not in set(kind):
            raise ValueError(translate("KioskConfig", "must be one of {0}").format(", ".join(f'"{one}"' for one in kind)))
        return kind(str(value))

    return check


def _language(value: object, folder: Path) -> object:
    codes = [language.code for language in LANGUAGES]
    if value not in codes:
        raise ValueError(translate("KioskConfig", "must be one of {0}").format(", ".join(f'"{one}"' for one in codes)))
    return value


def _path(value: object, folder: Path) -> object:
    if not isinstance(value, str) or not value or "\0" in value:
        raise ValueError(translate("KioskConfig", "must be the path of a file or folder"))
    return folder / value


def _clock(value: object, folder: Path) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d\d:\d\d", value):
        with suppress(ValueError):
            value = time.fromisoformat(value)
    if not isinstance(value, time):
        raise ValueError(translate("KioskConfig", "must be a time of day such as 20:00"))
    return value


def _pin(value: object, folder: Path) -> object:
    if not isinstance(value, str) or (value and not is_pin_hash(value)):
        raise ValueError(translate("KioskConfig", "must be what “careerguide kiosk pin” prints, not the PIN itself"))
    return value


_CHECKS: Mapping[str, Check] = {
    "guide": _path,
    "language": _language,
    "other_language": _switch,
    "pin": _pin,
    "idle_seconds": _whole(30, 3600),
    "warning_seconds": _whole(20, 120),
    "centre": _words,
    "logo": _path,
    "message": _words,
    "text_size": _size,
    "look": _one_of(Look),
    "keyboard": _one_of(Keyboard),
    "printing": _switch,
    "printer": _words,
    "most_pages": _whole(1, 50),
    "area": _words,
    "counts": _path,
    "dim_from": _clock,
    "dim_until": _clock,
}


def summary(config: KioskConfig) -> list[str]:
    """The settings as lines “name = value”, the PIN only as set or not."""
    shown = {field.name: getattr(config, field.name) for field in fields(config)}
    shown["pin"] = (
        translate("KioskConfig", "set") if config.pin else translate("KioskConfig", "none: only the system ends the kiosk")
    )
    return [f"{name} = {'' if value is None else value}" for name, value in shown.items()]
