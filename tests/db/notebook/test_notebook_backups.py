"""Daily backups, putting one back, and that what is deleted is gone from every file."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from notebooks import OpenNotebook, files_with, run_all

from careerguide.db.notebook.backups import Backup, Backups
from careerguide.db.notebook.files import begin
from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookDamaged, NotebookError, NotebookUnreachable, NotebookVersionError
from careerguide.domain.notebook import InterestResult

ACTORS, NURSES = map(OnetSocCode, ("27-2011.00", "29-1141.00"))
SECRET = "Walnut-Heron-Lantern"


def save(notebook: Notebook, name: str, code: OnetSocCode = ACTORS) -> None:
    notebook.saved.add(notebook.saved.add_list(name).id, code)


def names(notebook: Notebook) -> list[str]:
    return [one.name for one in notebook.saved.lists()]


def names_in(path: Path) -> list[object]:
    return [name for (name,) in run_all(path, "SELECT name FROM saved_list ORDER BY position")]


def test_a_backup_is_taken_once_a_day_when_there_is_something_to_keep(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    assert notebook.backups() == ()
    notebook.saved.add_list("Empty")
    assert open_file().backups() == ()
    save(notebook, "First")
    (backup,) = open_file().backups()
    assert backup == Backup(folder / "backups" / f"notebook-{date.today()}.sqlite", date.today())
    save(notebook, "Second")
    assert open_file().backups() == (backup,)
    assert names_in(backup.path) == ["Empty", "First"]
    assert notebook.backup_fault is None


def test_the_last_seven_are_kept(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    save(notebook, "First")
    backups = folder / "backups"
    backups.mkdir()
    days = [date.today() - timedelta(days=days) for days in (1, 2, 3, 5, 8, 13, 21, 34)]
    for day in days:
        (backups / f"notebook-{day}.sqlite").write_bytes(b"old")
    others = ["notebook-2024-02-30.sqlite", "notebook-2024-02-28.txt", "another-2024-02-28.sqlite"]
    for name in others:
        (backups / name).write_bytes(b"not ours")
    again = open_file()
    assert [backup.taken for backup in again.backups()] == [date.today(), *days[:6]]
    assert {path.name for path in backups.iterdir()} == {backup.path.name for backup in again.backups()} | set(others)


def test_a_backup_that_is_put_back_brings_everything_back(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    save(notebook, "First")
    session = notebook.sessions.start("Client", "passphrase")
    window = open_file()
    window.changed_elsewhere()
    (backup,) = window.backups()
    notebook.saved.remove_list(notebook.saved.lists()[0].id)
    save(notebook, "Later")
    notebook.restore(backup)
    assert names(notebook) == names(window) == ["First"]
    assert [one.id for one in notebook.sessions.all()] == [session.id]
    with pytest.raises(NotebookError, match="locked"):
        notebook.sessions.notes(session.id)
    assert window.changed_elsewhere()
    (replaced,) = folder.glob("notebook-replaced-*.sqlite")
    assert names_in(replaced) == ["Later"]
    save(notebook, "Goes on")
    assert names(open_file()) == ["First", "Goes on"]


def test_every_window_notices_a_restored_backup(open_file: OpenNotebook) -> None:
    """Even where the count of changes in the backup happens to be the one that a window has seen."""
    notebook = open_file()
    save(notebook, "First")
    backup = open_file().backups()[0]
    window = open_file()
    notebook.restore(backup)
    assert window.changed_elsewhere()
    notebook.restore(backup)
    assert window.changed_elsewhere()
    assert not window.changed_elsewhere()


def test_a_backup_is_put_back_after_damage(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    save(notebook, "First")
    open_file().close()
    notebook.close()
    (folder / "notebook.sqlite").write_bytes(b"damaged")
    again = open_file()
    assert again.set_aside is not None
    again.restore(again.backups()[0])
    assert names(again) == ["First"]


def test_a_backup_that_is_none_changes_nothing(folder: Path, open_file: OpenNotebook, tmp_path: Path) -> None:
    notebook = open_file()
    save(notebook, "First")
    good = open_file().backups()[0].path
    other, torn, newer = (tmp_path / name for name in ("other", "torn", "newer"))
    other.write_bytes(b"something else")
    torn.write_bytes(good.read_bytes()[:9_000])
    shutil.copy(good, newer)
    run_all(newer, "UPDATE notebook_version SET version_num = '0009'")
    for path, kind in (
        (other, NotebookError),
        (tmp_path / "gone", NotebookError),
        (torn, NotebookDamaged),
        (newer, NotebookVersionError),
    ):
        with pytest.raises(kind, match=path.name):
            notebook.restore(Backup(path, date.today()))
    assert names(notebook) == ["First"]
    assert list(folder.glob("*replaced*")) == []


def test_an_empty_backup_is_not_put_back(folder: Path, open_file: OpenNotebook, tmp_path: Path) -> None:
    notebook = open_file()
    save(notebook, "First")
    begin(tmp_path / "empty")
    with pytest.raises(NotebookError, match="this backup is empty"):
        notebook.restore(Backup(tmp_path / "empty", date.today()))
    assert names(notebook) == ["First"]


@pytest.mark.usefixtures("impatient")
def test_a_backup_is_not_put_back_while_another_window_writes(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    save(notebook, "First")
    backup = open_file().backups()[0]
    save(notebook, "Later")
    with closing(sqlite3.connect(folder / "notebook.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotebookUnreachable, match="nother program"):
            notebook.restore(backup)
    assert names(notebook) == ["First", "Later"]


def test_a_notebook_without_a_file_has_no_backups(tmp_path: Path) -> None:
    notebook = open_notebook("sqlite://", tmp_path / "backups")
    save(notebook, "First")
    assert notebook.backups() == ()
    with pytest.raises(NotebookError, match="has no backups"):
        notebook.restore(Backup(tmp_path / "x", date.today()))
    notebook.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_a_folder_for_backups_has_none(folder: Path) -> None:
    notebook = open_notebook(default_url(folder))
    save(notebook, "First")
    assert notebook.backups() == ()
    notebook.sessions.delete([notebook.sessions.start("Client").id])
    notebook.close()
    assert [path.name for path in folder.iterdir()] == ["notebook.sqlite"]


def in_session(notebook: Notebook) -> int:
    """A session with secrets everywhere a person can type."""
    session = notebook.sessions.start(f"{SECRET} label")
    notebook.sessions.write_notes(session.id, SECRET * 1_000, f"{SECRET} shared", 1)
    made = notebook.saved.add_list(f"{SECRET} list", session.id)
    career = notebook.saved.add(made.id, ACTORS)
    notebook.saved.write_note(career.id, SECRET * 400, career.version)
    notebook.results.add(InterestResult((1, 2, 3, 4, 5, 6), 2, datetime.now(UTC), f"{SECRET} source"), session.id)
    return session.id


def test_a_deleted_session_is_in_no_file_any_more(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    save(notebook, "Kept")
    session = in_session(notebook)
    backup = open_file().backups()[0]
    shutil.copy(backup.path, folder / "backups" / "notebook-2024-01-01.sqlite")
    notebook.restore(backup)
    for unfinished in (folder, folder / "backups"):  # by programs that were killed
        shutil.copy(backup.path, unfinished / ".notebook.0123456789abcdef.part")
    unrelated = folder / "notebook-damaged-letter.sqlite"
    unrelated.write_text("not ours")
    assert len(files_with(SECRET, folder)) >= 6
    notebook.sessions.delete([session])
    assert files_with(SECRET, folder) == []
    assert run_all(folder / "notebook.sqlite", "PRAGMA freelist_count") == [(0,)]
    assert [backup.taken for backup in notebook.backups()] == [date.today()]
    assert names_in(notebook.backups()[0].path) == names(notebook) == ["Kept"]
    assert unrelated.exists()
    notebook.close()
    assert files_with(SECRET, folder) == []


def test_forgotten_sessions_and_deleted_results_are_in_no_file_any_more(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    notebook.results.add(InterestResult((1, 2, 3, 4, 5, 6), 2, datetime.now(UTC), f"{SECRET} result"))
    notebook.sessions.close(in_session(notebook))
    open_file().close()
    notebook.results.delete_all()
    assert files_with(f"{SECRET} result", folder) == []
    assert files_with(SECRET, folder) != []
    assert notebook.sessions.forget_older_than(30, datetime.now(UTC) + timedelta(days=31)) == 1
    assert files_with(SECRET, folder) == []


def test_a_set_aside_file_goes_when_something_is_deleted(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    in_session(notebook)
    notebook.close()
    with (folder / "notebook.sqlite").open("rb+") as file:
        file.write(b"\0" * 50)
    again = open_file()
    assert again.set_aside is not None
    assert files_with(SECRET, folder) != []
    again.sessions.delete([again.sessions.start("Client").id])
    assert files_with(SECRET, folder) == []


@pytest.mark.usefixtures("impatient")
def test_clearing_that_another_window_prevents_is_done_at_the_next_opening(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    session = in_session(notebook)
    open_file().close()  # takes a backup
    with closing(sqlite3.connect(folder / "notebook.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM session").fetchall()
        with pytest.raises(NotebookUnreachable, match="another window"):
            notebook.sessions.delete([session])
        assert notebook.sessions.all() == ()
        notebook.close()
        assert files_with(SECRET, folder) != []
    again = open_file()
    assert again.backup_fault is None
    assert files_with(SECRET, folder) == []


def test_clearing_is_tried_again_when_deleting_is(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    session = in_session(notebook)
    (folder / "backups").write_text("in the way")
    with pytest.raises(NotebookError, match="backups cannot be kept here"):
        notebook.sessions.delete([session])
    (folder / "backups").unlink()
    notebook.sessions.delete([session])
    assert files_with(SECRET, folder) == []
    assert len(notebook.backups()) == 1


def test_another_window_stays_open_while_a_session_is_deleted(open_file: OpenNotebook) -> None:
    mine, theirs = open_file(), open_file()
    session = in_session(theirs)
    assert len(mine.sessions.all()) == 1
    theirs.sessions.delete([session])
    assert mine.sessions.all() == ()
    save(mine, "Goes on", NURSES)
    assert names(theirs) == ["Goes on"]


@pytest.mark.parametrize("name", ["notebook-replaced-20240101-000000.sqlite", "backups/notebook-2024-01-01.sqlite"])
def test_a_copy_that_cannot_be_removed_is_told(folder: Path, open_file: OpenNotebook, name: str) -> None:
    notebook = open_file()
    session = in_session(notebook)
    (folder / name).mkdir(parents=True)
    with pytest.raises(NotebookError, match=r"an old (copy|backup) cannot be removed"):
        notebook.sessions.delete([session])
    (folder / name).rmdir()
    assert open_file().backup_fault is None
    assert files_with(SECRET, folder) == []


def test_a_backup_that_cannot_be_written_is_told(open_file: OpenNotebook, folder: Path) -> None:
    notebook = open_file()
    save(notebook, "First")
    (folder / "backups" / f"notebook-{date.today()}.sqlite" / "in the way").mkdir(parents=True)
    session = in_session(notebook)
    with pytest.raises(NotebookError, match="the copy of the notebook cannot be written"):
        notebook.sessions.delete([session])
    assert [path.name for path in (folder / "backups").iterdir()] == [f"notebook-{date.today()}.sqlite"]


def test_two_windows_that_take_the_same_backup_do_not_disturb_each_other(open_file: OpenNotebook, folder: Path) -> None:
    save(open_file(), "First")
    backups = Backups(folder / "notebook.sqlite", folder / "backups")
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: backups.take(), range(20)))
    (backup,) = backups.all()
    assert run_all(backup.path, "PRAGMA integrity_check") == [("ok",)]
    assert names_in(backup.path) == ["First"]
    assert list((folder / "backups").iterdir()) == [backup.path]
