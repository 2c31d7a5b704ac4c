package store

import (
	"context"
	"fmt"
	"path/filepath"

	"gorm.io/gorm"

	"glossator/models/store/engine"
)

// Holding is what a project or a backup of it holds, so that two can be
// compared at a glance. What is deleted does not count.
type Holding struct {
	Articles    int
	Annotations int
	ChangedAt   int64 // milliseconds, of the last line of history; 0: none
}

// Holding counts what the project holds.
func (s *Store) Holding(ctx context.Context) (h Holding, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		h, err = holding(tx)
		return err
	})
	return h, err
}

// Look counts what a project file holds that is not open, such as a backup;
// an older version of the program may have made it. The errors are those of
// [Open].
func Look(path string) (h Holding, err error) {
	db, err := lookInto(path)
	if err != nil {
		return h, err
	}
	defer func() { err = engine.Explain(closing(err, db), path) }()
	return holding(db)
}

// lookInto opens a file for reading that no window has open.
func lookInto(path string) (*gorm.DB, error) {
	if _, err := engine.ReadHeader(path, applicationID); err != nil {
		return nil, err
	}
	db, err := engine.Open(path, engine.ReadOnly, engine.Settings())
	return db, engine.Explain(err, path)
}

func holding(tx *gorm.DB) (h Holding, err error) {
	// Columns of the first version only: a backup may be that old.
	h, _, err = first(tx, func(r *row, h *Holding) error { return r.Scan(&h.Articles, &h.Annotations, &h.ChangedAt) },
		`SELECT (SELECT COUNT(*) FROM articles WHERE deleted_at IS NULL),
		(SELECT COUNT(*) FROM annotations n JOIN sentences s ON s.id = n.sentence_id JOIN articles a ON a.id = s.article_id
			WHERE n.deleted_at IS NULL AND s.retired_at IS NULL AND a.deleted_at IS NULL),
		(SELECT COALESCE(MAX(h.at), 0) FROM history h WHERE h.seq = (SELECT MAX(m.seq) FROM history m))`)
	return h, err
}

// RestoreBackup copies a backup to dest, which must not be there, and checks the
// copy before it gets its name. Neither the backup nor any other project is
// touched. The errors are those of [Store.Backup], and those of [Open] for a
// backup that is none.
func RestoreBackup(backup, dest string) error {
	return engine.Explain(restoreBackup(backup, dest), dest)
}

func restoreBackup(backup, dest string) error {
	if _, err := engine.ReadHeader(backup, applicationID); err != nil {
		return err
	}
	dest, err := realPath(dest)
	if err != nil {
		return err
	}
	if err := vacant(dest); err != nil {
		return err
	}
	return drafted(dest, copyFolder, func(draft string) error {
		if err := engine.CopyFile(backup, draft); err != nil {
			return fmt.Errorf("copy the backup: %w", err)
		}
		return checkCopy(draft, filepath.Base(dest))
	})
}
