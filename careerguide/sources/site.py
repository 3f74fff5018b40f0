"""Reading `site.toml`, the settings that an administrator pushes to a computer by file."""

from collections.abc import Mapping
from pathlib import Path

from careerguide.domain.errors import SettingsFileError
from careerguide.domain.kiosk import Look
from careerguide.domain.language import translate
from careerguide.domain.site import Site
from careerguide.sources.settings_file import (
    Check,
    checked,
    language,
    line_of,
    one_of,
    path,
    read_toml,
    size,
    unknown,
    whole,
    words,
)

LONGEST_RETENTION_DAYS = 36_500


def _notebook(value: object, folder: Path) -> object:
    if not isinstance(value, str) or "://" not in value:
        raise ValueError(translate("Site", "must be the address of a notebook, such as postgresql+psycopg://HOST/DATABASE"))
    return value


def _place(value: object, folder: Path) -> object:
    """An address, or the path of a folder, from the file's folder where it is relative."""
    text = str(words(value, folder))
    is_address = text.lower().startswith(("http:", "https:", "file:"))
    return text if is_address or not text else str(folder / text)


_LOCKABLE: Mapping[str, Check] = {
    "guide": path,
    "notebook": _notebook,
    "centre": words,
    "logo": path,
    "answers": path,
    "content": path,
    "retention_days": whole(0, LONGEST_RETENTION_DAYS),
    "update_place": _place,
    "update_key": path,
}
_DEFAULTS: Mapping[str, Check] = {
    **_LOCKABLE,
    "language": language,
    "look": one_of(Look),
    "text_size": size,
    "area": words,
}
_TABLES: Mapping[str, Mapping[str, Check]] = {"defaults": _DEFAULTS, "locked": _LOCKABLE}


def read_site(file: Path | None) -> tuple[Site, tuple[str, ...]]:
    """What an administrator set, and a sentence for each thing that is wrong.

    A wrong value, setting or table is left out, its lock too; the rest is in force. Of a file that cannot be read, or is no TOML as a
    whole, nothing is.
    """
    if file is None:
        return Site(), ()
    try:
        text, tables = read_toml(file)
    except SettingsFileError as error:
        nothing = translate("Site", "None of its settings and locks is in force.")
        return Site(), tuple(f"{problem} {nothing}" for problem in error.problems)
    problems: list[str] = []
    read: dict[str, dict[str, object]] = {name: {} for name in _TABLES}
    for name, table in tables.items():
        begin = line_of(name, text)
        checks = _TABLES.get(name)
        if checks is None or not isinstance(table, dict):
            place = translate("SettingsFile", "{0}, line {1}").format(file.name, begin)
            problems.append(f"{place}: {unknown(name, _TABLES)}")
            continue
        read[name], found = checked(table, checks, file, text, begin)
        problems += found
    return Site(read["defaults"], read["locked"]), tuple(problems)
