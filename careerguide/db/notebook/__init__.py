"""The notebook: what a person keeps, in a SQLite file, in memory, or on a district's PostgreSQL server."""
