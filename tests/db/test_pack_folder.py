"""The folder in which an administrator puts update packs: the newest good one is taken, once, and never an older one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from guides import occupations

from careerguide.db import update_pack
from careerguide.db.pack_folder import Looked, take_newer
from careerguide.db.swap import previous_of, put_in_place
from careerguide.db.update_pack import make_pack, new_keys

Pack = Callable[..., Path]


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    private, public = tmp_path / "private.pem", tmp_path / "public.pem"
    new_keys(private, public)
    return private, public


@pytest.fixture
def guide(tmp_path: Path, starter_guide: Path) -> Path:
    folder = tmp_path / "state"
    folder.mkdir()
    return Path(shutil.copy(starter_guide, folder / "school.guide"))


@pytest.fixture
def pack(tmp_path: Path, keys: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Pack:
    """Makes packs in the folder, as of a day in December 2026."""
    (tmp_path / "packs").mkdir()

    def make(guide: Path, day: int, name: str = "") -> Path:
        class Clock(update_pack.datetime):
            @classmethod
            def now(cls, tz: object = None) -> "Clock":
                return cls(2026, 12, day, 12, tzinfo=update_pack.UTC)

        path = tmp_path / "packs" / (name or f"{day}.pack")
        with monkeypatch.context() as patch:
            patch.setattr(update_pack, "datetime", Clock)
            make_pack(guide, keys[0], path)
        return path

    return make


def look(tmp_path: Path, keys: tuple[Path, Path], guide: Path) -> Looked:
    return take_newer(tmp_path / "packs", keys[1], guide)


def test_the_newest_is_taken_once_and_an_older_one_never(
    tmp_path: Path, keys: tuple[Path, Path], guide: Path, pack: Pack, small_guide: Path, starter_guide: Path
) -> None:
    assert look(tmp_path, keys, guide) == Looked(False, ())
    pack(starter_guide, 1)
    pack(small_guide, 2)
    assert look(tmp_path, keys, guide) == Looked(True, ())
    assert occupations(guide) == 3
    assert occupations(previous_of(guide)) == 1016
    assert look(tmp_path, keys, guide) == Looked(False, ())
    pack(starter_guide, 3)
    assert look(tmp_path, keys, guide) == Looked(True, ())
    assert occupations(guide) == 1016
    put_in_place(small_guide, guide)  # an administrator goes back by hand
    assert look(tmp_path, keys, guide) == Looked(False, ())
    assert occupations(guide) == 3


def test_who_was_killed_before_he_noted_what_he_took_does_not_take_it_again(
    tmp_path: Path, keys: tuple[Path, Path], guide: Path, pack: Pack, small_guide: Path
) -> None:
    pack(small_guide, 2)
    assert look(tmp_path, keys, guide).taken
    note = guide.with_name("school.guide.taken")
    note.unlink()
    assert look(tmp_path, keys, guide) == Looked(False, ())
    assert (occupations(guide), occupations(previous_of(guide))) == (3, 1016)
    assert note.exists()


@pytest.mark.parametrize(("written", "is_taken"), [("2026-12-01T12:00:00", True), ("2026-12-03", False), ("yesterday", True)])
def test_a_note_written_by_hand_is_understood(
    tmp_path: Path, keys: tuple[Path, Path], guide: Path, pack: Pack, small_guide: Path, written: str, is_taken: bool
) -> None:
    guide.with_name("school.guide.taken").write_text(written)
    pack(small_guide, 2)
    assert look(tmp_path, keys, guide) == Looked(is_taken, ())


def test_a_guide_that_is_not_there_yet_comes_with_the_first_pack(
    tmp_path: Path, keys: tuple[Path, Path], guide: Path, pack: Pack, small_guide: Path
) -> None:
    guide.unlink()
    pack(small_guide, 2)
    assert look(tmp_path, keys, guide).taken
    assert occupations(guide) == 3


def test_what_is_not_fit_is_said_and_the_next_good_one_is_taken(
    tmp_path: Path, keys: tuple[Path, Path], guide: Path, pack: Pack, small_guide: Path
) -> None:
    pack(small_guide, 2)
    half = pack(small_guide, 3)
    half.write_bytes(half.read_bytes()[:5_000])
    new_keys(tmp_path / "other.pem", tmp_path / "other-public.pem")
    make_pack(small_guide, tmp_path / "other.pem", tmp_path / "packs" / "other.pack")
    (tmp_path / "packs" / "readme.txt").write_text("not a pack")
    looked = look(tmp_path, keys, guide)
    assert looked.taken
    assert [problem.split(":")[0] for problem in looked.problems] == ["3.pack", "other.pack"]
    assert occupations(guide) == 3


def test_a_damaged_pack_changes_nothing(
    tmp_path: Path, keys: tuple[Path, Path], guide: Path, pack: Pack, small_guide: Path
) -> None:
    path, before = pack(small_guide, 2), guide.read_bytes()
    content = bytearray(path.read_bytes())
    content[len(content) * 3 // 4] ^= 1
    path.write_bytes(content)
    looked = look(tmp_path, keys, guide)
    assert not looked.taken
    assert len(looked.problems) == 1
    assert guide.read_bytes() == before
    assert sorted(one.name for one in guide.parent.iterdir()) == ["school.guide"]


def test_a_folder_that_is_not_there_and_a_place_that_cannot_be_written_are_said(
    tmp_path: Path, keys: tuple[Path, Path], guide: Path, pack: Pack, small_guide: Path
) -> None:
    looked = take_newer(tmp_path / "nowhere", keys[1], guide)
    assert "the folder of updates cannot be read" in looked.problems[0]
    pack(small_guide, 2)
    looked = look(tmp_path, keys, tmp_path / "private.pem" / "school.guide")
    assert not looked.taken
    assert "cannot be put here" in looked.problems[0]
