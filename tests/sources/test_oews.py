"""OEWS tables: csv, xlsx and zip; figures that are not released, top-coded, or published for one unit only; codes of areas."""

import zipfile
from pathlib import Path

import pytest
from small_bls import ACTORS_HOURLY, CALIFORNIA, OEWS_HEADER, csv_bytes, oews_csv, oews_line, write_workbook

from careerguide.domain.errors import SourceError
from careerguide.domain.wages import AreaKind, Unit
from careerguide.sources.oews import OewsFiles, WageRow


def rows_of(path: Path) -> list[WageRow]:
    files = OewsFiles(path)
    try:
        return list(files.rows())
    finally:
        files.close()


def table(tmp_path: Path, *lines: list[str], name: str = "national_M2025_dl.csv") -> Path:
    path = tmp_path / "oews" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(oews_csv(*lines))
    return path


def figures(row: WageRow) -> tuple[float | None, ...]:
    return row.p10, row.p25, row.median, row.p75, row.p90, row.mean


OFFICERS = WageRow(
    *("99", "U.S.", AreaKind.NATION, None, "33-3051", "Police and Sheriff's Patrol Officers", 650000, Unit.YEAR),
    *(45760, 58240, 75920, 95680, 114400, 79040, ""),
)


def test_a_line_becomes_wages_for_a_year(tmp_path: Path) -> None:
    assert rows_of(table(tmp_path, oews_line())) == [OFFICERS]


def test_csv_xlsx_zip_and_folder_give_the_same_rows(tmp_path: Path) -> None:
    lines = [oews_line(), oews_line(**CALIFORNIA), oews_line(**ACTORS_HOURLY), oews_line(TOT_EMP="**", A_PCT90="#", A_MEAN="*")]
    csv_file = table(tmp_path, *lines)
    (tmp_path / "book").mkdir()
    typed = [[_cell(cell) for cell in line] for line in lines]
    book = write_workbook(tmp_path / "book" / "national_M2025_dl.xlsx", {"national": [OEWS_HEADER, *typed]})
    for name, member in (("csv.zip", csv_file), ("xlsx.zip", book)):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(member, f"oesm25nat/{member.name}")
            archive.writestr("oesm25nat/field_descriptions.xlsx", b"not a table of wages")
    expected = rows_of(csv_file)
    assert len(expected) == 4
    for path in (csv_file.parent, book, book.parent, tmp_path / "csv.zip", tmp_path / "xlsx.zip"):
        assert rows_of(path) == expected, path


def _cell(text: str) -> object:
    """What a spreadsheet makes of a cell: numbers lose their leading zeros, empty cells are nothing, TRUE is a truth."""
    if text in ("", "TRUE"):
        return text == "TRUE" or None
    return float(text) if text.replace(".", "", 1).isdigit() else text


def test_columns_are_found_by_name_and_columns_not_used_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "2025.csv"
    path.write_bytes(csv_bytes([[*OEWS_HEADER[::-1], "PCT_TOTAL"], [*oews_line()[::-1], "7"]]))
    assert rows_of(path) == [OFFICERS]


def test_figures_not_released_are_none(tmp_path: Path) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(TOT_EMP="**", A_PCT10="*", A_MEAN="*", A_PCT75="")))
    assert row.employment is None
    assert figures(row) == (None, 58240, 75920, None, 114400, None)
    assert row.top_coded == ""


def test_top_coded_figures_are_the_limit_of_the_year_and_are_named(tmp_path: Path) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(A_PCT75="#", A_PCT90="#", A_MEAN="#")))
    assert figures(row) == (45760, 58240, 75920, 239_200, 239_200, 239_200)
    assert row.top_coded.split() == ["p75", "p90", "mean"]


def test_top_coded_hourly_figures_are_the_hourly_limit(tmp_path: Path) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(**ACTORS_HOURLY | {"H_PCT90": "#"})))
    assert figures(row) == (22, 28, 36.5, 46, 115.00, 38)
    assert row.top_coded == "p90"


@pytest.mark.parametrize("name", ["national.csv", "national_M2024_dl.csv"])
def test_without_a_known_limit_top_coded_figures_are_none_but_named(tmp_path: Path, name: str) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(A_PCT90="#"), name=name))
    assert row.p90 is None
    assert row.top_coded == "p90"


def test_a_figure_at_the_limit_that_is_published_as_a_number_is_not_top_coded(tmp_path: Path) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(A_PCT90="391490")))
    assert (row.p90, row.top_coded) == (391490, "")


def test_hourly_wages_are_given_where_only_those_are_published(tmp_path: Path) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(**ACTORS_HOURLY)))
    assert (row.unit, figures(row)) == (Unit.HOUR, (22, 28, 36.5, 46, 55, 38))


def test_annual_wages_are_given_where_only_those_are_published(tmp_path: Path) -> None:
    hours = dict.fromkeys(["H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"], "*")
    (row,) = rows_of(table(tmp_path, oews_line(ANNUAL="TRUE", **hours)))
    assert row == OFFICERS


def test_tables_without_the_columns_for_the_unit_are_for_a_year(tmp_path: Path) -> None:
    path = tmp_path / "2025.csv"
    kept = [i for i, title in enumerate(OEWS_HEADER) if title not in ("ANNUAL", "HOURLY")]
    path.write_bytes(csv_bytes([[line[i] for i in kept] for line in (OEWS_HEADER, oews_line())]))
    assert rows_of(path) == [OFFICERS]


