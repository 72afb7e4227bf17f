"""The store behind the Protocols of ``bot.ports``. SQLite today; another database would be a room beside ``sqlite``."""
