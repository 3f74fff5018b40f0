"""The same notebook in two windows, and in several programs at once: nothing is overwritten, nothing is lost."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from notebooks import OpenNotebook, run_all
from postgres import ADMINISTRATOR, COUNSELORS, District

from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookConflict, NotebookUnreachable
from careerguide.domain.notebook import Colour

ACTORS, OFFICERS, NURSES = map(OnetSocCode, ("27-2011.00", "33-3051.04", "29-1141.00"))

Two = tuple[Notebook, Notebook]


def test_a_window_is_told_once_of_each_change_in_another(two_windows: Two) -> None:
    mine, theirs = two_windows
    assert not mine.changed_elsewhere()
    theirs.saved.add_list("Theirs")
    assert mine.changed_elsewhere()
    assert not mine.changed_elsewhere()
    mine.saved.add_list("Mine")
    assert not mine.changed_elsewhere()
    assert theirs.changed_elsewhere()


def test_a_change_between_two_of_ones_own_is_noticed(two_windows: Two) -> None:
    mine, theirs = two_windows
    mine.saved.add_list("a")
    theirs.saved.add_list("b")
    mine.saved.add_list("c")
    assert mine.changed_elsewhere()
    assert not mine.changed_elsewhere()


def test_a_change_that_failed_is_no_change(two_windows: Two) -> None:
    mine, theirs = two_windows
    with pytest.raises(NotebookConflict):
        theirs.saved.rename_list(99, "x", 1)
    assert not mine.changed_elsewhere()
    assert not theirs.changed_elsewhere()


def test_what_another_window_has_changed_is_not_overwritten(two_windows: Two) -> None:
    mine, theirs = two_windows
    made = mine.saved.add_list("List")
    seen = mine.saved.add(made.id, ACTORS)
    session = mine.sessions.start("Client")
    theirs.saved.write_note(seen.id, "theirs", seen.version)
    theirs.saved.rename_list(made.id, "Theirs", made.version)
    theirs.sessions.write_notes(session.id, "theirs", "", 1)
    theirs.sessions.rename(session.id, "Theirs", session.version)
    for change in (
        lambda: mine.saved.write_note(seen.id, "mine", seen.version),
        lambda: mine.saved.set_colour(seen.id, Colour.RED, seen.version),
        lambda: mine.saved.rename_list(made.id, "Mine", made.version),
        lambda: mine.sessions.write_notes(session.id, "mine", "", 1),
        lambda: mine.sessions.rename(session.id, "Mine", session.version),
    ):
        with pytest.raises(NotebookConflict, match="changed or removed in another window"):
            change()
    assert mine.saved.lists()[0].careers[0].note == "theirs"
    assert mine.saved.lists()[0].name == mine.sessions.all()[0].label == "Theirs"
    assert mine.sessions.notes(session.id).private == "theirs"


def test_what_another_window_has_removed_is_told(two_windows: Two) -> None:
    mine, theirs = two_windows
    made = mine.saved.add_list("List")
    seen = mine.saved.add(made.id, ACTORS)
    theirs.saved.remove([seen.id])
    with pytest.raises(NotebookConflict):
        mine.saved.write_note(seen.id, "mine", seen.version)
    theirs.saved.remove_list(made.id)
    with pytest.raises(NotebookConflict):
        mine.saved.add(made.id, NURSES)


def test_calls_may_come_from_any_thread(notebook: Notebook) -> None:
    made = notebook.saved.add_list("List")

    def add(me: int) -> None:
        for number in range(15):
            notebook.saved.add(made.id, OnetSocCode(f"1{me}-{number:04}.00"))
            notebook.saved.lists()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add, range(4)))
    (saved,) = notebook.saved.lists()
    assert len({career.code for career in saved.careers}) == 60
    assert not notebook.changed_elsewhere()


@pytest.mark.usefixtures("impatient")
def test_a_call_does_not_wait_for_ever_for_another_thread(open_file: OpenNotebook) -> None:
    notebook = open_file()
    with notebook._store.reading(), ThreadPoolExecutor(1) as thread, pytest.raises(NotebookUnreachable):
        thread.submit(notebook.saved.lists).result()
    assert notebook.saved.lists() == ()


_HAMMER = """
import sys
from careerguide.db.notebook.notebook import open_notebook
from careerguide.domain.errors import NotebookConflict
url, me, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
notebook = open_notebook(url)
shared = notebook.saved.lists()[0]
print("ready", flush=True)
sys.stdin.readline()
conflicts = added = 0
for number in range(rounds):
    career = notebook.saved.add(shared.id, f"1{me}-{number:04}.00")
    notebook.saved.move(career.id, shared.id, 0)
    while True:
        counter = next(c for one in notebook.saved.lists() for c in one.careers if c.code == "27-2011.00")
        try:
            notebook.saved.write_note(counter.id, str(int(counter.note) + 1), counter.version)
            break
        except NotebookConflict:
            conflicts += 1
    if number % 3 == 0:
        notebook.saved.put_back(notebook.saved.remove([career.id]))
