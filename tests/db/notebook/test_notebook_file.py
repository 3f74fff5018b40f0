"""The notebook's file: damaged, another program's, locked, read-only, on a full disk, and addresses that are none."""

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer

import pytest
from notebooks import OpenNotebook, run_all

from careerguide.db.notebook.faults import in_words
from careerguide.db.notebook.files import begin
from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook
from careerguide.db.notebook.schema import HEAD
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookDamaged, NotebookError, NotebookUnreachable
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep

ACTORS = OnetSocCode("27-2011.00")


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "notebook.sqlite"


@pytest.fixture
def full(open_file: OpenNotebook, path: Path) -> bytes:
    """The bytes of a notebook with something in it, closed."""
    notebook = open_file()
    now = datetime.now(UTC)
    careers = [CareerToKeep(OnetSocCode(f"11-{number:04}.00"), "a note", Colour.RED, now) for number in range(400)]
    notebook.saved.bring_in([ListToKeep("First", tuple(careers))])
    session = notebook.sessions.start("Client")
    notebook.sessions.visit(session.id, ACTORS)
    notebook.close()
    return path.read_bytes()


def test_the_default_notebook_lies_in_its_folder_and_is_nobody_elses(tmp_path: Path) -> None:
    folder = tmp_path / "new folder" / "100% größer? #1"
    notebook = open_notebook(default_url(folder), folder / "backups")
    notebook.saved.add(notebook.saved.add_list("First").id, ACTORS)
    assert notebook.where == str(folder / "notebook.sqlite")
    assert {file.name for file in folder.iterdir()} == {"notebook.sqlite", "notebook.sqlite-wal", "notebook.sqlite-shm"}
    if os.name == "posix":
        assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    notebook.close()
    assert [file.name for file in folder.iterdir()] == ["notebook.sqlite"]
    again = open_notebook(default_url(folder), folder / "backups")
    assert [one.name for one in again.saved.lists()] == ["First"]
    again.close()
    if os.name == "posix":
        assert [stat.S_IMODE(file.stat().st_mode) for file in (folder / "backups").iterdir()] == [0o600]


def test_every_commit_is_on_the_disk_and_what_is_deleted_is_overwritten(path: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    with closing(notebook._store.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        settings = {}
        for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys"):
            cursor.execute(f"PRAGMA {name}")
            settings[name] = cursor.fetchone()[0]
    assert settings == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


def test_a_notebook_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for url in ("sqlite://", "sqlite:///", "sqlite:///:memory:"):
        notebook = open_notebook(url)
        assert notebook.where == "memory"
        notebook.saved.add_list("First")
        notebook.sessions.delete([notebook.sessions.start("Client", "passphrase").id])
        assert notebook.backups() == ()
        notebook.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url", ["", "notebook.sqlite", "mysql://ada:secret@host/district", "postgresql://ada:secret@host", "sqlite+x:///y", "http://[x"]
)
def test_an_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(NotebookError, match="not the address of a notebook") as refused:
        open_notebook(url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"\0" * len(data),
        lambda data: b"no database at all",
        lambda data: data[: len(data) // 2],
        lambda data: data[:100],
        lambda data: data[:4096] + b"\xff" * (len(data) - 4096),
        lambda data: data.replace(b"CREATE TABLE saved_career", b"CREATE TABLE saved_kareer"),
        lambda data: data[:100] + b"\xff" * 8 + data[108:],
        lambda data: data.replace(b"\x15" + HEAD.encode(), b"\x15000x"),
    ],
    ids=[
        "zeros",
        "text",
        "cut in half",
        "cut after the header",
        "overwritten",
        "a table is missing",
        "the first page",
        "the revision",
    ],
)
def test_a_damaged_file_is_put_aside_and_an_empty_notebook_begun(
    path: Path, full: bytes, open_file: OpenNotebook, damage: object
) -> None:
    damaged = damage(full)  # type: ignore[operator]
    assert damaged != full
    path.write_bytes(damaged)
    path.with_name("notebook.sqlite-wal").write_bytes(b"a log that belongs to it")
    notebook = open_file()
    assert notebook.set_aside is not None
    assert notebook.set_aside.parent == path.parent
    assert notebook.set_aside.name.startswith("notebook-damaged-20")
    assert notebook.set_aside.suffix == ".sqlite"
    assert notebook.set_aside.read_bytes() == damaged
    assert notebook.saved.lists() == ()
    notebook.saved.add_list("New")
    notebook.close()
    again = open_file()
    assert again.set_aside is None
    assert [one.name for one in again.saved.lists()] == ["New"]


def test_two_files_damaged_in_the_same_second_are_both_kept(path: Path, full: bytes, open_file: OpenNotebook) -> None:
    kept = []
    for _ in range(3):
        path.write_bytes(b"damaged")
        notebook = open_file()
        kept.append(notebook.set_aside)
        notebook.close()
    assert len(set(kept)) == 3
    assert all(aside is not None and aside.read_bytes() == b"damaged" for aside in kept)


def test_an_emptied_file_with_backups_is_damaged_too(path: Path, full: bytes, open_file: OpenNotebook) -> None:
    open_file().close()  # takes a backup
    path.write_bytes(b"")
    assert open_file().set_aside is not None


def test_an_empty_file_is_begun(path: Path, open_file: OpenNotebook) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")
    notebook = open_file()
    assert notebook.set_aside is None
    assert notebook.saved.lists() == ()


def read_all(notebook: Notebook) -> None:
    notebook.saved.lists()
    for session in notebook.sessions.all():
        notebook.sessions.record(session.id)
    notebook.results.all()


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_never_end_in_anything_but_a_sentence(path: Path, full: bytes, open_file: OpenNotebook, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(full)
    for _ in range(chance.choice((1, 10, 200))):
        data[chance.randrange(100, len(data))] = chance.randrange(256)
    path.write_bytes(data)
    notebook = open_file()
    with suppress(NotebookDamaged):
        read_all(notebook)
        notebook.saved.add_list("New")
    if notebook.set_aside is not None:
        assert notebook.set_aside.read_bytes() == data


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE saved_career SET colour = 'mauve'",
        "UPDATE saved_career SET added = 'yesterday'",
        "UPDATE saved_career SET added = 5",
        "UPDATE saved_list SET name = CAST(x'ff' AS TEXT)",
        "UPDATE saved_career SET note = CAST(x'ff' AS TEXT)",
        "DROP TABLE saved_career",
    ],
)
def test_values_that_no_notebook_holds_are_damage(path: Path, full: bytes, open_file: OpenNotebook, damage: str) -> None:
    notebook = open_file()
    run_all(path, damage)
    with pytest.raises(NotebookDamaged, match="damaged"):
        notebook.saved.lists()


