"""The history of the notebook's tables (Alembic). A new notebook is made by running through it."""