@pytest.mark.parametrize(
    ("area", "kind", "state", "code"),
    [
        ("99", "1", "US", "99"),
        ("1", "2", "AL", "01"),
        ("06", "2", "CA", "06"),
        ("72", "3", "PR", "72"),
        ("10180", "4", "TX", "10180"),
        ("0100001", "6", "AL", "AL-00001"),
        ("100001", "6", "AL", "AL-00001"),
        ("00001", "6", "AL", "AL-00001"),
        ("1", "6", "AL", "AL-00001"),
        ("4800002", "6", "TX", "TX-00002"),
        ("00002", "6", "TX", "TX-00002"),
    ],
)
def test_an_area_has_one_code_whatever_zeros_and_digits_an_edition_gives_it(
    tmp_path: Path, area: str, kind: str, state: str, code: str
) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(AREA=area, AREA_TITLE="Somewhere", AREA_TYPE=kind, PRIM_STATE=state)))
    assert row.area == code
    assert row.state == (None if code == "99" else state)
    assert row.kind is {"1": AreaKind.NATION, "4": AreaKind.METRO, "6": AreaKind.NONMETRO}.get(kind, AreaKind.STATE)


def test_nonmetropolitan_areas_of_different_states_stay_apart(tmp_path: Path) -> None:
    lines = [oews_line(AREA="00001", AREA_TYPE="6", PRIM_STATE=state) for state in ("AL", "TX")]
    assert [row.area for row in rows_of(table(tmp_path, *lines))] == ["AL-00001", "TX-00001"]


def test_only_cross_industry_lines_are_read(tmp_path: Path) -> None:
    lines = [oews_line(NAICS="621100", NAICS_TITLE="Offices of physicians"), oews_line(NAICS="0"), oews_line(NAICS="000001")]
    assert rows_of(table(tmp_path, *lines)) == [OFFICERS]


def test_lines_for_kinds_of_areas_the_guide_does_not_show_are_skipped(tmp_path: Path) -> None:
    assert rows_of(table(tmp_path, oews_line(AREA_TYPE="5"), oews_line(AREA_TYPE="9"))) == []


@pytest.mark.parametrize(
    ("folder", "name", "year"),
    [
        ("oews", "national_M2025_dl.csv", 2025),
        ("oews-2025", "national.csv", 2025),
        ("oesm25nat", "national.csv", 2025),
        ("oews", "national.csv", None),
        ("oews", "a12025b.csv", None),
    ],
)
def test_the_year_is_read_from_the_names_of_file_and_folder(tmp_path: Path, folder: str, name: str, year: int | None) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / name).write_bytes(oews_csv(oews_line()))
    assert OewsFiles(tmp_path / folder / name).year == year
    assert OewsFiles(tmp_path / folder).year == year


def test_a_quoted_comma_in_a_name_does_not_shift_the_columns(tmp_path: Path) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(AREA="10180", AREA_TITLE="Abilene, TX", AREA_TYPE="4", PRIM_STATE="TX")))
    assert (row.area_name, row.median) == ("Abilene, TX", 75920)


def test_thousands_separators_are_understood(tmp_path: Path) -> None:
    (row,) = rows_of(table(tmp_path, oews_line(TOT_EMP="650,000", A_MEDIAN="75,920")))
    assert (row.employment, row.median) == (650000, 75920)


@pytest.mark.parametrize("title", ["AREA", "PRIM_STATE", "NAICS", "OCC_CODE", "TOT_EMP", "A_MEDIAN", "H_PCT90"])
def test_a_missing_column_is_named(tmp_path: Path, title: str) -> None:
    path = table(tmp_path, oews_line())
    path.write_bytes(path.read_bytes().replace(f",{title},".encode(), b",X,").replace(f"{title},".encode(), b"X,", 1))
    with pytest.raises(SourceError) as caught:
        rows_of(path)
    assert caught.value.file == path.name
    assert caught.value.column == title


@pytest.mark.parametrize(
    ("title", "cell"), [("TOT_EMP", "many"), ("A_MEDIAN", "##"), ("A_MEDIAN", "nan"), ("HOURLY", "maybe"), ("TOT_EMP", "1e300")]
)
def test_text_where_a_figure_belongs_is_told_with_line_and_column(tmp_path: Path, title: str, cell: str) -> None:
    with pytest.raises(SourceError, match=cell) as caught:
        rows_of(table(tmp_path, oews_line(), oews_line(**{title: cell})))
    assert (caught.value.line, caught.value.column) == (3, title)


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    (tmp_path / "read me.txt").write_text("nothing here")
    with pytest.raises(SourceError, match="no OEWS table"):
        OewsFiles(tmp_path)
    with pytest.raises(SourceError, match="no such file or folder"):
        OewsFiles(tmp_path / "nowhere.csv")


def test_files_that_an_open_spreadsheet_leaves_behind_are_ignored(tmp_path: Path) -> None:
    path = table(tmp_path, oews_line())
    (path.parent / "~$national.xlsx").write_bytes(b"lock")
    assert rows_of(path.parent) == [OFFICERS]
