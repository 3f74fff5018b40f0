"""Lists of saved careers from a file: our own JSON, or any CSV with a column of O*NET-SOC codes. All of it or nothing."""

import csv
import io
import json
import stat
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from careerguide.domain.codes import OnetSocCode, is_onet_soc
from careerguide.domain.errors import ImportFault
from careerguide.domain.language import number, translate
from careerguide.domain.list_files import FORMAT, VERSION, as_written
from careerguide.domain.notebook import LONGEST_NAME, LONGEST_NOTE, CareerToKeep, Colour, ListToKeep

LARGEST_FILE = 5_000_000
MOST_LISTS = 1_000
MOST_CAREERS = 20_000

_SPELLINGS = {"color": "colour"}
_COLOURS = ", ".join(Colour)


def read_lists(path: Path) -> tuple[ListToKeep, ...]:
    """The lists in a file, in its order; a career that a list names twice is kept once.

    The file is JSON if it begins as such, else CSV (commas, semicolons or tabs; UTF-8). Careers without a list are put into one
    named after the file, those without a time get the present. Raises `ImportFault`, which names the file and the place.
    """
    text = _text(path)
    places = _from_json(text, path.name) if text.lstrip()[:1] in ("{", "[") else _from_csv(text, path)
    lists: dict[object, tuple[str, dict[OnetSocCode, CareerToKeep]]] = {}
    for count, (key, name, career) in enumerate(places):
        _, careers = lists.setdefault(key, (name, {}))
        if career is not None:
            careers.setdefault(career.code, career)
        if len(lists) > MOST_LISTS or count >= MOST_CAREERS:
            raise _fault(
                path.name,
                translate("SavedLists", "more than {0} lists or {1} careers are too many for one file.").format(
                    number(MOST_LISTS), number(MOST_CAREERS)
                ),
            )
    if not lists:
        raise _fault(path.name, translate("SavedLists", "there are no saved careers in this file."))
    return tuple(ListToKeep(name, tuple(careers.values())) for name, careers in lists.values())


_Place = tuple[object, str, CareerToKeep | None]
"""What keeps lists apart, the name of a list, and one career of it, None for a list without careers."""


def _fault(file: str, problem: str, place: str = "") -> ImportFault:
    return ImportFault(f"{file}, {place}: {problem}" if place else f"{file}: {problem}")


