"""The values that pass between the rooms: frozen dataclasses, one file a subject, without behaviour of their own."""
