package workspace

import (
	"context"
	"io/fs"
	"iter"
	"path/filepath"
	"strings"

	"glossator/app/ingest"
	"glossator/models"
	"glossator/models/store"
)

// batch is how many articles are saved in one transaction: short enough that
// a program which synchronises the folder seldom meets an open one.
const batch = 100

// Imported is what became of one source.
type Imported struct {
	Source    string // the path as it was found
	Article   models.Article
	Duplicate bool // the project has this text already: Article is the one it has
	Err       error
}

// Import adds files, every file inside folders, and what stands at addresses of
// the web to the project. An archive, a feed or a table gives several articles.
// A source that cannot be read is reported and the rest goes on; each hundred
// articles are one step of undo. The callback hears of every source when it is done,
// and may be nil. The error is models.CodeCancelled when ctx ended, or why the
// project could not be written to; what is in the report is dealt with all the
// same.
func (w *Workspace) Import(ctx context.Context, paths []string, progress func(done, total int)) ([]Imported, error) {
	sources, failed := expand(paths)
	if len(sources) > 1 {
		w.safeguard(ctx, store.BackupImport, 0)
	} else {
		w.safeguard(ctx, store.BackupImport, backupRecent)
	}
	intake := intake{workspace: w, report: failed}
	for i, source := range sources {
		if ctx.Err() != nil {
			break
		}
		if err := intake.take(ctx, source); err != nil {
			return intake.report, err
		}
		if progress != nil {
			progress(i+1, len(sources))
		}
	}
	// What was read before the user stopped is saved: it is dealt with.
	if err := intake.save(context.WithoutCancel(ctx)); err != nil {
		return intake.report, err
	}
	if ctx.Err() != nil {
		return intake.report, models.Errorf(models.CodeCancelled, "The import was stopped; %d of %d files had been dealt with and stay.",
			len(intake.report), len(sources)+len(failed)).Because(ctx.Err())
	}
	return intake.report, nil
}

// intake collects documents until a batch is full.
type intake struct {
	workspace *Workspace
	report    []Imported
	pending   []Imported
	drafts    []models.Draft
}

// take reads the articles of one source and saves every full batch. The error
// is why the project could not be written to; that the user stopped is for the
// caller to see.
func (in *intake) take(ctx context.Context, source string) error {
	for doc, err := range documents(ctx, source) {
		if models.CodeOf(err) == models.CodeCancelled {
			return nil
		}
		if err != nil {
			in.report = append(in.report, Imported{Source: source, Err: err})
			continue
		}
		in.pending = append(in.pending, Imported{Source: source})
		in.drafts = append(in.drafts, NewDraft(doc))
		if len(in.drafts) < batch {
			continue
		}
		if err := in.save(ctx); err != nil {
			return err
		}
	}
	return nil
}

// documents yields the articles of a file or of an address.
func documents(ctx context.Context, source string) iter.Seq2[models.Document, error] {
	if IsAddress(source) {
		return ingest.FetchArticles(ctx, source)
	}
	return ingest.FileArticles(ctx, source)
}

// IsAddress reports whether a source is an address of the web and not a file.
func IsAddress(source string) bool {
	return strings.HasPrefix(source, "https://") || strings.HasPrefix(source, "http://")
}

// save adds the batch to the project, all of it or nothing.
func (in *intake) save(ctx context.Context) error {
	if len(in.drafts) == 0 {
		return nil
	}
	saved, err := in.workspace.add(ctx, in.drafts)
	if err != nil {
		return err
	}
	for i, added := range saved {
		in.pending[i].Article, in.pending[i].Duplicate = added.Article, added.Duplicate
	}
	in.report = append(in.report, in.pending...)
	in.pending, in.drafts = nil, nil
	return nil
}

// AddText adds a text that was pasted or typed. A text that is no article is
// reported in [Imported.Err]; the error is why the project could not be written
// to.
func (w *Workspace) AddText(ctx context.Context, text string) (Imported, error) {
	doc, err := ingest.Paste(text)
	if err != nil {
		return Imported{Err: err}, nil //nolint:nilerr // the report carries it, as for a file of many
	}
	return w.Add(ctx, doc)
}

// Add adds one document, for text that comes from standard input.
func (w *Workspace) Add(ctx context.Context, doc models.Document) (Imported, error) {
	w.safeguard(ctx, store.BackupImport, backupRecent)
	saved, err := w.add(ctx, []models.Draft{NewDraft(doc)})
	if err != nil {
		return Imported{}, err
	}
	return Imported{Source: doc.Name, Article: saved[0].Article, Duplicate: saved[0].Duplicate}, nil
}

func (w *Workspace) add(ctx context.Context, drafts []models.Draft) ([]store.Added, error) {
	var saved []store.Added
	err := w.do(func(by actor) error {
		var err error
		if saved, err = w.store.AddArticles(ctx, by, drafts); err != nil {
			return err
		}
		w.events.emit(Event{Kind: LibraryChanged})
		return w.refreshUndo(ctx)
	})
	return saved, err
}

// expand lists the files of folders, in the order of their names, without
// hidden ones; addresses stay as they are. A path that cannot be walked comes
// back as a failure.
func expand(paths []string) (files []string, failed []Imported) {
	for _, root := range paths {
		if IsAddress(root) {
			files = append(files, root)
			continue
		}
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
			switch {
			case err != nil && path == root:
				files = append(files, path) // reading it will say what is wrong
				return fs.SkipAll
			case err != nil:
				failed = append(failed, Imported{Source: path, Err: models.Errorf(models.CodeUnreadable,
					"The folder %s cannot be read; ask for the right to read it and import it again.", path).Because(err)})
				return fs.SkipDir
			case entry.IsDir() && hidden:
				return fs.SkipDir
			case !entry.IsDir() && !hidden:
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			failed = append(failed, Imported{Source: root, Err: err})
		}
	}
	return files, failed
}
