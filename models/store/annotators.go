package store

import (
	"context"

	"gorm.io/gorm"

	"glossator/models"
)

// annotatorColumns are in the order of scanAnnotator.
const annotatorColumns = "p.id, p.uid, p.project_id, p.name, p.role, p.color, p.version, p.created_at, p.archived_at"

func scanAnnotator(r *row, a *models.Annotator) error {
	return r.Scan(&a.ID, &a.UID, &a.ProjectID, &a.Name, &a.Role, &a.Color, &a.Version, &a.CreatedAt, &a.ArchivedAt)
}

// Annotator returns the annotator of this name, made if there is none: the
// first of several with the same name. Making one is no step of anybody and is
// not undone. The error has [models.CodeInvalid] for an empty or too long
// name, [models.CodeNotFound] when there is none and the project is open for
// reading only.
func (s *Store) Annotator(ctx context.Context, name string) (found models.Annotator, err error) {
	name, err = models.CleanName(name)
	if err != nil {
		return found, err
	}
	ok := false
	err = s.read(ctx, func(tx *gorm.DB) error {
		found, ok, err = annotatorByName(tx, name)
		return err
	})
	if err != nil || ok {
		return found, err
	}
	if s.options.ReadOnly {
		return found, models.Errorf(models.CodeNotFound, "There is no annotator %q in this project, and it is open for reading only.", name)
	}
	err = s.write(ctx, Actor{}, models.KindDo, func(c *change) error {
		if found, ok, err = annotatorByName(c.tx, name); err != nil || ok { // another process was faster
			return err
		}
		uid := newUID(models.PrefixAnnotator)
		made := annotatorSnapshot{Name: name, Role: models.RoleAnnotator, CreatedAt: c.at}
		if err := create(c, models.EntityAnnotator, uid, made); err != nil {
			return err
		}
		found, err = annotatorByUID(c.tx, uid)
		return err
	})
	return found, err
}

func annotatorByName(tx *gorm.DB, name string) (models.Annotator, bool, error) {
	return first(tx, scanAnnotator, "SELECT "+annotatorColumns+
		" FROM annotators p WHERE p.name = ? AND p.archived_at IS NULL ORDER BY p.id LIMIT 1", name)
}

func annotatorByUID(tx *gorm.DB, uid string) (models.Annotator, error) {
	found, ok, err := first(tx, scanAnnotator, "SELECT "+annotatorColumns+" FROM annotators p WHERE p.uid = ?", uid)
	if err == nil && !ok {
		err = models.Errorf(models.CodeNotFound, "The annotator is not in this project; choose another.")
	}
	return found, err
}

// RenameAnnotator gives the acting annotator another name; her annotations
// stay hers. The error has [models.CodeInvalid] for an empty or too long name
// and [models.CodeConflict] when somebody else bears it.
func (s *Store) RenameAnnotator(ctx context.Context, by Actor, name string) (found models.Annotator, err error) {
	name, err = models.CleanName(name)
	if err != nil {
		return found, err
	}
	err = s.write(ctx, by, models.KindDo, func(c *change) error {
		other, ok, err := annotatorByName(c.tx, name)
		if err != nil {
			return err
		}
		if ok && other.UID != by.AnnotatorUID {
			return models.Errorf(models.CodeConflict, "Another annotator of this project is called %s; choose another name.", name)
		}
		err = update(c, models.EntityAnnotator, by.AnnotatorUID, func(a *annotatorSnapshot) error {
			a.Name = name
			return nil
		})
		if err != nil {
			return err
		}
		found, err = annotatorByUID(c.tx, by.AnnotatorUID)
		return err
	})
	return found, err
}

// Annotators returns everybody who has a layer in the project, in the order in
// which they came.
func (s *Store) Annotators(ctx context.Context) (list []models.Annotator, err error) {
	err = s.read(ctx, func(tx *gorm.DB) error {
		list, err = collect(tx, scanAnnotator, "SELECT "+annotatorColumns+" FROM annotators p WHERE p.archived_at IS NULL ORDER BY p.id")
		return err
	})
	return list, err
}
