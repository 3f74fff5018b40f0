"""Which seal a session's texts have: none, or the key of its passphrase while it is unlocked."""

from sqlalchemy import Connection, select

from careerguide.db.notebook.faults import CHANGED_ELSEWHERE
from careerguide.db.notebook.models import ProtectionRow, SessionRow
from careerguide.db.notebook.vault import UNSEALED, Key, Protection, Seal, Unsealed
from careerguide.domain.errors import NotebookConflict, NotebookError
from careerguide.domain.language import translate


class Keyring:
    """The keys of the sessions that are unlocked in this window, in memory alone."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._keys: dict[int, Key] = {}

    def protection(self, connection: Connection, session: int) -> Protection | None:
        """How a session is protected, None if it is not. Raises `NotebookConflict` if there is no such session."""
        row = ProtectionRow
        found = connection.execute(
            select(row.salt, row.n, row.r, row.p, row.proof)
            .join_from(SessionRow, row, row.session_id == SessionRow.id, isouter=True)
            .where(SessionRow.id == session, SessionRow.owner == self._owner)
        ).first()
        if found is None:
            raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))
        return None if found.salt is None else Protection(*found)

    def seal(self, connection: Connection, session: int | None) -> Seal:
        """The seal of a session's texts (None: outside any session).

        Raises `NotebookError` if it is locked: it was not unlocked here, or another window has changed the passphrase.
        """
        protection = None if session is None else self.protection(connection, session)
        if session is None or protection is None:
            return UNSEALED
        key = self._keys.get(session)
        if key is None or key.salt != protection.salt:
            raise NotebookError(translate("Notebook", "This session is locked; enter its passphrase to open it."))
        return key

    def keep(self, session: int, seal: Key | Unsealed) -> None:
        """Unlock a session; where it is not protected there is nothing to keep."""
        self.drop(session)
        if isinstance(seal, Key):
            self._keys[session] = seal

    def drop(self, session: int) -> None:
        """Lock a session."""
        self._keys.pop(session, None)

    def drop_all(self) -> None:
        """Lock all sessions."""
        self._keys.clear()
