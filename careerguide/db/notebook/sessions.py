"""A counselor's sessions with clients: what was looked at, compared, saved and noted in each."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from careerguide.db.notebook import session_rows
from careerguide.db.notebook.faults import CHANGED_ELSEWHERE, in_words
from careerguide.db.notebook.keyring import Keyring
from careerguide.db.notebook.models import ComparisonRow, SessionRow, VisitRow
from careerguide.db.notebook.own_skills import read_own_skills, store_own_skills
from careerguide.db.notebook.paused import read_paused, store_paused
from careerguide.db.notebook.results import read_results
from careerguide.db.notebook.saved_rows import read_lists, reseal_notes
from careerguide.db.notebook.session_rows import find_session, now, touch
from careerguide.db.notebook.store import Store
from careerguide.db.notebook.texts import name_to_keep, note_to_keep
from careerguide.db.notebook.traces import Traces
from careerguide.db.notebook.vault import UNSEALED, new_protection, open_protection
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookConflict
from careerguide.domain.language import translate
from careerguide.domain.notebook import Session, SessionNotes, SessionRecord, is_doubtful


class Sessions:
    """The sessions of one counselor.

    All methods raise children of `NotebookError`: `NotebookConflict` where a session is gone, or `version` is not its version any
    more, because another window has changed it; `NotebookError` where what is asked for is locked.
    """

    def __init__(self, store: Store, keyring: Keyring, traces: Traces) -> None:
        self._store = store
        self._owner = store.owner
        self._keyring = keyring
        self._traces = traces

    def all(self) -> tuple[Session, ...]:
        """All sessions, the one used last first."""
        with self._store.reading() as connection:
            return session_rows.find_sessions(connection, self._owner)

    def start(self, label: str, passphrase: str | None = None) -> Session:
        """Begin a session; with a passphrase it is protected, and unlocked."""
        kept = name_to_keep(label)
        protection, seal = (None, UNSEALED) if passphrase is None else new_protection(passphrase)
        with self._store.writing() as connection:
            number = session_rows.insert_session(connection, self._owner, kept)
            session_rows.store_protection(connection, self._owner, number, protection)
            session_rows.insert_notes(connection, self._owner, number, seal)
            session = find_session(connection, self._owner, number)
        self._keyring.keep(number, seal)
        return session

    def unlock(self, session_id: int, passphrase: str) -> None:
        """Keep the key of a protected session until it is locked or closed. Raises `WrongPassphrase`.

        Every try takes the same time, whatever is wrong with it.
        """
        with self._store.reading() as connection:
            protection = self._keyring.protection(connection, session_id)
        if protection is not None:
            with in_words(self._store.where):
                self._keyring.keep(session_id, open_protection(protection, passphrase))

    def lock(self, session_id: int) -> None:
        """Forget the key of a session."""
        self._keyring.drop(session_id)

    def protect(self, session_id: int, passphrase: str | None) -> Session:
        """Give a session a passphrase, another one or (None) none any more: all that is sealed is sealed anew, in one transaction.

        It must be unlocked. What was stored before, readable or under the old passphrase, is cleared away as after `delete`.
        """
        protection, new = (None, UNSEALED) if passphrase is None else new_protection(passphrase)
        with self._store.writing() as connection:
            old = self._keyring.seal(connection, session_id)
            notes = session_rows.read_notes(connection, self._owner, session_id, old)
            session_rows.store_notes(connection, self._owner, session_id, notes, notes.version, new)
            reseal_notes(connection, self._owner, session_id, old, new)
            levels = read_own_skills(connection, self._owner, session_id, old)
            store_own_skills(connection, self._owner, session_id, levels, new)
            paused = read_paused(connection, self._owner, session_id, old)
            if paused is not None:
                store_paused(connection, self._owner, session_id, paused, new)
            session_rows.store_protection(connection, self._owner, session_id, protection)
            self._traces.mark(connection)
            session = find_session(connection, self._owner, session_id)
        self._keyring.keep(session_id, new)
        self._traces.clear()
        return session

    def resume(self, session_id: int) -> Session:
        """Go on with a session: it is not closed any more, and was used now."""
        return self._mark(session_id, closed=None)

    def close(self, session_id: int) -> Session:
        """End a session, and lock it."""
        self._keyring.drop(session_id)
        return self._mark(session_id, closed=now())

    def rename(self, session_id: int, label: str, version: int) -> Session:
        """Give a session another label."""
        kept = name_to_keep(label)
        with self._store.writing() as connection:
            its = (SessionRow.id == session_id, SessionRow.owner == self._owner, SessionRow.version == version)
            if connection.execute(update(SessionRow).where(*its).values(label=kept, version=version + 1)).rowcount != 1:
                raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))
            return find_session(connection, self._owner, session_id)

    def visit(self, session_id: int, code: OnetSocCode) -> None:
        """Note that an occupation was looked at."""
        with self._store.writing() as connection:
            touch(connection, self._owner, session_id)
            row = {"owner": self._owner, "session_id": session_id, "code": code, "at": now()}
            connection.execute(insert(VisitRow).values(row))

    def compared(self, session_id: int, codes: Sequence[OnetSocCode]) -> None:
        """Note that occupations were put side by side."""
        with self._store.writing() as connection:
            touch(connection, self._owner, session_id)
            row = {"owner": self._owner, "session_id": session_id, "codes": " ".join(codes), "at": now()}
            connection.execute(insert(ComparisonRow).values(row))

    def notes(self, session_id: int) -> SessionNotes:
        """The two notes of a session."""
        with self._store.reading() as connection:
            seal = self._keyring.seal(connection, session_id)
            return session_rows.read_notes(connection, self._owner, session_id, seal)

    def write_notes(self, session_id: int, private: str, for_client: str, version: int) -> SessionNotes:
        """Write both notes anew."""
        notes = SessionNotes(note_to_keep(private), note_to_keep(for_client), version + 1)
        with self._store.writing() as connection:
            seal = self._keyring.seal(connection, session_id)
            touch(connection, self._owner, session_id)
            session_rows.store_notes(connection, self._owner, session_id, notes, version, seal)
        return notes

    def record(self, session_id: int) -> SessionRecord:
        """Everything that is kept of a session."""
        with self._store.reading() as connection:
            seal = self._keyring.seal(connection, session_id)
            return SessionRecord(
                find_session(connection, self._owner, session_id),
                session_rows.read_notes(connection, self._owner, session_id, seal),
                session_rows.read_visits(connection, self._owner, session_id),
                session_rows.read_comparisons(connection, self._owner, session_id),
                read_lists(connection, self._owner, session_id, seal),
                read_results(connection, self._owner, session_id),
                read_own_skills(connection, self._owner, session_id, seal),
                read_paused(connection, self._owner, session_id, seal),
            )

    def delete(self, session_ids: Sequence[int]) -> None:
        """Delete sessions for good, with everything in them. Those that are gone already are passed over.

        In a file the pages are overwritten, the file is rebuilt, its log emptied, one fresh backup takes the place of all
        backups, and earlier contents that were put aside go too. A server sees to its own disk and backups.
        """
        with self._store.writing() as connection:
            those = (SessionRow.id.in_(session_ids), SessionRow.owner == self._owner)
            connection.execute(delete(SessionRow).where(*those))
            self._traces.mark(connection)
        for session_id in session_ids:
            self._keyring.drop(session_id)
        self._traces.clear()

    def forget_older_than(self, days: int, now: datetime) -> int:
        """Delete closed sessions last used more than `days` days before `now`, for good. Returns how many.

        Sessions whose last use is doubtful, since the clock was wrong then, count as used now.
        """
        doubtful = [session.id for session in self.all() if is_doubtful(session.last_used, now)]
        if doubtful:
            with self._store.writing() as connection:
                those = (SessionRow.owner == self._owner, SessionRow.id.in_(doubtful))
                connection.execute(update(SessionRow).where(*those).values(last_used=now))
        with self._store.reading() as connection:
            old = (SessionRow.closed.is_not(None), SessionRow.last_used < now - timedelta(days=days))
            chosen = select(SessionRow.id).where(SessionRow.owner == self._owner, *old)
            forgotten = connection.execute(chosen).scalars().all()
        if forgotten:
            self.delete(forgotten)
        return len(forgotten)

    def _mark(self, session_id: int, closed: datetime | None) -> Session:
        with self._store.writing() as connection:
            touch(connection, self._owner, session_id)
            its = (SessionRow.id == session_id, SessionRow.owner == self._owner)
            connection.execute(update(SessionRow).where(*its).values(closed=closed))
            return find_session(connection, self._owner, session_id)
