"""Employment Projections: the workbook's Table 1.2 or the same table as csv; thousands become persons."""

from pathlib import Path

import pytest
from small_bls import (
    PROJECTIONS_HEADER,
    PROJECTIONS_ROWS,
    PROJECTIONS_TITLE,
    csv_bytes,
    write_projections_csv,
    write_workbook,
)

from careerguide.domain.errors import SourceError
from careerguide.sources.projections import ProjectionRow, Projections

OFFICERS = ProjectionRow(
    *("Police and sheriff's patrol officers", "33-3051", "Line item", 698_400, 718_700, 2.9, 51_900),
    *("High school diploma or equivalent", "None", "Moderate-term on-the-job training"),
)


def workbook(path: Path) -> Path:
    rows = [[PROJECTIONS_TITLE], PROJECTIONS_HEADER, *PROJECTIONS_ROWS, ["Note: not a row of figures."], [None, "[1] A footnote."]]
    return write_workbook(path, {"Index": [["Index"]], "Table 1.1": [["Another table"]], "Table 1.2": rows})


@pytest.fixture(params=["csv", "xlsx"])
def projections(request: pytest.FixtureRequest, tmp_path: Path) -> Projections:
    path = tmp_path / f"occupation.{request.param}"
    return Projections(write_projections_csv(path) if request.param == "csv" else workbook(path))


def test_thousands_become_persons(projections: Projections) -> None:
    assert list(projections.rows())[2] == OFFICERS


def test_groups_and_occupations_are_read_and_notes_are_not(projections: Projections) -> None:
    rows = list(projections.rows())
    assert [row.soc for row in rows] == ["00-0000", "27-2011", "33-3051"]
    assert rows[0].base_employment == 169_956_100
    assert [row.title for row in rows] == ["Total, all occupations", "Actors", "Police and sheriff's patrol officers"]


def test_a_dash_is_not_available(projections: Projections) -> None:
    rows = list(projections.rows())
    assert (rows[0].education, rows[0].experience, rows[0].training) == (None, None, None)
    assert (rows[1].education, rows[1].experience, rows[1].training) == ("Some college, no degree", "None", None)


def test_the_cycle_is_read_from_the_headers(projections: Projections) -> None:
    assert (projections.base_year, projections.target_year) == (2024, 2034)


def csv_with(tmp_path: Path, header: list[str], *rows: list[str]) -> Path:
    path = tmp_path / "occupation.csv"
    path.write_bytes(csv_bytes([["A title"], header, *rows]))
    return path


def test_the_next_cycle_needs_no_change(tmp_path: Path) -> None:
    header = [title.replace("2034", "2035").replace("2024", "2025").replace("–34", "–35") for title in PROJECTIONS_HEADER]
    projections = Projections(csv_with(tmp_path, header, [str(cell) for cell in PROJECTIONS_ROWS[2]]))
    assert (projections.base_year, projections.target_year) == (2025, 2035)
    assert list(projections.rows()) == [OFFICERS]


def test_every_figure_may_be_missing(tmp_path: Path) -> None:
    row = ["Divers", "49-9092", "Line item", *["—"] * 12]
    (read,) = Projections(csv_with(tmp_path, PROJECTIONS_HEADER, row)).rows()
    assert read == ProjectionRow("Divers", "49-9092", "Line item", *[None] * 7)


def test_a_figure_of_zero_stays_zero(tmp_path: Path) -> None:
    row = [str(cell) for cell in PROJECTIONS_ROWS[2]]
    row[8] = row[10] = "0"
    (read,) = Projections(csv_with(tmp_path, PROJECTIONS_HEADER, row)).rows()
    assert (read.change_percent, read.openings_per_year) == (0, 0)


def test_headers_broken_over_lines_are_understood(tmp_path: Path) -> None:
    header = [title.replace(", ", ",\n") for title in PROJECTIONS_HEADER]
    assert list(Projections(csv_with(tmp_path, header, [str(cell) for cell in PROJECTIONS_ROWS[2]])).rows()) == [OFFICERS]


@pytest.mark.parametrize("title", ["Employment change, percent, 2024–34", "Occupational openings, 2024–34 annual average"])
def test_a_missing_column_is_named(tmp_path: Path, title: str) -> None:
    header = ["Something else" if cell == title else cell for cell in PROJECTIONS_HEADER]
    with pytest.raises(SourceError, match=title.split(",", maxsplit=1)[0]) as caught:
        list(Projections(csv_with(tmp_path, header, [str(cell) for cell in PROJECTIONS_ROWS[2]])).rows())
    assert caught.value.file == "occupation.csv"


def test_a_table_for_one_year_only_is_refused(tmp_path: Path) -> None:
    header = ["Something else" if cell == "Employment, 2034" else cell for cell in PROJECTIONS_HEADER]
    with pytest.raises(SourceError, match="two years"):
        Projections(csv_with(tmp_path, header))


@pytest.mark.parametrize("cell", ["zebra", "nan", "1e306"])
def test_text_where_a_figure_belongs_is_told_with_its_column(tmp_path: Path, cell: str) -> None:
    row = [str(cell) for cell in PROJECTIONS_ROWS[2]]
    row[10] = cell
    with pytest.raises(SourceError, match="not a valid value") as caught:
        list(Projections(csv_with(tmp_path, PROJECTIONS_HEADER, row)).rows())
    assert caught.value.column == "Occupational openings, 2024–34 annual average"


def test_another_workbook_another_table_and_no_file_are_refused(tmp_path: Path) -> None:
    other = write_workbook(tmp_path / "other.xlsx", {"Sheet1": [["x"]]})
    with pytest.raises(SourceError, match=r"no sheet “Table 1\.2”"):
        Projections(other)
    (tmp_path / "other.csv").write_text("a,b\n" * 100)
    with pytest.raises(SourceError, match=r"Table 1\.2"):
        Projections(tmp_path / "other.csv")
    (tmp_path / "empty.csv").write_text("")
    with pytest.raises(SourceError, match=r"Table 1\.2"):
        Projections(tmp_path / "empty.csv")
    for path in (tmp_path, tmp_path / "nowhere.xlsx"):
        with pytest.raises(SourceError, match="no such file"):
            Projections(path)
    (tmp_path / "random.xlsx").write_bytes(b"\x00\xff" * 300)
    with pytest.raises(SourceError, match="not an Excel workbook"):
        Projections(tmp_path / "random.xlsx")


def test_the_real_workbook_is_read_whole(shared_data: Path) -> None:
    projections = Projections(shared_data / "projections-2024-34" / "occupation.xlsx")
    rows = {row.soc: row for row in projections.rows()}
    assert (projections.base_year, projections.target_year) == (2024, 2034)
    assert len(rows) > 1000
    assert rows["00-0000"].base_employment == 169_956_100
    assert rows["11-1011"][3:8] == (309_400, 322_700, 4.3, 22_200, "Bachelor's degree")
