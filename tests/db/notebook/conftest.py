"""Notebooks of each kind, and files that earlier programs have left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from notebooks import OpenNotebook
from postgres import ADMINISTRATOR, COUNSELORS

from careerguide.db.notebook import engines
from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the notebook's file is; its backups are in the folder “backups”."""
    return tmp_path / "notebook"


@pytest.fixture
def open_file(folder: Path) -> Iterator[OpenNotebook]:
    """Opens the notebook file of the test, as often as it is called; all are closed at the end."""
    opened = []

    def open_one() -> Notebook:
        opened.append(open_notebook(default_url(folder), folder / "backups"))
        return opened[-1]

    yield open_one
    for notebook in opened:
        notebook.close()


@pytest.fixture(params=["memory", "file", "postgresql"])
def notebook(request: pytest.FixtureRequest) -> Iterator[Notebook]:
    """An empty notebook: in memory, in a file, and a counselor's on a server."""
    if request.param == "file":
        yield request.getfixturevalue("open_file")()
        return
    url = "sqlite://"
    if request.param == "postgresql":
        district = request.getfixturevalue("district")
        open_notebook(district.url(ADMINISTRATOR)).close()
        url = district.url(COUNSELORS[0])
    opened = open_notebook(url)
    yield opened
    opened.close()


@pytest.fixture(params=["file", "postgresql"])
def two_windows(request: pytest.FixtureRequest) -> Iterator[tuple[Notebook, Notebook]]:
    """The same notebook, open in two windows."""
    if request.param == "file":
        open_file = request.getfixturevalue("open_file")
        yield open_file(), open_file()
        return
    district = request.getfixturevalue("district")
    open_notebook(district.url(ADMINISTRATOR)).close()
    both = open_notebook(district.url(COUNSELORS[0])), open_notebook(district.url(COUNSELORS[0]))
    yield both
    for opened in both:
        opened.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks are waited for one second only."""
    monkeypatch.setattr(engines, "PATIENCE_SECONDS", 1)
