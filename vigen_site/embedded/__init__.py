"""The embedded default: the database that a machine without an account keeps its records in."""
