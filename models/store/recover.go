package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

// Salvage is what became of a damaged project: what the new file holds, and a
// sentence for everything that could not be saved.
type Salvage struct {
	Holding Holding
	Lost    []models.Text
}

// Recover makes a new project at dest of what can be read of a damaged one,
// which is only read. Rows are copied around the damage; texts and sentences
// are healed from each other, and annotations and all else that has a history
// is brought to the state that the history says. The error has
// [models.CodeExists] when dest is there, [models.CodeDamaged] when no table
// can be found, and codes as of [Open] for a file that was
// never a project. o.Codebook fills in for a codebook that is lost.
func Recover(ctx context.Context, damaged, dest string, o Options) (Salvage, error) {
	r := &rescue{options: o.completed()}
	err := r.run(ctx, damaged, dest)
	return Salvage{Holding: r.holding, Lost: r.lost}, engine.Explain(err, damaged)
}

// rescue is one recovery under way.
type rescue struct {
	options Options
	store   *Store // the new file
	holding Holding
	lost    []models.Text
}

// losef notes what could not be saved.
//
//locale:format format
func (r *rescue) losef(format string, args ...any) {
	r.lost = append(r.lost, models.Textf(format, args...))
}

func (r *rescue) run(ctx context.Context, damaged, dest string) error {
	damaged, err := realPath(damaged)
	if err != nil {
		return err
	}
	if dest, err = realPath(dest); err != nil {
		return err
	}
	if err := vacant(dest); err != nil {
		return err
	}
	return drafted(dest, "~recover-*", func(draft string) error {
		patient := filepath.Join(filepath.Dir(draft), "damaged")
		if err := engine.CopyDamaged(damaged, patient, applicationID, projectName); err != nil {
			return err
		}
		return r.fill(ctx, patient, draft)
	})
}

