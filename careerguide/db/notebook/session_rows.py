"""Rows of sessions, for all modules that keep something in one."""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from careerguide.db.notebook.faults import CHANGED_ELSEWHERE
from careerguide.db.notebook.models import ComparisonRow, NotesRow, ProtectionRow, SessionRow, VisitRow
from careerguide.db.notebook.vault import Protection, Seal
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import NotebookConflict
from careerguide.domain.language import translate
from careerguide.domain.notebook import Compared, Session, SessionNotes, Visit


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def find_sessions(connection: Connection, owner: str, *conditions: ColumnElement[bool]) -> tuple[Session, ...]:
    """The sessions for which the conditions hold, the one used last first."""
    row = SessionRow
    protected = ProtectionRow.session_id.is_not(None)
    chosen = (
        select(row.id, row.label, row.started, row.last_used, row.closed, protected, row.version)
        .join_from(row, ProtectionRow, ProtectionRow.session_id == row.id, isouter=True)
        .where(row.owner == owner, *conditions)
        .order_by(row.last_used.desc(), row.id.desc())
    )
    return tuple(Session(*found) for found in connection.execute(chosen).all())


def find_session(connection: Connection, owner: str, session: int) -> Session:
    """A session. Raises `NotebookConflict` if it is gone."""
    found = find_sessions(connection, owner, SessionRow.id == session)
    if not found:
        raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))
    return found[0]


def touch(connection: Connection, owner: str, session: int | None) -> None:
    """Note that a session is in use: something is being kept in it. None, outside any session, needs no note.

    Raises `NotebookConflict` if the session is gone.
    """
    if session is None:
        return
    used = update(SessionRow).where(SessionRow.id == session, SessionRow.owner == owner).values(last_used=now())
    if connection.execute(used).rowcount != 1:
        raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))


def insert_session(connection: Connection, owner: str, label: str) -> int:
    """Insert a session that begins now. Returns its number."""
    began = now()
    row = {"owner": owner, "label": label, "started": began, "last_used": began, "version": 1}
    return connection.execute(insert(SessionRow).values(row).returning(SessionRow.id)).scalar_one()


def store_protection(connection: Connection, owner: str, session: int, protection: Protection | None) -> None:
    """Store how a session is protected from now on, None for not at all."""
    connection.execute(delete(ProtectionRow).where(ProtectionRow.session_id == session, ProtectionRow.owner == owner))
    if protection is not None:
        values = {"salt": protection.salt, "n": protection.n, "r": protection.r, "p": protection.p, "proof": protection.proof}
        connection.execute(insert(ProtectionRow).values(values | {"session_id": session, "owner": owner}))


def _place(session: int, field: str) -> str:
    return f"session_notes/{session}/{field}"


def insert_notes(connection: Connection, owner: str, session: int, seal: Seal) -> None:
    """Insert the two notes of a new session, empty."""
    texts = {field: seal.close("", _place(session, field)) for field in ("private", "for_client")}
    connection.execute(insert(NotesRow).values({"session_id": session, "owner": owner, "version": 1, **texts}))


def read_notes(connection: Connection, owner: str, session: int, seal: Seal) -> SessionNotes:
    """The two notes of a session. Raises `NotebookConflict` if it is gone."""
    chosen = select(NotesRow.private, NotesRow.for_client, NotesRow.version)
    row = connection.execute(chosen.where(NotesRow.session_id == session, NotesRow.owner == owner)).first()
    if row is None:
        raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))
    private = seal.open(row.private, _place(session, "private"))
    return SessionNotes(private, seal.open(row.for_client, _place(session, "for_client")), row.version)


def store_notes(connection: Connection, owner: str, session: int, notes: SessionNotes, version: int, seal: Seal) -> None:
    """Store the notes in place of those of `version`. Raises `NotebookConflict` if those are not there any more."""
    its = (NotesRow.session_id == session, NotesRow.owner == owner, NotesRow.version == version)
    values = {
        "private": seal.close(notes.private, _place(session, "private")),
        "for_client": seal.close(notes.for_client, _place(session, "for_client")),
        "version": notes.version,
    }
    if connection.execute(update(NotesRow).where(*its).values(values)).rowcount != 1:
        raise NotebookConflict(translate("Notebook", CHANGED_ELSEWHERE))


def read_visits(connection: Connection, owner: str, session: int) -> tuple[Visit, ...]:
    """What was looked at in a session, oldest first."""
    chosen = select(VisitRow.code, VisitRow.at).where(VisitRow.session_id == session, VisitRow.owner == owner)
    return tuple(Visit(OnetSocCode(code), at) for code, at in connection.execute(chosen.order_by(VisitRow.at, VisitRow.id)))


def read_comparisons(connection: Connection, owner: str, session: int) -> tuple[Compared, ...]:
    """What was compared in a session, oldest first."""
    row = ComparisonRow
    chosen = select(row.codes, row.at).where(row.session_id == session, row.owner == owner).order_by(row.at, row.id)
    return tuple(Compared(tuple(map(OnetSocCode, codes.split())), at) for codes, at in connection.execute(chosen))
