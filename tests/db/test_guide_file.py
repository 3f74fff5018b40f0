"""Guide files that are missing, damaged, of another kind or version, or in awkward places; and questions no guide can answer."""

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_onet import ACTORS, OFFICER, OTHER

from careerguide.db.guide import Guide
from careerguide.domain.errors import (
    GuideDamaged,
    GuideFileError,
    GuideMissing,
    GuideVersionError,
    NotAGuide,
    UnknownArea,
    UnknownOccupation,
)
from careerguide.domain.page import OccupationPage


@pytest.fixture
def copy(tmp_path: Path, small_guide: Path) -> Callable[[bytes], Path]:
    """Writes bytes as a guide file."""

    def write(data: bytes) -> Path:
        path = tmp_path / "copy.guide"
        path.write_bytes(data)
        return path

    return write


@pytest.fixture(scope="module")
def good(small_guide: Path) -> bytes:
    return small_guide.read_bytes()


@pytest.fixture(scope="module")
def guide(small_guide: Path) -> Iterator[Guide]:
    guide = Guide(small_guide)
    yield guide
    guide.close()


def read_all(path: Path) -> None:
    """Everything a person can ask of a guide. That an occupation or area is not there is an answer too."""
    guide = Guide(path)
    try:
        guide.occupations()
        guide.areas()
        for code in (OFFICER, ACTORS, OTHER):
            for area in ("99", "06"):
                try:
                    guide.page(code, area)
                except (UnknownOccupation, UnknownArea):
                    continue
        for text in ("officer", "33-", "stage player", "cbp"):
            guide.search(text)
    finally:
        guide.close()


def test_a_good_guide_gives_no_fault(copy: Callable[[bytes], Path], good: bytes) -> None:
    read_all(copy(good))


def test_a_missing_guide_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(GuideMissing, match=r"nowhere\.guide: there is no guide file here"):
        Guide(tmp_path / "nowhere.guide")
    with pytest.raises(GuideMissing):
        Guide(tmp_path)


def test_an_empty_guide_is_damaged(copy: Callable[[bytes], Path]) -> None:
    with pytest.raises(GuideDamaged, match="empty"):
        Guide(copy(b""))


@pytest.mark.parametrize("data", [b"x", random.Random(1).randbytes(5000), b"SQLite format 3\x00", b"PK\x03\x04" * 100])
def test_random_bytes_are_no_guide(copy: Callable[[bytes], Path], data: bytes) -> None:
    with pytest.raises(NotAGuide, match="not a Career Guide file"):
        Guide(copy(data))


