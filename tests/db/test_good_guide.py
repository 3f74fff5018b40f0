"""A kiosk opens the guide it should, or the last good one."""

import shutil
from pathlib import Path

import pytest

from careerguide.db.good_guide import good_guide
from careerguide.domain.errors import GuideError


@pytest.fixture
def school(tmp_path: Path, starter_guide: Path) -> Path:
    return Path(shutil.copy(starter_guide, tmp_path / "school.guide"))


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[40_000:60_000] = b"\x5a" * 20_000
    path.write_bytes(data)


def test_a_whole_guide_is_opened(school: Path, starter_guide: Path) -> None:
    assert good_guide(school, starter_guide) == (school, ())


def test_without_a_wish_the_embedded_one_is_opened(starter_guide: Path) -> None:
    assert good_guide(None, starter_guide) == (starter_guide, ())


def test_a_damaged_guide_gives_way_to_the_one_before(school: Path, starter_guide: Path) -> None:
    previous = school.with_name("school.guide.previous")
    shutil.copy(school, previous)
    damage(school)
    path, problems = good_guide(school, starter_guide)
    assert path == previous
    assert len(problems) == 1
    assert str(school) in problems[0]


def test_where_both_are_damaged_the_embedded_one_is_opened(school: Path, starter_guide: Path) -> None:
    shutil.copy(school, school.with_name("school.guide.previous"))
    damage(school)
    damage(school.with_name("school.guide.previous"))
    path, problems = good_guide(school, starter_guide)
    assert path == starter_guide
    assert len(problems) == 2


def test_a_missing_guide_is_said(tmp_path: Path, starter_guide: Path) -> None:
    path, problems = good_guide(tmp_path / "nowhere.guide", starter_guide)
    assert path == starter_guide
    assert "there is no guide file here" in problems[0]


def test_without_any_good_guide_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="there is no guide file here"):
        good_guide(None, tmp_path / "nowhere.guide")
