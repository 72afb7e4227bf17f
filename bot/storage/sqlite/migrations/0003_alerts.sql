CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,            -- 0 where there is no forum topic
    query TEXT NOT NULL,                   -- in canonical form
    created INTEGER NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,     -- by the chat's wish
    rests INTEGER NOT NULL DEFAULT 0,      -- because the chat could not be written to
    UNIQUE (chat_id, thread_id, query)
) STRICT;

CREATE TABLE wishes (
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    zone TEXT NOT NULL,
    mode TEXT NOT NULL,
    digest_hours TEXT NOT NULL,            -- a JSON list of times
    quiet_from TEXT,
    quiet_to TEXT,
    silent INTEGER NOT NULL,
    paused_until INTEGER,
    PRIMARY KEY (chat_id, thread_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    story_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    due INTEGER NOT NULL,                  -- when it came about
    look_at INTEGER NOT NULL,              -- when it may be looked at; a lease moves this on
    development INTEGER NOT NULL,
    held INTEGER NOT NULL DEFAULT 0,       -- whether it was looked at and left for later, by the chat's wishes
    attempts INTEGER NOT NULL DEFAULT 0,
    UNIQUE (chat_id, thread_id, story_id)  -- what keeps a story from being sent twice
) STRICT;
CREATE INDEX outbox_by_time ON outbox (look_at);
CREATE INDEX outbox_by_article ON outbox (article_id);

CREATE TABLE outbox_causes (
    outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    PRIMARY KEY (outbox_id, subscription_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX causes_by_subscription ON outbox_causes (subscription_id);

CREATE TABLE told (
    story_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    words INTEGER NOT NULL,                -- of the longest article of the story that was sent
    at INTEGER NOT NULL,
    PRIMARY KEY (story_id, chat_id, thread_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_by_chat ON told (chat_id, thread_id, at);
CREATE INDEX told_by_article ON told (article_id);

CREATE TABLE brought (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (subscription_id, at, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX brought_by_article ON brought (article_id);