// fill makes the new file.
func (r *rescue) fill(ctx context.Context, patient, draft string) (err error) {
	from, err := r.openPatient(patient)
	if err != nil {
		return err
	}
	defer func() { err = closing(err, from) }()
	if err := r.noteNewer(from); err != nil {
		return err
	}
	db, err := engine.Open(draft, engine.Create, engine.Settings())
	if err != nil {
		return fmt.Errorf("make the file: %w", err)
	}
	r.store = &Store{path: draft, db: db, options: r.options}
	defer func() { err = closing(err, db) }()
	// References may dangle until the end, and only the copy is worth a sync.
	if err := db.Exec("PRAGMA foreign_keys=0; PRAGMA synchronous=OFF").Error; err != nil {
		return fmt.Errorf("prepare the file: %w", err)
	}
	err = db.WithContext(ctx).Transaction(func(tx *gorm.DB) error { return r.copyRows(ctx, from, tx) })
	if err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{r.heal, r.replay, r.store.Reindex, r.examine} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// noteNewer says when a newer version made the file: what only that version
// knows stays there.
func (r *rescue) noteNewer(from *gorm.DB) error {
	steps, err := declared()
	if err != nil {
		return err
	}
	version, _, err := first(from, one[int], "PRAGMA user_version")
	if err == nil && version > steps.version() {
		r.losef("A newer version of this program made the file; what only that version knows was left out.")
	}
	return err
}

// copyRows copies all tables and makes sure that there is a project.
func (r *rescue) copyRows(ctx context.Context, from, to *gorm.DB) error {
	steps, err := declared()
	if err != nil {
		return err
	}
	if err := steps.apply(to, 0, steps.version()); err != nil {
		return err
	}
	tables, err := salvageable(to)
	if err != nil {
		return err
	}
	for _, table := range tables {
		v, err := salvage(ctx, from, to, table)
		if err != nil {
			return err
		}
		if v.damaged {
			r.losef("The table %s is damaged; %d of its rows could be read.", table, v.saved)
		}
		if v.refused > 0 && !v.damaged {
			r.losef("%d rows of the table %s are damaged.", v.refused, table)
		}
	}
	return r.ensureProject(to)
}

// ensureProject makes the row of the project, its labels and fields where they
// are lost. Their UIDs follow from the project's, which other rows may name.
func (r *rescue) ensureProject(to *gorm.DB) error {
	list, err := collect(to, func(row *row, p *models.Project) error {
		return row.Scan(&p.ID, &p.UID, &p.Name, &p.CodebookVersion, &p.CreatedAt, &p.Version)
	}, "SELECT id, uid, name, codebook_version, created_at, version FROM projects LIMIT 1")
	if err != nil {
		return err
	}
	now := r.options.Clock()
	project := models.Project{ID: 1, UID: newUID(models.PrefixProject), Name: "Recovered project",
		CodebookVersion: r.options.Codebook.Version, CreatedAt: now.UnixMilli(), Version: versionAt(now)}
	if len(list) == 1 {
		project = list[0]
	} else {
		r.losef("The name of the project is lost.")
		if err := to.Create(&project).Error; err != nil {
			return fmt.Errorf("make the project: %w", err)
		}
	}
	r.store.project = project
	if r.store.identity, err = os.Stat(r.store.path); err != nil {
		return fmt.Errorf("look at the file: %w", err)
	}
	if err := r.ensureLists(to); err != nil {
		return err
	}
	if err := r.ensureCodebook(to); err != nil {
		return err
	}
	return r.ensureLabels(to)
}

// ensureLists empties the lists of the codebook that damage made unreadable:
// they are JSON, and no rule of their tables says so.
func (r *rescue) ensureLists(to *gorm.DB) error {
	for _, at := range []struct{ table, column, empty string }{
		{"labels", "wording", "{}"}, {"codebooks", "general", "[]"}, {"codebooks", "tie_breaks", "[]"}, {"codebooks", "revisions", "[]"},
	} {
		done := to.Exec(fmt.Sprintf("UPDATE %s SET %s = ? WHERE NOT json_valid(%s) OR instr(%s, char(0)) > 0",
			at.table, at.column, at.column, at.column), at.empty)
		if done.Error != nil {
			return fmt.Errorf("empty damaged lists: %w", done.Error)
		}
		if done.RowsAffected > 0 {
			r.losef("The %s of %d %s in the codebook could not be read and is empty now.", at.column, done.RowsAffected, at.table)
		}
	}
	return nil
}

func (r *rescue) ensureCodebook(to *gorm.DB) error {
	_, found, err := first(to, one[int64], "SELECT id FROM codebooks")
	if err != nil || found {
		return err
	}
	r.losef("The rules for all labels were lost and are made anew from the program's codebook.")
	book := r.options.Codebook
	rules := codebookSnapshot{Version: cmp.Or(r.store.project.CodebookVersion, book.Version), General: book.General, TieBreaks: book.TieBreaks}
	return saveCodebook(to, codebookUID(r.store.project.UID), rules, stamp{version: r.store.project.Version})
}

func (r *rescue) ensureLabels(to *gorm.DB) error {
	for position, label := range r.options.Codebook.Labels {
		known, found, err := first(to, scanLabel, "SELECT "+labelColumns+" FROM labels l WHERE l.key = ?", label.Key)
		if err != nil {
			return err
		}
		if !found {
			r.losef("The label %s was lost and is made anew from the program's codebook.", label.Key)
			if err := seedLabel(to, r.store.project, position, label); err != nil {
				return err
			}
			continue
		}
		if err := r.ensureFields(to, known, snapshotOf(label, position).Fields); err != nil {
			return err
		}
	}
	return nil
}

func (r *rescue) ensureFields(to *gorm.DB, label models.Label, fields []fieldSnapshot) error {
	for position, field := range fields {
		_, found, err := first(to, one[int64], "SELECT id FROM label_fields WHERE label_id = ? AND key = ?", label.ID, field.Key)
		if err != nil {
			return err
		}
		if found {
			continue
		}
		r.losef("The field %s of the label %s was lost and is made anew.", field.Key, label.Key)
		uid := derivedUID(models.PrefixField, r.store.project.UID, label.Key, field.Key)
		if err := saveField(to, uid, label.UID, position, field, stamp{version: r.store.project.Version}); err != nil {
			return err
		}
	}
	return nil
}

// examine checks the new file and counts what it holds.
func (r *rescue) examine(ctx context.Context) error {
	findings, err := r.store.Check(ctx)
	if err != nil {
		return err
	}
	for _, f := range findings {
		r.lost = append(r.lost, f.Message)
	}
	r.holding, err = r.store.Holding(ctx)
	if err := errors.Join(err, r.store.db.Exec("PRAGMA foreign_keys=1; PRAGMA synchronous=EXTRA").Error); err != nil {
		return fmt.Errorf("finish the file: %w", err)
	}
	return nil
}
