"""`guide verify`: what is damaged, and what a guide lacks."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from small_onet import classic_tables, write_release

from careerguide.db.build import build_official
from careerguide.db.verify import verify
from careerguide.domain.errors import GuideDamaged, GuideMissing


@pytest.fixture
def guide_without(tmp_path: Path, resources_guide: Path) -> Callable[[str], Path]:
    """Builds a guide from a release without one of its files, and without wages and projections."""

    def build(name: str) -> Path:
        tables = classic_tables()
        del tables[name]
        output = tmp_path / "a.guide"
        build_official(write_release(tmp_path / "release", tables), [], None, resources_guide, output, lambda doing, share: None)
        return output

    return build


def test_the_starter_guide_is_sound(starter_guide: Path) -> None:
    findings = verify(starter_guide)
    assert findings.faults == []
    assert "1,016 occupations, 923 of them rated" in findings.notes[0]
    assert not any("no wages" in note or "no projections" in note for note in findings.notes)


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("Task Ratings.txt", "task importance"),
        ("Knowledge.txt", "knowledge"),
        ("Interests.txt", "interests"),
        ("Related Occupations.txt", "related occupations"),
        ("Content Model Reference.txt", "meanings of elements"),
    ],
)
def test_a_file_that_the_release_lacks_is_named(guide_without: Callable[[str], Path], file: str, part: str) -> None:
    findings = verify(guide_without(file))
    assert findings.faults == []
    assert f"The release has no file for {part}." in findings.notes


def test_rated_occupations_without_a_section_are_counted(guide_without: Callable[[str], Path]) -> None:
    notes = verify(guide_without("Interests.txt")).notes
    assert "2 rated occupations have no interests." in notes
    assert not any("have no tasks" in note for note in notes)


def test_missing_wages_and_projections_are_named(guide_without: Callable[[str], Path], small_guide: Path) -> None:
    assert {"The guide has no wages.", "The guide has no projections."} <= set(verify(guide_without("Task Ratings.txt")).notes)
    assert not {"The guide has no wages.", "The guide has no projections."} & set(verify(small_guide).notes)


def test_a_row_that_points_nowhere_is_a_fault(tmp_path: Path, small_guide: Path) -> None:
    path = tmp_path / "a.guide"
    path.write_bytes(small_guide.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM element WHERE id = 1")
    connection.commit()
    connection.close()
    faults = verify(path).faults
    assert faults
    assert all("damaged" in fault for fault in faults)


def test_a_guide_without_occupations_is_a_fault(tmp_path: Path, small_guide: Path) -> None:
    path = tmp_path / "a.guide"
    path.write_bytes(small_guide.read_bytes())
    connection = sqlite3.connect(path)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall()
    for (name,) in tables:
        if name != "release":
            connection.execute(f"DELETE FROM {name}")
    connection.commit()
    connection.close()
    assert verify(path).faults == ["the guide has no occupations."]


def test_damage_that_no_page_shows_is_found(tmp_path: Path, small_guide: Path) -> None:
    good = small_guide.read_bytes()
    found = 0
    for place in range(8192, len(good) - 4096, 4096):
        data = bytearray(good)
        data[place : place + 12] = b"\xff" * 12  # the head of a page
        (tmp_path / "a.guide").write_bytes(data)
        try:
            found += bool(verify(tmp_path / "a.guide").faults)
        except GuideDamaged:
            found += 1
    assert found == len(range(8192, len(good) - 4096, 4096))


def test_a_guide_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(GuideMissing):
        verify(tmp_path / "nowhere.guide")