def _text(path: Path) -> str:
    name = path.name
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise _fault(name, translate("SavedLists", "this is not a file."))
        if about.st_size > LARGEST_FILE:
            raise _fault(
                name,
                translate("SavedLists", "the file is too large for saved careers (more than {0} MB).").format(
                    LARGEST_FILE // 1000000
                ),
            )
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE)
    except OSError as error:
        raise _fault(name, translate("SavedLists", "the file cannot be read ({0}).").format(error.strerror or error)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(
            name, translate("SavedLists", "this is not UTF-8 text; a spreadsheet saves such a file as “CSV UTF-8”.")
        ) from error
    if "\0" in text:
        raise _fault(name, translate("SavedLists", "this is not a text file."))
    return text


# JSON


def _from_json(text: str, file: str) -> Iterator[_Place]:
    try:
        document: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise _fault(
            file,
            translate("SavedLists", "this is not whole JSON; the file may be cut off."),
            translate("SavedLists", "line {0}").format(number(error.lineno)),
        ) from error
    except (ValueError, RecursionError) as error:
        raise _fault(file, translate("SavedLists", "this is JSON that no version of Career Guide writes.")) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _fault(
            file,
            translate("SavedLists", "this JSON file is not one of saved careers; export the lists again, or choose a CSV file."),
        )
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise _fault(
            file, translate("SavedLists", "this file is from a newer version of Career Guide; update this one to read it.")
        )
    if version != VERSION:
        raise _fault(file, translate("SavedLists", "the file does not say in which version of the format it is."))
    for count, one in enumerate(_json_list(document, "lists", file, ""), start=1):
        here = translate("SavedLists", "list {0}").format(number(count))
        if not isinstance(one, dict):
            raise _fault(file, translate("SavedLists", "this is not a list with a name and careers."), here)
        name = _name(_json_text(one, "name", file, here), file, here)
        careers = _json_list(one, "careers", file, here)
        if not careers:
            yield count, name, None
        for place, career in enumerate(careers, start=1):
            there = translate("SavedLists", "{0}, career {1}").format(here, number(place))
            if not isinstance(career, dict):
                raise _fault(file, translate("SavedLists", "this is not a career with a code."), there)
            cells = {key: _json_text(career, key, file, there) for key in ("code", "note", "colour", "added")}
            yield count, name, _career(cells, file, there)


def _json_list(holder: Mapping[str, object], key: str, file: str, place: str) -> list[object]:
    value = holder.get(key)
    if not isinstance(value, list):
        raise _fault(file, translate("SavedLists", "“{0}” is missing or not a list.").format(key), place)
    return value


def _json_text(holder: Mapping[str, object], key: str, file: str, place: str) -> str:
    value = holder.get(key, "")
    if not isinstance(value, str):
        raise _fault(file, translate("SavedLists", "“{0}” is not a text.").format(key), place)
    return value


# CSV


def _from_csv(text: str, path: Path) -> Iterator[_Place]:
    file = path.name
    delimiter, columns, has_header = _layout(text, file)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    if has_header:
        next(reader)
    while True:
        line = translate("SavedLists", "line {0}").format(number(reader.line_num + 1))
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise _fault(file, translate("SavedLists", "this line cannot be read as a table ({0}).").format(error), line) from error
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        cells = {name: as_written(row[place]) for name, place in columns.items() if place < len(row)}
        name = _name(cells.pop("list", "").strip() or path.stem[:LONGEST_NAME], file, line)
        alone = not any(cell.strip() for cell in cells.values())  # the line of an empty list
        yield name, name, None if alone else _career(cells, file, line)


def _layout(text: str, file: str) -> tuple[str, dict[str, int], bool]:
    """The delimiter, where each column is, and whether the first line says so; a file may also be nothing but codes."""
    found: list[tuple[str, dict[str, int]]] = []
    for delimiter in (",", ";", "\t"):
        try:
            header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), [])
        except csv.Error:
            continue
        if header and _is_code(header[0].strip()):
            return delimiter, {"code": 0}, False
        names = [cell.strip().casefold() for cell in header]
        found.append((delimiter, {_SPELLINGS.get(name, name): place for place, name in reversed(list(enumerate(names)))}))
    delimiter, columns = max(found, key=lambda layout: ("code" in layout[1], len(layout[1])), default=("", {}))
    if "code" not in columns:
        raise _fault(
            file,
            translate("SavedLists", "no column is named “code”; one with O*NET-SOC codes such as 33-3051.04 is needed."),
            translate("SavedLists", "line {0}").format(number(1)),
        )
    return delimiter, columns, True


# Either


def _is_code(text: str) -> bool:
    return text.isascii() and is_onet_soc(text)


def _name(text: str, file: str, place: str) -> str:
    name = _clean(text, file, place).strip()
    if not name:
        raise _fault(file, translate("SavedLists", "the list has no name."), place)
    if len(name) > LONGEST_NAME:
        raise _fault(
            file, translate("SavedLists", "the name of the list is longer than {0} characters.").format(LONGEST_NAME), place
        )
    return name


def _career(cells: Mapping[str, str], file: str, place: str) -> CareerToKeep:
    code, note = cells.get("code", "").strip(), _clean(cells.get("note", ""), file, place)
    if not _is_code(code):
        problem = (
            translate("SavedLists", "“{0}” is not an O*NET-SOC code such as 33-3051.04.").format(_clean(code[:40], file, place))
            if code
            else translate("SavedLists", "the code is missing.")
        )
        raise _fault(file, problem, place)
    if len(note) > LONGEST_NOTE:
        raise _fault(file, translate("SavedLists", "the note is longer than {0} characters.").format(number(LONGEST_NOTE)), place)
    return CareerToKeep(
        OnetSocCode(code), note, _colour(cells.get("colour", ""), file, place), _added(cells.get("added", ""), file, place)
    )


def _clean(text: str, file: str, place: str) -> str:
    """The text, if it has only what can be stored. JSON can spell half characters and the null character."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _fault(file, translate("SavedLists", "there is half a character in this text."), place) from error
    if "\0" in text:
        raise _fault(file, translate("SavedLists", "there is a character in this text that is not one."), place)
    return text


def _colour(text: str, file: str, place: str) -> Colour:
    try:
        return Colour(text.strip().casefold() or Colour.NONE)
    except ValueError:
        raise _fault(
            file,
            translate("SavedLists", "“{0}” is not a colour; there are {1}.").format(_clean(text[:40], file, place), _COLOURS),
            place,
        ) from None


def _added(text: str, file: str, place: str) -> datetime:
    if not text.strip():
        return datetime.now(UTC)
    try:
        time = datetime.fromisoformat(text.strip())
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        raise _fault(
            file,
            translate("SavedLists", "“{0}” is not a time such as 2026-03-01T14:30.").format(_clean(text[:40], file, place)),
            place,
        ) from None
