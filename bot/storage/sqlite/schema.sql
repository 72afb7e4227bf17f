-- Articles, their briefs, and the indexes that find them. Times are microseconds since 1970, UTC.

CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: old buttons carry it
    url TEXT,                              -- NULL when there is none; an address identifies an article
    fingerprint TEXT NOT NULL,             -- a digest of the folded title and text
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    published INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    topics TEXT NOT NULL,                  -- slugs, best first, parted by spaces
    origin TEXT NOT NULL,
    author TEXT NOT NULL,
    image_url TEXT NOT NULL,
    added INTEGER NOT NULL,
    story_id INTEGER NOT NULL,             -- its own id when it stands alone
    text TEXT NOT NULL                     -- last, so that a list reads past no text
) STRICT;
CREATE UNIQUE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_fingerprint ON articles (fingerprint);
CREATE INDEX articles_by_time ON articles (published, id);
CREATE INDEX articles_times ON articles (id, published, story_id);  -- what ranks many hits, without reading their rows
CREATE INDEX articles_by_story ON articles (story_id, published);

CREATE TABLE article_versions (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    replaced INTEGER NOT NULL              -- when a later version took its place
) STRICT;
CREATE INDEX versions_by_article ON article_versions (article_id, id);

CREATE TABLE article_topics (
    topic TEXT NOT NULL,
    published INTEGER NOT NULL,            -- the article's, so that a topic's newest are one walk along the key
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (topic, published, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX topics_by_article ON article_topics (article_id);

CREATE VIEW headlines AS SELECT id, title, source, published, topics, dated FROM articles;

-- A story stands once in a list: by the fullest article of its newest day; in a topic's list, by that of those of the topic.
-- A day begins at midnight in Tehran, 12,600 seconds before UTC's.
CREATE VIEW story_fronts AS
SELECT a.* FROM articles AS a
WHERE NOT EXISTS (
    SELECT 1 FROM articles AS b
    WHERE b.story_id = a.story_id AND b.published >= ((a.published + 12600000000) / 86400000000 + 1) * 86400000000 - 12600000000
) AND NOT EXISTS (
    SELECT 1 FROM articles AS b
    WHERE b.story_id = a.story_id AND b.published >= (a.published + 12600000000) / 86400000000 * 86400000000 - 12600000000
    AND b.id <> a.id AND (length(b.text), -b.id) > (length(a.text), -a.id)
);
CREATE VIEW topic_fronts AS
SELECT t.topic, t.published, t.article_id FROM article_topics AS t JOIN articles AS a ON a.id = t.article_id
WHERE NOT EXISTS (
    SELECT 1 FROM articles AS b JOIN article_topics AS x
    ON x.topic = t.topic AND x.published = b.published AND x.article_id = b.id
    WHERE b.story_id = a.story_id AND b.published >= ((a.published + 12600000000) / 86400000000 + 1) * 86400000000 - 12600000000
) AND NOT EXISTS (
    SELECT 1 FROM articles AS b JOIN article_topics AS x
    ON x.topic = t.topic AND x.published = b.published AND x.article_id = b.id
    WHERE b.story_id = a.story_id AND b.published >= (a.published + 12600000000) / 86400000000 * 86400000000 - 12600000000
    AND b.id <> a.id AND (length(b.text), -b.id) > (length(a.text), -a.id)
);

CREATE TABLE briefs (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    sentences TEXT NOT NULL                -- a JSON list
) STRICT;

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,              -- the folded name, or the folded role of somebody without one
    name TEXT NOT NULL,
    named INTEGER NOT NULL,                -- whether it is a name
    family TEXT NOT NULL,                  -- the last term of the key
    quotes INTEGER NOT NULL DEFAULT 0      -- how many quotations are stored
) STRICT;
CREATE INDEX people_by_family ON people (family, quotes);

CREATE TABLE person_words (
    word TEXT NOT NULL,                    -- a term of the name or of a role
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (word, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_words_by_person ON person_words (person_id);

CREATE TABLE person_roles (
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    times INTEGER NOT NULL,                -- how many articles gave this role
    PRIMARY KEY (person_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotations (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,             -- its place in the order of the text
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    mention TEXT NOT NULL,
    cue TEXT NOT NULL,
    kind TEXT NOT NULL,
    marked INTEGER NOT NULL,
    key INTEGER NOT NULL,                  -- whether the brief shows it
    shown_chars INTEGER NOT NULL,          -- how many of its characters the brief shows; 0 for all
    person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
    published INTEGER NOT NULL,            -- the article's
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotations_by_person ON quotations (person_id, published, article_id, position) WHERE person_id IS NOT NULL;

CREATE TABLE title_words (
    word TEXT PRIMARY KEY,                 -- a term of some title
    stem TEXT NOT NULL,
    articles INTEGER NOT NULL              -- in how many titles it stands
) STRICT, WITHOUT ROWID;
CREATE INDEX title_words_by_stem ON title_words (stem);

CREATE TABLE title_slips (
    slip TEXT NOT NULL,                    -- the word without one of its letters
    word TEXT NOT NULL,
    PRIMARY KEY (slip, word)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE names USING fts5 (title, lead, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3 4');

CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 0');

CREATE VIRTUAL TABLE words_terms USING fts5vocab (words, row);

CREATE TABLE chats (
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,            -- 0 where there is no forum topic
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (chat_id, thread_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    sentences TEXT NOT NULL,               -- a JSON list
    quotes TEXT NOT NULL,                  -- a JSON list
    kept INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_texts_by_time ON kept_texts (kept);

CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    topic TEXT NOT NULL,                   -- the desk it is of; '' for all
    rules TEXT NOT NULL,                   -- the page family; '' finds it out
    paused INTEGER NOT NULL,
    due INTEGER NOT NULL,                  -- when it is to be fetched next; 0 is at once
    period INTEGER NOT NULL,               -- microseconds between two fetches
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    changed INTEGER,
    reached INTEGER,
    failures INTEGER NOT NULL,
    failing_since INTEGER,                 -- NULL while all is well
    problem TEXT NOT NULL,
    reported INTEGER NOT NULL              -- whether the owner has been told
) STRICT;
CREATE INDEX feeds_by_due ON feeds (due) WHERE paused = 0;

CREATE TABLE feed_entries (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    key TEXT NOT NULL,                     -- tells an item from the others of its feed
    digest TEXT NOT NULL,                  -- of all that the item says
    url TEXT NOT NULL,                     -- under which its article is stored; '' when it has none
    seen INTEGER NOT NULL,                 -- when a fetch last had it
    PRIMARY KEY (feed_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_keys (
    key INTEGER NOT NULL,                  -- two articles that share one may tell the same story
    published INTEGER NOT NULL,            -- the article's
    article_id INTEGER NOT NULL,
    PRIMARY KEY (key, published, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_sketches (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    sketch BLOB NOT NULL                   -- what it is compared by; bot/ingest/minhash.py packs it
) STRICT;

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
    article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,  -- NULL when it is gone
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

CREATE TABLE told_to_wait (
    chat_id INTEGER PRIMARY KEY,
    until INTEGER NOT NULL                 -- nothing is sent to the chat before
) STRICT;

CREATE TABLE starts (
    what TEXT PRIMARY KEY                  -- what a store is given once in its life
) STRICT, WITHOUT ROWID;
