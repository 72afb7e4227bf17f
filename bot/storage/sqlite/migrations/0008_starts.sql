-- A story's day is Tehran's, 12,600 seconds before UTC's: what is told after midnight there is today's.
-- A store is given its first feeds once, so that an operator who removes them all has none at the next start.

DROP VIEW story_fronts;
DROP VIEW topic_fronts;
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

CREATE TABLE starts (
    what TEXT PRIMARY KEY                  -- what a store is given once in its life
) STRICT, WITHOUT ROWID;
