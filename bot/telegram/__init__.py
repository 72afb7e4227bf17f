"""The chat: handlers, screens, keyboards and every Persian sentence a reader sees. The only room that imports telegram."""
