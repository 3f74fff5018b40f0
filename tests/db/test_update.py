"""Updating a guide: built beside the one in use, verified, swapped at once, and back again; and signed packs."""

import os
import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from guides import occupations
from local_server import Server, files_of
from program import Program

from careerguide.db.swap import previous_of
from careerguide.db.update import check_place, examine, releases_of
from careerguide.db.update_pack import make_pack, new_keys, read_manifest, unpack
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import OutputError, UpdateRefused
from careerguide.domain.guide_changes import Glance, changes


@pytest.fixture
def school(tmp_path: Path, starter_guide: Path) -> Path:
    return Path(shutil.copy(starter_guide, tmp_path / "school.guide"))


@pytest.fixture
def mirror(mirror: Path) -> Path:
    """A mirror with a release that is newer than the one in use."""
    (mirror / "db_29_3_text.zip").rename(mirror / "db_30_1_text.zip")
    return mirror


def test_an_update_from_a_mirror_tells_what_changes_and_can_be_taken_back(program: Program, mirror: Path, school: Path) -> None:
    code, said, _ = program("guide", "update", "--from", mirror, "--output", school)
    assert code == 0
    assert "onet: db_30_1_text.zip" in said
    assert "removed: 11-1011.00  Chief Executives" in said
    assert occupations(school) == 3
    assert not school.with_name("school.guide.update").exists()
    assert program("guide", "rollback", school).code == 0
    assert occupations(school) == 1016
    assert program("guide", "rollback", school).code == 0
    assert occupations(school) == 3


def test_what_is_newer_by_no_name_changes_nothing(program: Program, mirror: Path, school: Path) -> None:
    """Else the guide before would be the same guide, and an older release would come without a word."""
    assert program("guide", "update", "--from", mirror, "--output", school).code == 0
    before = school.read_bytes()
    for older in (False, True):
        if older:
            (mirror / "db_30_1_text.zip").rename(mirror / "db_29_3_text.zip")
        code, said, _ = program("guide", "update", "--from", mirror, "--output", school)
        assert code == 0
        assert "there is nothing newer; it stays as it is" in said
        assert school.read_bytes() == before
        assert occupations(previous_of(school)) == 1016


