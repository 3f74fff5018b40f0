"""Protected sessions: what opens them, what does not, and that nothing readable lies in any file."""

import sqlite3
from base64 import b64decode, b64encode
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notebooks import OpenNotebook, files_with, run_all

from careerguide.db.notebook.notebook import Notebook
from careerguide.db.notebook.vault import Key, new_protection, open_protection
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookDamaged, NotebookError, WrongPassphrase
from careerguide.domain.notebook import CareerToKeep, Colour, ListToKeep, Session

ACTORS, OFFICERS, NURSES = map(OnetSocCode, ("27-2011.00", "33-3051.04", "29-1141.00"))
SECRET = "Walnut-Heron-Lantern"
PASSPHRASE = "nine quiet rivers"
LOCKED = "This session is locked; enter its passphrase to open it."


def protected(notebook: Notebook) -> tuple[Session, int, int]:
    """A protected session with secret notes: the session, its list, a career in it."""
    session = notebook.sessions.start("Client", PASSPHRASE)
    notebook.sessions.write_notes(session.id, f"{SECRET} private", f"{SECRET} for the client", 1)
    made = notebook.saved.add_list("Saved", session.id)
    career = notebook.saved.add(made.id, ACTORS)
    notebook.saved.write_note(career.id, f"{SECRET} on the career", career.version)
    return session, made.id, career.id


def note(notebook: Notebook, session: Session) -> str:
    return notebook.saved.lists(session.id)[0].careers[0].note


def test_a_protected_session_opens_with_its_passphrase_only(notebook: Notebook) -> None:
    session, _, _ = protected(notebook)
    assert session.protected
    assert notebook.sessions.notes(session.id).private == f"{SECRET} private"
    notebook.sessions.lock(session.id)
    with pytest.raises(WrongPassphrase, match=r"This passphrase does not open the session\."):
        notebook.sessions.unlock(session.id, PASSPHRASE + " ")
    with pytest.raises(NotebookError, match=LOCKED):
        notebook.sessions.notes(session.id)
    notebook.sessions.unlock(session.id, PASSPHRASE)
    assert notebook.sessions.notes(session.id).for_client == f"{SECRET} for the client"
    assert note(notebook, session) == f"{SECRET} on the career"


def test_of_a_locked_session_nothing_is_read_or_changed(notebook: Notebook) -> None:
    session, list_id, career_id = protected(notebook)
    open_list = notebook.saved.add_list("Open")
    free = notebook.saved.add(open_list.id, NURSES)
    removed = notebook.saved.remove([notebook.saved.add(list_id, OFFICERS).id])
    notebook.sessions.close(session.id)
    for use in (
        lambda: notebook.saved.lists(session.id),
        lambda: notebook.sessions.notes(session.id),
        lambda: notebook.sessions.record(session.id),
        lambda: notebook.sessions.write_notes(session.id, "", "", 2),
        lambda: notebook.sessions.protect(session.id, None),
        lambda: notebook.saved.add_list("New", session.id),
        lambda: notebook.saved.rename_list(list_id, "x", 1),
        lambda: notebook.saved.move_list(list_id, 0),
        lambda: notebook.saved.remove_list(list_id),
        lambda: notebook.saved.add(list_id, NURSES),
        lambda: notebook.saved.remove([career_id]),
        lambda: notebook.saved.put_back(removed),
        lambda: notebook.saved.move(career_id, list_id, 0),
        lambda: notebook.saved.move(career_id, open_list.id, 0),
        lambda: notebook.saved.move(free.id, list_id, 0),
        lambda: notebook.saved.write_note(career_id, "", 2),
        lambda: notebook.saved.set_colour(career_id, Colour.RED, 2),
        lambda: notebook.saved.bring_in([ListToKeep("x", ())], session.id),
    ):
        with pytest.raises(NotebookError, match=LOCKED):
            use()
    notebook.sessions.unlock(session.id, PASSPHRASE)
    assert note(notebook, session) == f"{SECRET} on the career"
    assert notebook.saved.lists() != ()


def test_a_locked_session_can_still_be_resumed_renamed_and_deleted(notebook: Notebook) -> None:
    session, _, _ = protected(notebook)
    notebook.sessions.close(session.id)
    assert notebook.sessions.resume(session.id).protected
    assert notebook.sessions.rename(session.id, "Client 8", 1).label == "Client 8"
    notebook.sessions.delete([session.id])
    assert notebook.sessions.all() == ()


