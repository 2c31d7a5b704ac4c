package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store/engine"
)

// MaxProjectName is the longest name of a project, in code points.
const MaxProjectName = 200

// Create makes a new project with the labels of [Options.Codebook] and opens
// it. The file appears under its name only when it is whole. The error has
// [models.CodeExists] when the name is taken, [models.CodeStray] when a
// journal of a file that is gone would be applied to the new one,
// [models.CodeNotFound] when the folder is missing, [models.CodeInvalid] for
// an empty name, [models.CodeReadOnly] when nothing may be made there.
func Create(path, name string, o Options) (*Store, error) {
	o = o.completed()
	name = strings.Join(strings.Fields(name), " ")
	if name == "" || len([]rune(name)) > MaxProjectName {
		return nil, models.Errorf(models.CodeInvalid, "The name of a project needs 1 to %d characters; choose another.", MaxProjectName)
	}
	path, err := realPath(path)
	if err != nil {
		return nil, err
	}
	if err := vacant(path); err != nil {
		return nil, err
	}
	if err := engine.NoSideFiles(path); err != nil {
		return nil, err
	}
	if err := createFile(path, name, o); err != nil {
		return nil, engine.Explain(err, path)
	}
	return Open(path, o)
}

// createFile builds the project under a temporary name and publishes it.
func createFile(path, name string, o Options) error {
	return drafted(path, "~new-*", func(draft string) error {
		db, err := engine.Open(draft, engine.Create, engine.Settings())
		if err != nil {
			return fmt.Errorf("make the file: %w", err)
		}
		err = db.Transaction(func(tx *gorm.DB) error { return seed(tx, name, o) })
		return closing(err, db)
	})
}

// seed makes the tables, the project's row and the labels.
func seed(tx *gorm.DB, name string, o Options) error {
	steps, err := declared()
	if err != nil {
		return err
	}
	if err := steps.apply(tx, 0, steps.version()); err != nil {
		return err
	}
	now := o.Clock()
	project := models.Project{UID: newUID(models.PrefixProject), Name: name, CodebookVersion: o.Codebook.Version,
		CreatedAt: now.UnixMilli(), Version: versionAt(now)}
	if err := tx.Create(&project).Error; err != nil {
		return fmt.Errorf("make the project: %w", err)
	}
	return seedCodebook(tx, project, o.Codebook)
}

// seedCodebook makes the rules for all labels and the labels. Their UIDs follow
// from the project and the keys, so that two projects never share them and a
// repair finds them again. They have no history until somebody changes them.
func seedCodebook(tx *gorm.DB, project models.Project, book models.Codebook) error {
	rules := codebookSnapshot{Version: book.Version, General: book.General, TieBreaks: book.TieBreaks, Revisions: book.Revisions}
	if err := saveCodebook(tx, codebookUID(project.UID), rules, stamp{version: project.Version}); err != nil {
		return err
	}
	for position, label := range book.Labels {
		if err := seedLabel(tx, project, position, label); err != nil {
			return err
		}
	}
	return nil
}

func seedLabel(tx *gorm.DB, project models.Project, position int, from models.CodebookLabel) error {
	label := snapshotOf(from, position)
	label.CreatedAt = project.CreatedAt
	mark := stamp{version: project.Version, at: project.CreatedAt, fresh: true}
	return saveLabel(tx, derivedUID(models.PrefixLabel, project.UID, from.Key), label, mark)
}

// realPath returns the absolute path behind links. A name that does not exist
// yet is resolved by its folder.
func realPath(path string) (string, error) {
	if path == "" || strings.ContainsRune(path, 0) {
		return "", models.Errorf(models.CodeInvalid, "The name of the project file is empty or holds a zero character; choose another.")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", models.Errorf(models.CodeInput,
			"The current folder cannot be found; give the whole path of %s.", filepath.Base(path)).Because(err)
	}
	if behind, err := filepath.EvalSymlinks(abs); err == nil {
		return behind, nil
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if errors.Is(err, os.ErrNotExist) {
		return abs, nil // the caller says what is missing
	}
	if err != nil {
		return "", models.Errorf(models.CodeUnreadable,
			"%s cannot be reached; check the drive and your rights to the folder.", filepath.Base(path)).Because(err)
	}
	return filepath.Join(folder, filepath.Base(abs)), nil
}
