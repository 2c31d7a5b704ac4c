package store

// LaterStep is a long step that a later version of the program may bring: it
// writes some megabytes. The tests kill the program in the middle of it.
const LaterStep = `CREATE TABLE later(id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
INSERT INTO later(body) WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
SELECT hex(zeroblob(150)) || i FROM n`

// LaterRows is how many rows the step writes.
const LaterRows = 10_000

// OpenLater opens a project as that later version does.
func OpenLater(path string, o Options) (*Store, error) {
	steps, err := declared()
	if err != nil {
		return nil, err
	}
	return open(path, o.completed(), append(steps, LaterStep))
}

// CountLater counts the rows of the step.
func (s *Store) CountLater() (count int, err error) {
	err = s.db.Raw("SELECT COUNT(*) FROM later").Scan(&count).Error
	return count, err
}
