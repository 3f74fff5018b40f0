"""A report's file appears whole or not at all."""

from pathlib import Path

import pytest

from careerguide.domain.errors import OutputError
from careerguide.reports.saving import whole_file


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    goal = tmp_path / "report.html"
    goal.write_text("old")
    with whole_file(goal) as part:
        part.write_text("new")
        assert goal.read_text() == "old"
    assert goal.read_text() == "new"
    assert list(tmp_path.iterdir()) == [goal]


def test_a_fault_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    goal = tmp_path / "report.html"
    goal.write_text("old")
    with pytest.raises(ValueError, match="no digit"), whole_file(goal) as part:
        part.write_text(str(int("no digit")))
    assert goal.read_text() == "old"
    assert list(tmp_path.iterdir()) == [goal]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to try")
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    goal = tmp_path / "report.html"
    with pytest.raises(OutputError, match="No space left on device"), whole_file(goal):
        Path("/dev/full").write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_a_missing_folder_and_a_read_only_one_are_told(ordinary_person: Path) -> None:
    locked = ordinary_person / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    with pytest.raises(OutputError, match="this is a folder"), whole_file(locked):
        pass
    for goal in (ordinary_person / "none" / "report.pdf", locked / "report.pdf", ordinary_person / ("long" * 100)):
        with pytest.raises(OutputError, match="cannot be written"), whole_file(goal):
            pass
    assert list(locked.iterdir()) == []
