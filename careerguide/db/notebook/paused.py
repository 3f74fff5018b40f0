"""An inventory that was interrupted, with the answers so far: at most one of the person, and one of each session's client."""

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from careerguide.db.notebook.keyring import Keyring
from careerguide.db.notebook.models import PausedRow
from careerguide.db.notebook.pairs import pairs_in, pairs_text
from careerguide.db.notebook.session_rows import touch
from careerguide.db.notebook.store import Store
from careerguide.db.notebook.texts import note_to_keep
from careerguide.db.notebook.vault import Seal
from careerguide.domain.notebook import PausedInventory


def _of(owner: str, session: int | None) -> ColumnElement[bool]:
    return (PausedRow.owner == owner) & (PausedRow.session_id == session)  # None becomes IS NULL


def _place(session: int | None) -> str:
    return f"paused_inventory/{session}/answers"


def read_paused(connection: Connection, owner: str, session: int | None, seal: Seal) -> PausedInventory | None:
    """What was paused in a session, or outside any (None); None if nothing was."""
    row = PausedRow
    chosen = select(row.inventory, row.version, row.short, row.answers, row.at).where(_of(owner, session))
    found = connection.execute(chosen).first()
    if found is None:
        return None
    answers = pairs_in(seal.open(found.answers, _place(session)))
    return PausedInventory(found.inventory, found.version, found.short, answers, found.at)


def store_paused(connection: Connection, owner: str, session: int | None, paused: PausedInventory, seal: Seal) -> None:
    """Store what was paused in place of what is there."""
    connection.execute(delete(PausedRow).where(_of(owner, session)))
    row = {
        "owner": owner,
        "session_id": session,
        "inventory": note_to_keep(paused.inventory),
        "version": paused.version,
        "short": paused.short,
        "answers": seal.close(pairs_text(paused.answers), _place(session)),
        "at": paused.at,
    }
    connection.execute(insert(PausedRow).values(row))


class Paused:
    """The interrupted inventory of a session's client, or of the person (None).

    All methods raise children of `NotebookError`: `NotebookConflict` where the session is gone, `NotebookError` where it is locked.
    """

    def __init__(self, store: Store, keyring: Keyring) -> None:
        self._store = store
        self._keyring = keyring

    def get(self, session: int | None = None) -> PausedInventory | None:
        """What is kept, None for nothing."""
        with self._store.reading() as connection:
            seal = self._keyring.seal(connection, session)
            return read_paused(connection, self._store.owner, session, seal)

    def keep(self, paused: PausedInventory, session: int | None = None) -> None:
        """Keep this in place of what was paused before."""
        with self._store.writing() as connection:
            seal = self._keyring.seal(connection, session)
            touch(connection, self._store.owner, session)
            store_paused(connection, self._store.owner, session, paused, seal)

    def drop(self, session: int | None = None) -> None:
        """Delete what was paused. It is overwritten in the file; the daily backups keep theirs until they are a week old.

        An inventory is finished far more often than something is deleted for good, and older backups are worth more than that.
        """
        with self._store.writing() as connection:
            self._keyring.seal(connection, session)
            connection.execute(delete(PausedRow).where(_of(self._store.owner, session)))