def test_a_count_that_is_none_is_damage(path: Path, full: bytes, open_file: OpenNotebook) -> None:
    notebook = open_file()
    run_all(path, "UPDATE change SET count = 9e999")
    with pytest.raises(NotebookDamaged):
        notebook.saved.add_list("New")


def test_levels_within_levels_without_end_are_damage(path: Path, full: bytes, open_file: OpenNotebook) -> None:
    notebook = open_file()
    notebook.own_skills.write("2.A.1.a", 4)
    run_all(path, f"UPDATE own_skills SET levels = '{'[' * 100_000}'")
    with pytest.raises(NotebookDamaged):
        notebook.own_skills.levels()


def test_a_revision_that_is_none_is_damage(path: Path, full: bytes, open_file: OpenNotebook) -> None:
    run_all(
        path,
        "PRAGMA writable_schema = 1",
        "UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '') WHERE name LIKE '%version%'",
    )
    run_all(path, "UPDATE notebook_version SET version_num = NULL")
    assert open_file().set_aside is not None


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path, small_guide: Path) -> None:
    other = tmp_path / "other.sqlite"
    run_all(other, "CREATE TABLE bookmarks (url)", "INSERT INTO bookmarks VALUES ('x')")
    guide = tmp_path / "a.guide"
    shutil.copy(small_guide, guide)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear client")
    for path in (other, guide, letter):
        before = path.read_bytes()
        with pytest.raises(NotebookError, match="not a notebook of Career Guide"):
            open_notebook(f"sqlite:///{path}", tmp_path / "backups")
        assert path.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"other.sqlite", "a.guide", "letter.txt"}


def test_a_folder_in_the_files_place_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(NotebookError, match="cannot be read"):
        open_notebook(default_url(path.parent))


def test_a_name_that_cannot_be_a_files_is_told(tmp_path: Path) -> None:
    for name in ("a%00b.sqlite", f"{'x' * 300}.sqlite"):
        with pytest.raises(NotebookError, match="cannot be read"):
            open_notebook(f"sqlite:///{tmp_path}/{name}")


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotebookError, match=r"cannot be (read|made)"):
        open_notebook(default_url(tmp_path / "file" / "folder"))


@pytest.mark.usefixtures("impatient")
def test_a_locked_file_is_told_and_opens_afterwards(path: Path, full: bytes, open_file: OpenNotebook) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotebookUnreachable, match="another program is using the notebook"):
            open_file()
    assert len(open_file().saved.lists()[0].careers) == 400
    assert list(path.parent.glob("*damaged*")) == []


@pytest.mark.usefixtures("impatient")
def test_a_new_file_that_is_being_read_is_waited_for(path: Path, open_file: OpenNotebook) -> None:
    begin(path)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        with pytest.raises(NotebookUnreachable, match="another program is using the notebook"):
            open_file()
        leaving = Timer(0.3, lambda: other.execute("COMMIT"))
        leaving.start()
        assert open_file().saved.lists() == ()
        leaving.join()


