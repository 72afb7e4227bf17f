-- Lists say whether the time of an article is its outlet's own.

DROP VIEW headlines;
CREATE VIEW headlines AS SELECT id, title, source, published, topics, dated FROM articles;
