"""The official files read in the plainest way, sharing no code with the importer: what pages are compared with."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

Cells = dict[str, str]


def _lines(path: Path) -> list[list[str]]:
    return [line.rstrip("\r").split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


class RawRelease:
    """The lines of an O*NET release for some occupations, every cell as it stands in the file."""

    def __init__(self, folder: Path, codes: Iterable[str]) -> None:
        self._folder = folder
        self._codes = set(codes)
        self._read: dict[str, dict[str, list[Cells]]] = {}

    def lines(self, file: str, code: str) -> list[Cells]:
        """The lines of a file for an occupation, in file order."""
        if file not in self._read:
            header, *rows = _lines(self._folder / file)
            by_code: dict[str, list[Cells]] = defaultdict(list)
            for row in rows:
                if row[0] in self._codes:
                    by_code[row[0]].append(dict(zip(header, row, strict=True)))
            self._read[file] = by_code
        return self._read[file].get(code, [])

    def names(self, file: str, key: str, value: str) -> dict[str, str]:
        """One column of a reference file by another."""
        header, *rows = _lines(self._folder / file)
        return {row[header.index(key)]: row[header.index(value)] for row in rows}


class RawWages:
    """The lines of the OEWS tables for some BLS codes."""

    def __init__(self, folder: Path, socs: Iterable[str]) -> None:
        self._lines: dict[str, list[Cells]] = defaultdict(list)
        socs = set(socs)
        for name in ("national.csv", "state.csv", "metro.csv"):
            with (folder / name).open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
                there = header.index("OCC_CODE")
                wanted = (line for line in file if any(soc in line for soc in socs))
                for row in csv.reader(wanted):
                    if row[there] in socs:
                        self._lines[row[there]].append(dict(zip(header, row, strict=True)))

    def lines(self, soc: str) -> list[Cells]:
        """All lines for a code: the nation, then states, then areas within them."""
        return self._lines[soc]


def raw_projections(path: Path) -> dict[str, Cells]:
    """The lines of Table 1.2 by code, cells by header."""
    from openpyxl import load_workbook

    rows = [["" if cell is None else str(cell) for cell in row] for row in load_workbook(path)["Table 1.2"].values]
    header = next(row for row in rows if "Occupation type" in row)
    return {row[1]: dict(zip(header, row, strict=True)) for row in rows if row[1][2:3] == "-"}


def number(cell: str) -> float | None:
    """A cell as a number, None where it says that there is none."""
    return None if cell in ("n/a", "", "*", "**", "—") else float(cell)
