"""A clock that is wrong: set back, at the beginning of its counting, or far ahead. Nothing is lost, and what is written can be read."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from local_server import Server, send
from small_onet import ACTORS, OFFICER

from careerguide.db.notebook import backups, files, session_rows
from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook
from careerguide.db.visit_counts import VisitCounts
from careerguide.domain.notebook import is_clock_doubtful
from careerguide.reports.session_json import session_json
from careerguide.sources.download import Address, fetch
from careerguide.sources.network import open_network

WRONG = [datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), datetime(2000, 2, 29, tzinfo=UTC), datetime(2100, 12, 31, 23, 59, tzinfo=UTC)]
SetClock = Callable[[datetime | None], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Sets the clock of everything that dates what is kept; None puts it right."""
    wrong: list[datetime | None] = [None]

    class Moment(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return (wrong[-1] or datetime.now(UTC)).astimezone(tz)  # type: ignore[arg-type]

    class Day(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return Moment.now().date()

        @classmethod
        def fromisoformat(cls, text: str) -> date:  # type: ignore[override]
            return date.fromisoformat(text)

    monkeypatch.setattr(session_rows, "datetime", Moment)
    monkeypatch.setattr(files, "datetime", Moment)
    monkeypatch.setattr(backups, "date", Day)
    return wrong.append


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def open_file(folder: Path) -> Iterator[Callable[[], Notebook]]:
    opened: list[Notebook] = []

    def open_one() -> Notebook:
        opened.append(open_notebook(default_url(folder), folder / "backups"))
        return opened[-1]

    yield open_one
    for notebook in opened:
        notebook.close()


def closed_session(notebook: Notebook, label: str) -> int:
    session = notebook.sessions.start(label)
    notebook.sessions.visit(session.id, OFFICER)
    notebook.sessions.close(session.id)
    return session.id


@pytest.mark.parametrize("moment", WRONG, ids=str)
def test_what_is_kept_under_a_wrong_clock_is_read_under_the_right_one(
    open_file: Callable[[], Notebook], set_clock: SetClock, moment: datetime
) -> None:
    notebook = open_file()
    before = closed_session(notebook, "Before")
    set_clock(moment)
    wrong = closed_session(notebook, "Under a wrong clock")
    made = notebook.saved.add_list("Saved")
    notebook.saved.add(made.id, ACTORS)
    set_clock(None)
    again = open_file()
    assert {session.id for session in again.sessions.all()} == {before, wrong}
    assert again.sessions.record(wrong).visits[0].at == moment
    assert "Under a wrong clock" in session_json(again.sessions.record(wrong), {})
    assert again.saved.lists()[0].careers[0].code == ACTORS


@pytest.mark.parametrize("moment", WRONG, ids=str)
def test_a_session_of_a_wrong_clock_is_forgotten_no_sooner_than_others(
    open_file: Callable[[], Notebook], set_clock: SetClock, moment: datetime
) -> None:
    notebook = open_file()
    set_clock(moment)
    closed_session(notebook, "Under a wrong clock")
    set_clock(None)
    now = datetime.now(UTC)
    assert notebook.sessions.forget_older_than(30, now) == 0
    assert abs(notebook.sessions.all()[0].last_used - now) < timedelta(minutes=1)
    assert notebook.sessions.forget_older_than(30, now + timedelta(days=29)) == 0
    assert notebook.sessions.forget_older_than(30, now + timedelta(days=31)) == 1


def test_a_clock_far_ahead_or_behind_is_not_believed(open_file: Callable[[], Notebook]) -> None:
    notebook = open_file()
    closed_session(notebook, "Client")
    sessions, now = notebook.sessions.all(), datetime.now(UTC)
    assert not is_clock_doubtful(sessions, now + timedelta(days=300))
    assert not is_clock_doubtful((), now)
    for moment in WRONG:
        assert is_clock_doubtful(sessions, moment)


def test_backups_of_a_day_to_come_do_not_crowd_out_those_of_today(
    folder: Path, open_file: Callable[[], Notebook], set_clock: SetClock
) -> None:
    notebook = open_file()
    notebook.saved.add(notebook.saved.add_list("First").id, OFFICER)
    for day in range(1, 10):
        set_clock(datetime(2100, 3, day, 12, tzinfo=UTC))
        open_file()
    assert len(open_file().backups()) == 7
    for day in range(1, 4):
        set_clock(datetime(2026, 11, day, 12, tzinfo=UTC))
        assert open_file().backup_fault is None
    assert [backup.taken for backup in open_file().backups()][-3:] == [date(2026, 11, day) for day in (3, 2, 1)]


@pytest.mark.parametrize("moment", WRONG, ids=str)
def test_a_damaged_notebook_is_put_aside_at_any_time(
    folder: Path, open_file: Callable[[], Notebook], set_clock: SetClock, moment: datetime
) -> None:
    open_file().close()
    (folder / "notebook.sqlite").write_bytes(b"no notebook")
    set_clock(moment)
    notebook = open_file()
    assert notebook.set_aside is not None
    assert notebook.set_aside.read_bytes() == b"no notebook"


def test_times_that_no_clock_shows_do_not_keep_a_notebook_shut(folder: Path, open_file: Callable[[], Notebook]) -> None:
    closed_session(open_file(), "Client")
    with closing(sqlite3.connect(folder / "notebook.sqlite")) as plain:
        plain.execute("UPDATE session SET last_used = '9999-12-31 23:59:59.999999', started = '0001-01-01 00:00:00.000000'")
        plain.commit()
    notebook = open_file()
    assert notebook.sessions.forget_older_than(1, datetime.now(UTC)) == 0
    assert "Client" in session_json(notebook.sessions.record(notebook.sessions.all()[0].id), {})


@pytest.mark.parametrize("moment", WRONG, ids=str)
def test_counts_of_use_are_written_under_any_date(tmp_path: Path, moment: datetime) -> None:
    counts = VisitCounts(tmp_path)
    for _ in range(10):
        counts.count(moment.date(), OFFICER, "Officer")
    counts.write(moment.date())
    counts.write(date.today())
    assert [path.name for path in tmp_path.iterdir()] == [f"counts-{moment:%Y-%m}.csv"]


def test_a_download_of_another_day_or_from_the_future_is_fetched_again(server: Server, tmp_path: Path) -> None:
    address, kept = Address(f"{server.address}/table.csv", "table.csv"), tmp_path / "table.csv"

    def get(content: bytes) -> bytes:
        server.behave = lambda handler: send(handler, content)
        with open_network() as network:
            return fetch(network, address, tmp_path, lambda done, total: None).read_bytes()

    assert get(b"older") == b"older"
    assert get(b"newer") == b"older"
    for year in (1970, 2100):
        moment = datetime(year, 1, 2, tzinfo=UTC).timestamp()
        os.utime(kept, (moment, moment))
        content = f"of {year}".encode()
        assert get(content) == content
