"""Counselor sessions: what was looked at and compared in them, their notes, and their passphrases."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _session(*, primary_key: bool = False) -> sa.Column[int]:
    session = sa.ForeignKey("session.id", ondelete="CASCADE")
    return sa.Column("session_id", sa.Integer, session, nullable=False, primary_key=primary_key, autoincrement=False)


def upgrade() -> None:
    """Make the tables of sessions; a list can belong to one."""
    op.create_table(
        "session",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        _session(),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "comparison",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        _session(),
        sa.Column("codes", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "session_notes",
        _session(primary_key=True),
        sa.Column("private", sa.Text, nullable=False),
        sa.Column("for_client", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_table(
        "protection",
        _session(primary_key=True),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("r", sa.Integer, nullable=False),
        sa.Column("p", sa.Integer, nullable=False),
        sa.Column("proof", sa.Text, nullable=False),
    )
    op.create_index("visit_session", "visit", ["session_id"])
    op.create_index("comparison_session", "comparison", ["session_id"])
    # Plain SQL: SQLite takes a reference in a new column, but no constraint afterwards.
    op.execute("ALTER TABLE saved_list ADD COLUMN session_id INTEGER REFERENCES session (id) ON DELETE CASCADE")
