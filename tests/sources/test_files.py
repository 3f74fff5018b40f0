"""The files of a release: in a folder, in a folder's folder, or in a zip of which nothing is ever written to disk."""

import os
import zipfile
from pathlib import Path

import pytest

from careerguide.domain.errors import SourceError
from careerguide.sources.files import ReleaseFiles

MARKER = "Occupation Data.txt"


def zip_of(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def everything_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def content(files: ReleaseFiles, name: str) -> str:
    with files.text(name) as lines:
        return lines.read()


def test_a_folder_a_nested_folder_and_a_zip_give_the_same_files(tmp_path: Path) -> None:
    plain, outer = tmp_path / "plain", tmp_path / "outer"
    for folder in (plain, outer / "db_31_0_text"):
        folder.mkdir(parents=True)
        (folder / MARKER).write_bytes(b"one\r\ntwo\r\n")
        (folder / "Skills.txt").write_bytes(b"three\n")
    (outer / "note.txt").write_bytes(b"not part of it")
    archive = zip_of(tmp_path / "db.zip", {f"db_31_0_text/{MARKER}": b"one\r\ntwo\r\n", "db_31_0_text/Skills.txt": b"three\n"})
    for path in (plain, outer, archive):
        files = ReleaseFiles(path, marker=MARKER)
        assert sorted(files.names) == [MARKER, "Skills.txt"], path
        assert content(files, MARKER) == "one\r\ntwo\r\n"
        assert files.size(MARKER) == 10
        assert (files.first_of("Knowledge.txt", "Skills.txt"), files.first_of("Knowledge.txt")) == ("Skills.txt", None)
        files.close()


def test_a_zip_is_known_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    files = ReleaseFiles(zip_of(tmp_path / "download", {MARKER: b"x"}))
    assert content(files, MARKER) == "x"
    files.close()


@pytest.mark.parametrize("name", ["../../evil.txt", "/evil.txt", "..\\..\\evil.txt", "a/../../../evil.txt"])
def test_nothing_from_an_archive_is_written_to_disk(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "one" / "two"
    inside.mkdir(parents=True)
    archive = zip_of(inside / "db.zip", {name: b"evil", f"db/{MARKER}": b"good"})
    before = everything_in(tmp_path)
    files = ReleaseFiles(archive, marker=MARKER)
    for found in files.names:
        content(files, found)
    assert content(files, MARKER) == "good"
    files.close()
    assert everything_in(tmp_path) == before
    assert not Path("/evil.txt").exists()


def test_a_byte_order_mark_is_not_part_of_the_first_cell(tmp_path: Path) -> None:
    (tmp_path / MARKER).write_bytes(b"\xef\xbb\xbfO*NET-SOC Code")
    assert content(ReleaseFiles(tmp_path), MARKER) == "O*NET-SOC Code"


def test_what_has_been_read_is_counted(tmp_path: Path) -> None:
    (tmp_path / MARKER).write_bytes(b"x" * 1000)
    files = ReleaseFiles(tmp_path)
    assert files.bytes_read == 0
    content(files, MARKER)
    assert files.bytes_read == 1000


@pytest.mark.parametrize("data", [b"", b"random bytes \x00\x01\xff" * 50, b"PK\x03\x04" + b"\x00" * 100])
def test_a_file_that_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "db.zip").write_bytes(data)
    with pytest.raises(SourceError, match="not a zip archive"):
        ReleaseFiles(tmp_path / "db.zip")


def test_a_zip_cut_off_at_any_place_is_refused(tmp_path: Path) -> None:
    whole = zip_of(tmp_path / "db.zip", {f"db/{MARKER}": os.urandom(2000)}).read_bytes()
    for share in range(1, 10):
        (tmp_path / "cut.zip").write_bytes(whole[: len(whole) * share // 10])
        with pytest.raises(SourceError):
            ReleaseFiles(tmp_path / "cut.zip")


def test_a_zip_made_by_a_later_version_of_the_format_is_refused(tmp_path: Path) -> None:
    data = bytearray(zip_of(tmp_path / "db.zip", {MARKER: b"x"}).read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 200  # the version needed to extract
    (tmp_path / "db.zip").write_bytes(data)
    with pytest.raises(SourceError):
        ReleaseFiles(tmp_path / "db.zip")


def test_bytes_damaged_inside_a_zip_are_told_with_the_file(tmp_path: Path) -> None:
    archive = zip_of(tmp_path / "db.zip", {MARKER: os.urandom(5000)})
    data = bytearray(archive.read_bytes())
    data[200:260] = bytes(60)
    archive.write_bytes(data)
    files = ReleaseFiles(archive)
    with pytest.raises(SourceError, match=MARKER):
        files.head(MARKER, 5000)
    files.close()


def test_a_name_that_is_another_inside_a_zip_is_told_shortly(tmp_path: Path) -> None:
    """In the head of a member, not in the list of members: zipfile says so with all of the head in its words."""
    archive = zip_of(tmp_path / "db.zip", {MARKER: b"x" * 100})
    for other in (b"?" * len(MARKER), b"\xff" * len(MARKER)):
        data = bytearray(archive.read_bytes())
        data[6:8] = (0x800).to_bytes(2, "little")  # the name is UTF-8
        data[30 : 30 + len(MARKER)] = other
        (tmp_path / "other.zip").write_bytes(data)
        files = ReleaseFiles(tmp_path / "other.zip")
        with pytest.raises(SourceError, match="cut off or damaged") as told:
            files.binary(MARKER)
        assert len(str(told.value)) < 200
        files.close()


def test_a_missing_path_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        ReleaseFiles(tmp_path / "nowhere")
    with pytest.raises(SourceError, match="no such file or folder"):
        ReleaseFiles(tmp_path / ("x" * 300))
    with pytest.raises(SourceError, match=r"Skills\.txt: this file is missing"):
        ReleaseFiles(tmp_path).binary("Skills.txt")


def test_a_folder_that_may_not_be_read_is_told(ordinary_person: Path) -> None:
    locked = ordinary_person / "locked"
    (locked / "inside").mkdir(parents=True)
    locked.chmod(0)
    try:
        for path in (locked, locked / "inside"):
            with pytest.raises(SourceError):
                ReleaseFiles(path, marker=MARKER)
    finally:
        locked.chmod(0o700)
