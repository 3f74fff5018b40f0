"""Interest results of the person and of sessions' clients."""

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from careerguide.db.notebook.models import ResultRow
from careerguide.db.notebook.session_rows import touch
from careerguide.db.notebook.store import Store
from careerguide.db.notebook.texts import note_to_keep
from careerguide.db.notebook.traces import Traces
from careerguide.domain.notebook import InterestResult

_SCORES = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")


def _of(owner: str, session: int | None) -> ColumnElement[bool]:
    return (ResultRow.owner == owner) & (ResultRow.session_id == session)  # None becomes IS NULL


def read_results(connection: Connection, owner: str, session: int | None) -> tuple[InterestResult, ...]:
    """The results of a session, or of the person (None), newest first."""
    row = ResultRow
    scores = (row.realistic, row.investigative, row.artistic, row.social, row.enterprising, row.conventional)
    chosen = select(*scores, row.job_zone, row.taken, row.source).where(_of(owner, session))
    return tuple(
        InterestResult((r, i, a, s, e, c), job_zone, taken, source)
        for r, i, a, s, e, c, job_zone, taken, source in connection.execute(chosen.order_by(row.taken.desc(), row.id.desc()))
    )


class Results:
    """Interest results of a session, or of the person (None). All methods raise children of `NotebookError`."""

    def __init__(self, store: Store, traces: Traces) -> None:
        self._store = store
        self._traces = traces

    def all(self, session: int | None = None) -> tuple[InterestResult, ...]:
        """What is kept, newest first."""
        with self._store.reading() as connection:
            return read_results(connection, self._store.owner, session)

    def add(self, result: InterestResult, session: int | None = None) -> None:
        """Keep a result."""
        with self._store.writing() as connection:
            touch(connection, self._store.owner, session)
            row = {
                "owner": self._store.owner,
                "session_id": session,
                "job_zone": result.job_zone,
                "taken": result.taken,
                "source": note_to_keep(result.source),
            }
            connection.execute(insert(ResultRow).values(row | dict(zip(_SCORES, result.scores, strict=True))))

    def delete(self, result: InterestResult, session: int | None = None) -> None:
        """Delete one result for good, as `Sessions.delete` does; others, also of the same day, stay."""
        row = ResultRow
        columns = (row.realistic, row.investigative, row.artistic, row.social, row.enterprising, row.conventional)
        its = [column == score for column, score in zip(columns, result.scores, strict=True)]
        its += [row.job_zone == result.job_zone, row.taken == result.taken, row.source == note_to_keep(result.source)]
        with self._store.writing() as connection:
            connection.execute(delete(row).where(_of(self._store.owner, session), *its))
            self._traces.mark(connection)
        self._traces.clear()

    def delete_all(self, session: int | None = None) -> None:
        """Delete the results for good, as `Sessions.delete` does."""
        with self._store.writing() as connection:
            connection.execute(delete(ResultRow).where(_of(self._store.owner, session)))
            self._traces.mark(connection)
        self._traces.clear()
