"""Run by Alembic: migrates on the connection, and in the transaction, that `schema.migrate` hands over."""

from alembic import context

from careerguide.db.notebook.models import Base
from careerguide.db.notebook.schema import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata, version_table=VERSION_TABLE)
context.run_migrations()
