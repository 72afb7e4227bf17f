-- A story stays told when the article it was told by is removed.

ALTER TABLE told RENAME TO told_before;
DROP INDEX told_by_chat;
DROP INDEX told_by_article;
CREATE TABLE told (
    story_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,
    words INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (story_id, chat_id, thread_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_by_chat ON told (chat_id, thread_id, at);
CREATE INDEX told_by_article ON told (article_id);
INSERT INTO told SELECT * FROM told_before;
DROP TABLE told_before;