print(conflicts)
"""
ROUNDS = 40


def hammer(url: str) -> int:
    """Two programs change one list and count in one note, as fast as they can. How often one was told that it was late."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _HAMMER, url, str(me), str(ROUNDS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for me in (1, 2)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    conflicts = 0
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    for program in programs:
        said, _ = program.communicate(timeout=120)
        assert program.returncode == 0
        conflicts += int(said)
    return conflicts


def check_hammered(notebook: Notebook) -> None:
    (shared,) = notebook.saved.lists()
    codes = [career.code for career in shared.careers]
    assert sorted(codes) == sorted([ACTORS, *(f"1{me}-{number:04}.00" for me in (1, 2) for number in range(ROUNDS))])
    (counter,) = (career for career in shared.careers if career.code == ACTORS)
    assert counter.note == str(2 * ROUNDS)
    assert counter.version == 2 * ROUNDS + 2


def begin(notebook: Notebook) -> None:
    counter = notebook.saved.add(notebook.saved.add_list("Shared").id, ACTORS)
    notebook.saved.write_note(counter.id, "0", counter.version)
    notebook.close()


def test_two_programs_at_once_lose_nothing_of_each_other(folder: Path, open_file: OpenNotebook) -> None:
    begin(open_file())
    hammer(default_url(folder))
    check_hammered(open_file())
    path = folder / "notebook.sqlite"
    assert run_all(path, "PRAGMA integrity_check") == [("ok",)]
    assert run_all(path, "SELECT position FROM saved_career ORDER BY position") == [(place,) for place in range(2 * ROUNDS + 1)]


def test_two_programs_at_once_lose_nothing_on_a_server(district: District) -> None:
    open_notebook(district.url(ADMINISTRATOR)).close()
    url = district.url(COUNSELORS[0])
    begin(open_notebook(url))
    hammer(url)
    notebook = open_notebook(url)
    check_hammered(notebook)
    notebook.close()
    places = district.execute("SELECT position FROM saved_career ORDER BY position")
    assert places == [(place,) for place in range(2 * ROUNDS + 1)]


_OPEN = "import sys; from careerguide.db.notebook.notebook import open_notebook; open_notebook(sys.argv[1]).saved.add_list('x')"


def open_at_once(url: str) -> None:
    programs = [subprocess.Popen([sys.executable, "-c", _OPEN, url], stderr=subprocess.PIPE, text=True) for _ in range(4)]
    for program in programs:
        _, said = program.communicate(timeout=120)
        assert program.returncode == 0, said


def test_a_new_notebook_may_be_opened_by_several_programs_at_once(folder: Path, open_file: OpenNotebook) -> None:
    open_at_once(default_url(folder))
    assert len(open_file().saved.lists()) == 4


def test_a_new_district_notebook_may_be_opened_by_several_programs_at_once(district: District) -> None:
    open_at_once(district.url(ADMINISTRATOR))
    notebook = open_notebook(district.url(ADMINISTRATOR))
    assert len(notebook.saved.lists()) == 4
    notebook.close()
