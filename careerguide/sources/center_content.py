"""Reading a career center's own content, a TOML file that stands beside the guide and survives every update of it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from careerguide.domain.center_content import ALL, CenterContent, Entry, Kind, Origin, Translated
from careerguide.domain.codes import is_onet_soc
from careerguide.domain.content_words import OccupationWords
from careerguide.domain.errors import SettingsFileError
from careerguide.domain.language import ENGLISH, LANGUAGES, translate
from careerguide.sources.settings_file import Check, checked, read_toml, unknown, words

LARGEST_BYTES = 2_000_000
MOST_ENTRIES = 5_000
MOST_PROBLEMS = 10
LONGEST_TEXT = 2_000
_LONGEST_CODE = 40
_CODES = re.compile(r"\d\d-(\d{4}(\.\d\d)?)?|\d\d-\d{1,3}", re.ASCII)
_KEY = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_CENTER = "center"
_TRANSLATIONS = "translations"


def read_center_content(file: Path) -> CenterContent:
    """What a center's file says. Raises `SettingsFileError`, one line for each thing that is wrong, ten at most."""
    text, tables = read_toml(file, LARGEST_BYTES)
    problems: list[str] = []
    entries: list[Entry] = []
    content = CenterContent("")
    known = dict.fromkeys((_CENTER, *(kind.value for kind in Kind), _TRANSLATIONS), 0)
    for name, value in tables.items():
        begins = _lines_of(name, text)
        if name == _CENTER and isinstance(value, dict):
            values, found = checked(value, _CENTER_CHECKS, file, text, begins[0])
            problems += found
            contact = tuple(str(values[key]) for key in _CENTER_CHECKS if key != "name" and values.get(key))
            content = CenterContent(str(values.get("name", "")), contact)
        elif name in set(Kind) and isinstance(value, list) and all(isinstance(one, dict) for one in value):
            for place, one in enumerate(value):
                begin = begins[place] if place < len(begins) else begins[-1]
                entries += _entry(Kind(name), one, file, text, begin, problems)
        elif name == _TRANSLATIONS and isinstance(value, dict):
            content = replace(content, translations=_translations(value, file, text, problems))
        else:
            problems.append(f"{_place(file, begins[0])}: {unknown(name, known)}")
    if not content.name:
        problems.append(translate("CenterFile", "{0}: the name of the center is missing ([center], name).").format(file.name))
    if len(entries) > MOST_ENTRIES:
        problems.append(translate("CenterFile", "{0}: there are more than {1} entries.").format(file.name, MOST_ENTRIES))
    if len(problems) > MOST_PROBLEMS:
        more = translate("CenterFile", "{0}: and {1} more.").format(file.name, len(problems) - MOST_PROBLEMS)
        problems = [*problems[:MOST_PROBLEMS], more]
    if problems:
        raise SettingsFileError(problems)
    return replace(content, entries=tuple(entries))


def _entry(kind: Kind, table: dict[str, Any], file: Path, text: str, begin: int, problems: list[str]) -> list[Entry]:
    values, found = checked(table, _ENTRY_CHECKS, file, text, begin)
    problems += found
    missing = [key for key in ("occupations", "title", "source", "date") if key not in table]
    if missing:
        problems.append(f"{_place(file, begin)}: {_missing(missing)}")
    if missing or found:
        return []
    day = values.pop("date")
    return [Entry(kind, day=day, line=begin, **values)]  # type: ignore[arg-type]  # the checks give each field its type


