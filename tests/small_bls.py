"""Small tables of the Bureau of Labor Statistics in the official layouts, for tests."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

OEWS_HEADER = [
    "AREA",
    "AREA_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "NAICS",
    "NAICS_TITLE",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
    "TOT_EMP",
    "EMP_PRSE",
    "JOBS_1000",
    "LOC_QUOTIENT",
    "H_MEAN",
    "A_MEAN",
    "MEAN_PRSE",
    "H_PCT10",
    "H_PCT25",
    "H_MEDIAN",
    "H_PCT75",
    "H_PCT90",
    "A_PCT10",
    "A_PCT25",
    "A_MEDIAN",
    "A_PCT75",
    "A_PCT90",
    "ANNUAL",
    "HOURLY",
]

_OFFICER = {
    "AREA": "99",
    "AREA_TITLE": "U.S.",
    "AREA_TYPE": "1",
    "PRIM_STATE": "US",
    "NAICS": "000000",
    "NAICS_TITLE": "Cross-industry",
    "OCC_CODE": "33-3051",
    "OCC_TITLE": "Police and Sheriff's Patrol Officers",
    "O_GROUP": "detailed",
    "TOT_EMP": "650000",
    "H_MEAN": "38.00",
    "A_MEAN": "79040",
    "H_PCT10": "22.00",
    "H_PCT25": "28.00",
    "H_MEDIAN": "36.50",
    "H_PCT75": "46.00",
    "H_PCT90": "55.00",
    "A_PCT10": "45760",
    "A_PCT25": "58240",
    "A_MEDIAN": "75920",
    "A_PCT75": "95680",
    "A_PCT90": "114400",
}
ACTORS_HOURLY = {"OCC_CODE": "27-2011", "OCC_TITLE": "Actors", "TOT_EMP": "57000", "HOURLY": "TRUE"} | dict.fromkeys(
    ["A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"], "*"
)
CALIFORNIA = {"AREA": "06", "AREA_TITLE": "California", "AREA_TYPE": "2", "PRIM_STATE": "CA"}


def oews_line(**cells: str) -> list[str]:
    """A line for police officers in the nation, with `cells` put in by header."""
    line = _OFFICER | cells
    return [line.get(title, "") for title in OEWS_HEADER]


def oews_csv(*lines: Sequence[str], header: Sequence[str] = OEWS_HEADER) -> bytes:
    """An OEWS table as the bytes of a csv file."""
    return csv_bytes([header, *lines])


def csv_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as the bytes of a csv file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


PROJECTIONS_HEADER = [
    "2024 National Employment Matrix title",
    "2024 National Employment Matrix code",
    "Occupation type",
    "Employment, 2024",
    "Employment, 2034",
    "Employment distribution, percent, 2024",
    "Employment distribution, percent, 2034",
    "Employment change, numeric, 2024–34",
    "Employment change, percent, 2024–34",
    "Percent self employed, 2024",
    "Occupational openings, 2024–34 annual average",
    "Median annual wage, dollars, 2024[1]",
    "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
]
PROJECTIONS_ROWS: list[list[str | float]] = [
    ["Total, all occupations", "00-0000", "Summary", 169956.1, 175167.9, 100, 100, 5211.8, 3.1, 5.8, 18863.3, 49500, "—", "—", "—"],
    ["  Actors", "27-2011", "Line item", 57.0, 57.2, 0, 0, 0.2, 0.3, 20, 6.3, "—", "Some college, no degree", "None", "—"],
    [
        *("    Police and sheriff's patrol officers", "33-3051", "Line item", 698.4, 718.7, 0.4, 0.4, 20.3, 2.9, 0, 51.9, 76290),
        *("High school diploma or equivalent", "None", "Moderate-term on-the-job training"),
    ],
]
PROJECTIONS_TITLE = "Table 1.2 Occupational projections, 2024–2034 (Employment in thousands)"


def write_projections_csv(path: Path) -> Path:
    """The projections table as csv."""
    rows = [[PROJECTIONS_TITLE], PROJECTIONS_HEADER, *([str(cell) for cell in row] for row in PROJECTIONS_ROWS)]
    path.write_bytes(csv_bytes(rows))
    return path


def write_workbook(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    """A workbook with these sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def write_small_oews(folder: Path) -> Path:
    """Wages of officers and actors in the nation and of officers in California, in a folder whose name says May 2025."""
    folder.mkdir(parents=True)
    nation = oews_csv(oews_line(), oews_line(**ACTORS_HOURLY))
    (folder / "national.csv").write_bytes(nation)
    (folder / "state.csv").write_bytes(oews_csv(oews_line(**CALIFORNIA, A_PCT90="#")))
    return folder
