"""The table of a comparison that is pasted into spreadsheets and texts."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from a_page import a_page, wages

from careerguide.db.guide import Guide
from careerguide.domain.compare import Comparison, compare
from careerguide.domain.wages import Unit
from careerguide.reports.compare_table import as_html_table, as_tab_separated, comparison_rows


@pytest.fixture(scope="module")
def comparison(starter_guide: Path) -> Comparison:
    guide = Guide(starter_guide)
    pages = [guide.page(code) for code in ("33-3051.04", "27-2011.00", "11-1031.00")]
    guide.close()
    return compare(pages)


def test_rows_have_a_cell_for_each_occupation_and_numbers_a_spreadsheet_reads(comparison: Comparison) -> None:
    rows = comparison_rows(comparison)
    assert rows[0] == ("Career", "Customs and Border Protection Officers", "Actors", "Legislators")
    assert {len(row) for row in rows} == {4}
    by_name = {row[0]: row[1:] for row in rows}
    assert len(by_name) == len(rows), "every row has a name of its own"
    assert by_name["Pay, median, dollars a year"] == ("76210", "60424", "")
    assert by_name["Openings a year"] == ("53700", "6300", "2200")
    assert float(by_name["Interest: Artistic (0–100)"][1]) == 100
    for name, *cells in rows:
        if name.endswith("(0–100)"):
            assert all(cell in ("", "not relevant") or 0 <= float(cell) <= 100 for cell in cells)


def test_a_figure_at_the_limit_says_or_more_and_all_pay_is_in_one_unit() -> None:
    limited = a_page("11-0000.01", pay=wages([1000, 2000, 239_200, 239_200, 239_200], top_coded=("median", "p75", "p90")))
    hourly = a_page("11-0000.02", pay=wages([10, 20, 30, 40, 50.255], unit=Unit.HOUR))
    by_name = {row[0]: row[1:] for row in comparison_rows(compare([limited, hourly]))}
    assert by_name["Pay, median, dollars a year"] == ("239200 or more", "62400")
    assert by_name["Pay, highest 10 %, dollars a year"] == ("239200 or more", "104530.40")


def test_tab_separated_lines_have_the_cells_of_the_rows(comparison: Comparison) -> None:
    rows = comparison_rows(comparison)
    lines = as_tab_separated(rows).splitlines()
    assert [tuple(line.split("\t")) for line in lines] == rows
    assert as_tab_separated([("a\tb\n c", "1")]) == "a b c\t1\n"


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.headers = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.headers += tag == "th"
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        self.rows[-1][-1] += data


def test_the_html_table_has_the_same_cells_with_headers_at_the_top_and_the_left(comparison: Comparison) -> None:
    rows = comparison_rows(comparison)
    parsed = _Cells()
    parsed.feed(as_html_table(rows))
    assert [tuple(row) for row in parsed.rows] == rows
    assert parsed.headers == len(rows[0]) + len(rows) - 1
    odd = _Cells()
    odd.feed(as_html_table([("a", "<b> & c"), ("d", "1")]))
    assert odd.rows == [["a", "<b> & c"], ["d", "1"]]
