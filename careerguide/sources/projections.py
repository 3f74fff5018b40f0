"""Employment Projections (BLS), Table 1.2 of the occupation workbook, or the same table as csv: files → typed rows.

Employment and openings are published in thousands; rows give persons. “—” is not available.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from careerguide.domain.codes import is_soc
from careerguide.domain.errors import SourceError
from careerguide.domain.language import translate
from careerguide.sources.files import ReleaseFiles
from careerguide.sources.tables import Column, column, comma_separated, number, typed_rows
from careerguide.sources.workbooks import workbook_rows

_SHEET = "Table 1.2"
_HEADER_WITHIN = 20  # lines
_MISSING = ("", "—", "–", "-", "n/a")


def _text(text: str) -> str | None:
    return None if text in _MISSING else text


def _percent(text: str) -> float | None:
    return None if text in _MISSING else number(text)


def _thousands(text: str) -> int | None:
    return None if text in _MISSING else round(number(text.replace(",", "")) * 1000)


class ProjectionRow(NamedTuple):
    """Employment, growth and openings of an occupation or group. Persons; None where not available."""

    title: str
    soc: str
    kind: str
    base_employment: int | None
    target_employment: int | None
    change_percent: float | None
    openings_per_year: int | None
    education: str | None
    experience: str | None
    training: str | None


class Projections:
    """The projections table at `path`, an xlsx workbook or a csv file. `base_year` and `target_year` are those of the cycle.

    Raises `SourceError` where there is no such table.
    """

    def __init__(self, path: Path) -> None:
        if not os.path.isfile(path):
            raise SourceError(str(path), translate("Releases", "there is no such file."))
        self.path = path
        self._header_line, self._head, self._lines = self._table()
        years = [re.fullmatch(r"Employment, (20\d\d)", title) for title in self._head]
        found = sorted(int(year[1]) for year in years if year)
        if len(found) != 2:
            raise SourceError(
                path.name, translate("Releases", "the columns for employment in two years are missing."), column="Employment, 2024"
            )
        self.base_year, self.target_year = found

    def _cells(self) -> Iterator[list[str]]:
        files = ReleaseFiles(self.path.parent)
        if self.path.suffix.lower() == ".xlsx":
            with files.binary(self.path.name) as stream:
                yield from workbook_rows(stream, self.path.name, _SHEET)
        else:
            with files.text(self.path.name) as lines:
                yield from comma_separated(lines, self.path.name)

    def _table(self) -> tuple[int, list[str], list[list[str]]]:
        """Where the header is, its titles, and the lines of the table (about a thousand); title and footnotes are left out."""
        cells = enumerate(self._cells(), start=1)
        for line_number, row in cells:
            titles = [" ".join(cell.split()) for cell in row]
            if any(title.endswith("Matrix code") for title in titles):
                code = next(place for place, title in enumerate(titles) if title.endswith("Matrix code"))
                return line_number, titles, [line for _, line in cells if len(line) > code and is_soc(line[code].strip())]
            if line_number > _HEADER_WITHIN:
                break
        raise SourceError(
            self.path.name, translate("Releases", "the table of occupational projections (Table 1.2) is not in this file.")
        )

    def _title(self, pattern: str) -> str:
        found = next((title for title in self._head if re.match(pattern, title)), None)
        return found or pattern.strip("^").replace(r"\d+", "…")

    def rows(self) -> Iterator[ProjectionRow]:
        """All occupations and groups of the table."""
        columns: dict[str, Column] = {
            "title": column(self._title(r"^\d+ National Employment Matrix title")),
            "soc": column(self._title(r"^\d+ National Employment Matrix code")),
            "kind": column("Occupation type"),
            "base_employment": column(f"Employment, {self.base_year}", convert=_thousands),
            "target_employment": column(f"Employment, {self.target_year}", convert=_thousands),
            "change_percent": column(self._title("^Employment change, percent"), convert=_percent),
            "openings_per_year": column(self._title("^Occupational openings"), convert=_thousands),
            "education": column(self._title("^Typical education needed for entry"), convert=_text),
            "experience": column(self._title("^Work experience in a related occupation"), convert=_text),
            "training": column(self._title("^Typical on-the-job training"), convert=_text),
        }
        table = [self._head, *self._lines]
        for row in typed_rows(table, ProjectionRow, columns, self.path.name, first_line=self._header_line):
            yield row._replace(title=row.title.strip(), soc=row.soc.strip())
