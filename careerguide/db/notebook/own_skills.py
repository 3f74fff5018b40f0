"""The levels of skills and knowledge that the person, or a session's client, says to have: one text of each, sealed as one."""

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from careerguide.db.notebook.keyring import Keyring
from careerguide.db.notebook.models import OwnSkillsRow
from careerguide.db.notebook.pairs import Pairs, pairs_in, pairs_text
from careerguide.db.notebook.session_rows import touch
from careerguide.db.notebook.store import Store
from careerguide.db.notebook.traces import Traces
from careerguide.db.notebook.vault import Seal


def _of(owner: str, session: int | None) -> ColumnElement[bool]:
    return (OwnSkillsRow.owner == owner) & (OwnSkillsRow.session_id == session)  # None becomes IS NULL


def _place(session: int | None) -> str:
    return f"own_skills/{session}/levels"


def read_own_skills(connection: Connection, owner: str, session: int | None, seal: Seal) -> Pairs:
    """The element IDs that were rated, in order, each with its level (0–7)."""
    stored = connection.execute(select(OwnSkillsRow.levels).where(_of(owner, session))).scalar()
    return () if stored is None else pairs_in(seal.open(stored, _place(session)))


def store_own_skills(connection: Connection, owner: str, session: int | None, levels: Pairs, seal: Seal) -> None:
    """Store the levels in place of those that are there; nothing is stored of none."""
    connection.execute(delete(OwnSkillsRow).where(_of(owner, session)))
    if levels:
        row = {"owner": owner, "session_id": session, "levels": seal.close(pairs_text(levels), _place(session))}
        connection.execute(insert(OwnSkillsRow).values(row))


class OwnSkills:
    """The levels of a session's client, or of the person (None), by element ID.

    All methods raise children of `NotebookError`: `NotebookConflict` where the session is gone, `NotebookError` where it is locked.
    """

    def __init__(self, store: Store, keyring: Keyring, traces: Traces) -> None:
        self._store = store
        self._keyring = keyring
        self._traces = traces

    def levels(self, session: int | None = None) -> dict[str, int]:
        """What is kept: levels of 0–7. An element that is not in it was not rated."""
        with self._store.reading() as connection:
            seal = self._keyring.seal(connection, session)
            return dict(read_own_skills(connection, self._store.owner, session, seal))

    def write(self, element_id: str, level: int | None, session: int | None = None) -> None:
        """Keep the level (0–7) of an element, or none any more (None). The others stay, also what another window has changed."""
        with self._store.writing() as connection:
            seal = self._keyring.seal(connection, session)
            touch(connection, self._store.owner, session)
            levels = dict(read_own_skills(connection, self._store.owner, session, seal))
            levels.pop(element_id, None)
            if level is not None:
                levels[element_id] = level
            store_own_skills(connection, self._store.owner, session, tuple(sorted(levels.items())), seal)

    def delete_all(self, session: int | None = None) -> None:
        """Delete the levels for good, as `Sessions.delete` does."""
        with self._store.writing() as connection:
            self._keyring.seal(connection, session)
            connection.execute(delete(OwnSkillsRow).where(_of(self._store.owner, session)))
            self._traces.mark(connection)
        self._traces.clear()
