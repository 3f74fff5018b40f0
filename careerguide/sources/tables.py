"""Reading official tables: columns found by name, every value typed, every fault told with file, line and column."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Literal, NamedTuple, TextIO, TypeVar

from careerguide.domain.errors import SourceError
from careerguide.domain.language import translate
from careerguide.sources.files import ZIP_FAULTS

Row = TypeVar("Row", bound=NamedTuple)
Convert = Callable[[str], object]

NOT_AVAILABLE = ("", "n/a")
_AT_ONCE = 1_000  # lines
_LONGEST_LINE = 1_000_000  # characters
_TOO_LARGE = 10**15  # no published figure comes near; in thousands it still fits into 64 bits


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a row: the headers it may stand under, how its text becomes a value, and whether it must be there.

    A column that need not be there gives None when it is not.
    """

    headers: tuple[str, ...]
    convert: Convert
    required: bool = True


def column(*headers: str, convert: Convert = str, required: bool = True) -> Column:
    """A `Column` that stands under the first of `headers` a file has."""
    return Column(headers, convert, required)


def text_or_none(text: str) -> str | None:
    """Text, None for empty or n/a."""
    return None if text in NOT_AVAILABLE else text


def number(text: str) -> float:
    """A number that a figure can be. Raises ValueError for anything else, also for nan, infinity and what no column can hold."""
    value = float(text)
    if not abs(value) < _TOO_LARGE:
        raise ValueError(text)
    return value


def number_or_none(text: str) -> float | None:
    """A number, None for empty or n/a."""
    return None if text in NOT_AVAILABLE else number(text)


def integer_or_none(text: str) -> int | None:
    """A whole number, None for empty or n/a."""
    if text in NOT_AVAILABLE:
        return None
    value = int(text)
    if not abs(value) < _TOO_LARGE:
        raise ValueError(text)
    return value


def flag(text: str) -> bool | None:
    """Y → True, N → False, n/a → None (n/a is not N)."""
    if text == "Y":
        return True
    if text == "N":
        return False
    if text in NOT_AVAILABLE:
        return None
    raise ValueError(text)


def tab_separated(lines: TextIO, name: str) -> Iterator[list[str]]:
    """The cells of a tab-separated file, line by line, with reading faults as `SourceError`."""
    return _guarded(lines, name, delimiter="\t", quoting=csv.QUOTE_NONE)


def comma_separated(lines: TextIO, name: str) -> Iterator[list[str]]:
    """The cells of a comma-separated file, line by line, with reading faults as `SourceError`."""
    return _guarded(lines, name, delimiter=",", quoting=csv.QUOTE_MINIMAL)


def _guarded(lines: TextIO, name: str, *, delimiter: str, quoting: Literal[0, 3]) -> Iterator[list[str]]:
    # Not line by line as they come: one without end would fill the memory before the limit of a cell is seen.
    reader = csv.reader(iter(partial(lines.readline, _LONGEST_LINE), ""), delimiter=delimiter, quoting=quoting)
    try:
        yield from reader
    except UnicodeDecodeError as error:
        problem = translate("Releases", "this is not UTF-8 text; download the file again in the text layout.")
        raise SourceError(name, problem, line=reader.line_num + 1) from error
    except csv.Error as error:
        raise SourceError(
            name, translate("Releases", "this line cannot be read as a table ({0}).").format(error), line=reader.line_num + 1
        ) from error
    except ZIP_FAULTS as error:
        problem = translate("Releases", "the archive is cut off or damaged here; download it again.")
        raise SourceError(name, problem, line=reader.line_num + 1) from error
    except OSError as error:
        raise SourceError(
            name, translate("Releases", "the file cannot be read ({0}).").format(error.strerror or error), line=reader.line_num + 1
        ) from error


def typed_rows(
    cells: Iterable[Sequence[str]], row_type: type[Row], columns: dict[str, Column], name: str, *, first_line: int = 1
) -> Iterator[Row]:
    """Rows of `row_type` from `cells`, whose first row is the header.

    `columns` has a `Column` for each field of `row_type`, in the same order. Raises `SourceError` for a missing column, a line
    with too few cells, or a value that is not of its kind.
    """
    rows = iter(cells)
    header = [cell.strip() for cell in next(rows, ())]
    if not header:
        raise SourceError(name, translate("Releases", "the file is empty."))
    spec = _placed(columns, header, name)
    make: Callable[[Iterable[object]], Row] = partial(tuple.__new__, row_type)  # `_make` without its count of fields
    line = first_line + 1
    while lines := list(islice(rows, _AT_ONCE)):
        try:
            typed = list(map(make, _typed(lines, spec)))
        except (ValueError, IndexError):  # a line among them is empty or faulty
            typed = []
            for at, row in enumerate(lines, start=line):
                try:
                    typed.extend(map(make, _typed([row], spec)))
                except (ValueError, IndexError) as error:
                    if any(cell.strip() for cell in row):
                        raise _explained(row, columns, header, name, at) from error
        yield from typed
        line += len(lines)


def _typed(lines: Sequence[Sequence[str]], spec: list[tuple[int, Convert]]) -> Iterator[tuple[object, ...]]:
    """The values of lines, converted column by column: a step for every column costs less than one for every line."""
    cells = list(zip(*lines, strict=False))  # as many columns as the shortest line has
    return zip(*(cells[position] if convert is str else map(convert, cells[position]) for position, convert in spec), strict=True)


class _Known(dict[str, object]):
    """Values by their text. Figures repeat so often that looking one up is quicker than reading it again."""

    def __init__(self, convert: Convert) -> None:
        super().__init__()
        self._convert = convert

    def __missing__(self, text: str) -> object:
        value = self[text] = self._convert(text)
        return value


def _absent(_: str) -> None:
    """The value of a column that the file does not have."""


def _placed(columns: dict[str, Column], header: list[str], name: str) -> list[tuple[int, Convert]]:
    placed: list[tuple[int, Convert]] = []
    known: dict[Convert, Convert] = {str: str}
    for wanted in columns.values():
        position = next((header.index(title) for title in wanted.headers if title in header), None)
        if position is None and wanted.required:
            raise SourceError(
                name, translate("Releases", "this column is missing; the file is not in a known layout."), column=wanted.headers[0]
            )
        convert = known.setdefault(wanted.convert, _Known(wanted.convert).__getitem__)
        placed.append((0, _absent) if position is None else (position, convert))
    return placed


def _explained(row: Sequence[str], columns: dict[str, Column], header: list[str], name: str, line: int) -> SourceError:
    for wanted in columns.values():
        title = next((title for title in wanted.headers if title in header), None)
        if title is None:
            continue
        if header.index(title) >= len(row):
            return SourceError(
                name, translate("Releases", "the line ends before this column; the file may be cut off."), line=line, column=title
            )
        cell = row[header.index(title)]
        try:
            wanted.convert(cell)
        except ValueError:
            return SourceError(
                name, translate("Releases", "“{0}” is not a valid value here.").format(cell[:40]), line=line, column=title
            )
    return SourceError(name, translate("Releases", "this line cannot be read."), line=line)
