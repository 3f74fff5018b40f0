"""Saved lists as files, and back."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.list_files import as_written, harmless
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep, SavedCareer, SavedList
from careerguide.reports.saved_lists import lists_csv, lists_json
from careerguide.sources.saved_lists import read_lists

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
STARTS = st.sampled_from(["", "=", "+1", "-", "@", "'", "'=", "''-", "\t", "\r", "\n", '"', ";", ",", " =", "＝"])
NOTES = st.tuples(STARTS, TEXT).map("".join)
NAMES = NOTES.map(str.strip).filter(bool)
TIMES = st.datetimes(timezones=st.just(UTC))
CODES = st.from_regex(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}", fullmatch=True).map(OnetSocCode)
CAREERS = st.builds(SavedCareer, st.just(0), CODES, NOTES, st.sampled_from(Colour), TIMES, st.just(1))
LISTS = st.builds(
    SavedList,
    st.just(0),
    NAMES,
    st.lists(CAREERS, max_size=4, unique_by=lambda career: career.code).map(tuple),
    st.just(1),
)
OFFICER, NURSE = OnetSocCode("33-3051.04"), OnetSocCode("29-1141.00")
TITLES = {OFFICER: "Customs and Border Protection Officers", NURSE: "Registered Nurses"}
AT = datetime(2026, 3, 1, 14, 30, tzinfo=UTC)


def kept(lists: list[SavedList]) -> tuple[ListToKeep, ...]:
    return tuple(
        ListToKeep(one.name, tuple(CareerToKeep(career.code, career.note, career.colour, career.added) for career in one.careers))
        for one in lists
    )


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lists") / "lists"


def read_back(file: Path, text: str) -> tuple[ListToKeep, ...]:
    file.write_text(text, encoding="utf-8", newline="")
    return read_lists(file)


@given(lists=st.lists(LISTS, min_size=1, max_size=4))
def test_json_brings_everything_back(file: Path, lists: list[SavedList]) -> None:
    assert read_back(file, lists_json(lists, TITLES)) == kept(lists)


@given(lists=st.lists(LISTS, min_size=1, max_size=4, unique_by=lambda one: one.name))
def test_csv_brings_everything_back(file: Path, lists: list[SavedList]) -> None:
    assert read_back(file, lists_csv(lists, TITLES)) == kept(lists)


@given(NOTES)
def test_no_cell_can_be_taken_for_a_formula_and_all_come_back(text: str) -> None:
    cell = harmless(text)
    assert cell.strip()[:1] not in tuple("=+-@＝＋－＠")
    assert cell[:1] not in ("\t", "\r", "\n")
    assert as_written(cell) == text


def two_lists() -> list[SavedList]:
    first = SavedCareer(3, OFFICER, "=HYPERLINK(1)", Colour.GREEN, AT, 2)
    second = SavedCareer(4, NURSE, "ask, “why”\nand where", Colour.NONE, AT.replace(tzinfo=None), 1)
    return [SavedList(1, "Für später", (first, second), 1), SavedList(2, "-empty", (), 1)]


def test_the_json_is_as_documented() -> None:
    assert json.loads(lists_json(two_lists(), {OFFICER: TITLES[OFFICER]})) == {
        "format": "careerguide saved careers",
        "version": 1,
        "lists": [
            {
                "name": "Für später",
                "careers": [
                    {
                        "code": OFFICER,
                        "title": TITLES[OFFICER],
                        "colour": "green",
                        "note": "=HYPERLINK(1)",
                        "added": "2026-03-01T14:30:00+00:00",
                    },
                    {
                        "code": NURSE,
                        "title": "",
                        "colour": "none",
                        "note": "ask, “why”\nand where",
                        "added": "2026-03-01T14:30:00+00:00",
                    },
                ],
            },
            {"name": "-empty", "careers": []},
        ],
    }


def test_the_csv_is_as_documented() -> None:
    text = lists_csv(two_lists(), TITLES)
    assert text.startswith("\ufefflist,code,title,colour,note,added\r\n")
    assert list(csv.reader(io.StringIO(text[1:], newline=""))) == [
        ["list", "code", "title", "colour", "note", "added"],
        ["Für später", OFFICER, TITLES[OFFICER], "green", "'=HYPERLINK(1)", "2026-03-01T14:30:00+00:00"],
        ["Für später", NURSE, TITLES[NURSE], "none", "ask, “why”\nand where", "2026-03-01T14:30:00+00:00"],
        ["'-empty", "", "", "", "", ""],
    ]
