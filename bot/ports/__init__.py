"""The Protocols between the rooms, one file a subject, with their errors and units. ``Store`` gathers those of the store.

Every method is a coroutine. Times are aware UTC. A method that is given an id no row has returns None or an empty value; it does
not raise. ``StoreError`` (bot.errors) is the only error that crosses.
"""