def _translations(tables: dict[str, Any], file: Path, text: str, problems: list[str]) -> Mapping[str, Mapping[str, Translated]]:
    read: dict[str, dict[str, Translated]] = {}
    codes = {one.code: 0 for one in LANGUAGES if one is not ENGLISH}
    for language, occupations in tables.items():
        begin = _lines_of(f"{_TRANSLATIONS}.{language}", text)[0]
        if language == ENGLISH.code:
            problems.append(f"{_place(file, begin)}: {_no_english()}")
            continue
        if language not in codes or not isinstance(occupations, dict):
            problems.append(f"{_place(file, begin)}: {unknown(language, codes)}")
            continue
        lines = _lines_with_keys(text, begin)
        for code, table in occupations.items():
            place = lines.get(code, begin)
            if not is_onet_soc(code) or not isinstance(table, dict):
                problems.append(f"{_place(file, place)}: {_not_one_code(code)}")
                continue
            values, found = checked(table, _TRANSLATION_CHECKS, file, text, place)
            problems += found
            missing = [key for key in ("source", "date") if key not in table]
            if missing:
                problems.append(f"{_place(file, place)}: {_missing(missing)}")
            elif not found:
                source, day = str(values.pop("source")), values.pop("date")
                assert isinstance(day, date)
                own = OccupationWords(**values, origin=Origin(source, day))  # type: ignore[arg-type]
                read.setdefault(language, {})[code] = Translated(own, place)
    return read


def _no_english() -> str:
    return translate(
        "CenterFile",
        "the guide is in English, so a translation into “en” is never shown. To say something otherwise, write a correction.",
    )


def _not_one_code(code: str) -> str:
    return translate("CenterFile", "“{0}” must be the O*NET-SOC code of one occupation, in quotes, such as “29-1141.00”.").format(
        code[:_LONGEST_CODE]
    )


def _place(file: Path, line: int) -> str:
    return translate("SettingsFile", "{0}, line {1}").format(file.name, line)


def _missing(keys: list[str]) -> str:
    return translate("CenterFile", "these are missing: {0}.").format(", ".join(keys))


def _lines_of(name: str, text: str) -> list[int]:
    """The lines on which tables of a name begin, counted from 1; the first line where none is found."""
    begins = re.compile(rf"""\s*\[*\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
    return [number for number, line in enumerate(text.splitlines(), start=1) if begins.match(line)] or [1]


def _lines_with_keys(text: str, begin: int) -> dict[str, int]:
    """Key → the line on which it stands first, from `begin` on."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines()[begin - 1 :], start=begin):
        for key in _KEY.finditer(re.split("[=#]", line, maxsplit=1)[0]):  # before “=” stands a key, after it a value
            lines.setdefault(key[key.lastindex or 0], number)
    return lines


# What a value may be


def _long(value: object, folder: Path) -> object:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not value.replace("\n", "").isprintable():
        raise ValueError(translate("CenterFile", "must be a text of at most {0} characters").format(LONGEST_TEXT))
    return " ".join(value.split())


def _needed(value: object, folder: Path) -> object:
    if not str(words(value, folder)).strip():
        raise ValueError(translate("CenterFile", "must not be empty"))
    return value


def _day(value: object, folder: Path) -> object:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(translate("CenterFile", "must be a day such as 2026-11-27, without quotes"))
    return value


def _not_codes() -> str:
    return translate("CenterFile", "must be O*NET-SOC codes, beginnings of codes such as “29-”, or “all”")


def _occupations(value: object, folder: Path) -> object:
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, list) or not several:
        raise ValueError(_not_codes())
    if not all(isinstance(one, str) and (one == ALL or _CODES.fullmatch(one)) for one in several):
        raise ValueError(_not_codes())
    return tuple(several)


def _texts(value: object, folder: Path) -> object:
    if not isinstance(value, list):
        raise ValueError(translate("CenterFile", "must be a list of texts"))
    return tuple(_long(one, folder) for one in value)


_CENTER_CHECKS: Mapping[str, Check] = {
    "name": _needed,
    "address": words,
    "phone": words,
    "email": words,
    "web": words,
    "hours": words,
}
_ENTRY_CHECKS: Mapping[str, Check] = {
    "occupations": _occupations,
    "title": _needed,
    "text": _long,
    "address": words,
    "phone": words,
    "web": words,
    "source": _needed,
    "date": _day,
}
_TRANSLATION_CHECKS: Mapping[str, Check] = {
    "title": _needed,
    "summary": _long,
    "also_called": _texts,
    "tasks": _texts,
    "source": _needed,
    "date": _day,
}
