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
	Duplicate bool          // the project has this text already: Article is the one it has
	Like      *Like         // an article that was there before and is nearly the same; nil: none is
	Notices   []models.Text // what the importer says about the result, one sentence each
	Err       error
}

// Import adds files, every file inside folders, and what stands at addresses of
// the web to the project. An archive, a feed or a table gives several articles.
// A source that cannot be read is reported and the rest goes on. All of it is
// one step of undo; every hundred articles are on the disk before the next are
// taken. The callback hears of every source when it is done, and may be nil. The
// error is models.CodeCancelled when ctx ended, or why the project could not be
// written to; what is in the report is dealt with all the same.
func (w *Workspace) Import(ctx context.Context, paths []string, progress func(done, total int)) ([]Imported, error) {
	sources, failed := expand(paths)
	if len(sources) > 1 {
		w.safeguard(ctx, store.BackupImport, 0)
	} else {
		w.safeguard(ctx, store.BackupImport, backupRecent)
	}
	return w.takeAll(ctx, failed, len(sources), progress, func(ctx context.Context) <-chan finding { return readAhead(ctx, sources) })
}

// takeAll adds the articles of so many sources, which are read ahead, behind
// what failed before.
func (w *Workspace) takeAll(
	ctx context.Context, failed []Imported, total int, progress func(done, total int), readSources func(context.Context) <-chan finding,
) ([]Imported, error) {
	intake := intake{workspace: w, batch: w.store.NewBatch(), report: failed}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	done := 0
	for finding := range readSources(reading) {
		if ctx.Err() != nil {
			break
		}
		if err := intake.take(ctx, finding); err != nil {
			return intake.report, err
		}
		if done++; progress != nil && ctx.Err() == nil {
			progress(done, total)
		}
	}
	// What was read before the user stopped is saved: it is dealt with.
	if err := intake.save(context.WithoutCancel(ctx)); err != nil {
		return intake.report, err
	}
	if ctx.Err() != nil {
		return intake.report, models.Errorf(models.CodeCancelled, "The import was stopped; %d of %d files had been dealt with and stay.",
			len(intake.report), total+len(failed)).Because(ctx.Err())
	}
	return intake.report, nil
}

// intake collects documents until a batch is full.
type intake struct {
	workspace *Workspace
	batch     *store.Batch
	report    []Imported
	pending   []Imported
	drafts    []models.Draft
}

// take takes over the articles of one source and saves every full batch. The
// error is why the project could not be written to; that the user stopped is
// for the caller to see.
func (in *intake) take(ctx context.Context, finding finding) error {
	for read := range finding.articles {
		if models.CodeOf(read.err) == models.CodeCancelled {
			return nil
		}
		if read.err != nil {
			in.report = append(in.report, Imported{Source: finding.source, Err: read.err})
			continue
		}
		in.pending = append(in.pending, Imported{Source: finding.source, Notices: read.draft.Notices})
		in.drafts = append(in.drafts, read.draft)
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
	return ingest.IsAddress(source)
}

// save adds the batch to the project, all of it or nothing.
func (in *intake) save(ctx context.Context) error {
	if len(in.drafts) == 0 {
		return nil
	}
	if err := in.workspace.add(ctx, in.batch, in.drafts, in.pending); err != nil {
		return err
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

// Add adds one document, for text that comes from standard input and for one
// that somebody has looked through.
func (w *Workspace) Add(ctx context.Context, doc models.Document) (Imported, error) {
	w.safeguard(ctx, store.BackupImport, backupRecent)
	report := []Imported{{Source: doc.Name, Notices: doc.Notices}}
	if err := w.add(ctx, w.store.NewBatch(), []models.Draft{NewDraft(doc)}, report); err != nil {
		return Imported{}, err
	}
	return report[0], nil
}

// add saves drafts and fills in what became of them.
func (w *Workspace) add(ctx context.Context, batch *store.Batch, drafts []models.Draft, report []Imported) error {
	return w.do(func(by actor) error {
		saved, err := batch.AddArticles(ctx, by, drafts)
		if err != nil {
			return err
		}
		for i, added := range saved {
			report[i].Article, report[i].Duplicate = added.Article, added.Duplicate
		}
		if err := w.findLike(ctx, report, drafts); err != nil {
			return err
		}
		w.events.emit(Event{Kind: LibraryChanged})
		return w.refreshUndo(ctx)
	})
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
