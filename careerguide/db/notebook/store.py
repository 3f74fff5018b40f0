"""The open database of a notebook: one connection, one transaction for each thing that is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.dialects import postgresql, sqlite

from careerguide.db.notebook.engines import write_transaction
from careerguide.db.notebook.faults import in_words
from careerguide.db.notebook.models import ChangeRow


class Store:
    """Reads and writes the rows of one owner. `owner` is the role on PostgreSQL, "" elsewhere; `where` names it in sentences.

    The tables must be there (`opening`). The engine has a pool of one connection: calls from several threads wait in turn.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self.engine = engine
        self.where = where
        self.owner = ""
        with self.reading() as connection:
            if engine.dialect.name == "postgresql":
                self.owner = str(connection.exec_driver_sql("SELECT current_user").scalar_one())
        self._seen = self.count()
        self._changed = False
        self._counting = Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads. Faults of the database become children of `NotebookError`."""
        with in_words(self.where), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that changes the owner's rows: all of it is kept when the block ends, nothing on any error.

        It begins with the owner's count of changes. That row is locked until the end, so that two windows write one after the
        other, and positions and versions read in the block stay true.
        """
        with self._counting:
            with in_words(self.where), write_transaction(self.engine) as connection:
                count = self._count_one_more(connection)
                yield connection
            self._changed |= count != self._seen + 1
            self._seen = count

    def changed_elsewhere(self) -> bool:
        """Whether another connection has changed the owner's rows since this was last asked; True once for each time."""
        with self._counting:
            count = self.count()
            changed = self._changed or count != self._seen
            self._seen, self._changed = count, False
            return changed

    def count(self) -> int:
        """How many transactions have changed the owner's rows."""
        with self.reading() as connection:
            return connection.execute(select(ChangeRow.count).where(ChangeRow.owner == self.owner)).scalar() or 0

    def count_on_from(self, before: int) -> None:
        """Count on from a number that windows may have seen, after rows with a count of their own have been restored."""
        with self.writing() as connection:
            connection.execute(update(ChangeRow).where(ChangeRow.owner == self.owner).values(count=ChangeRow.count + before))

    def _count_one_more(self, connection: Connection) -> int:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        first = dialect.insert(ChangeRow).values(owner=self.owner, count=1)
        more = first.on_conflict_do_update(index_elements=[ChangeRow.owner], set_={"count": ChangeRow.count + 1})
        return int(connection.execute(more.returning(ChangeRow.count)).scalar_one())

    def close(self) -> None:
        """Close the connection."""
        self.engine.dispose()
