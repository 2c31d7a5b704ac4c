package workspace

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"glossator/app/export"
	"glossator/app/incoming"
	"glossator/models"
	"glossator/models/store"
)

// What comes back is described by package incoming; pages know it by these
// names.
type (
	// ComingRow is a row of a file and where it belongs.
	ComingRow = incoming.Matched
	// ComingState says what a row is to the project.
	ComingState = incoming.State
	// ComingResult is what a file would do to the project.
	ComingResult = incoming.Result
	// ComingChange is a difference between a row and what stands there.
	ComingChange = incoming.Change
	// Likeness says how much a file looks like one of annotations.
	Likeness = incoming.Likeness
)

// The states of a row, see package incoming.
const (
	ComingSame      = incoming.Same
	ComingChanged   = incoming.Changed
	ComingNew       = incoming.New
	ComingUnsure    = incoming.Unsure
	ComingUnmatched = incoming.Unmatched
)

// ByLooseText is the way of a row whose sentence differs in white space.
const ByLooseText = incoming.ByLooseText

// The degrees of likeness, see package incoming.
const (
	Unlike = incoming.Unlike
	Maybe  = incoming.Maybe
	Alike  = incoming.Alike
)

// Coming is a file of annotations that was read and compared with the project;
// nothing of it has been taken over.
type Coming struct {
	File   incoming.File
	Result ComingResult

	drafts []incoming.Draft
}

// ComingOptions are what a person answers about a file.
type ComingOptions struct {
	SamePeople bool // names of the project with another identity are the people of the project
	Loose      bool // sentences that differ in white space only are the same
}

// LooksComing reports whether a file looks like annotations that come back.
func (w *Workspace) LooksComing(path string) Likeness {
	return incoming.Look(path, w.rules.Load().exported())
}

// ReadComing reads a file of annotations and compares it with the project.
// Nothing is changed. Errors are those of [incoming.Read] and of the store.
func (w *Workspace) ReadComing(ctx context.Context, path string, o ComingOptions) (Coming, error) {
	file, err := incoming.Read(ctx, path, w.rules.Load().exported())
	if err != nil {
		return Coming{}, err
	}
	coming := Coming{File: file}
	for _, document := range file.Documents {
		draft := document
		if draft.Sentences == nil {
			draft = NewDraft(document.Document)
		} else if signature := sign(draft.Text, draft.Blocks); !signature.Empty() {
			draft.Signature = signature.Bytes()
		}
		coming.drafts = append(coming.drafts, incoming.Draft{UID: w.store.ArticleUID(draft.Text), Article: draft})
	}
	return w.Compare(ctx, coming, o)
}

// Compare compares a file that was read with the project as it is now.
func (w *Workspace) Compare(ctx context.Context, coming Coming, o ComingOptions) (Coming, error) {
	people, err := w.store.Annotators(ctx)
	if err != nil {
		return coming, err
	}
	coming.Result, err = incoming.Match(ctx, coming.File, w.store, incoming.Options{
		Project: w.Project(), Me: w.Me(), People: people, Labels: w.rules.Load().exported(), Drafts: coming.drafts,
		SamePeople: o.SamePeople, Loose: o.Loose,
	})
	return coming, err
}

// Take takes the changed and new rows of a file over, as one step of undo: all
// of them or none. The file is compared once more before, so that nothing is
// overwritten that was changed meanwhile; what came of it is returned. Progress
// hears now and then how many of the annotations are done, on the goroutine of
// the caller; it may be nil. The error has models.CodeCancelled when ctx ended
// in time, and is otherwise that of the store; nothing was then changed.
func (w *Workspace) Take(ctx context.Context, coming Coming, o ComingOptions, progress func(done, total int)) (Coming, error) {
	w.safeguard(ctx, store.BackupImport, backupRecent)
	err := w.do(func(by actor) error {
		var err error
		if coming, err = w.Compare(ctx, coming, o); err != nil {
			return err
		}
		wanted := application(coming)
		if progress != nil {
			wanted.Progress = func(done int) { progress(done, len(wanted.Annotations)) }
		}
		_, err = w.store.Apply(ctx, by, wanted)
		if models.CodeOf(err) == models.CodeCancelled {
			return models.Errorf(models.CodeCancelled, "The import of %s was stopped; the project is as it was.", coming.File.Name()).Because(err)
		}
		if err != nil {
			return err
		}
		ctx := context.WithoutCancel(ctx)             // it is done: too late to stop
		if err := w.become(ctx, w.Me()); err != nil { // learns the names of new people
			return err
		}
		return w.articlesChanged(ctx)
	})
	return coming, err
}

// application is what the rows of a file ask of the store.
func application(coming Coming) store.Application {
	a := store.Application{Articles: coming.Result.Articles, Columns: coming.File.Extra}
	used := map[string]bool{}
	for i := range coming.Result.Rows {
		row := &coming.Result.Rows[i]
		if row.State != ComingChanged && row.State != ComingNew {
			continue
		}
		used[row.Person.UID] = true
		if row.Label == models.NoLabel {
			a.Kept = append(a.Kept, kept(row))
		} else {
			a.Annotations = append(a.Annotations, applied(row))
		}
	}
	for _, person := range coming.Result.People {
		if person.New && used[person.UID] {
			a.People = append(a.People, models.Annotator{UID: person.UID, Name: person.Name})
		}
	}
	for _, f := range coming.Result.Finished {
		a.Finished = append(a.Finished, store.Finish{ArticleUID: f.ArticleUID, AnnotatorUID: f.AnnotatorUID})
	}
	return a
}

func applied(row *ComingRow) store.Applied {
	w := &row.Wanted
	return store.Applied{
		UID: w.UID, Replaces: w.Replaces, ArticleUID: row.Article.UID, Start: row.Sentence.StartOff, End: row.Sentence.EndOff,
		AnnotatorUID: row.Person.UID, LabelKey: row.Label, PartStart: row.PartStart, PartEnd: row.PartEnd, Quote: row.Quote,
		Note: w.Note, Confidence: w.Confidence, Details: w.Details, Extra: w.Extra, Origin: w.Origin,
		CodebookVersion: w.CodebookVersion, CreatedAt: w.CreatedAt, UpdatedAt: w.UpdatedAt,
	}
}

func kept(row *ComingRow) store.Kept {
	return store.Kept{
		ArticleUID: row.Article.UID, Start: row.Sentence.StartOff, End: row.Sentence.EndOff, AnnotatorUID: row.Person.UID,
		Extra: row.Wanted.Extra,
	}
}

// RejectedName proposes a name for the list of rows that were not imported: a
// free one beside the file.
func RejectedName(path string) (string, error) {
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return export.FreePath(filepath.Join(filepath.Dir(path), base+"-not-imported.csv"))
}

// SaveRejected writes the rows that were not taken over, each with the reason,
// to a new file, and returns how many there are; with none it writes nothing.
// The reasons are written by say, which may translate them. Errors are those of
// [export.Place].
func (c *Coming) SaveRejected(path string, say func(models.Text) string) (int, error) {
	if c.Result.Unmatched+c.Result.Unsure == 0 {
		return 0, nil
	}
	written := 0
	err := export.Place(path, false, func(out io.Writer) error {
		var err error
		written, err = incoming.WriteRejected(out, c.File, c.Result, say)
		return err
	})
	return written, err
}
