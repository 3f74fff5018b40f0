"""Saved lists as files: JSON that keeps everything, CSV for spreadsheets. `careerguide.sources.saved_lists` reads both back."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from careerguide.domain.list_files import COLUMNS, FORMAT, VERSION, harmless
from careerguide.domain.notebook import SavedCareer, SavedList


def lists_json(lists: Sequence[SavedList], titles: Mapping[str, str]) -> str:
    """The lists with their careers, colours, notes and times (UTC, ISO 8601). A career whose title is not known has “”."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "lists": [{"name": one.name, "careers": [_career(career, titles) for career in one.careers]} for one in lists],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def lists_csv(lists: Sequence[SavedList], titles: Mapping[str, str]) -> str:
    """One line a career under `COLUMNS`, one without a career for an empty list; write it as UTF-8.

    It begins with a byte order mark, by which spreadsheets know UTF-8. Cells that could be taken for formulas are made harmless.
    """
    text = io.StringIO()
    text.write("\ufeff")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for one in lists:
        for cells in _lines(one, titles):
            table.writerow(map(harmless, cells))
    return text.getvalue()


def _lines(one: SavedList, titles: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    if not one.careers:
        yield (one.name, *[""] * (len(COLUMNS) - 1))
    for career in one.careers:
        yield (one.name, *_career(career, titles).values())


def _career(career: SavedCareer, titles: Mapping[str, str]) -> dict[str, str]:
    return {
        "code": career.code,
        "title": titles.get(career.code, ""),
        "colour": career.colour.value,
        "note": career.note,
        "added": _utc(career.added).isoformat(),
    }


def _utc(time: datetime) -> datetime:
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