def test_only_what_is_its_own_is_removed_from_the_folder_for_downloads(
    program: Program, mirror: Path, school: Path, tmp_path: Path
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    (documents / "thesis.txt").write_text("years of work")
    assert program("guide", "update", "--from", mirror, "--output", school, "--work", documents).code == 0
    assert [path.name for path in documents.iterdir()] == ["thesis.txt"]
    assert (documents / "thesis.txt").read_text() == "years of work"


def test_pay_that_goes_with_a_release_that_is_not_there_is_told(program: Program, mirror: Path, school: Path) -> None:
    next(mirror.glob("oesm*")).unlink()
    code, said, _ = program("guide", "update", "--from", mirror, "--output", school)
    assert code == 0
    assert re.search(r"^median pay: 27-2011\.00  Actors  \$[\d,]+ → not available$", said, re.MULTILINE)


def test_an_update_from_a_server(program: Program, mirror: Path, school: Path, server: Server) -> None:
    server.behave = files_of(mirror)
    code, said, _ = program("guide", "update", "--from", f"{server.address}/", "--output", school)
    assert code == 0
    assert f"onet: db_30_1_text.zip from {server.address}/db_30_1_text.zip" in said
    assert occupations(school) == 3
    (mirror / "db_31_0_text.zip").write_bytes((mirror / "db_30_1_text.zip").read_bytes())
    (mirror / "SHA256SUMS").write_text(f"{'0' * 64}  db_31_0_text.zip\n")
    code, _, error = program("guide", "update", "--from", f"{server.address}/", "--output", school)
    assert code == 3
    assert "its checksum differs" in error
    assert occupations(school) == 3


def test_a_dry_run_only_tells(program: Program, mirror: Path, school: Path) -> None:
    before = school.read_bytes()
    code, out, _ = program("guide", "update", "--from", mirror, "--output", school, "--dry-run")
    assert code == 0
    assert "db_30_1_text.zip" in out
    assert f"{sum(path.stat().st_size for path in mirror.iterdir()) / 1e6:,.1f} MB to fetch" in out
    assert school.read_bytes() == before
    assert not previous_of(school).exists()


def test_a_wrong_file_at_the_mirror_changes_nothing(program: Program, mirror: Path, school: Path) -> None:
    (mirror / "db_30_1_text.zip").write_bytes(b"PK\x03\x04 not really")
    code, _, err = program("guide", "update", "--from", mirror, "--output", school)
    assert code == 3
    assert "not a zip archive" in err
    assert occupations(school) == 1016


def test_a_place_where_one_may_not_write_is_said_before_anything_is_fetched(program: Program, mirror: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where the folder should be")
    code, _, err = program("guide", "update", "--from", mirror, "--output", tmp_path / "file" / "school.guide")
    assert code == 3
    assert "you cannot write here" in err
    with pytest.raises(OutputError, match="you cannot write here"):
        check_place(tmp_path / "file" / "school.guide")
    check_place(tmp_path / "new" / "school.guide")
    assert list((tmp_path / "new").iterdir()) == []


def test_files_that_are_no_releases_are_not_kept(program: Program, mirror: Path, school: Path) -> None:
    whole = (mirror / "db_30_1_text.zip").read_bytes()
    (mirror / "db_30_1_text.zip").write_bytes(b"PK not really")
    assert program("guide", "update", "--from", mirror, "--output", school).code == 3
    assert list(school.with_name("school.guide.update").glob("*.zip")) == []
    (mirror / "db_30_1_text.zip").write_bytes(whole)
    assert program("guide", "update", "--from", mirror, "--output", school).code == 0
    assert occupations(school) == 3


def test_the_releases_of_a_guide_and_of_what_is_none(school: Path, tmp_path: Path) -> None:
    assert ("O*NET", "29.3") in [(source.name, source.release) for source in releases_of(school)]
    (tmp_path / "text").write_text("not a guide")
    assert releases_of(tmp_path / "text") == releases_of(tmp_path / "nowhere") == ()


def test_a_new_guide_that_is_not_whole_is_refused(school: Path, tmp_path: Path, small_guide: Path) -> None:
    broken = Path(shutil.copy(small_guide, tmp_path / "broken.guide"))
    data = bytearray(broken.read_bytes())
    data[len(data) // 2 :] = b"\x5a" * (len(data) - len(data) // 2)
    broken.write_bytes(data)
    with pytest.raises(Exception, match=r"whole|damaged"):
        examine(broken, school)


def test_what_changed_is_told() -> None:
    codes = [OnetSocCode(f"11-101{number}.00") for number in range(5)]
    before = {codes[0]: Glance("A", 50_000), codes[1]: Glance("B", 50_000), codes[2]: Glance("C", None), codes[3]: Glance("D", 1)}
    after = {
        codes[0]: Glance("A", 51_000),
        codes[1]: Glance("Bee", 60_000),
        codes[2]: Glance("C", 40_000),
        codes[4]: Glance("E", 1),
    }
    found = changes(before, after)
    assert found.added == ((codes[4], "E"),)
    assert found.removed == ((codes[3], "D"),)
    assert found.renamed == ((codes[1], "B", "Bee"),)
    assert [(one.code, one.percent) for one in found.moved] == [(codes[2], None), (codes[1], 20)]
    assert found
    assert not changes(before, before)
    assert found.only([codes[3]]).removed == found.removed
    assert not found.only([codes[0]])


# Signed packs


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    private, public = tmp_path / "private.pem", tmp_path / "public.pem"
    new_keys(private, public)
    return private, public


@pytest.fixture
def pack(tmp_path: Path, small_guide: Path, keys: tuple[Path, Path]) -> Path:
    make_pack(small_guide, keys[0], tmp_path / "update.pack")
    return tmp_path / "update.pack"


def test_a_pack_is_taken(program: Program, tmp_path: Path, school: Path, small_guide: Path) -> None:
    private, public, pack = tmp_path / "private.pem", tmp_path / "public.pem", tmp_path / "stick.pack"
    assert program("guide", "keys", private, public).code == 0
    assert program("guide", "pack", small_guide, "--key", private, "--output", pack).code == 0
    code, out, _ = program("guide", "take", pack, "--key", public, "--output", school, "--dry-run")
    assert code == 0
    assert "removed: 11-1011.00" in out
    assert occupations(school) == 1016
    assert program("guide", "take", pack, "--key", public, "--output", school).code == 0
    assert occupations(school) == 3
    assert occupations(previous_of(school)) == 1016


def test_all_that_a_pack_changes_is_told(program: Program, tmp_path: Path, small_guide: Path, starter_guide: Path) -> None:
    """Occupations that are new or called otherwise, and pay that moved."""
    private, public, pack = tmp_path / "private.pem", tmp_path / "public.pem", tmp_path / "stick.pack"
    older = Path(shutil.copy(small_guide, tmp_path / "older.guide"))
    with closing(sqlite3.connect(older)) as connection, connection:
        connection.execute("UPDATE occupation SET title = 'Players' WHERE title = 'Actors'")
        connection.execute("UPDATE wage SET median = median / 2 WHERE unit = 'year'")
    new_keys(private, public)
    told = []
    for new, current in ((small_guide, older), (starter_guide, small_guide)):
        make_pack(new, private, pack)
        told.append(program("guide", "take", pack, "--key", public, "--output", current, "--dry-run").out)
    assert "renamed: 27-2011.00  Players → Actors\n" in told[0]
    assert re.search(r"median pay: 33-3051.04  Customs and Border Protection Officers  \$[\d,]+ → \$[\d,]+ \(\+100 %\)\n", told[0])
    assert "added: 11-1011.00  Chief Executives\n" in told[1]
    assert "removed" not in told[1]


def test_the_private_key_is_for_its_owner_and_no_key_is_overwritten(keys: tuple[Path, Path]) -> None:
    assert os.name == "nt" or keys[0].stat().st_mode & 0o777 == 0o600
    with pytest.raises(OutputError, match="keys are not overwritten"):
        new_keys(*keys)


def test_a_pack_of_somebody_else_is_refused(tmp_path: Path, pack: Path) -> None:
    new_keys(tmp_path / "other.pem", tmp_path / "other.pub")
    with pytest.raises(UpdateRefused, match="not signed by whom this computer trusts"):
        read_manifest(pack, tmp_path / "other.pub")


def repacked(pack: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(pack) as old:
        contents = {name: old.read(name) for name in old.namelist()} | members
    changed = pack.with_name("changed.pack")
    with zipfile.ZipFile(changed, "w") as new:
        for name, content in contents.items():
            new.writestr(name, content)
    return changed


def test_a_pack_that_was_tampered_with_is_refused(tmp_path: Path, pack: Path, keys: tuple[Path, Path]) -> None:
    output = tmp_path / "out.guide"
    with zipfile.ZipFile(pack) as whole:
        manifest, guide = whole.read("manifest.json"), whole.read("guide")
    for members, words in (
        ({"manifest.json": manifest + b" "}, "not signed"),
        ({"signature": b"AAAA"}, "not signed"),
        ({"guide": guide[:-1] + b"x"}, "damaged"),
        ({"guide": guide + b"more"}, "damaged"),
        ({"guide": b""}, "damaged"),
    ):
        with pytest.raises(UpdateRefused, match=words):
            unpack(repacked(pack, **members), keys[1], output)
        assert not output.exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"a text"])
def test_what_is_no_pack_is_refused(tmp_path: Path, keys: tuple[Path, Path], content: bytes) -> None:
    path = tmp_path / "x.pack"
    path.write_bytes(content)
    with pytest.raises(UpdateRefused, match="not an update pack"):
        read_manifest(path, keys[1])
    with pytest.raises(UpdateRefused, match="cannot be read"):
        read_manifest(tmp_path / "nowhere.pack", keys[1])


def test_a_pack_that_is_cut_off_is_refused(pack: Path, keys: tuple[Path, Path]) -> None:
    pack.write_bytes(pack.read_bytes()[:-200])
    with pytest.raises(UpdateRefused, match="damaged"):
        read_manifest(pack, keys[1])


def test_a_pack_damaged_inside_is_refused_and_leaves_nothing(tmp_path: Path, pack: Path, keys: tuple[Path, Path]) -> None:
    whole = pack.read_bytes()
    with zipfile.ZipFile(pack) as packed:
        begins = packed.getinfo("guide").header_offset + 40
    for at in range(begins, len(whole) - 400, len(whole) // 40):
        pack.write_bytes(whole[:at] + bytes(byte ^ 0x5A for byte in whole[at : at + 60]) + whole[at + 60 :])
        with pytest.raises(UpdateRefused, match="damaged"):
            unpack(pack, keys[1], tmp_path / "out.guide")
        assert not (tmp_path / "out.guide").exists()


def test_what_is_no_key_is_said(tmp_path: Path, pack: Path, small_guide: Path, keys: tuple[Path, Path]) -> None:
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("not a key")
    with pytest.raises(UpdateRefused, match="the public key cannot be read"):
        read_manifest(pack, wrong)
    with pytest.raises(UpdateRefused, match="the private key cannot be read"):
        make_pack(small_guide, keys[1], tmp_path / "y.pack")
