"""Building is all or nothing: whatever goes wrong, the guide that was there stays as it was and nothing is left beside it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_bls import oews_csv, oews_line
from small_onet import OFFICER, Tables, classic_tables, write_release

from careerguide.db.build import build_official, build_starter
from careerguide.db.guide import Guide
from careerguide.db.writer import new_guide
from careerguide.domain.errors import BuildCancelled, GuideError, OutputError, SourceError

Report = Callable[[str, float], None]


def build(sources: Path, output: Path, texts: Path, report: Report = lambda doing, share: None) -> None:
    build_official(sources / "onet", [sources / "oews-2025"], sources / "projections.csv", texts, output, report)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def place(tmp_path: Path, small_guide: Path) -> Path:
    """A folder with nothing but a good guide."""
    folder = tmp_path / "place"
    folder.mkdir()
    shutil.copy(small_guide, folder / "my.guide")
    return folder


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Tables], Path]:
    """Writes sources of which the release has these tables in place of its own."""

    def write(tables: Tables) -> Path:
        folder = tmp_path / "changed"
        write_release(folder / "onet", classic_tables() | tables)
        (folder / "oews-2025").mkdir()
        (folder / "oews-2025" / "national.csv").write_bytes(oews_csv(oews_line()))
        return folder

    return write


def faulty_table(name: str, place: int, text: str) -> Tables:
    header, rows = classic_tables()[name]
    broken = [*rows[-1]]
    broken[place] = text
    return {name: (header, [*rows[:-1], broken])}


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("Occupation Data.txt", None),
        ("Knowledge.txt", 4),
        ("Task Ratings.txt", 4),
        ("Related Occupations.txt", 3),
        ("Job Zone Reference.txt", 0),
    ],
)
def test_a_faulty_file_of_the_release_leaves_the_good_guide(
    place: Path, changed: Callable[[Tables], Path], resources_guide: Path, name: str, column: int | None
) -> None:
    before = content(place)
    sources = changed({} if column is None else faulty_table(name, column, "zebra"))
    if column is None:
        (sources / "onet" / name).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match=name):
        build_official(sources / "onet", [], None, resources_guide, place / "my.guide", lambda doing, share: None)
    assert content(place) == before


def test_faulty_wages_and_projections_leave_the_good_guide(place: Path, small_sources: Path, resources_guide: Path) -> None:
    before = content(place)
    onet, output = small_sources / "onet", place / "my.guide"
    (place.parent / "bad.csv").write_bytes(oews_csv(oews_line(), oews_line(A_MEDIAN="zebra")))
    with pytest.raises(SourceError, match="zebra"):
        build_official(onet, [place.parent / "bad.csv"], None, resources_guide, output, lambda doing, share: None)
    assert content(place) == before
    projections = (small_sources / "projections.csv").read_text(encoding="utf-8").replace("718.7", "zebra")
    (place.parent / "bad projections.csv").write_text(projections, encoding="utf-8")
    with pytest.raises(SourceError, match="zebra"):
        build_official(onet, [], place.parent / "bad projections.csv", resources_guide, output, lambda doing, share: None)
    assert content(place) == before


def test_figures_that_do_not_fit_together_leave_the_good_guide(
    place: Path, changed: Callable[[Tables], Path], resources_guide: Path
) -> None:
    before = content(place)
    header, rows = classic_tables()["Job Zones.txt"]
    sources = changed({"Job Zones.txt": (header, [[OFFICER, "9", "08/2023", "Analyst"], *rows[1:]])})
    with pytest.raises(OutputError, match="do not fit together"):
        build_official(sources / "onet", [], None, resources_guide, place / "my.guide", lambda doing, share: None)
    assert content(place) == before


def count_reports(sources: Path, output: Path, texts: Path) -> list[tuple[str, float]]:
    reports: list[tuple[str, float]] = []
    build(sources, output, texts, lambda doing, share: reports.append((doing, share)))
    return reports


def test_progress_never_goes_back_and_ends_at_one(tmp_path: Path, small_sources: Path, resources_guide: Path) -> None:
    reports = count_reports(small_sources, tmp_path / "a.guide", resources_guide)
    shares = [share for _, share in reports]
    assert shares == sorted(shares)
    assert shares[0] >= 0
    assert shares.count(1.0) == 1
    assert shares[-1] == 1.0
    assert all(doing for doing, _ in reports)
    assert len({doing for doing, _ in reports}) >= 3


@pytest.mark.parametrize("error", [BuildCancelled("Stopped."), KeyboardInterrupt(), RuntimeError("anything at all")])
def test_a_build_stopped_at_any_moment_leaves_the_good_guide(
    place: Path, small_sources: Path, resources_guide: Path, error: BaseException
) -> None:
    before = content(place)
    moments = len(count_reports(small_sources, place.parent / "counted.guide", resources_guide))
    assert moments > 10
    for moment in range(0, moments - 1, 1 if isinstance(error, BuildCancelled) else 7):
        left = moment

        def report(doing: str, share: float) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise error

        with pytest.raises(type(error)):
            build(small_sources, place / "my.guide", resources_guide, report)
        assert content(place) == before, moment


def test_stopping_when_the_new_guide_is_in_place_is_too_late(place: Path, small_sources: Path, resources_guide: Path) -> None:
    def report(doing: str, share: float) -> None:
        if share == 1:
            raise BuildCancelled("Stopped.")

    (place / "my.guide").write_bytes(b"an older one")
    build(small_sources, place / "my.guide", resources_guide, report)
    assert Guide(place / "my.guide").page(OFFICER).title


def test_after_a_failed_build_the_next_one_works(
    place: Path, small_sources: Path, small_guide: Path, resources_guide: Path
) -> None:
    (place / "my.guide").write_bytes(b"an older one")
    (place / ".my.guide.part").write_bytes(b"left by a power cut")

    def stop(doing: str, share: float) -> None:
        raise BuildCancelled("Stopped.")

    with pytest.raises(BuildCancelled):
        build(small_sources, place / "my.guide", resources_guide, stop)
    assert content(place) == {"my.guide": b"an older one"}
    build(small_sources, place / "my.guide", resources_guide)
    assert content(place) == {"my.guide": small_guide.read_bytes()}


def test_a_guide_that_is_open_can_be_replaced(place: Path, changed: Callable[[Tables], Path], resources_guide: Path) -> None:
    output = place / "my.guide"
    before = Guide(output)
    header, rows = classic_tables()["Occupation Data.txt"]
    renamed = [[row[0], row[1].replace("Customs and Border", "Border and Customs"), row[2]] for row in rows]
    sources = changed({"Occupation Data.txt": (header, renamed)})
    build_official(sources / "onet", [], None, resources_guide, output, lambda doing, share: None)
    assert before.page(OFFICER).title == "Customs and Border Protection Officers"
    assert Guide(output).page(OFFICER).title == "Border and Customs Protection Officers"


@pytest.mark.parametrize("output", [".", "nowhere/my.guide", "onet/Knowledge.txt/my.guide", "x" * 300])
def test_a_place_that_cannot_be_written_is_told_with_its_path(
    tmp_path: Path, small_sources: Path, resources_guide: Path, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "work"
    shutil.copytree(small_sources, folder)
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    with pytest.raises(OutputError, match=output[:20]):
        build(folder, Path(output), resources_guide)
    assert sorted(folder.rglob("*")) == before


def test_a_folder_without_permission_leaves_the_good_guide(
    ordinary_person: Path, small_sources: Path, small_guide: Path, resources_guide: Path
) -> None:
    # The fixtures belong to the person who runs the tests: read them before its rights are given away.
    folder = ordinary_person / "locked"
    folder.mkdir()
    (folder / "my.guide").write_bytes(b"an older one")
    folder.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="cannot be written"), new_guide(folder / "my.guide", lambda: None):
            pass
        assert content(folder) == {"my.guide": b"an older one"}
    finally:
        folder.chmod(0o700)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = shutil.which("mount") is not None and (
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode
        == 0
    )
    if not mounted:
        pytest.skip("file systems cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_good_guide(tiny_disk: Path, small_sources: Path, resources_guide: Path) -> None:
    (tiny_disk / "my.guide").write_bytes(b"an older one")
    with pytest.raises(OutputError, match="full"):
        build(small_sources, tiny_disk / "my.guide", resources_guide)
    assert content(tiny_disk) == {"my.guide": b"an older one"}


def test_a_file_that_may_grow_no_further_leaves_the_good_guide(place: Path, small_sources: Path) -> None:
    """The same without a file system of our own: the system refuses to let a file grow beyond 64 kB."""
    resource = pytest.importorskip("resource")
    before = content(place)
    line = "import sys; from careerguide.cli import main; sys.exit(main(sys.argv[1:]))"
    output = place / "my.guide"
    command = [sys.executable, "-c", line, "guide", "build", "--onet", str(small_sources / "onet"), "--output", str(output)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)),
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")} | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "the guide cannot be written" in done.stderr
    assert content(place) == before


def test_a_database_that_is_full_leaves_the_good_guide(place: Path) -> None:
    before = content(place)

    def fill() -> None:
        with new_guide(place / "my.guide", lambda: None) as writer:
            pages = writer.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            writer.execute(f"PRAGMA max_page_count = {pages + 2}")
            for number in range(1, 10_000):
                writer.execute(f"INSERT INTO activity VALUES ({number}, '{'x' * 500}{number}')")

    with pytest.raises(OutputError, match="the disk is full"):
        fill()
    assert content(place) == before


def test_keys_hold_and_the_file_is_sound(small_guide: Path, starter_guide: Path) -> None:
    for path in (small_guide, starter_guide):
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        keys = sum(
            len(connection.execute(f"PRAGMA foreign_key_list({name})").fetchall())
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        )
        assert keys > 15
        connection.close()


def test_a_folder_of_texts_that_is_missing_is_told(tmp_path: Path, small_sources: Path) -> None:
    with pytest.raises(GuideError, match=r"meanings\.toml"):
        build(small_sources, tmp_path / "a.guide", tmp_path)
    with pytest.raises(GuideError, match=r"meanings\.toml"):
        build_starter(tmp_path, tmp_path / "a.guide")
    assert not list(tmp_path.iterdir())


def test_wages_given_as_several_files_are_one_source(tmp_path: Path, small_sources: Path, resources_guide: Path) -> None:
    tables = [small_sources / "oews-2025" / "national.csv", small_sources / "oews-2025" / "state.csv"]
    build_official(small_sources / "onet", tables, None, resources_guide, tmp_path / "a.guide", lambda doing, share: None)
    guide = Guide(tmp_path / "a.guide")
    assert [source.name for source in guide.sources].count("OEWS") == 1
    for area in ("99", "06"):
        wages = guide.page(OFFICER, area).outlook.wages
        assert wages is not None
        assert wages.median == 75920
    guide.close()


def test_areas_that_two_tables_share_are_read_once(tmp_path: Path, small_sources: Path, resources_guide: Path) -> None:
    oews = small_sources / "oews-2025"
    build_official(small_sources / "onet", [oews, oews], None, resources_guide, tmp_path / "a.guide", lambda doing, share: None)
    guide = Guide(tmp_path / "a.guide")
    assert [area.code for area in guide.areas()] == ["99", "06"]
    guide.close()


def test_a_release_with_only_a_header_is_refused(place: Path, changed: Callable[[Tables], Path], resources_guide: Path) -> None:
    before = content(place)
    header, _ = classic_tables()["Occupation Data.txt"]
    sources = changed({"Occupation Data.txt": (header, [])})
    with pytest.raises(SourceError, match="no occupations"):
        build_official(sources / "onet", [], None, resources_guide, place / "my.guide", lambda doing, share: None)
    assert content(place) == before


@pytest.mark.parametrize("name", sorted(set(classic_tables()) - {"Read Me.txt", "Occupation Data.txt"}))
def test_a_table_with_only_a_header_is_no_fault(
    tmp_path: Path, changed: Callable[[Tables], Path], resources_guide: Path, name: str
) -> None:
    header, _ = classic_tables()[name]
    release = changed({name: (header, [])}) / "onet"
    build_official(release, [], None, resources_guide, tmp_path / "a.guide", lambda doing, share: None)
    assert Guide(tmp_path / "a.guide").page(OFFICER).title
