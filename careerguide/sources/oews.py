"""Occupational Employment and Wage Statistics (BLS, OEWS): files in the official column layout → typed rows.

`*` wage not released, `**` employment not released, `#` at or above the release's top code. Only cross-industry rows are read.
"""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from careerguide.domain.errors import SourceError
from careerguide.domain.language import translate
from careerguide.domain.wages import PERCENTILES, TOP_CODES, AreaKind, Unit
from careerguide.sources.files import ReleaseFiles
from careerguide.sources.tables import Column, column, comma_separated, number, typed_rows
from careerguide.sources.workbooks import workbook_rows

_TOP_CODED = -1.0  # stands for “#” until the release's limit takes its place
_CROSS_INDUSTRY = "000000"
_SUFFIXES = (".csv", ".xlsx")


def _wage(text: str) -> float | None:
    if text in ("*", "**", ""):
        return None
    if text == "#":
        return _TOP_CODED
    return number(text.replace(",", ""))


def _employment(text: str) -> int | None:
    return None if text in ("*", "**", "") else int(number(text.replace(",", "")))


def _only(text: str) -> bool:
    """HOURLY: TRUE where only hourly wages are published."""
    if text.upper() not in ("", "TRUE", "FALSE"):
        raise ValueError(text)
    return text.upper() == "TRUE"


class WageRow(NamedTuple):
    """Employment (persons) and wages (dollars a `unit`) of an occupation in an area; None not released.

    `top_coded` names the figures at or above the release's limit, separated by spaces; such a figure is the limit, or None where
    the limit of the release is not known.
    """

    area: str
    area_name: str
    kind: AreaKind
    state: str | None
    soc: str
    title: str
    employment: int | None
    unit: Unit
    p10: float | None
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    mean: float | None
    top_coded: str


class _Line(NamedTuple):
    """A line of an official table. Dollars; None not released; `_TOP_CODED` at or above the top code."""

    area: str
    area_name: str
    area_type: str
    state: str
    industry: str
    soc: str
    title: str
    group: str
    employment: int | None
    hour_p10: float | None
    hour_p25: float | None
    hour_median: float | None
    hour_p75: float | None
    hour_p90: float | None
    hour_mean: float | None
    year_p10: float | None
    year_p25: float | None
    year_median: float | None
    year_p75: float | None
    year_p90: float | None
    year_mean: float | None
    only_hourly: bool | None


_COLUMNS: dict[str, Column] = {
    "area": column("AREA"),
    "area_name": column("AREA_TITLE"),
    "area_type": column("AREA_TYPE"),
    "state": column("PRIM_STATE"),
    "industry": column("NAICS"),
    "soc": column("OCC_CODE"),
    "title": column("OCC_TITLE"),
    "group": column("O_GROUP"),
    "employment": column("TOT_EMP", convert=_employment),
    **{
        f"{unit}_{field}": column(f"{letter}_{header}", convert=_wage)
        for unit, letter in (("hour", "H"), ("year", "A"))
        for field, header in (
            ("p10", "PCT10"),
            ("p25", "PCT25"),
            ("median", "MEDIAN"),
            ("p75", "PCT75"),
            ("p90", "PCT90"),
            ("mean", "MEAN"),
        )
    },
    "only_hourly": column("HOURLY", convert=_only, required=False),
}

_KINDS = {
    "1": AreaKind.NATION,
    "2": AreaKind.STATE,
    "3": AreaKind.STATE,
    "4": AreaKind.METRO,
    "6": AreaKind.NONMETRO,
}


_FIGURES = (*PERCENTILES, "mean")
_HOUR_FIGURES = slice(_Line._fields.index("hour_p10"), _Line._fields.index("hour_mean") + 1)
_YEAR_FIGURES = slice(_Line._fields.index("year_p10"), _Line._fields.index("year_mean") + 1)


