"""Guides that change places: at every moment there is a whole one, and the last good one before it is there to go back to."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from guides import occupations

from careerguide.db import swap
from careerguide.db.swap import previous_of, put_in_place, roll_back
from careerguide.db.verify import verify
from careerguide.domain.errors import GuideError, OutputError, UpdateRefused
from careerguide.ui.earlier_guide import has_earlier


@pytest.fixture
def school(tmp_path: Path, starter_guide: Path) -> Path:
    folder = tmp_path / "state"
    folder.mkdir()
    return Path(shutil.copy(starter_guide, folder / "school.guide"))


def files(school: Path) -> list[str]:
    return sorted(path.name for path in school.parent.iterdir())


def damage(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def test_going_back_twice_is_as_if_nothing_was_done(school: Path, small_guide: Path) -> None:
    put_in_place(small_guide, school)
    assert (occupations(school), occupations(previous_of(school))) == (3, 1016)
    roll_back(school)
    assert (occupations(school), occupations(previous_of(school))) == (1016, 3)
    roll_back(school)
    assert (occupations(school), occupations(previous_of(school))) == (3, 1016)
    assert files(school) == ["school.guide", "school.guide.previous"]


def test_a_disk_that_knows_no_second_names_will_do(school: Path, small_guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(swap.os, "link", unknown)
    test_going_back_twice_is_as_if_nothing_was_done(school, small_guide)


def test_a_new_guide_may_be_read_by_whom_the_one_before_was(school: Path, small_guide: Path) -> None:
    school.chmod(0o640)
    put_in_place(small_guide, school)
    assert school.stat().st_mode & 0o777 == 0o640


def test_a_damaged_guide_is_not_kept_to_go_back_to(school: Path, small_guide: Path) -> None:
    put_in_place(small_guide, school)
    damage(school)
    put_in_place(small_guide, school)
    assert (occupations(school), occupations(previous_of(school))) == (3, 1016)
    damage(school)
    roll_back(school)
    assert occupations(school) == 1016
    assert files(school) == ["school.guide"]


@pytest.fixture
def contents(starter_guide: Path, small_guide: Path) -> tuple[bytes, bytes]:
    """Read before one becomes a person who may not."""
    return starter_guide.read_bytes(), small_guide.read_bytes()


def test_one_can_go_back_from_a_guide_that_cannot_be_read(contents: tuple[bytes, bytes], ordinary_person: Path) -> None:
    school, small_guide = ordinary_person / "school.guide", ordinary_person / "small.guide"
    for path, content in zip((school, small_guide), contents, strict=True):
        path.write_bytes(content)
    put_in_place(small_guide, school)
    school.chmod(0)
    roll_back(school)
    assert occupations(school) == 1016
    school.chmod(0)
    put_in_place(small_guide, school)
    assert occupations(school) == 3


def test_nothing_is_there_either_where_one_may_not_look(ordinary_person: Path) -> None:
    (ordinary_person / "closed").mkdir(mode=0)
    with pytest.raises(UpdateRefused, match="no earlier guide"):
        roll_back(ordinary_person / "closed" / "school.guide")
    assert not has_earlier(ordinary_person / "closed" / "school.guide")


def test_there_is_nothing_to_go_back_to(school: Path) -> None:
    with pytest.raises(UpdateRefused, match="no earlier guide"):
        roll_back(school)


def test_a_damaged_earlier_guide_is_not_gone_back_to(school: Path, small_guide: Path) -> None:
    put_in_place(small_guide, school)
    damage(previous_of(school))
    with pytest.raises(GuideError, match="damaged"):
        roll_back(school)
    assert occupations(school) == 3


@pytest.mark.parametrize("fails_at", [1, 2])
@pytest.mark.parametrize("again", [False, True], ids=["first update", "later update"])
def test_a_guide_that_another_program_holds_is_said_and_all_is_as_it_was(
    school: Path, small_guide: Path, starter_guide: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, again: bool
) -> None:
    if again:
        put_in_place(small_guide, school)
    before = {path.name: path.read_bytes() for path in school.parent.iterdir()}
    calls: list[str] = []
    replace = os.replace

    def held(source: Path, goal: Path) -> None:
        calls.append(str(goal))
        if len(calls) == fails_at:
            raise PermissionError(13, "Permission denied")
        replace(source, goal)

    monkeypatch.setattr(swap.os, "replace", held)
    for work in (lambda: put_in_place(starter_guide, school), lambda: roll_back(school)):
        calls.clear()
        with pytest.raises(GuideError, match=r"close it there and try again|no earlier guide"):
            work()
        assert {path.name: path.read_bytes() for path in school.parent.iterdir()} == before


def test_the_guide_before_stays_where_there_is_no_room_for_a_second_one_and_it_is_held(
    school: Path, small_guide: Path, starter_guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_place(small_guide, school)
    copyfile = shutil.copyfile

    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    def copied(source: Path, goal: Path) -> None:
        if Path(source) == previous_of(school):
            raise OSError(28, "No space left on device")
        copyfile(source, goal)

    monkeypatch.setattr(swap.os, "link", unknown)
    monkeypatch.setattr(swap.shutil, "copyfile", copied)
    monkeypatch.setattr(swap.os, "replace", unknown)
    with pytest.raises(OutputError):
        put_in_place(starter_guide, school)
    assert (occupations(school), occupations(previous_of(school))) == (3, 1016)


def test_a_full_disk_leaves_the_guide_in_use(school: Path, small_guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(swap.shutil, "copyfile", full)
    with pytest.raises(OutputError, match="No space left on device"):
        put_in_place(small_guide, school)
    assert occupations(school) == 1016
    assert files(school) == ["school.guide"]


def test_what_killed_programs_left_is_removed_when_it_is_old(
    school: Path, small_guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (school.parent / ".school.guide.0a.tmp").write_bytes(b"left")
    (school.parent / ".school.guide.0b.tmp").mkdir()
    (school.parent / ".school.guide.notes").write_text("of a person")
    put_in_place(small_guide, school)
    assert len(files(school)) == 5  # another program may be at it
    monkeypatch.setattr(swap, "_LEFT_AFTER_SECONDS", -1.0)
    put_in_place(small_guide, school)
    assert files(school) == [".school.guide.notes", "school.guide", "school.guide.previous"]


_KILLED = """
import sys; from pathlib import Path; from careerguide.db.swap import put_in_place, roll_back
new, current = map(Path, sys.argv[1:])
print('ready', flush=True)
while True:
    put_in_place(new, current) if current.with_suffix(".update").exists() else roll_back(current)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is Unix's")
