"""The same release in the classic and in the current layout gives the same pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from small_bls import write_projections_csv, write_small_oews
from small_onet import ACTORS, OFFICER, OTHER, Tables, backwards, classic_tables, current_tables, without, write_release

from careerguide.db.build import build_official
from careerguide.db.guide import Guide
from careerguide.domain.page import TechnologyKind
from careerguide.reports.page_json import Json, page_json

MakePages = Callable[[Path], dict[str, Json]]


@pytest.fixture
def pages(tmp_path: Path, resources_guide: Path) -> MakePages:
    """Builds a guide from a release and gives its pages as JSON, by code, without their sources."""

    def build(release: Path) -> dict[str, Json]:
        oews = tmp_path / "oews-2025"
        if not oews.exists():
            write_small_oews(oews)
        projections = write_projections_csv(tmp_path / "projections.csv")
        output = tmp_path / f"{release.name}.guide"
        build_official(release, [oews], projections, resources_guide, output, lambda doing, share: None)
        guide = Guide(output)
        documents = {code: page_json(guide.page(code)) for code in (OFFICER, ACTORS, OTHER)}
        guide.close()
        for document in documents.values():
            assert document.pop("sources")
        return documents

    return build


def test_both_layouts_give_equal_pages(tmp_path: Path, pages: MakePages) -> None:
    classic = pages(write_release(tmp_path / "classic", classic_tables()))
    current = pages(write_release(tmp_path / "current", current_tables()))
    assert classic == current
    officer = classic[OFFICER]
    assert all(officer[key] for key in ("overview", "also_called", "tasks", "knowledge", "skills", "abilities", "work_activities"))
    assert all(officer[key] for key in ("detailed_work_activities", "education", "interests", "job_zone", "technology", "related"))
    assert len(officer["skills"]) == 3


def test_the_form_of_the_files_makes_no_difference(tmp_path: Path, pages: MakePages) -> None:
    plain = pages(write_release(tmp_path / "plain", current_tables()))
    other = pages(write_release(tmp_path / "other", backwards(current_tables()), "\r\n", bom=True))
    assert plain == other


def test_job_zones_have_the_numbers_and_names_of_the_release(tmp_path: Path, pages: MakePages) -> None:
    documents = pages(write_release(tmp_path / "current", current_tables()))
    assert documents[ACTORS]["job_zone"] == {
        "zone": 2,
        "name": "Zone some",
        "education": "some school",
        "experience": "some practice",
        "training": "some training",
    }
    assert documents[OTHER]["job_zone"] is None


def test_our_own_words_for_job_zones_serve_where_the_release_has_none(tmp_path: Path, pages: MakePages) -> None:
    tables = current_tables()
    del tables["Job Zone Reference.txt"]
    zone = pages(write_release(tmp_path / "current", tables))[OFFICER]["job_zone"]
    assert zone["zone"] == 3
    assert zone["name"]
    assert zone["education"]


def test_tools_are_shown_only_where_the_layout_has_them(tmp_path: Path, pages: MakePages, small_guide: Path) -> None:
    tables = classic_tables()
    tables["Tools Used.txt"] = (
        ["O*NET-SOC Code", "Example", "Commodity Code", "Commodity Title"],
        [[OFFICER, "Strong lamps", "39111610", "Flashlight"]],
    )
    items = pages(write_release(tmp_path / "tools", tables))[OFFICER]["technology"]
    tool = {"name": "Strong lamps", "category": "Flashlight", "kind": "tool", "hot": None, "in_demand": None}
    assert [item for item in items if item["kind"] == TechnologyKind.TOOL] == [tool]
    assert all(item.kind is TechnologyKind.SOFTWARE for item in Guide(small_guide).page(OFFICER).technology)


@pytest.mark.parametrize("tables", [classic_tables(), current_tables()], ids=["classic", "current"])
def test_each_file_but_the_occupations_can_be_missing(tmp_path: Path, pages: MakePages, tables: Tables) -> None:
    for name in set(tables) - {"Occupation Data.txt"}:
        rest = {other: table for other, table in tables.items() if other != name}
        documents = pages(write_release(tmp_path / f"without {name}", rest))
        assert documents[OFFICER]["title"] == "Customs and Border Protection Officers", name


def test_columns_that_a_page_can_do_without_can_be_missing(tmp_path: Path, pages: MakePages) -> None:
    bare = without(current_tables(), "N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Date", "Domain Source")
    rating = pages(write_release(tmp_path / "bare", bare))[OFFICER]["knowledge"][0]
    assert (rating["name"], rating["importance"], rating["level"]) == ("Law and Government", 4.6, 5.1)
    assert (rating["n"], rating["standard_error"], rating["rated_by"], rating["date"]) == (None, None, None, None)


def test_lines_for_occupations_that_the_release_does_not_have_are_left_out(tmp_path: Path, pages: MakePages) -> None:
    tables = current_tables()
    before = pages(write_release(tmp_path / "before", tables))
    for name, (header, rows) in tables.items():
        if header[0] == "O*NET-SOC Code" and name != "Occupation Data.txt":
            stray = ["99-9999.00", *rows[0][1:]]
            tables[name] = header, [*rows, stray]
    header, rows = tables["Related Occupations.txt"]
    tables["Related Occupations.txt"] = header, [*rows, [OFFICER, "99-9999.00", "Supplemental", "9"]]
    assert pages(write_release(tmp_path / "after", tables)) == before
