"""Reading the guide's own words in another language from `resources/languages/CODE`: content.toml, and a translator's occupations.toml."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from careerguide.domain.content_words import ContentWords, Named, OccupationWords, ZoneWords
from careerguide.domain.errors import SourceError
from careerguide.domain.language import translate

Key = TypeVar("Key", str, int)
Value = TypeVar("Value")


def read_content_words(folder: Path) -> ContentWords:
    """The words in a language's folder; a file or a key that is not there leaves the English. Raises `SourceError`."""
    content, occupations = _tables(folder / "content.toml"), _tables(folder / "occupations.toml")
    file = "content.toml"
    return ContentWords(
        elements=_read(file, content, "elements", str, _named("meaning")),
        interests=_read(file, content, "interests", str, _text),
        job_zones=_read(file, content, "job_zones", int, _zone),
        education=_read(file, content, "education", int, _named("note")),
        experience=_read(file, content, "experience", int, _text),
        training_on_site=_read(file, content, "training_on_site", int, _text),
        training_on_the_job=_read(file, content, "training_on_the_job", int, _text),
        major_groups=_read(file, content, "major_groups", str, _named("line")),
        occupations={code: _checked("occupations.toml", code, one, _occupation) for code, one in occupations.items()},
    )


def _tables(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SourceError(
            path.name, translate("Releases", "the file cannot be read ({0}).").format(error.strerror or error)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(path.name, translate("AssessmentFiles", "this is not TOML in UTF-8 ({0}).").format(error)) from error


def _read(
    file: str, content: Mapping[str, object], name: str, key: Callable[[str], Key], read: Callable[[object], Value]
) -> dict[Key, Value]:
    table = content.get(name, {})
    if not isinstance(table, dict):
        raise _fault(file, name)
    try:
        return {key(each): _checked(file, f"{name}.{each}", value, read) for each, value in table.items()}
    except ValueError:
        raise _fault(file, name) from None


def _checked(file: str, place: str, value: object, read: Callable[[object], Value]) -> Value:
    try:
        return read(value)
    except (TypeError, KeyError):
        raise _fault(file, place) from None


def _fault(file: str, place: str) -> SourceError:
    return SourceError(file, translate("ContentWords", "“{0}” is not what is needed here; see docs/translating.md.").format(place))


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError
    return value


def _table(value: object, allowed: set[str]) -> Mapping[str, object]:
    if not isinstance(value, dict) or not set(value) <= allowed:
        raise TypeError
    return value


def _named(meaning: str) -> Callable[[object], Named]:
    def read(value: object) -> Named:
        table = _table(value, {"name", meaning})
        return Named(_text(table["name"]), _text(table[meaning]) if meaning in table else "")

    return read


def _zone(value: object) -> ZoneWords:
    table = _table(value, {"name", "education", "experience", "training"})
    return ZoneWords(*(_text(table[key]) for key in ("name", "education", "experience", "training")))


def _occupation(value: object) -> OccupationWords:
    table = _table(value, {"title", "summary", "also_called", "tasks"})
    lists = {}
    for key in ("also_called", "tasks"):
        texts = table.get(key, [])
        if not isinstance(texts, list):
            raise TypeError
        lists[key] = tuple(map(_text, texts))
    title, summary = (_text(table[key]) if key in table else None for key in ("title", "summary"))
    return OccupationWords(title, summary, lists["also_called"], lists["tasks"])
