"""Several counselors on one PostgreSQL server: each sees only what is theirs, also past the program; lost connections."""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest
from postgres import ADMINISTRATOR, COUNSELORS, District

from careerguide.db.notebook.notebook import Notebook, open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookError, NotebookUnreachable
from careerguide.domain.notebook import InterestResult, PausedInventory

ADA, GRACE = COUNSELORS
ACTORS = OnetSocCode("27-2011.00")
TABLES = (
    "session",
    "session_notes",
    "protection",
    "visit",
    "comparison",
    "saved_list",
    "saved_career",
    "interest_result",
    "own_skills",
    "paused_inventory",
    "change",
)


@pytest.fixture
def ready(district: District) -> District:
    """A database that its administrator has opened once."""
    open_notebook(district.url(ADMINISTRATOR)).close()
    return district


@pytest.fixture
def ada(ready: District) -> Iterator[Notebook]:
    notebook = open_notebook(ready.url(ADA))
    yield notebook
    notebook.close()


@pytest.fixture
def grace(ready: District) -> Iterator[Notebook]:
    notebook = open_notebook(ready.url(GRACE))
    yield notebook
    notebook.close()


def fill(notebook: Notebook) -> tuple[int, int]:
    """A session with something in every table, and a list outside it. The numbers of both."""
    session = notebook.sessions.start("Client", "passphrase")
    notebook.sessions.visit(session.id, ACTORS)
    notebook.sessions.compared(session.id, [ACTORS])
    made = notebook.saved.add_list("Saved", session.id)
    notebook.saved.add(made.id, ACTORS)
    notebook.results.add(InterestResult((1, 2, 3, 4, 5, 6), None, datetime.now(UTC), "questions"), session.id)
    notebook.own_skills.write("2.A.1.a", 4, session.id)
    notebook.paused.keep(PausedInventory("Interests", 1, True, (("r-01", 4),), datetime.now(UTC)), session.id)
    return session.id, notebook.saved.add_list("Mine").id


def test_a_counselor_sees_and_changes_only_what_is_theirs(ada: Notebook, grace: Notebook) -> None:
    session, made = fill(ada)
    assert grace.sessions.all() == ()
    assert grace.saved.lists() == ()
    for reach in (
        lambda: grace.sessions.record(session),
        lambda: grace.sessions.unlock(session, "passphrase"),
        lambda: grace.sessions.rename(session, "x", 1),
        lambda: grace.sessions.visit(session, ACTORS),
        lambda: grace.saved.lists(session),
        lambda: grace.saved.add_list("x", session),
        lambda: grace.saved.add(made, ACTORS),
        lambda: grace.saved.rename_list(made, "x", 1),
        lambda: grace.saved.remove_list(made),
        lambda: grace.own_skills.levels(session),
        lambda: grace.own_skills.write("2.A.1.a", 7, session),
        lambda: grace.own_skills.delete_all(session),
        lambda: grace.paused.get(session),
        lambda: grace.paused.drop(session),
    ):
        with pytest.raises(NotebookError):
            reach()
    grace.sessions.delete([session])
    grace.results.delete_all(session)
    grace.saved.remove([1, 2, 3])
    assert not ada.changed_elsewhere()
    record = ada.sessions.record(session)
    assert len(record.results) == 1
    assert record.own_skills == (("2.A.1.a", 4),)
    assert record.paused is not None
    assert [one.name for one in ada.saved.lists()] == ["Mine"]


def test_a_colleague_sees_nothing_with_plain_sql_either(ready: District, ada: Notebook) -> None:
    fill(ada)
    for table in TABLES:
        assert ready.execute(f"SELECT count(*) FROM {table}", ADA) >= [(1,)]
        assert ready.execute(f"SELECT count(*) FROM {table}", GRACE) == [(0,)]
        assert ready.execute(f"UPDATE {table} SET owner = '{GRACE}' RETURNING 1", GRACE) == []
        assert ready.execute(f"DELETE FROM {table} RETURNING 1", GRACE) == []
        assert ready.execute(f"SELECT count(*) FROM {table}", ADA) >= [(1,)]


