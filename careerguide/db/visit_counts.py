"""How often each occupation was looked at on a day, and nothing else: no time, no order, no person, no search.

One CSV file a month with the columns day, code, title, times. Rows are sorted by day and code, so that they do not tell in which order
things happened. What a single visitor looked at could still be read from a quiet day: a day is written only once at least
`FEWEST` looks were counted on it, and what is counted on a day with fewer is dropped.
"""

import csv
import io
import os
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path

from careerguide.domain.errors import OutputError
from careerguide.domain.language import translate

FEWEST = 10
_HEADER = ["day", "code", "title", "times"]


class VisitCounts:
    """Counts in memory; `write` puts them into the folder. One program at a time writes into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._counted: dict[date, Counter[tuple[str, str]]] = {}

    def count(self, day: date, code: str, title: str) -> None:
        """Count a look at an occupation."""
        self._counted.setdefault(day, Counter())[code, title] += 1

    def write(self, today: date) -> None:
        """Write the days that have enough looks; those before today are forgotten then. Raises `OutputError`; nothing is lost by it."""
        written: list[date] = []
        for day, counted in sorted(self._counted.items()):
            if counted.total() >= FEWEST:
                self._add(day, counted)
                written.append(day)
            elif day != today:
                written.append(day)
        for day in written:
            del self._counted[day]

    def _add(self, day: date, counted: Counter[tuple[str, str]]) -> None:
        path = self._folder / f"counts-{day:%Y-%m}.csv"
        part = path.with_name(f".{path.name}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            rows = _read(path)
            for (code, title), times in counted.items():
                known, before = rows.get((str(day), code), (title, 0))
                rows[str(day), code] = (known, before + times)
            text = io.StringIO()
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(_HEADER)
            writer.writerows((day_text, code, title, times) for (day_text, code), (title, times) in sorted(rows.items()))
            part.write_text(text.getvalue(), encoding="utf-8")
            os.replace(part, path)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise OutputError(
                translate("VisitCounts", "{0}: the counts cannot be written ({1}).").format(path, error.strerror or error)
            ) from error


def _read(path: Path) -> dict[tuple[str, str], tuple[str, int]]:
    """The rows of a file; one that is damaged is put aside and begun anew."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
            if header != _HEADER:
                raise ValueError(header)
            return {(day, code): (title, int(times)) for day, code, title, times in rows}
    except FileNotFoundError:
        return {}
    except (ValueError, csv.Error):
        path.replace(path.with_suffix(".damaged.csv"))
        return {}