@pytest.mark.usefixtures("impatient")
def test_a_lock_in_the_middle_of_work_is_told_and_nothing_is_lost(path: Path, full: bytes, open_file: OpenNotebook) -> None:
    notebook = open_file()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotebookUnreachable):
            notebook.saved.add_list("Second")
        assert len(notebook.saved.lists()) == 1
    notebook.saved.add_list("Second")
    assert len(notebook.saved.lists()) == 2


@pytest.fixture
def nobody_folder(ordinary_person: Path) -> Iterator[Path]:
    """A folder with a notebook, as somebody who may not do everything."""
    notebook = open_notebook(default_url(ordinary_person))
    notebook.saved.add_list("First")
    notebook.close()
    yield ordinary_person
    ordinary_person.chmod(0o700)


def test_a_read_only_file_is_told_and_left_as_it_is(nobody_folder: Path) -> None:
    path = nobody_folder / "notebook.sqlite"
    path.chmod(0o400)
    before = path.read_bytes()
    with pytest.raises(NotebookError, match="read-only"):
        open_notebook(default_url(nobody_folder))
    assert path.read_bytes() == before
    path.chmod(0o600)
    assert open_notebook(default_url(nobody_folder)).saved.lists()[0].name == "First"


def test_a_file_that_may_not_be_read_is_told(nobody_folder: Path) -> None:
    (nobody_folder / "notebook.sqlite").chmod(0)
    with pytest.raises(NotebookError, match="cannot be read"):
        open_notebook(default_url(nobody_folder))


def test_a_read_only_folder_is_told(nobody_folder: Path) -> None:
    nobody_folder.chmod(0o500)
    with pytest.raises(NotebookError, match=r"read-only|cannot be written to"):
        open_notebook(default_url(nobody_folder))
    with pytest.raises(NotebookError, match="cannot be made here"):
        open_notebook(default_url(nobody_folder / "folder"))
    assert [file.name for file in nobody_folder.iterdir()] == ["notebook.sqlite"]


def test_a_damaged_file_in_a_read_only_folder_is_told(nobody_folder: Path) -> None:
    path = nobody_folder / "notebook.sqlite"
    path.write_bytes(b"damaged")
    nobody_folder.chmod(0o500)
    with pytest.raises(NotebookDamaged, match="cannot be put aside"):
        open_notebook(default_url(nobody_folder))
    assert path.read_bytes() == b"damaged"


def test_backups_that_cannot_be_kept_do_not_keep_one_from_the_notebook(nobody_folder: Path) -> None:
    first = open_notebook(default_url(nobody_folder))
    first.saved.add(first.saved.lists()[0].id, ACTORS)
    first.close()
    (nobody_folder / "backups").write_text("in the way")
    notebook = open_notebook(default_url(nobody_folder), nobody_folder / "backups")
    assert "backups cannot be kept here" in str(notebook.backup_fault)
    assert len(notebook.saved.lists()) == 1
    assert notebook.backups() == ()
    notebook.close()


_FILL_THE_DISK = """
import resource, sys
from careerguide.db.notebook.notebook import open_notebook
from careerguide.domain.errors import NotebookError
notebook = open_notebook(sys.argv[1])
made = notebook.saved.lists()[0]
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, resource.RLIM_INFINITY))
career = notebook.saved.add(made.id, "11-1011.00")
for number in range(100):
    try:
        career = notebook.saved.write_note(career.id, str(number) * 20_000, career.version)
    except NotebookError as error:
        print(error)
        break
print(len(notebook.saved.lists()[0].careers[-1].note), number)
"""


@pytest.mark.skipif(os.name != "posix", reason="the size of files is limited by a POSIX call")
def test_a_disk_that_is_full_in_the_middle_of_work_loses_nothing(path: Path, full: bytes, open_file: OpenNotebook) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FILL_THE_DISK, default_url(path.parent)], capture_output=True, text=True, check=True, timeout=60
    )
    said, kept = done.stdout.splitlines()
    assert "full" in said
    assert "nothing was changed" in said
    length, failed_at = map(int, kept.split())
    assert failed_at > 1
    assert length == len(str(failed_at - 1)) * 20_000
    careers = open_file().saved.lists()[0].careers
    assert len(careers) == 401
    assert careers[-1].note == str(failed_at - 1) * 20_000


def test_a_full_disk_is_said_to_be_full(path: Path, full: bytes) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA max_page_count = 1")
        with pytest.raises(NotebookError, match=r"^here: the disk is full; nothing was changed\."), in_words("here"):
            plain.execute("CREATE TABLE t AS SELECT randomblob(1000000) AS b")


def test_an_unforeseen_fault_of_the_database_is_still_a_sentence(path: Path, full: bytes) -> None:
    with (
        closing(sqlite3.connect(path)) as plain,
        pytest.raises(NotebookError, match="the notebook cannot be used"),
        in_words("here"),
    ):
        plain.execute("SELECT zeroblob(2000000000)")
