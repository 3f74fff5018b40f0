"""Whatever is wrong with files or questions: the right exit code, one line on standard error, no traceback, nothing written."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from program import Program
from small_bls import oews_csv, oews_line
from small_onet import OFFICER, classic_tables, table_bytes, without

Fails = Callable[..., str]


@pytest.fixture
def fails(program: Program) -> Fails:
    """Runs a command that must fail with this exit code, and gives the one line it says."""

    def command(code: int, *arguments: str | Path) -> str:
        found, out, err = program(*arguments)
        assert found == code, err
        assert out == ""
        assert err.startswith("careerguide: ")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        assert "Traceback" not in err
        assert len(err) < 600
        return err.removeprefix("careerguide: ").strip()

    return command


@pytest.fixture
def release(tmp_path: Path, small_sources: Path) -> Path:
    """A copy of the small release to spoil."""
    folder = tmp_path / "release"
    folder.mkdir()
    for file in (small_sources / "onet").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.fixture
def refused(fails: Fails, tmp_path: Path) -> Callable[..., str]:
    """Builds from these arguments, which must fail with 3 and write nothing."""

    def build(*arguments: str | Path) -> str:
        place = tmp_path / "place"
        place.mkdir(exist_ok=True)
        line = fails(3, "guide", "build", *arguments, "--output", place / "my.guide")
        assert list(place.iterdir()) == []
        return line

    return build


def zipped(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"db_30_1_text/{file.name}")
    return path


def test_a_truncated_zip(refused: Callable[..., str], release: Path, tmp_path: Path) -> None:
    whole = zipped(release, tmp_path / "db.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert "cut.zip: this is not a zip archive, or it is cut off" in refused("--onet", tmp_path / "cut.zip")


def test_a_zip_damaged_inside(refused: Callable[..., str], release: Path, tmp_path: Path) -> None:
    path = zipped(release, tmp_path / "db.zip")
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo("db_30_1_text/Task Statements.txt").header_offset + 90
    data = bytearray(path.read_bytes())
    data[place : place + 40] = bytes(40)
    path.write_bytes(data)
    assert "Task Statements.txt" in refused("--onet", path)


@pytest.mark.parametrize("name", ["db.zip", "release.txt", "db"])
def test_random_bytes(refused: Callable[..., str], tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 20)
    assert name in refused("--onet", tmp_path / name)


def test_an_empty_folder(refused: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "Occupation Data.txt: this file is missing in empty" in refused("--onet", tmp_path / "empty")


def test_an_empty_zip(refused: Callable[..., str], tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "empty.zip", "w").close()
    assert "Occupation Data.txt" in refused("--onet", tmp_path / "empty.zip")


def test_a_missing_folder(refused: Callable[..., str], release: Path, tmp_path: Path) -> None:
    assert "nowhere" in refused("--onet", tmp_path / "nowhere")
    assert "nowhere" in refused("--onet", release, "--oews", tmp_path / "nowhere")
    assert "nowhere" in refused("--onet", release, "--projections", tmp_path / "nowhere.xlsx")
    assert "x" * 20 in refused("--onet", "x" * 300)


@pytest.mark.parametrize(
    ("file", "column"), [("Occupation Data.txt", "Title"), ("Skills.txt", "Data Value"), ("Task Ratings.txt", "Scale ID")]
)
def test_a_missing_column(refused: Callable[..., str], release: Path, file: str, column: str) -> None:
    (release / file).write_bytes(table_bytes(without(classic_tables(), column)[file]))
    assert f"{file}, column “{column}”: this column is missing" in refused("--onet", release)


@pytest.mark.parametrize(
    ("file", "column"),
    [
        ("Abilities.txt", "Data Value"),
        ("Knowledge.txt", "N"),
        ("Interests.txt", "Data Value"),
        ("Job Zones.txt", "Job Zone"),
        ("Education, Training, and Experience.txt", "Category"),
        ("Related Occupations.txt", "Index"),
        ("Task Ratings.txt", "Data Value"),
    ],
)
@pytest.mark.parametrize("text", ["zebra", "9" * 30])
def test_text_where_a_number_belongs(refused: Callable[..., str], release: Path, file: str, column: str, text: str) -> None:
    header, rows = classic_tables()[file]
    rows = [list(row) for row in rows]
    rows[1][header.index(column)] = text
    (release / file).write_bytes(table_bytes((header, rows)))
    assert f"{file}, line 3, column “{column}”: “{text}” is not a valid value here." in refused("--onet", release)


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "utf-32"])
def test_a_wrong_encoding(refused: Callable[..., str], release: Path, encoding: str) -> None:
    text = (release / "Task Statements.txt").read_text(encoding="utf-8").replace("Ask", "Ask é")
    (release / "Task Statements.txt").write_bytes(text.encode(encoding))
    line = refused("--onet", release)
    assert line.startswith("Task Statements.txt")


def test_a_line_cut_off_in_the_middle(refused: Callable[..., str], release: Path) -> None:
    data = (release / "Job Zones.txt").read_bytes()
    (release / "Job Zones.txt").write_bytes(data[: data.rindex(b"\t3\t")])
    assert "Job Zones.txt, line 2" in refused("--onet", release)


def test_faulty_wages(refused: Callable[..., str], release: Path, tmp_path: Path) -> None:
    bad = {
        "text.csv": oews_csv(oews_line(A_MEDIAN="zebra")),
        "lines.csv": oews_csv(oews_line(A_MEDIAN="two\nlines")),
        "columns.csv": b"a,b\n1,2\n",
        "empty.csv": b"",
        "random.xlsx": bytes(range(256)),
        "encoding.csv": oews_csv(oews_line(AREA_TITLE="Mayagüez")).decode().encode("latin-1"),
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
        assert name in refused("--onet", release, "--oews", tmp_path / name)


def test_faulty_projections(refused: Callable[..., str], release: Path, tmp_path: Path) -> None:
    for name, data in {"a.xlsx": b"PK\x03\x04 no", "a.csv": b"a,b\n", "b.csv": b"\xff\xfe\x00", "b.xlsx": b""}.items():
        (tmp_path / name).write_bytes(data)
        assert name in refused("--onet", release, "--projections", tmp_path / name)


def test_an_output_that_cannot_be_written(fails: Fails, release: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for output in (tmp_path, tmp_path / "nowhere" / "my.guide", tmp_path / "file" / "my.guide", Path(), tmp_path / ("x" * 300)):
        before = sorted(tmp_path.rglob("*"))
        fails(3, "guide", "build", "--onet", release, "--output", output)
        assert sorted(tmp_path.rglob("*")) == before


QUESTIONS = [("show", OFFICER), ("search", "nurse"), ("guide", "info")]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_a_guide_that_is_missing_empty_or_something_else(fails: Fails, tmp_path: Path, question: tuple[str, ...]) -> None:
    (tmp_path / "empty.guide").write_bytes(b"")
    (tmp_path / "random.guide").write_bytes(bytes(range(256)))
    for name, words in (("nowhere", "no guide file"), ("empty", "empty"), ("random", "not a Career Guide file")):
        assert words in fails(3, "--guide", tmp_path / f"{name}.guide", *question)
        assert words in fails(3, "guide", "verify", tmp_path / f"{name}.guide")
    fails(3, "--guide", tmp_path, *question)


def test_a_damaged_guide(fails: Fails, tmp_path: Path, small_guide: Path) -> None:
    good = small_guide.read_bytes()
    path = tmp_path / "damaged.guide"
    path.write_bytes(good[:8192] + b"\xff" * (len(good) - 8192))
    for question in QUESTIONS:
        assert "damaged.guide: the guide file is damaged" in fails(3, "--guide", path, *question)
    assert "damaged" in fails(3, "guide", "verify", path)
    path.write_bytes(good[: len(good) // 2])
    assert "damaged" in fails(3, "guide", "verify", path)


def test_a_guide_with_a_key_that_points_nowhere_fails_verification(program: Program, tmp_path: Path, small_guide: Path) -> None:
    import sqlite3

    path = tmp_path / "a.guide"
    path.write_bytes(small_guide.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM area WHERE code = '06'")
    connection.commit()
    connection.close()
    code, _, err = program("guide", "verify", path)
    assert code == 3
    assert "points to a missing row of area" in err
    assert all(line.startswith("careerguide: ") for line in err.splitlines())


@pytest.mark.parametrize(
    "code", ["99-9999.99", "", "zebra", "33-3051", "' OR '1'='1", "'; DROP TABLE occupation; --", "two\nlines", "x" * 20_000]
)
def test_an_unknown_code_is_1(fails: Fails, small_guide: Path, code: str) -> None:
    assert "no occupation with the code" in fails(1, "--guide", small_guide, "show", code)


@pytest.mark.parametrize("area", ["Atlantis", "ZZ", "' OR 1=1 --", "two\nlines", "x" * 20_000])
def test_an_unknown_area_is_1(fails: Fails, small_guide: Path, area: str) -> None:
    assert "no wages for an area" in fails(1, "--guide", small_guide, "show", OFFICER, "--area", area)


def test_a_query_of_twenty_thousand_characters_is_answered(fails: Fails, program: Program, small_guide: Path) -> None:
    fails(1, "--guide", small_guide, "search", "ξ" * 20_000)
    assert program("--guide", small_guide, "search", "officer " * 2_500).code == 0
    assert program("--guide", small_guide, "search", "ξ" * 20_000, "--json").code == 0
