"""Counts of use: by occupation and day, and nothing that tells of a person."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from careerguide.db.visit_counts import FEWEST, VisitCounts
from careerguide.domain.errors import OutputError

TODAY, YESTERDAY = date(2026, 11, 27), date(2026, 11, 26)


def rows(folder: Path) -> list[list[str]]:
    return [row for path in sorted(folder.glob("counts-*.csv")) for row in csv.reader(path.read_text().splitlines())]


def counted(folder: Path, looks: int = FEWEST, day: date = TODAY) -> VisitCounts:
    counts = VisitCounts(folder)
    for number in range(looks):
        code = "29-1141.00" if number % 2 else "11-1011.00"
        counts.count(day, code, "Nurses, Registered" if number % 2 else "Chief Executives")
    return counts


def test_a_day_is_a_row_for_each_occupation(tmp_path: Path) -> None:
    counted(tmp_path / "counts").write(TODAY)
    assert rows(tmp_path / "counts") == [
        ["day", "code", "title", "times"],
        ["2026-11-27", "11-1011.00", "Chief Executives", "5"],
        ["2026-11-27", "29-1141.00", "Nurses, Registered", "5"],
    ]


def test_a_quiet_day_is_not_written_and_forgotten_when_it_is_over(tmp_path: Path) -> None:
    counts = counted(tmp_path, FEWEST - 1)
    counts.write(TODAY)
    assert rows(tmp_path) == []
    counts.count(TODAY, "29-1141.00", "Nurses, Registered")
    counts.write(TODAY)
    assert len(rows(tmp_path)) == 3
    late = counted(tmp_path, FEWEST - 1, YESTERDAY)
    late.write(TODAY)
    late.count(YESTERDAY, "29-1141.00", "Nurses, Registered")
    late.write(TODAY)
    assert not any(row[0] == "2026-11-26" for row in rows(tmp_path))


def test_later_counts_are_added(tmp_path: Path) -> None:
    for _ in range(3):
        counted(tmp_path).write(TODAY)
    assert [row[3] for row in rows(tmp_path)[1:]] == ["15", "15"]


def test_a_damaged_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "counts-2026-11.csv"
    path.write_text("day,code,title,times\nnonsense")
    counted(tmp_path).write(TODAY)
    assert len(rows(tmp_path)) == 2 + 3
    assert (tmp_path / "counts-2026-11.damaged.csv").read_text().endswith("nonsense")


def test_nothing_is_lost_where_it_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    counts = counted(blocked)
    with pytest.raises(OutputError, match="the counts cannot be written"):
        counts.write(TODAY)
    os.remove(blocked)
    counts.write(TODAY)
    assert len(rows(blocked)) == 3


def test_a_clock_that_goes_back_counts_the_day_it_says(tmp_path: Path) -> None:
    counts = counted(tmp_path, FEWEST, TODAY)
    counts.write(YESTERDAY)
    assert rows(tmp_path)[1][0] == "2026-11-27"
