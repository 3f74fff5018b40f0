"""The tables of a notebook as they are now. How older ones become so is in `migrations`.

Every row has its owner: on PostgreSQL the role that keeps it, in a file or in memory "" (it is one person's). Occupations are
named by their O*NET-SOC code, so that any guide can lie beside the notebook. Times are UTC.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, ForeignKey, Identity, Index, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC: a timestamp with time zone on PostgreSQL, its digits without a zone in SQLite, which knows none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, as the database takes it."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Reads what the driver gives; thousands are read at once, so a text is parsed with its zone in one step."""
        return _from_digits if dialect.name == "sqlite" else _from_timestamp


def _from_digits(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


def _from_timestamp(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


class Base(DeclarativeBase):
    """Base of all tables of the notebook."""

    type_annotation_map: ClassVar[dict[type, object]] = {str: Text(), datetime: UtcTime()}


class _Kept:
    """A row with a number of its own, which is never given twice (what was removed comes back under its number)."""

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    owner: Mapped[str] = mapped_column(server_default="")


_NUMBERED = {"sqlite_autoincrement": True}


class SessionRow(_Kept, Base):
    """A counselor's session. `version` counts the changes of its label."""

    __tablename__ = "session"
    __table_args__ = (Index("session_owner", "owner"), _NUMBERED)
    label: Mapped[str]
    started: Mapped[datetime]
    last_used: Mapped[datetime]
    closed: Mapped[datetime | None]
    version: Mapped[int]


class NotesRow(Base):
    """The two texts of a session, sealed where the session is protected."""

    __tablename__ = "session_notes"
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    owner: Mapped[str] = mapped_column(server_default="")
    private: Mapped[str]
    for_client: Mapped[str]
    version: Mapped[int]


class ProtectionRow(Base):
    """How the passphrase of a protected session becomes its key (scrypt), and a sealed text that proves the key right."""

    __tablename__ = "protection"
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    owner: Mapped[str] = mapped_column(server_default="")
    salt: Mapped[bytes]
    n: Mapped[int]
    r: Mapped[int]
    p: Mapped[int]
    proof: Mapped[str]


class ListRow(_Kept, Base):
    """A list of saved careers, of a session or (None) outside any. `position` counts from 0 among the lists beside it."""

    __tablename__ = "saved_list"
    __table_args__ = (Index("saved_list_owner", "owner", "session_id"), _NUMBERED)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    name: Mapped[str]
    position: Mapped[int]
    version: Mapped[int]


class CareerRow(_Kept, Base):
    """An occupation in a list; `note` is sealed where the list's session is protected. `position` counts from 0 in the list."""

    __tablename__ = "saved_career"
    __table_args__ = (UniqueConstraint("list_id", "code"), Index("saved_career_owner", "owner"), _NUMBERED)
    list_id: Mapped[int] = mapped_column(ForeignKey("saved_list.id", ondelete="CASCADE"))
    code: Mapped[str]
    note: Mapped[str]
    colour: Mapped[str]
    position: Mapped[int]
    added: Mapped[datetime]
    version: Mapped[int]


class VisitRow(_Kept, Base):
    """An occupation that was looked at in a session."""

    __tablename__ = "visit"
    __table_args__ = (Index("visit_session", "session_id"), _NUMBERED)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    code: Mapped[str]
    at: Mapped[datetime]


class ComparisonRow(_Kept, Base):
    """Occupations that were compared in a session: their codes with spaces between."""

    __tablename__ = "comparison"
    __table_args__ = (Index("comparison_session", "session_id"), _NUMBERED)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    codes: Mapped[str]
    at: Mapped[datetime]


class ResultRow(_Kept, Base):
    """Six interest scores (0–40 each) of a session's client or (None) of the person."""

    __tablename__ = "interest_result"
    __table_args__ = (Index("interest_result_owner", "owner", "session_id"), _NUMBERED)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    realistic: Mapped[int]
    investigative: Mapped[int]
    artistic: Mapped[int]
    social: Mapped[int]
    enterprising: Mapped[int]
    conventional: Mapped[int]
    job_zone: Mapped[int | None]
    taken: Mapped[datetime]
    source: Mapped[str]


class OwnSkillsRow(_Kept, Base):
    """The levels that a session's client or (None) the person rated; at most one row of each.

    `levels` is one text (`pairs`), sealed where the session is protected.
    """

    __tablename__ = "own_skills"
    __table_args__ = (Index("own_skills_owner", "owner", "session_id"), _NUMBERED)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    levels: Mapped[str]


class PausedRow(_Kept, Base):
    """The inventory that a session's client or (None) the person interrupted; at most one row of each.

    `answers` is one text (`pairs`), sealed where the session is protected.
    """

    __tablename__ = "paused_inventory"
    __table_args__ = (Index("paused_inventory_owner", "owner", "session_id"), _NUMBERED)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    inventory: Mapped[str]
    version: Mapped[int]
    short: Mapped[bool]
    answers: Mapped[str]
    at: Mapped[datetime]


class ChangeRow(Base):
    """How many transactions have changed an owner's rows: tells one window that another has written."""

    __tablename__ = "change"
    owner: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
