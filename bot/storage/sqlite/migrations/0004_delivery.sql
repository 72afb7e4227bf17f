-- A chat's zone is one of its wishes; and what Telegram said about waiting outlives a restart.

ALTER TABLE chats DROP COLUMN zone;

CREATE TABLE told_to_wait (
    chat_id INTEGER PRIMARY KEY,
    until INTEGER NOT NULL                 -- nothing is sent to the chat before
) STRICT;
