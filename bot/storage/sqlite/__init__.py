"""The store in one SQLite file: ``store.SqliteStore`` gathers the subjects, one file each, over one ``connection.Database``."""
