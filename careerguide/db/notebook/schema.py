"""Which tables a database has, and bringing them to what the program needs."""

import re
from pathlib import Path

from sqlalchemy import Connection, inspect

HEAD = "0004"
"""The newest revision in `migrations/versions`; what `models` describes. They are numbered from 0001."""

VERSION_TABLE = "notebook_version"
READ_REVISION = f"SELECT version_num FROM {VERSION_TABLE}"
APPLICATION_ID = 0x43474E42  # “CGNB”, in the header of a file: tells a notebook from any other SQLite file

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x43474E42


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables, None where there are none yet. Plain SQL: Alembic takes a third of a second to import."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    revision = connection.exec_driver_sql(READ_REVISION).scalar()
    return None if revision is None else str(revision)


def is_newer(revision: str) -> bool:
    """Whether tables of that revision were made by a newer version of the program."""
    return is_revision(revision) and revision > HEAD


def is_revision(text: str) -> bool:
    """Whether this can be the name of a revision, of this version of the program or a newer one."""
    return re.fullmatch(r"[0-9]{4}", text) is not None and text > "0000"


def migrate(connection: Connection, revision: str = HEAD) -> None:
    """Make or change the tables, up to `revision`, in the transaction that `connection` is in: all of it or nothing.

    On PostgreSQL a second program that begins at the same time waits here, and then finds nothing left to do.
    """
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
