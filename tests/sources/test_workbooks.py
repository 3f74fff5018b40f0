"""Workbooks: every cell as text, and any damage told as a sentence."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from small_bls import write_workbook

from careerguide.domain.errors import SourceError
from careerguide.sources.workbooks import workbook_rows


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    rows = [["Name", "Value"], *([f"row {n}", n * 1.5] for n in range(300))]
    path = write_workbook(tmp_path_factory.mktemp("book") / "book.xlsx", {"First": [["a"]], "Second": rows})
    return path.read_bytes()


def rows_of(data: bytes, sheet: str | None = None) -> list[list[str]]:
    return list(workbook_rows(io.BytesIO(data), "book.xlsx", sheet))


def test_cells_are_text_whole_numbers_without_a_point(workbook: bytes) -> None:
    assert rows_of(workbook, "Second")[:4] == [["Name", "Value"], ["row 0", "0"], ["row 1", "1.5"], ["row 2", "3"]]


def test_the_first_sheet_is_read_where_none_is_named(workbook: bytes) -> None:
    assert rows_of(workbook) == [["a"]]


def test_empty_cells_are_empty_text(tmp_path: Path) -> None:
    data = write_workbook(tmp_path / "gaps.xlsx", {"S": [["a", None, "c"], [None, "  b  ", None]]}).read_bytes()
    assert rows_of(data) == [["a", "", "c"], ["", "b", ""]]


def test_a_sheet_that_is_not_there_is_named(workbook: bytes) -> None:
    with pytest.raises(SourceError, match=r"book\.xlsx: the workbook has no sheet “Table 1.2”"):
        rows_of(workbook, "Table 1.2")


@pytest.mark.parametrize("data", [b"", b"random \xff" * 100, b"PK\x03\x04" + bytes(60)])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="not an Excel workbook"):
        rows_of(data)


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(SourceError, match="not an Excel workbook"):
        rows_of(data.getvalue())


def test_no_damage_to_a_workbook_gives_anything_but_a_sentence(workbook: bytes) -> None:
    chance = random.Random(20250601)
    refused = 0
    for _ in range(150):
        data = bytearray(workbook)
        for _ in range(chance.choice((1, 4, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            rows_of(bytes(data), "Second")
        except SourceError:
            refused += 1
    assert refused > 50


def test_a_workbook_cut_off_anywhere_is_refused(workbook: bytes) -> None:
    for share in range(20):
        with pytest.raises(SourceError):
            rows_of(workbook[: len(workbook) * share // 20], "Second")
