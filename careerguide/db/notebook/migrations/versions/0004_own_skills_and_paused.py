"""What a person says to be able to do, and an interest inventory that was interrupted."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TABLES = ("own_skills", "paused_inventory")
_MINE = "owner = current_user"
_IN_NO_OR_MY_SESSION = f"{_MINE} AND (session_id IS NULL OR EXISTS (SELECT 1 FROM session WHERE session.id = session_id))"


def _make(table: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("owner", sa.Text, nullable=False, server_default=""),
        sa.Column("session_id", sa.Integer, sa.ForeignKey("session.id", ondelete="CASCADE")),
        *columns,
        sqlite_autoincrement=True,
    )
    op.create_index(f"{table}_owner", table, ["owner", "session_id"])


def upgrade() -> None:
    """Make the two tables; on PostgreSQL each counselor sees only what is theirs, as in all others."""
    _make("own_skills", sa.Column("levels", sa.Text, nullable=False))
    _make(
        "paused_inventory",
        sa.Column("inventory", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("short", sa.Boolean, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in _TABLES:
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY own_rows ON {table} USING ({_MINE}) WITH CHECK ({_IN_NO_OR_MY_SESSION})")
            op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO PUBLIC")
