"""Fixtures that many tests share: one small real guide of each kind, built once a session."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from local_server import Server as LocalServer
from postgres import District, Server, programs, running_server
from program import Program
from small_bls import write_projections_csv, write_small_oews
from small_onet import classic_tables, write_release

from careerguide.db.build import build_official, build_starter

ROOT = Path(__file__).parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"

# A busy machine is no fault of the code: examples may take their time.
settings.register_profile("careerguide", deadline=None)
settings.load_profile("careerguide")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what can be asked of the frozen program too."""
    for item in items:
        if "program" in getattr(item, "fixturenames", ()):
            item.add_marker("program")


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(tmp_path_factory.mktemp("home"), capsys)


@pytest.fixture(scope="session")
def resources_guide() -> Path:
    return ROOT / "resources" / "guide"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED_DATA.is_dir():
        pytest.skip("the official releases (../shared/data) are not here")
    return SHARED_DATA


@pytest.fixture(scope="session")
def starter_guide(tmp_path_factory: pytest.TempPathFactory, resources_guide: Path) -> Path:
    path = tmp_path_factory.mktemp("starter") / "starter.guide"
    build_starter(resources_guide, path)
    return path


@pytest.fixture(scope="session")
def official_guide(tmp_path_factory: pytest.TempPathFactory, shared_data: Path, resources_guide: Path) -> Path:
    path = tmp_path_factory.mktemp("official") / "official.guide"
    build_official(
        shared_data / "onet-29.3",
        [shared_data / "oews-2025"],
        shared_data / "projections-2024-34" / "occupation.xlsx",
        resources_guide,
        path,
        lambda doing, share: None,
    )
    return path


@pytest.fixture(scope="session")
def small_sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release of three occupations (onet), wages (oews-2025) and projections (projections.csv)."""
    folder = tmp_path_factory.mktemp("small")
    write_release(folder / "onet", classic_tables())
    write_small_oews(folder / "oews-2025")
    write_projections_csv(folder / "projections.csv")
    return folder


@pytest.fixture(scope="session")
def small_guide(tmp_path_factory: pytest.TempPathFactory, small_sources: Path, resources_guide: Path) -> Path:
    """The guide made from `small_sources`."""
    path = tmp_path_factory.mktemp("small_guide") / "small.guide"
    projections = small_sources / "projections.csv"
    build_official(
        small_sources / "onet", [small_sources / "oews-2025"], projections, resources_guide, path, lambda doing, share: None
    )
    return path


@pytest.fixture
def mirror(tmp_path: Path, small_sources: Path) -> Path:
    """A USB stick with the small releases under official names."""
    folder = tmp_path / "stick"
    folder.mkdir()
    for name, source in (("db_29_3_text.zip", "onet"), ("oesm25nat.zip", "oews-2025")):
        with zipfile.ZipFile(folder / name, "w") as archive:
            for path in sorted((small_sources / source).iterdir()):
                archive.write(path, f"{name.removesuffix('.zip')}/{path.name}")
    return folder


@pytest.fixture
def server() -> Iterator[LocalServer]:
    """A server on this machine, without anything to give."""
    one = LocalServer()
    yield one
    one.close()


@pytest.fixture
def ordinary_person() -> Iterator[Path]:
    """A folder of a person who may not do everything: root gives its rights away for the time of the test."""
    folder = Path(tempfile.mkdtemp())
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    nobody = 65534
    if is_root:
        os.chown(folder, nobody, nobody)
        os.seteuid(nobody)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server for the whole run."""
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("PostgreSQL (initdb, pg_ctl) is not installed here")
    with running_server(bin_folder) as server:
        yield server


@pytest.fixture
def district(postgresql: Server) -> Iterator[District]:
    """A new, empty database on the server."""
    database = District(postgresql)
    yield database
    database.drop()
