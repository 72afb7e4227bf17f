"""One file a subject. A handler takes the rooms and a request and gives a screen; it knows nothing of Telegram's client."""
