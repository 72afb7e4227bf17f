"""Ranking: how much each sentence of an article deserves to be in its summary. One file a method."""
