"""Interest results; several counselors in one database, each of whom sees only what is theirs; a count of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_EARLIER = ("session", "session_notes", "protection", "visit", "comparison", "saved_list", "saved_career")
_MINE = "owner = current_user"
_IN_MY_SESSION = f"{_MINE} AND EXISTS (SELECT 1 FROM session WHERE session.id = session_id)"
_IN_NO_OR_MY_SESSION = f"{_MINE} AND (session_id IS NULL OR EXISTS (SELECT 1 FROM session WHERE session.id = session_id))"
# A row may only be put into what its owner can see; else a colleague's list could be filled from outside.
_MAY_WRITE = {
    "session": _MINE,
    "session_notes": _IN_MY_SESSION,
    "protection": _IN_MY_SESSION,
    "visit": _IN_MY_SESSION,
    "comparison": _IN_MY_SESSION,
    "saved_list": _IN_NO_OR_MY_SESSION,
    "saved_career": f"{_MINE} AND EXISTS (SELECT 1 FROM saved_list WHERE saved_list.id = list_id)",
    "interest_result": _IN_NO_OR_MY_SESSION,
    "change": _MINE,
}


def upgrade() -> None:
    """Give every row an owner (what is there belongs to the role that migrates) and make the two new tables."""
    for table in _EARLIER:
        op.add_column(table, sa.Column("owner", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "interest_result",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("owner", sa.Text, nullable=False, server_default=""),
        sa.Column("session_id", sa.Integer, sa.ForeignKey("session.id", ondelete="CASCADE")),
        sa.Column("realistic", sa.Integer, nullable=False),
        sa.Column("investigative", sa.Integer, nullable=False),
        sa.Column("artistic", sa.Integer, nullable=False),
        sa.Column("social", sa.Integer, nullable=False),
        sa.Column("enterprising", sa.Integer, nullable=False),
        sa.Column("conventional", sa.Integer, nullable=False),
        sa.Column("job_zone", sa.Integer),
        sa.Column("taken", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_index("session_owner", "session", ["owner"])
    op.create_index("saved_list_owner", "saved_list", ["owner", "session_id"])
    op.create_index("saved_career_owner", "saved_career", ["owner"])
    op.create_index("interest_result_owner", "interest_result", ["owner", "session_id"])
    if op.get_bind().dialect.name == "postgresql":
        _keep_owners_apart()


def _keep_owners_apart() -> None:
    """Row level security, also for the tables' owner. Whoever may connect to the database may keep a notebook in it."""
    for table in _EARLIER:
        op.execute(f"UPDATE {table} SET owner = current_user")
    for table, may_write in _MAY_WRITE.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_rows ON {table} USING ({_MINE}) WITH CHECK ({may_write})")
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO PUBLIC")
    op.execute("GRANT SELECT ON notebook_version TO PUBLIC")
