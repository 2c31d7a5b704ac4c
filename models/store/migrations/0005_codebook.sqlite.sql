-- Projects kept the codebook that they were made with as JSON.
CREATE TEMP TABLE made_with AS SELECT json_extract(l.value, '$.key') AS key, l.value AS book
  FROM meta m, json_each(CASE WHEN json_valid(m.value) THEN m.value ELSE '{}' END, '$.labels') l WHERE m.key = 'codebook';
UPDATE labels SET badge = COALESCE(json_extract(w.book, '$.badge'), ''),
  wording = json_object('include', json_extract(w.book, '$.include'), 'exclude', json_extract(w.book, '$.exclude'),
    'positive', json_extract(w.book, '$.positive'), 'negative', json_extract(w.book, '$.negative'))
  FROM made_with w WHERE w.key = labels.key;
UPDATE label_fields SET hint = COALESCE(json_extract(f.value, '$.hint'), ''), row_group = COALESCE(json_extract(f.value, '$.group'), '')
  FROM made_with w, json_each(w.book, '$.fields') f, labels l
  WHERE l.key = w.key AND l.id = label_fields.label_id AND json_extract(f.value, '$.key') = label_fields.key;
DROP TABLE made_with;

INSERT INTO codebooks(uid, project_id, general, tie_breaks, version)
  SELECT 'cb-' || substr(j.uid, 4), j.id,
    COALESCE((SELECT json_extract(m.value, '$.general') FROM meta m WHERE m.key = 'codebook' AND json_valid(m.value)), '[]'),
    COALESCE((SELECT json_extract(m.value, '$.tie_breaks') FROM meta m WHERE m.key = 'codebook' AND json_valid(m.value)), '[]'),
    j.version FROM projects j;
DELETE FROM meta WHERE key = 'codebook';
