package workspace

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"glossator/app/review"
	"glossator/models"
	"glossator/models/store"
)

// projectExtension is the end of a project file's name.
const projectExtension = ".glossator"

// LookInto reads a colleague's work: a project file, a review package, or a
// table of annotations. Nothing is written to it or to the project, and nothing
// in it is run. Of a project file a checked copy is read. Errors name the file:
// models.CodeConflict for the open project itself, models.CodeNotFound,
// models.CodeNewer, models.CodeTruncated, models.CodeDamaged,
// models.CodeTooLarge, models.CodeInvalid, models.CodeUnsupported and the
// others of [store.Open] and [review.Read]; models.CodeCancelled when ctx
// ended.
func (w *Workspace) LookInto(ctx context.Context, path string) (Parcel, error) {
	kind, err := w.kindOf(path)
	if err != nil {
		return Parcel{}, err
	}
	parcel := Parcel{Path: path, Kind: kind}
	switch kind {
	case ParcelProject:
		parcel.bundle, err = bundleOfProject(ctx, path)
	case ParcelPackage:
		var manifest review.Manifest
		parcel.bundle, manifest, err = review.Read(path, review.DefaultLimits())
		parcel.Sender, parcel.Message = manifest.Sender, manifest.Message
	case ParcelTable:
		var table tableBundle
		table, err = w.bundleOfTable(ctx, path)
		parcel.bundle, parcel.Notices, parcel.unmatched = table.bundle, table.notices, table.unmatched
	}
	switch {
	case ctx.Err() != nil:
		return Parcel{}, models.Errorf(models.CodeCancelled, "Looking into %s was stopped.", filepath.Base(path)).Because(ctx.Err())
	case err != nil:
		return Parcel{}, err
	}
	parcel.Project, parcel.People, parcel.Contents = parcel.bundle.ProjectName, parcel.bundle.Annotators, review.ContentsOf(parcel.bundle)
	for _, revision := range parcel.bundle.Revisions {
		parcel.AsOf = max(parcel.AsOf, revision.At)
	}
	return parcel, nil
}

// kindOf tells what a file is by its first bytes; a file that is none of ours
// by its name, so that its reader says what is wrong with it.
func (w *Workspace) kindOf(path string) (ParcelKind, error) {
	const longestMark = 16
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", models.Errorf(models.CodeNotFound, "%s is not there; check its name and folder.", name).Because(err)
	}
	if own, ownErr := os.Stat(w.Path()); err == nil && ownErr == nil && os.SameFile(info, own) {
		return "", models.Errorf(models.CodeConflict, "%s is the project that is open; choose the file of a colleague.", name)
	}
	var start []byte
	if file, err := os.Open(path); err == nil {
		start, _ = io.ReadAll(io.LimitReader(file, longestMark)) // its reader will say what is wrong
		_ = file.Close()
	}
	extension := strings.ToLower(filepath.Ext(path))
	switch {
	case bytes.HasPrefix(start, []byte("SQLite format 3\x00")), extension == projectExtension:
		return ParcelProject, nil
	case extension == review.Extension:
		return ParcelPackage, nil
	case bytes.HasPrefix(start, []byte("PK")):
		if _, _, err := review.Read(path, review.DefaultLimits()); models.CodeOf(err) != models.CodeUnsupported {
			return ParcelPackage, nil // it was renamed on its way
		}
	}
	return ParcelTable, nil
}

// bundleOfProject reads everything of a colleague's project from a copy of it.
func bundleOfProject(ctx context.Context, path string) (b models.Bundle, err error) {
	folder, err := os.MkdirTemp("", "glossator-look-*")
	if err != nil {
		return b, models.Errorf(models.CodeReadOnly,
			"No copy of %s can be made; free space for temporary files.", filepath.Base(path)).Because(err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // holds nothing but the copy
	copied := filepath.Join(folder, filepath.Base(path))
	if err := snapshot(ctx, path, copied); err != nil {
		return b, err
	}
	st, err := store.Open(copied, store.Options{})
	if err != nil {
		return b, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return st.Bundle(ctx, models.BundleFilter{WithDecisions: true})
}

// snapshot makes a checked copy of a project that may be in use just now. What
// a newer version wrote is not taken half: the file is refused.
func snapshot(ctx context.Context, path, copied string) error {
	st, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	if st.Newer() {
		err = models.Errorf(models.CodeNewer,
			"%s was made by a newer version of this program; update the program to take it in.", filepath.Base(path))
		return errors.Join(err, st.Close())
	}
	return errors.Join(st.Backup(ctx, copied), st.Close())
}