def test_another_database_is_no_guide(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE occupation (code TEXT, title TEXT)")
    connection.commit()
    connection.close()
    with pytest.raises(NotAGuide):
        Guide(tmp_path / "other.db")


@pytest.mark.parametrize(("step", "words"), [(-1, "older version of the program; build it again"), (1, "newer version")])
def test_a_guide_of_another_version_says_what_to_do(copy: Callable[[bytes], Path], good: bytes, step: int, words: str) -> None:
    path = copy(good)
    connection = sqlite3.connect(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute(f"PRAGMA user_version = {version + step}")
    connection.close()
    with pytest.raises(GuideVersionError, match=words):
        Guide(path)


def test_a_guide_cut_off_anywhere_is_damaged(copy: Callable[[bytes], Path], good: bytes) -> None:
    for share in range(1, 20):
        with pytest.raises(GuideFileError):
            read_all(copy(good[: len(good) * share // 20]))
    with pytest.raises(NotAGuide):
        Guide(copy(good[:50]))


def test_no_damage_gives_anything_but_a_sentence(copy: Callable[[bytes], Path], good: bytes) -> None:
    chance = random.Random(20250829)
    said: list[str] = []
    for _ in range(200):
        data = bytearray(good)
        for _ in range(chance.choice((1, 10, 100, 1000))):
            data[chance.randrange(100, len(data))] = chance.randrange(256)
        try:
            read_all(copy(bytes(data)))
        except GuideDamaged as error:
            said.append(str(error))
    assert len(said) > 50
    assert all("damaged" in sentence and "\n" not in sentence for sentence in said)


@pytest.mark.parametrize(
    ("words", "others"), [(b"work_activities", b"work_activitles"), (b"supplemental", b"suppl@mental"), (b"nation", b"n\xfftion")]
)
def test_words_that_no_guide_holds_are_damage(copy: Callable[[bytes], Path], good: bytes, words: bytes, others: bytes) -> None:
    assert words in good
    with pytest.raises(GuideDamaged):
        read_all(copy(good.replace(words, others)))


@pytest.mark.parametrize(
    "forged",
    [
        "UPDATE wage SET median = 'zebra'",
        "UPDATE rating SET importance = x'ff'",
        "UPDATE rating SET level = 9e999",
        "UPDATE rating SET importance_n = 'many'",
        "UPDATE occupation SET title = x'00'",
        "UPDATE projection SET openings_per_year = 0.5",
    ],
)
def test_values_of_another_kind_are_damage_where_they_are_read(copy: Callable[[bytes], Path], good: bytes, forged: str) -> None:
    path = copy(good)
    connection = sqlite3.connect(path)
    connection.execute(forged)
    connection.commit()
    connection.close()
    with pytest.raises(GuideDamaged):
        read_all(path)


def test_a_table_that_is_gone_is_damage(copy: Callable[[bytes], Path], good: bytes) -> None:
    path = copy(good)
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE rating")
    connection.commit()
    connection.close()
    with pytest.raises(GuideDamaged):
        read_all(path)


@pytest.mark.parametrize("name", ["a guide.guide", "a#b.guide", "a?mode=rwc.guide", "100%.guide", "%41.guide", "ä&b;c='d.guide"])
def test_any_path_will_do(tmp_path: Path, good: bytes, name: str) -> None:
    folder = tmp_path / f"in {name}"
    folder.mkdir()
    (folder / name).write_bytes(good)
    read_all(folder / name)
    assert [path.name for path in folder.iterdir()] == [name]
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_a_path_that_is_no_text_will_do(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / os.fsdecode(b"\xff.guide")
    try:
        path.write_bytes(good)
    except OSError:
        pytest.skip("this file system takes no such names")
    read_all(path)


def test_a_read_only_guide_in_a_read_only_folder_will_do(good_bytes_for_anyone: bytes, ordinary_person: Path) -> None:
    folder = ordinary_person / "read only"
    folder.mkdir()
    path = folder / "my.guide"
    path.write_bytes(good_bytes_for_anyone)
    path.chmod(0o400)
    folder.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            (folder / "new").touch()
        read_all(path)
        assert [file.name for file in folder.iterdir()] == ["my.guide"]
    finally:
        folder.chmod(0o700)


@pytest.fixture
def good_bytes_for_anyone(good: bytes) -> bytes:
    return good


def test_a_guide_that_may_not_be_read_is_told(good_bytes_for_anyone: bytes, ordinary_person: Path) -> None:
    path = ordinary_person / "my.guide"
    path.write_bytes(good_bytes_for_anyone)
    path.chmod(0)
    with pytest.raises(GuideMissing, match="cannot be read"):
        Guide(path)


def test_reading_changes_nothing(copy: Callable[[bytes], Path], good: bytes) -> None:
    path = copy(good)
    stamp = path.stat().st_mtime_ns
    read_all(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (good, stamp)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


UNKNOWN = [
    *("", " ", "33-3051", "33-3051.99", "33-3051.04 ", "33_3051.04", "%", "33-3051.0_", "zebra", "\x00", "33-3051.04\x00"),
    *("' OR '1'='1", "'; DROP TABLE occupation; --", '" OR 1=1', "33-3051.04' --", "\udcff", "33-3051.04\udcff", "x" * 20_000),
    "33-3051.04" * 2_000,
]


@pytest.mark.parametrize("code", UNKNOWN, ids=lambda code: ascii(code[:30]))
def test_an_unknown_code_is_told_shortly(guide: Guide, code: str) -> None:
    with pytest.raises(UnknownOccupation, match="There is no occupation with the code") as caught:
        guide.page(code)
    assert len(str(caught.value)) < 120
    assert len(guide.occupations()) == 3


@pytest.mark.parametrize("area", ["", "zz", "00", "' OR 1=1 --", "x" * 20_000])
def test_an_unknown_area_is_told_shortly(guide: Guide, area: str) -> None:
    for ask in (guide.find_area, lambda area: guide.page(OFFICER, area)):
        with pytest.raises(UnknownArea, match="There are no wages for an area") as caught:
            ask(area)
        assert len(str(caught.value)) < 120


@pytest.mark.parametrize("text", ["06", "CA", "ca", "California", " california "])
def test_an_area_is_found_by_code_postal_code_and_name(guide: Guide, text: str) -> None:
    assert guide.find_area(text).code == "06"


def test_every_area_is_found_by_its_code_and_by_its_name(starter_guide: Path) -> None:
    guide = Guide(starter_guide)
    areas = guide.areas()
    assert len(areas) == 583
    for area in random.Random(3).sample(areas, 60):
        assert guide.find_area(area.code) == area
        assert guide.find_area(area.name) == area
    kinds = [area.kind for area in areas]
    assert kinds[0] == "nation"
    assert kinds[1:55] == ["state"] * 54
    assert {*kinds[55:]} == {"metro", "nonmetro"}
    assert [area.name for area in areas[1:55]] == sorted(area.name for area in areas[1:55])
    guide.close()


def test_pages_cannot_be_changed(guide: Guide) -> None:
    page: OccupationPage = guide.page(OFFICER)
    with pytest.raises(AttributeError):
        page.title = "Something else"  # type: ignore[misc]


def test_a_name_that_no_file_can_have_is_a_sentence() -> None:
    with pytest.raises(GuideMissing, match="cannot be the name of a file"):
        Guide(Path("school\0.guide"))