@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3])
@pytest.mark.parametrize("updates", [True, False], ids=["updating", "going back"])
def test_killed_at_any_moment_a_whole_guide_is_in_place(school: Path, small_guide: Path, after: float, updates: bool) -> None:
    if updates:
        school.with_suffix(".update").touch()
    else:
        put_in_place(small_guide, school)
    program = subprocess.Popen([sys.executable, "-c", _KILLED, str(small_guide), str(school)], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    program.stdout.readline()
    time.sleep(after)
    program.send_signal(signal.SIGKILL)
    program.communicate()
    assert verify(school).faults == []
    if previous_of(school).exists():
        assert verify(previous_of(school)).faults == []


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is Unix's")
@pytest.mark.parametrize("replaced", [0, 1, 2])
def test_who_is_killed_between_two_steps_can_go_back_all_the_same(school: Path, small_guide: Path, replaced: int) -> None:
    """The guide that was in use is never lost by an update, the one that is wanted never by going back."""
    code = (
        "import os, sys; from pathlib import Path; from careerguide.db import swap\n"
        "replace, left = os.replace, int(sys.argv[2])\n"
        "def dying(*names):\n"
        "    global left\n"
        "    if left == 0: os.kill(os.getpid(), 9)\n"
        "    left -= 1; replace(*names)\n"
        "swap.os.replace = dying\n"
        "current = Path(sys.argv[1])\n"
        "swap.put_in_place(Path(sys.argv[3]), current) if sys.argv[3:] else swap.roll_back(current)\n"
    )

    def die(*more: Path) -> None:
        subprocess.run([sys.executable, "-c", code, str(school), str(replaced), *map(str, more)], check=False)

    die(small_guide)
    assert 1016 in [occupations(path) for path in (school, previous_of(school)) if path.exists()]
    assert occupations(school) == (3 if replaced == 2 else 1016)
    if replaced == 2:
        die()
        assert occupations(school) in (1016, 3)
        assert 1016 in (occupations(school), occupations(previous_of(school)))


@pytest.mark.skipif(os.name == "nt", reason="a file that is read cannot be replaced there")
def test_two_that_update_at_once_leave_whole_guides(school: Path, small_guide: Path, starter_guide: Path) -> None:
    code = "import sys; from pathlib import Path; from careerguide.db.swap import put_in_place\n" + (
        "for _ in range(12):\n    put_in_place(Path(sys.argv[1]), Path(sys.argv[2]))\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, str(new), str(school)]) for new in (small_guide, starter_guide)]
    good = {small_guide.read_bytes(), starter_guide.read_bytes()}
    looks = 0
    while any(one.poll() is None for one in both):
        for path in (school, previous_of(school)):
            if path == school or path.exists():
                assert path.read_bytes() in good
                looks += 1
    assert [one.returncode for one in both] == [0, 0]
    assert looks > 10
    assert files(school) == ["school.guide", "school.guide.previous"]
