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
CREATE INDEX articles_times ON articles (id, published);  -- the times of many hits, without reading their rows
CREATE INDEX articles_by_story ON articles (story_id);

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

CREATE VIEW headlines AS SELECT id, title, source, published, topics FROM articles;

-- A story stands once in a list: by its fullest article; in a topic's list, by the fullest of those of the topic.
CREATE VIEW story_fronts AS
SELECT a.* FROM articles AS a
WHERE NOT EXISTS (
    SELECT 1 FROM articles AS b
    WHERE b.story_id = a.story_id AND b.id <> a.id AND (length(b.text), -b.id) > (length(a.text), -a.id)
);
CREATE VIEW topic_fronts AS
SELECT t.topic, t.published, t.article_id FROM article_topics AS t JOIN articles AS a ON a.id = t.article_id
WHERE NOT EXISTS (
    SELECT 1 FROM articles AS b JOIN article_topics AS x
    ON x.topic = t.topic AND x.published = b.published AND x.article_id = b.id
    WHERE b.story_id = a.story_id AND b.id <> a.id AND (length(b.text), -b.id) > (length(a.text), -a.id)
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
    zone TEXT NOT NULL,
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