def test_a_colleague_can_put_nothing_into_what_is_not_theirs(ready: District, ada: Notebook) -> None:
    session, made = fill(ada)
    now = "now()"
    for insert in (
        f"INSERT INTO saved_list (owner, name, position, version) VALUES ('{ADA}', 'x', 0, 1)",
        f"INSERT INTO saved_list (owner, session_id, name, position, version) VALUES ('{GRACE}', {session}, 'x', 0, 1)",
        "INSERT INTO saved_career (owner, list_id, code, note, colour, position, added, version)"
        f" VALUES ('{GRACE}', {made}, 'x', '', 'none', 0, {now}, 1)",
        f"INSERT INTO visit (owner, session_id, code, at) VALUES ('{GRACE}', {session}, 'x', {now})",
        f"INSERT INTO session_notes (owner, session_id, private, for_client, version) VALUES ('{GRACE}', {session}, '', '', 1)",
        f"INSERT INTO own_skills (owner, session_id, levels) VALUES ('{GRACE}', {session}, '[]')",
        f"INSERT INTO own_skills (owner, levels) VALUES ('{ADA}', '[]')",
        "INSERT INTO paused_inventory (owner, session_id, inventory, version, short, answers, at)"
        f" VALUES ('{GRACE}', {session}, 'x', 1, true, '[]', {now})",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ready.execute(insert, GRACE)


def test_a_counselor_cannot_lift_the_walls(ready: District, ada: Notebook) -> None:
    fill(ada)
    for attempt in (
        "ALTER TABLE session DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_rows ON session",
        "TRUNCATE session CASCADE",
        f"SET ROLE {ADA}",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ready.execute(attempt, GRACE)


def test_every_table_is_walled(ready: District) -> None:
    walled = ready.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        " AND relrowsecurity AND relforcerowsecurity"
    )
    assert {str(name) for (name,) in walled} == set(TABLES)


def test_the_tables_are_made_by_somebody_who_may(district: District) -> None:
    with pytest.raises(NotebookError, match="ask whoever looks after the database"):
        open_notebook(district.url(ADA))
    open_notebook(district.url(ADMINISTRATOR)).close()
    opened = open_notebook(district.url(ADA))
    assert opened.saved.lists() == ()
    opened.close()


def test_the_place_is_named_without_the_password(ready: District, ada: Notebook) -> None:
    assert ada.where == "district notebook at 127.0.0.1"
    assert ada.backups() == ()
    assert ada.set_aside is None


@pytest.mark.parametrize("start", ["postgresql", "postgresql+psycopg"])
def test_the_address_may_leave_out_the_driver(ready: District, start: str) -> None:
    opened = open_notebook(ready.url(ADA).replace("postgresql+psycopg", start))
    assert opened.saved.lists() == ()
    opened.close()


def test_a_lost_connection_is_told_and_the_next_call_works(ready: District, ada: Notebook) -> None:
    made = ada.saved.add_list("Before")
    ready.hang_up(ADA)
    ada.saved.add(made.id, ACTORS)  # noticed before it is used
    assert len(ada.saved.lists()[0].careers) == 1


def test_a_connection_lost_in_the_middle_of_a_change_leaves_nothing_half_done(ready: District, ada: Notebook) -> None:
    ada.saved.add_list("Before")

    def change() -> None:
        with ada._store.writing() as connection:
            connection.exec_driver_sql("UPDATE saved_list SET name = 'Half'")
            ready.hang_up(ADA)
            connection.exec_driver_sql("UPDATE saved_list SET position = 5")

    with pytest.raises(NotebookUnreachable, match="cannot be reached"):
        change()
    assert [one.name for one in ada.saved.lists()] == ["Before"]
    assert not ada.changed_elsewhere()


def test_a_stopped_server_is_told_and_found_again(ready: District, ada: Notebook) -> None:
    ada.saved.add_list("Before")
    ready.server.stop()
    try:
        for ask in (
            ada.saved.lists,
            ada.changed_elsewhere,
            lambda: ada.saved.add_list("Lost"),
            lambda: open_notebook(ready.url(ADA)),
        ):
            with pytest.raises(NotebookUnreachable, match=r"district notebook at 127\.0\.0\.1: the notebook cannot be reached"):
                ask()
    finally:
        ready.server.start()
    ada.saved.add_list("After")
    assert [one.name for one in ada.saved.lists()] == ["Before", "After"]


@pytest.mark.usefixtures("impatient")
def test_a_lock_that_is_held_too_long_is_told(ready: District) -> None:
    mine, theirs = (open_notebook(ready.url(ADA)) for _ in range(2))
    with theirs._store.writing():
        begun = time.monotonic()
        with pytest.raises(NotebookUnreachable, match="another program is using"):
            mine.saved.add_list("x")
        assert time.monotonic() - begun < 5
    mine.saved.add_list("y")
    mine.close()
    theirs.close()


def test_a_wrong_password_or_database_is_told_without_the_password(ready: District) -> None:
    for url, words in (
        (ready.url(ADA, "wrong-secret"), "the server does not let you in: password authentication failed"),
        (ready.url("nobody_known", "wrong-secret"), "the server does not let you in"),
        (ready.server.url(ADA, "nowhere"), "the server does not let you in: database .* does not exist"),
    ):
        with pytest.raises(NotebookError, match=words) as refused:
            open_notebook(url)
        assert not isinstance(refused.value, NotebookUnreachable)
        assert "secret" not in str(refused.value)
        assert ready.server.password not in str(refused.value)


@pytest.mark.parametrize("host", ["127.0.0.1:1", "nowhere.invalid", "[::1]:1"])
def test_a_host_that_is_not_there_is_told(host: str) -> None:
    with pytest.raises(NotebookUnreachable, match="cannot be reached") as refused:
        open_notebook(f"postgresql+psycopg://ada:secret@{host}/district")
    assert "secret" not in str(refused.value)


def test_a_server_that_only_reads_is_told(ready: District, ada: Notebook) -> None:
    ready.execute(f"ALTER DATABASE {ready.name} SET default_transaction_read_only = on")
    ready.hang_up(ADA)
    with pytest.raises(NotebookError, match="takes no changes just now"):
        ada.saved.add_list("x")
    assert ada.saved.lists() == ()


def test_a_database_with_too_many_visitors_is_told(ready: District, ada: Notebook) -> None:
    ready.execute(f"ALTER DATABASE {ready.name} CONNECTION LIMIT 1")
    with pytest.raises(NotebookUnreachable):
        open_notebook(ready.url(GRACE))


def test_a_fault_that_trying_again_does_not_mend_is_not_said_to_pass(ada: Notebook) -> None:
    too_large = InterestResult((1, 2, 3, 4, 5, 6), 2**40, datetime.now(UTC), "questions")
    with pytest.raises(NotebookError, match="the notebook cannot be used") as told:
        ada.results.add(too_large)
    assert not isinstance(told.value, NotebookUnreachable)
    assert ada.results.all() == ()


def test_a_missing_driver_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(NotebookError, match="needs the package psycopg") as refused:
        open_notebook("postgresql+psycopg://ada:secret@host/district")
    assert "careerguide[district]" in str(refused.value)
    assert "secret" not in str(refused.value)