@lru_cache(maxsize=4096)
def _area_code(area: str, state: str, kind: AreaKind) -> str:
    """The OEWS area code with the leading zeros that spreadsheets drop: 99, 01, 10180.

    Some editions give nonmetropolitan areas 7 digits, others only the last 5, which several states share: AL-00001.
    """
    if kind is AreaKind.NONMETRO:
        return f"{state}-{area.zfill(7)[-5:]}"
    return area.zfill({AreaKind.STATE: 2, AreaKind.METRO: 5}.get(kind, 0))


def _wage_row(line: _Line, kind: AreaKind, limits: tuple[float, float] | None) -> WageRow:
    """Wages for a year, or for an hour where only those are published."""
    hourly = line.only_hourly
    figures: tuple[float | None, ...] = line[_HOUR_FIGURES if hourly else _YEAR_FIGURES]  # type: ignore[assignment]
    top_coded = ""
    if _TOP_CODED in figures:
        limit = None if limits is None else limits[0 if hourly else 1]
        top_coded = " ".join(name for name, value in zip(_FIGURES, figures, strict=True) if value == _TOP_CODED)
        figures = tuple(limit if value == _TOP_CODED else value for value in figures)
    p10, p25, median, p75, p90, mean = figures
    return WageRow(
        _area_code(line.area, line.state, kind),
        line.area_name,
        kind,
        None if kind is AreaKind.NATION else line.state,
        line.soc,
        line.title,
        line.employment,
        Unit.HOUR if hourly else Unit.YEAR,
        p10,
        p25,
        median,
        p75,
        p90,
        mean,
        top_coded,
    )


class OewsFiles:
    """OEWS tables at `path`: a csv or xlsx file, an official zip, or a folder of these.

    Raises `SourceError` where there is none, or one is not in the official layout.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files, self.names = _tables_at(path)
        if not self.names:
            self.files.close()
            raise SourceError(str(path), translate("Releases", "there is no OEWS table (csv or xlsx) here."))

    @property
    def year(self) -> int | None:
        """The May of which year, read from the names of files and folder (oews-2025, oesm25nat, M2025); None if they do not say."""
        for text in (*self.names, self.path.name, self.path.resolve().parent.name):
            found = re.search(r"(?<!\d)(20\d\d)(?!\d)", text) or re.search(r"oesm(\d\d)", text)
            if found:
                return int(found[1]) if len(found[1]) == 4 else 2000 + int(found[1])
        return None

    def total_bytes(self) -> int:
        """Bytes of all tables, for progress."""
        return sum(self.files.size(name) for name in self.names)

    def rows(self) -> Iterator[WageRow]:
        """The cross-industry wages of all tables, for the areas the guide shows."""
        limits = TOP_CODES.get(self.year or 0)
        for name in self.names:
            if name.lower().endswith(".xlsx"):
                with self.files.binary(name) as stream:
                    yield from self._of(workbook_rows(stream, name), name, limits)
            else:
                with self.files.text(name) as lines:
                    yield from self._of(comma_separated(lines, name), name, limits)

    @staticmethod
    def _of(cells: Iterator[list[str]], name: str, limits: tuple[float, float] | None) -> Iterator[WageRow]:
        for line in typed_rows(cells, _Line, _COLUMNS, name):
            kind = _KINDS.get(line.area_type)
            if kind is not None and line.industry in (_CROSS_INDUSTRY, "0"):
                yield _wage_row(line, kind, limits)

    def close(self) -> None:
        """Close the archive, if it is one."""
        self.files.close()


def _tables_at(path: Path) -> tuple[ReleaseFiles, list[str]]:
    if os.path.isfile(path) and path.suffix.lower() in _SUFFIXES:
        return ReleaseFiles(path.parent), [path.name]
    files = ReleaseFiles(path)
    names = [name for name in files.names if name.lower().endswith(_SUFFIXES) and not name.startswith(("~", "."))]
    return files, [name for name in names if not re.search("(field|file)_desc", name.lower())]
