"""Gozideh, the Telegram bot around ``summarizer``."""
