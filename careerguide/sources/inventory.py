"""An interest inventory and the words for its types, from `resources/assessment` or a centre's own files."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from careerguide.domain.errors import SourceError
from careerguide.domain.interests import TYPES
from careerguide.domain.inventory import ASSUMED_ALPHA, ASSUMED_DEVIATION, Anchor, Inventory, Item
from careerguide.domain.language import ENGLISH, translate
from careerguide.domain.reliability import error_of_measurement

MOST_ANSWERS = 7
_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LARGEST_FILE = 1_000_000
_KEYS = {"name", "version", "language", "instruction", "citation", "licence", "alphas", "score_deviation", "answers", "items"}
_ITEM_KEYS = {"id", "order", "type", "text", "schooling", "short_form", "why"}


@dataclass(frozen=True, slots=True)
class TypeWords:
    """What a type means to somebody who has just got a result: `work` are kinds of work, `next_steps` ways to try it."""

    letter: str
    name: str
    meaning: str
    likes: str
    work: tuple[str, ...]
    next_steps: tuple[str, ...]


def read_inventory(path: Path) -> Inventory:
    """The instrument in a file; the head of `resources/assessment/inventory.toml` explains every key.

    Raises `SourceError`, which names the item, for a file that cannot be read or scored.
    """
    table = _Table(path.name, "", _toml(path))
    table.only(_KEYS)
    anchors = _anchors(table.tables("answers"))
    items = _items(table, table.tables("items"))
    alphas = _alphas(table)
    deviation = table.number("score_deviation", 0, 20) if "score_deviation" in table else ASSUMED_DEVIATION
    alpha = fmean(alphas.values()) if alphas else ASSUMED_ALPHA
    return Inventory(
        table.text("name"),
        table.whole("version"),
        table.text("instruction"),
        anchors,
        items,
        table.text("citation"),
        table.text("licence"),
        alphas,
        error_of_measurement(deviation, alpha),
        _language(table),
    )


def read_types(path: Path) -> dict[str, TypeWords]:
    """The words for the six types by name, in R-I-A-S-E-C order. Raises `SourceError`."""
    tables = _Table(path.name, "", _toml(path))
    tables.only(set(TYPES))
    words = {}
    for name in TYPES:
        table = tables.table(name)
        table.only({"letter", "meaning", "likes", "work", "next_steps"})
        if table.text("letter") != name[0]:
            raise table.fault("letter", translate("AssessmentFiles", "the letter of this type is {0}.").format(name[0]))
        words[name] = TypeWords(
            name[0], name, table.text("meaning"), table.text("likes"), table.texts("work"), table.texts("next_steps")
        )
    return words


class _Table:
    """A table of a TOML file, `place` says which one. Its methods raise `SourceError` for a key that is missing or of another kind."""

    def __init__(self, file: str, place: str, values: Mapping[str, object]) -> None:
        self.file, self.place, self._values = file, place, values

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def fault(self, key: str, problem: str) -> SourceError:
        where = f"{self.place}, “{key}”" if self.place else f"“{key}”"
        return SourceError(self.file, f"{where}: {problem}")

    def only(self, keys: set[str]) -> None:
        if unknown := sorted(set(self._values) - keys):
            raise self.fault(
                unknown[0][:40],
                translate("AssessmentFiles", "there is no such key; there are {0}.").format(", ".join(sorted(keys))),
            )

    def text(self, key: str) -> str:
        value = self._values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(key, translate("AssessmentFiles", "a text is needed here."))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._values.get(key)
        if not isinstance(values, list) or not values or not all(isinstance(value, str) and value.strip() for value in values):
            raise self.fault(key, translate("AssessmentFiles", "a list of texts is needed here."))
        return tuple(values)

    def whole(self, key: str) -> int:
        value = self._values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fault(key, translate("AssessmentFiles", "a whole number is needed here."))
        return value

    def number(self, key: str, above: float, highest: float) -> float:
        value = self._values.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not above < value <= highest:
            raise self.fault(
                key, translate("AssessmentFiles", "a number above {0:g}, at most {1:g}, is needed here.").format(above, highest)
            )
        return float(value)

    def truth(self, key: str) -> bool:
        value = self._values.get(key)
        if not isinstance(value, bool):
            raise self.fault(key, translate("AssessmentFiles", "true or false is needed here."))
        return value

    def table(self, key: str) -> "_Table":
        value = self._values.get(key)
        if not isinstance(value, dict):
            raise self.fault(key, translate("AssessmentFiles", "a table is needed here: [{0}].").format(key))
        return _Table(self.file, key, value)

    def tables(self, key: str) -> list["_Table"]:
        values = self._values.get(key)
        if not isinstance(values, list) or not values or not all(isinstance(value, dict) for value in values):
            raise self.fault(key, translate("AssessmentFiles", "tables are needed here, each beginning with [[{0}]].").format(key))
        return [_Table(self.file, f"{key} {number}", value) for number, value in enumerate(values, start=1)]


def _toml(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise SourceError(
            path.name, translate("AssessmentFiles", "the file cannot be read ({0}).").format(error.strerror or error)
        ) from error
    if len(data) > _LARGEST_FILE:
        raise SourceError(path.name, translate("AssessmentFiles", "the file is too large for an inventory."))
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(path.name, translate("AssessmentFiles", "this is not TOML in UTF-8 ({0}).").format(error)) from error


def _anchors(tables: Sequence[_Table]) -> tuple[Anchor, ...]:
    anchors = []
    for table in tables:
        table.only({"value", "label", "face"})
        anchors.append(Anchor(table.whole("value"), table.text("label"), table.text("face") if "face" in table else ""))
        if len(anchors) > 1 and anchors[-2].value >= anchors[-1].value:
            raise table.fault("value", translate("AssessmentFiles", "the answers must rise from the least to the most liking."))
    if not 2 <= len(anchors) <= MOST_ANSWERS:
        raise tables[-1].fault("value", translate("AssessmentFiles", "there must be two to {0} answers.").format(MOST_ANSWERS))
    return tuple(anchors)


def _items(whole: _Table, tables: Sequence[_Table]) -> tuple[Item, ...]:
    items: dict[int, Item] = {}
    for table in tables:
        table.only(_ITEM_KEYS)
        item = Item(
            table.text("id"),
            table.text("type"),
            table.text("text"),
            table.truth("short_form") if "short_form" in table else False,
            table.text("schooling") if "schooling" in table else "",
        )
        if item.type not in TYPES:
            raise table.fault("type", translate("AssessmentFiles", "there are the types {0}.").format(", ".join(TYPES)))
        if any(item.id == other.id for other in items.values()):
            raise table.fault("id", translate("AssessmentFiles", "another item has the same id."))
        if _ID.fullmatch(item.id) is None:
            raise table.fault("id", translate("AssessmentFiles", "an id is made of letters, digits, hyphens and underscores."))
        order = table.whole("order")
        if order in items:
            raise table.fault("order", translate("AssessmentFiles", "{0} has the same place.").format(items[order].id))
        items[order] = item
    asked = tuple(items[order] for order in sorted(items))
    for form in (asked, [item for item in asked if item.short_form]):
        missing = set(TYPES) - {item.type for item in form}
        if form and missing:
            where = (
                translate("AssessmentFiles", "the whole form") if form is asked else translate("AssessmentFiles", "the short form")
            )
            raise whole.fault(
                "items", translate("AssessmentFiles", "{0} has none of the type {1}.").format(where, min(missing, key=TYPES.index))
            )
    return asked


def _language(table: _Table) -> str:
    if "language" not in table:
        return ENGLISH.code
    code = table.text("language")
    if _LANGUAGE.fullmatch(code) is None:
        raise table.fault("language", translate("AssessmentFiles", "a code of two or three letters is needed here, such as “es”."))
    return code


def _alphas(table: _Table) -> Mapping[str, float] | None:
    if "alphas" not in table:
        return None
    alphas = table.table("alphas")
    alphas.only(set(TYPES))
    return {name: alphas.number(name, 0, 1) for name in TYPES}
