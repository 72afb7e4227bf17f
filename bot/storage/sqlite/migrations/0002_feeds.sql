-- Where articles come from, which items of a feed are known, and what tells that two articles are one story.

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
