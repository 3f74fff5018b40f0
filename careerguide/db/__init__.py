"""The guide file: its tables, how it is built, and how it is read."""
