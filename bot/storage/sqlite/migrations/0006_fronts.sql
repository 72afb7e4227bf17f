-- A story stands in lists by the fullest article of its newest day, so that what is told today does not sink to an earlier day;
-- search knows which hits tell one story.

DROP VIEW story_fronts;
DROP VIEW topic_fronts;
CREATE VIEW story_fronts AS
SELECT a.* FROM articles AS a
WHERE NOT EXISTS (
    SELECT 1 FROM articles AS b
    WHERE b.story_id = a.story_id AND b.published >= (a.published / 86400000000 + 1) * 86400000000
) AND NOT EXISTS (
    SELECT 1 FROM articles AS b
    WHERE b.story_id = a.story_id AND b.id <> a.id AND b.published >= a.published / 86400000000 * 86400000000
    AND (length(b.text), -b.id) > (length(a.text), -a.id)
);
CREATE VIEW topic_fronts AS
SELECT t.topic, t.published, t.article_id FROM article_topics AS t JOIN articles AS a ON a.id = t.article_id
WHERE NOT EXISTS (
    SELECT 1 FROM articles AS b JOIN article_topics AS x
    ON x.topic = t.topic AND x.published = b.published AND x.article_id = b.id
    WHERE b.story_id = a.story_id AND b.published >= (a.published / 86400000000 + 1) * 86400000000
) AND NOT EXISTS (
    SELECT 1 FROM articles AS b JOIN article_topics AS x
    ON x.topic = t.topic AND x.published = b.published AND x.article_id = b.id
    WHERE b.story_id = a.story_id AND b.id <> a.id AND b.published >= a.published / 86400000000 * 86400000000
    AND (length(b.text), -b.id) > (length(a.text), -a.id)
);

DROP INDEX articles_by_story;
CREATE INDEX articles_by_story ON articles (story_id, published);
DROP INDEX articles_times;
CREATE INDEX articles_times ON articles (id, published, story_id);
