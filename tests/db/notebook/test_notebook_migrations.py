"""Notebooks of every earlier schema come to the newest with all that is in them, in files and on a server."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from notebooks import OpenNotebook, earlier_file, fill_earlier, run_all, set_revision
from postgres import ADMINISTRATOR, COUNSELORS, District
from sqlalchemy import Connection

from careerguide.db.notebook import schema
from careerguide.db.notebook.engines import postgresql_engine, server_of, sqlite_engine, write_transaction
from careerguide.db.notebook.models import Base
from careerguide.db.notebook.notebook import Notebook, open_notebook
from careerguide.domain.errors import NotebookDamaged, NotebookError, NotebookVersionError
from careerguide.domain.notebook import Colour, InterestResult

EARLIER = ("0001", "0002", "0003")
NEWER = f"{int(schema.HEAD) + 1:04}"


def check_content(notebook: Notebook, revision: str) -> None:
    """That what `fill_earlier` wrote is there, and that the notebook can be written to."""
    lists = notebook.saved.lists()
    assert [(one.id, one.name, one.version) for one in lists] == [(2, "First", 4), (1, "Second", 1)]
    second, first = lists[0].careers
    assert (first.code, first.note, first.colour, first.version) == ("27-2011.00", "stage", Colour.GREEN, 2)
    assert second.added == datetime(2024, 3, 2, 10, 0, 0, 500000, UTC)
    if revision >= "0002":
        record = notebook.sessions.record(1)
        assert (record.session.label, record.session.started) == ("Client", datetime(2024, 4, 1, 8, tzinfo=UTC))
        assert (record.notes.private, record.notes.for_client, record.notes.version) == ("mine", "theirs", 3)
        assert [visit.code for visit in record.visits] == ["27-2011.00"]
        assert [compared.codes for compared in record.comparisons] == [("27-2011.00", "29-1141.00")]
        assert [one.name for one in record.lists] == ["Of the client"]
    else:
        assert notebook.sessions.all() == ()
    taken = datetime(2025, 5, 12, 9, tzinfo=UTC)
    mine = (InterestResult((40, 0, 12, 7, 31, 22), 4, taken, "questions"),) if revision >= "0003" else ()
    assert notebook.results.all() == mine
    assert [result.scores for result in notebook.results.all(1)] == ([(1, 2, 3, 4, 5, 6)] if mine else [])
    assert (notebook.own_skills.levels(), notebook.paused.get()) == ({}, None)
    notebook.own_skills.write("2.A.1.a", 4)
    assert notebook.own_skills.levels() == {"2.A.1.a": 4}
    notebook.saved.move_list(2, 1)
    assert [one.name for one in notebook.saved.lists()] == ["Second", "First"]


@pytest.mark.parametrize("revision", EARLIER)
def test_a_file_of_an_earlier_schema_is_migrated_after_a_backup(folder: Path, open_file: OpenNotebook, revision: str) -> None:
    earlier_file(folder / "notebook.sqlite", revision)
    notebook = open_file()
    assert notebook.set_aside is None
    check_content(notebook, revision)
    (backup,) = notebook.backups()
    assert run_all(backup.path, "SELECT version_num FROM notebook_version") == [(revision,)]
    assert run_all(backup.path, "SELECT count(*) FROM saved_career") == [(2,)]


@pytest.mark.parametrize("revision", EARLIER)
def test_a_backup_of_an_earlier_schema_is_restored_and_migrated(folder: Path, open_file: OpenNotebook, revision: str) -> None:
    earlier_file(folder / "notebook.sqlite", revision)
    notebook = open_file()
    notebook.saved.remove_list(2)
    notebook.restore(notebook.backups()[0])
    check_content(notebook, revision)


@pytest.mark.parametrize("revision", EARLIER)
def test_a_district_notebook_of_an_earlier_schema_is_migrated(district: District, revision: str) -> None:
    engine = postgresql_engine(server_of(district.url(ADMINISTRATOR)))
    with write_transaction(engine) as connection:
        fill_earlier(connection, revision)
        later = {"0001": [], "0002": ["session"], "0003": ["session", "interest_result"]}
        for table in ("saved_list", "saved_career", *later[revision]):
            connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), 10)")
    engine.dispose()
    with pytest.raises(NotebookError, match="ask whoever looks after the database"):
        open_notebook(district.url(COUNSELORS[0]))
    notebook = open_notebook(district.url(ADMINISTRATOR))
    check_content(notebook, revision)
    notebook.close()
    with_nothing = open_notebook(district.url(COUNSELORS[0]))
    assert (with_nothing.saved.lists(), with_nothing.sessions.all(), with_nothing.results.all()) == ((), (), ())
    with_nothing.close()


def test_a_failed_migration_changes_nothing(folder: Path, open_file: OpenNotebook) -> None:
    path = folder / "notebook.sqlite"
    earlier_file(path, "0001")
    run_all(path, "CREATE TABLE paused_inventory (something)")  # in the way of the last step
    shutil.copy(path, folder / "before")
    with pytest.raises(NotebookError):
        open_file()
    assert run_all(path, "SELECT version_num FROM notebook_version") == [("0001",)]
    run_all(path, "DROP TABLE paused_inventory")
    check_content(open_file(), "0001")


def test_a_file_of_a_newer_program_is_left_as_it_is(folder: Path, open_file: OpenNotebook) -> None:
    path = folder / "notebook.sqlite"
    open_file().close()
    engine = sqlite_engine(path)
    set_revision(engine, NEWER)
    engine.dispose()
    before = path.read_bytes()
    with pytest.raises(NotebookVersionError, match="newer version of the program"):
        open_file()
    assert path.read_bytes() == before
    assert [file.name for file in folder.iterdir()] == ["notebook.sqlite"]


def test_a_newer_district_notebook_is_left_as_it_is(district: District) -> None:
    open_notebook(district.url(ADMINISTRATOR)).close()
    district.execute(f"UPDATE notebook_version SET version_num = '{NEWER}'")
    with pytest.raises(NotebookVersionError, match="newer version of the program"):
        open_notebook(district.url(COUNSELORS[0]))


def test_a_district_notebook_of_no_version_is_damaged(district: District) -> None:
    open_notebook(district.url(ADMINISTRATOR)).close()
    district.execute("UPDATE notebook_version SET version_num = 'x'")
    with pytest.raises(NotebookDamaged):
        open_notebook(district.url(COUNSELORS[0]))


def shape(connection: Connection) -> dict[str, list[list[tuple[object, ...]]]]:
    """What SQLite says of each table: columns, references with what follows from deleting, indexes with their columns."""
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return {
        name: [
            sorted(tuple(row)[1:] for row in connection.exec_driver_sql(f"SELECT * FROM pragma_{what}('{name}')"))
            for what in ("table_info", "foreign_key_list")
        ]
        + [
            sorted(
                (index.origin, *connection.exec_driver_sql(f"SELECT name FROM pragma_index_info('{index.name}')").scalars())
                for index in connection.exec_driver_sql(f"SELECT * FROM pragma_index_list('{name}')")
            )
        ]
        for name in tables.scalars().all()
        if name != schema.VERSION_TABLE
    }


def test_the_history_of_a_file_leads_to_the_tables_of_the_models() -> None:
    engine = sqlite_engine(None)
    with engine.begin() as connection:
        schema.migrate(connection)
        migrated = shape(connection)
    models = sqlite_engine(None)
    with models.begin() as connection:
        Base.metadata.create_all(connection)
        assert migrated == shape(connection)
    assert len(migrated) == len(Base.metadata.tables)
    engine.dispose()
    models.dispose()


def test_the_history_of_a_district_notebook_leads_to_the_tables_of_the_models(district: District) -> None:
    open_notebook(district.url(ADMINISTRATOR)).close()
    engine = postgresql_engine(server_of(district.url(ADMINISTRATOR)))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": schema.VERSION_TABLE})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_the_newest_revision_is_the_one_the_program_asks_for() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [schema.HEAD]
    revisions = [revision.revision for revision in ScriptDirectory(str(folder)).walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)  # newer ones are told by their order
