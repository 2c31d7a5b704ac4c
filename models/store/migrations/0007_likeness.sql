-- By what near-identical texts are found. An article that
-- was added before this step has no row until the next import.
CREATE TABLE signatures(
  article_id {INT} PRIMARY KEY REFERENCES articles(id) ON DELETE RESTRICT, signature {BYTES} NOT NULL){S};
CREATE INDEX ix_articles_url ON articles(url) WHERE url<>'';

-- The rules that cut a block into sentences: empty when somebody did by hand,
-- NULL when they are those of the article.
ALTER TABLE blocks ADD COLUMN segmenter TEXT;
UPDATE blocks SET segmenter = '' WHERE EXISTS (SELECT 1 FROM articles a
  JOIN history h ON h.entity_uid = 'sg-' || substr(a.uid, 4) || '-' || blocks.seq WHERE a.id = blocks.article_id);
