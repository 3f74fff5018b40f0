"""The HTML of a report: what a screen reader and a phone need, on a fourth of the starter guide's pages."""

import re
from base64 import b64decode
from itertools import pairwise
from pathlib import Path

import pytest
from reporting import MADE, Element, parsed, report_of, saved_list

from careerguide.db.guide import Guide
from careerguide.domain.errors import OutputError
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.page import OccupationPage
from careerguide.reports.comparison_report import comparison_report
from careerguide.reports.document import Document
from careerguide.reports.html import report_html, write_html
from careerguide.reports.list_report import list_report
from careerguide.reports.options import COMPARISON_PARTS, LIST_PARTS

OFFICERS, NURSES, ALL_OTHER, ACTORS = "33-3051.04", "29-1141.00", "33-9099.00", "27-2011.00"


@pytest.fixture(scope="module")
def pages(starter_guide: Path) -> dict[str, OccupationPage]:
    guide = Guide(starter_guide)
    codes = {OFFICERS, NURSES, ALL_OTHER, ACTORS, *(one.code for one in guide.occupations()[::4])}
    read = {code: guide.page(code) for code in sorted(codes)}
    guide.close()
    return read


def is_accessible(root: Element) -> None:
    """What WCAG asks of the structure of a page."""
    (html,) = root.all("html")
    assert html.attributes["lang"] == "en-US"
    assert root.all("title")[0].words()
    levels = [int(heading.tag[1]) for heading in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(heading.words() for heading in root.all("h1", "h2", "h3", "h4"))
    for table in root.all("table"):
        assert all(head.attributes["scope"] in {"col", "row"} and head.words() for head in table.all("th"))
        columns = len(table.all("tr")[0].children)
        assert all(len(row.children) == columns for row in table.all("tr"))
    for picture in root.all("svg"):
        assert picture.attributes["role"] == "img"
        assert [child.tag for child in picture.children[:2]] == ["title", "desc"]
        assert all(child.text for child in picture.children[:2])
    for figure in root.all("figure"):
        assert figure.all("table"), "a picture without its figures"
    assert all("alt" in image.attributes for image in root.all("img"))


def test_each_occupation_makes_an_accessible_page(pages: dict[str, OccupationPage]) -> None:
    for page in pages.values():
        root = parsed(report_html(report_of(page)))
        is_accessible(root)
        assert root.all("h1")[0].words() == page.title


def a_comparison(pages: dict[str, OccupationPage]) -> Document:
    four = [pages[code] for code in (OFFICERS, NURSES, ALL_OTHER, ACTORS)]
    return comparison_report(four, frozenset(COMPARISON_PARTS), Letterhead(), MADE)


def a_list(pages: dict[str, OccupationPage]) -> Document:
    saved = saved_list("My careers", {OFFICERS: "Ask about shifts.", ALL_OTHER: ""})
    return list_report(saved, [pages[code] for code in (OFFICERS, ALL_OTHER)], frozenset(LIST_PARTS), Letterhead(), MADE)


def test_comparisons_and_lists_are_accessible_too(pages: dict[str, OccupationPage]) -> None:
    is_accessible(parsed(report_html(a_comparison(pages))))
    is_accessible(parsed(report_html(a_list(pages))))


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, OccupationPage]) -> None:
    root = parsed(report_html(a_comparison(pages)))
    assert root.all("script", "link", "iframe") == []
    assert "@import" not in root.all("style")[0].text
    assert "url(" not in root.all("style")[0].text
    links = {link.attributes["href"] for link in root.all("a")}
    assert links == {f"https://www.mynextmove.org/profile/summary/{code}" for code in (OFFICERS, NURSES, ALL_OTHER, ACTORS)}


def test_names_are_shown_as_they_were_typed(pages: dict[str, OccupationPage]) -> None:
    html = report_html(report_of(pages[OFFICERS], Letterhead("<b>Zoë</b> & co", "Smith & “Jones”")))
    header = parsed(html).all("header")[0].words()
    assert header == "Smith & “Jones” For <b>Zoë</b> & co"


def test_without_names_the_head_says_career_guide_alone(pages: dict[str, OccupationPage]) -> None:
    assert parsed(report_html(report_of(pages[OFFICERS]))).all("header")[0].words() == "Career Guide"


def test_the_logo_is_in_the_file(pages: dict[str, OccupationPage], tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>')
    (image,) = parsed(report_html(report_of(pages[OFFICERS], Letterhead(logo=logo)))).all("img")
    kind, _, data = (image.attributes["src"] or "").partition(";base64,")
    assert kind == "data:image/svg+xml"
    assert b64decode(data) == logo.read_bytes()


def test_the_figures_beside_the_pictures_are_those_of_the_page(pages: dict[str, OccupationPage]) -> None:
    root = parsed(report_html(report_of(pages[OFFICERS])))
    tables = {table.all("caption")[0].words(): table for table in root.all("figure")[0].all("table")}
    cells = [cell.words() for cell in tables["Pay in figures"].all("tr")[1].children]
    assert cells == ["United States", "$47,510", "$59,290", "$76,210", "$97,600", "$115,120", "a year"]


def test_the_sources_have_their_credit_lines(pages: dict[str, OccupationPage]) -> None:
    page = pages[OFFICERS]
    words = parsed(report_html(report_of(page))).all("main")[0].words()
    for source in page.sources:
        assert source.attribution.rstrip(".") in words
        assert source.licence in words
    assert "O*NET® is a trademark of USDOL/ETA" in words
    assert "Made with Career Guide on May 4, 2026." in words


def test_the_file_is_utf_8_and_whole(pages: dict[str, OccupationPage], tmp_path: Path) -> None:
    goal = tmp_path / "report.html"
    write_html(report_of(pages[OFFICERS], Letterhead("Zoë")), goal)
    text = goal.read_text(encoding="utf-8")
    assert "For Zoë" in text
    assert re.search(r"</html>\s*$", text)
    with pytest.raises(OutputError, match="cannot be written"):
        write_html(report_of(pages[OFFICERS]), tmp_path / "none" / "report.html")