def test_notes_are_sealed_whichever_way_they_come_in(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    session, list_id, career_id = protected(notebook)
    outside = notebook.saved.add_list("Outside")
    coming = CareerToKeep(OFFICERS, f"{SECRET} brought in", Colour.NONE, datetime.now(UTC))
    notebook.saved.bring_in([ListToKeep("Brought", (coming,))], session.id)
    notebook.saved.put_back(notebook.saved.remove([career_id]))
    notebook.saved.put_back(notebook.saved.remove_list(list_id))
    other = notebook.saved.add_list("Other", session.id)
    notebook.saved.move(career_id, other.id, 0)
    assert notebook.saved.lists(session.id)[2].careers[0].note == f"{SECRET} on the career"
    assert notebook.saved.lists(session.id)[1].careers[0].note == f"{SECRET} brought in"
    notebook.close()
    open_file()  # takes a backup
    assert len(list((folder / "backups").iterdir())) == 1
    assert files_with("Client", folder) != []
    assert files_with(SECRET, folder) == []
    assert files_with(PASSPHRASE, folder) == []
    again = open_file()
    again.sessions.unlock(session.id, PASSPHRASE)
    again.saved.move(career_id, outside.id, 0)
    assert again.saved.lists()[0].careers[0].note == f"{SECRET} on the career"
    assert files_with(f"{SECRET} on the career", folder) != []


def test_protecting_a_session_later_leaves_nothing_readable(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    session = notebook.sessions.start("Client")
    made = notebook.saved.add_list("Saved", session.id)
    career = notebook.saved.add(made.id, ACTORS)
    for _ in range(3):
        career = notebook.saved.write_note(career.id, SECRET * 300, career.version)
    notebook.sessions.write_notes(session.id, SECRET * 900, SECRET, 1)
    open_file().close()
    assert len(files_with(SECRET, folder)) >= 2  # the notebook or its log, and the backup
    assert notebook.sessions.protect(session.id, PASSPHRASE).protected
    assert files_with(SECRET, folder) == []
    assert len(notebook.backups()) == 1
    assert note(notebook, session) == SECRET * 300
    assert notebook.sessions.notes(session.id).private == SECRET * 900


def test_a_passphrase_is_changed_and_taken_off(notebook: Notebook) -> None:
    session, _, _ = protected(notebook)
    notebook.sessions.protect(session.id, "another one")
    assert note(notebook, session) == f"{SECRET} on the career"
    notebook.sessions.lock(session.id)
    with pytest.raises(WrongPassphrase):
        notebook.sessions.unlock(session.id, PASSPHRASE)
    notebook.sessions.unlock(session.id, "another one")
    assert not notebook.sessions.protect(session.id, None).protected
    notebook.sessions.lock(session.id)
    notebook.sessions.unlock(session.id, "whatever")
    assert note(notebook, session) == f"{SECRET} on the career"
    assert notebook.sessions.notes(session.id).private == f"{SECRET} private"


def test_an_empty_passphrase_is_refused(notebook: Notebook) -> None:
    session = notebook.sessions.start("Client")
    for give in (lambda: notebook.sessions.start("Other", "  "), lambda: notebook.sessions.protect(session.id, "")):
        with pytest.raises(NotebookError, match="cannot be empty"):
            give()
    assert notebook.sessions.all() == (session,)


def test_a_passphrase_changed_in_another_window_locks_this_one(two_windows: tuple[Notebook, Notebook]) -> None:
    mine, theirs = two_windows
    session, _, career_id = protected(mine)
    theirs.sessions.unlock(session.id, PASSPHRASE)
    theirs.sessions.protect(session.id, "another one")
    with pytest.raises(NotebookError, match=LOCKED):
        mine.sessions.notes(session.id)
    with pytest.raises(NotebookError, match=LOCKED):
        mine.saved.write_note(career_id, "under the old key", 2)
    mine.sessions.unlock(session.id, "another one")
    assert note(mine, session) == f"{SECRET} on the career"


def test_sealed_notes_cannot_be_exchanged(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    session, list_id, _ = protected(notebook)
    notebook.saved.add(list_id, OFFICERS)
    with closing(sqlite3.connect(folder / "notebook.sqlite")) as plain:
        plain.execute("UPDATE session_notes SET private = for_client, for_client = private")
        first, second = plain.execute("SELECT note FROM saved_career ORDER BY position").fetchall()
        plain.execute("UPDATE saved_career SET note = CASE position WHEN 0 THEN ? ELSE ? END", (second[0], first[0]))
        plain.commit()
    with pytest.raises(NotebookDamaged, match="protected note cannot be opened"):
        notebook.sessions.notes(session.id)
    with pytest.raises(NotebookDamaged):
        notebook.saved.lists(session.id)


@pytest.mark.parametrize("damage", ["proof = 'AAAA'", "proof = 'no base64 ü'", "proof = ''", "salt = x'00'"])
def test_a_damaged_proof_says_no_more_than_a_wrong_passphrase(folder: Path, open_file: OpenNotebook, damage: str) -> None:
    notebook = open_file()
    session, _, _ = protected(notebook)
    notebook.sessions.lock(session.id)
    run_all(folder / "notebook.sqlite", f"UPDATE protection SET {damage}")
    with pytest.raises(WrongPassphrase, match=r"This passphrase does not open the session\."):
        notebook.sessions.unlock(session.id, PASSPHRASE)


def test_costs_that_no_passphrase_has_are_damage(folder: Path, open_file: OpenNotebook) -> None:
    notebook = open_file()
    session, _, _ = protected(notebook)
    run_all(folder / "notebook.sqlite", "UPDATE protection SET n = 7")
    with pytest.raises(NotebookDamaged):
        notebook.sessions.unlock(session.id, PASSPHRASE)


def test_the_same_letters_are_the_same_passphrase_on_every_system() -> None:
    protection, _ = new_protection("café")
    open_protection(protection, "cafe\N{COMBINING ACUTE ACCENT}")
    with pytest.raises(WrongPassphrase):
        open_protection(protection, "cafe")


@pytest.fixture(scope="module")
def key() -> Key:
    return new_protection(PASSPHRASE)[1]


@settings(max_examples=200)
@given(text=st.text(), place=st.text(min_size=1))
def test_what_was_closed_opens_at_its_place_and_never_looks_the_same(key: Key, text: str, place: str) -> None:
    text, place = (value.encode("utf-8", "ignore").decode() for value in (text, place))
    once, twice = key.close(text, place), key.close(text, place)
    assert key.open(once, place) == key.open(twice, place) == text
    assert once != twice
    with pytest.raises(NotebookDamaged):
        key.open(once, f"{place}x")


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_changed_bit_is_noticed(key: Key, at: int, bit: int) -> None:
    sealed = bytearray(b64decode(key.close(SECRET, "here")))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(NotebookDamaged):
        key.open(b64encode(sealed).decode(), "here")
