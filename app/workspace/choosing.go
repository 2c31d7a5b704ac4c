package workspace

import (
	"context"
	"io"
	"math"
	"slices"
	"strconv"

	"glossator/app/ingest"
	"glossator/models"
	"glossator/models/store"
)

// What is said about the columns of a table, as the importer knows it.
type (
	// Sheet is the columns of a table as they were guessed, and its first
	// records.
	Sheet = ingest.Sheet
	// Columns says which column of a table holds what.
	Columns = ingest.Columns
	// Column is one of them.
	Column = ingest.Column
	// Field is what a column holds; empty: nothing of use.
	Field = ingest.Field
)

// Fields returns what a column may hold, in the order in which it is offered.
func Fields() []Field { return ingest.Fields() }

// Taken is a file, or the answer of a site, that was taken in to choose from it.
// Nothing of it is in the project yet.
type Taken struct {
	Place  string // the path or the address
	opened ingest.Opened
}

// TakeIn takes in a file by its path, or what stands at an address of the web.
// The error is that of the importer.
func TakeIn(ctx context.Context, place string) (Taken, error) {
	opened, err := ingest.Open(ctx, place)
	return Taken{Place: place, opened: opened}, err
}

// TakeStream takes in a stream to its end, such as standard input. The error is
// that of the importer.
func TakeStream(place string, r io.Reader) (Taken, error) {
	opened, err := ingest.OpenStream("", r)
	return Taken{Place: place, opened: opened}, err
}

// Several reports whether there may be several articles to choose from.
func (t Taken) Several() bool { return t.opened.Shape() != ingest.One }

// IsFeed reports whether it is a feed, of whose items few are wanted.
func (t Taken) IsFeed() bool { return t.opened.Shape() == ingest.Feed }

// IsTable reports whether it is a table or JSON, with columns to settle.
func (t Taken) IsTable() bool { return t.opened.Shape() == ingest.Table }

// Sheet returns the columns of a table as they were guessed. The error is that
// of the importer.
func (t Taken) Sheet() (Sheet, error) { return t.opened.Sheet() }

// Laid returns the same table with its columns settled.
func (t Taken) Laid(columns Columns) Taken {
	t.opened = t.opened.Laid(columns)
	return t
}

// Offer is one article to choose.
type Offer struct {
	Number    int            // from 1, in the order of the file
	Article   models.Article // what is said about it
	Opening   string         // how its text begins; empty: a feed says only where it is
	Sentences int
	Have      *Like // the article of the project that is the same, from the same address, or nearly the same
	Same      bool  // Have has the very same text
	Err       error // why it cannot be read
}

// openingLength is how much of a text an offer shows, in code points.
const openingLength = 1500

// Offers reads what can be chosen, without adding anything, and says what the
// project has already. The callback hears of every article and may be nil. The
// error is models.CodeCancelled when ctx ended.
func (w *Workspace) Offers(ctx context.Context, taken Taken, progress func(done int)) ([]Offer, error) {
	var offers []Offer
	var drafts []models.Draft
	for doc, err := range taken.opened.Parts(ctx) {
		if models.CodeOf(err) == models.CodeCancelled {
			return nil, err
		}
		offer := Offer{Number: len(offers) + 1, Err: err}
		draft := models.Draft{Document: doc}
		if err == nil {
			draft = NewDraft(doc)
			offer.Article, offer.Opening, offer.Sentences = articleOf(doc), opening(doc), len(draft.Sentences)
		}
		draft.Original = nil // it is read again for those that are chosen
		offers, drafts = append(offers, offer), append(drafts, draft)
		if progress != nil {
			progress(len(offers))
		}
		if len(drafts) == batch {
			if err := w.recogniseOffers(ctx, offers[len(offers)-batch:], drafts); err != nil {
				return nil, err
			}
			drafts = drafts[:0]
		}
	}
	return offers, w.recogniseOffers(ctx, offers[len(offers)-len(drafts):], drafts)
}

// opening returns the beginning of the body.
func opening(doc models.Document) string {
	text := []rune(doc.Text)
	for _, block := range doc.Blocks {
		if !block.Apart() {
			text = text[block.StartOff:]
			break
		}
	}
	return string(text[:min(len(text), openingLength)])
}

// recogniseOffers says which of the offered articles the project has.
func (w *Workspace) recogniseOffers(ctx context.Context, offers []Offer, drafts []models.Draft) error {
	w.action.Lock()
	defer w.action.Unlock()
	if err := w.catchUp(ctx, nil); err != nil && models.CodeOf(err) != models.CodeReadOnly {
		return err // a project of an earlier version that is only read has no signatures to compare
	}
	known, err := w.knownAddresses(ctx, drafts)
	if err != nil {
		return err
	}
	texts := make([]string, len(drafts))
	for i := range drafts {
		texts[i] = drafts[i].Text
	}
	same, err := w.store.ArticlesWithTexts(ctx, texts)
	if err != nil {
		return err
	}
	for i := range offers {
		if article, there := same[texts[i]]; there {
			offers[i].Have, offers[i].Same = &Like{Article: article, Share: 1}, true
			continue
		}
		offers[i].Have, err = w.likeOf(ctx, models.Article{ID: math.MaxInt64}, drafts[i], known)
		if err != nil {
			return err
		}
	}
	return nil
}

// Choice says what to take of a file.
type Choice struct {
	Numbers []int // of the offers
	// Pages gets the page of each chosen article from the address that is given
	// for it, and takes that in place of what stands in the file.
	Pages bool
}

// AddChosen adds what was chosen. Everything else is as in [Workspace.Import].
func (w *Workspace) AddChosen(ctx context.Context, taken Taken, choice Choice, progress func(done, total int)) ([]Imported, error) {
	how := store.BackupImport
	w.safeguard(ctx, how, backupRecent)
	numbers := slices.Sorted(slices.Values(choice.Numbers))
	return w.takeAll(ctx, nil, len(numbers), progress, func(ctx context.Context) <-chan finding {
		return readChosen(ctx, taken, slices.Compact(numbers), choice.Pages)
	})
}

// AddTaken adds everything that stands in a file that was taken in.
func (w *Workspace) AddTaken(ctx context.Context, taken Taken, progress func(done, total int)) ([]Imported, error) {
	w.safeguard(ctx, store.BackupImport, backupRecent)
	return w.takeAll(ctx, nil, 1, progress, func(ctx context.Context) <-chan finding {
		articles, findings := make(chan read, 1), make(chan finding, 1)
		findings <- finding{source: taken.Place, articles: articles}
		close(findings)
		go readAll(ctx, taken.opened.Articles(ctx), articles)
		return findings
	})
}

// readChosen reads the chosen articles one after the other, each as a source of
// its own.
func readChosen(ctx context.Context, taken Taken, numbers []int, pages bool) <-chan finding {
	findings := make(chan finding)
	go func() {
		defer close(findings)
		number := 0
		for doc, err := range taken.opened.Parts(ctx) {
			if number++; len(numbers) == 0 {
				return
			}
			if number != numbers[0] {
				continue
			}
			numbers = numbers[1:]
			articles := make(chan read, 1)
			from := finding{source: taken.Place + "#" + strconv.Itoa(number), articles: articles}
			all := taken.opened.Only(doc, err)
			if pages && err == nil && IsAddress(doc.URL) {
				from.source, all = doc.URL, pageOf(ctx, doc)
			}
			select {
			case findings <- from:
				readAll(ctx, all, articles)
			case <-ctx.Done():
				return
			}
		}
	}()
	return findings
}
