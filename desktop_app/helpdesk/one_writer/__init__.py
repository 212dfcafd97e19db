"""A database for Django's settings: SQLite, where who writes waits for a turn."""
