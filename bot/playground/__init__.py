"""A Bot API server on this machine and a chat page in front of it: the bot without a token, for people and for tests.

Knows the Bot API and nothing of Gozideh: no article, no summary, no store.
"""
