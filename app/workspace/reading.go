package workspace

import (
	"cmp"
	"context"
	"iter"
	"runtime"

	"glossator/app/ingest"
	"glossator/models"
)

// finding is a source that is being read.
type finding struct {
	source   string
	articles <-chan read
}

// read is one article of a source, or why it could not be read.
type read struct {
	draft models.Draft
	err   error
}

// readAhead reads sources on all cores and hands them out in their order. Few
// articles are in memory at a time: a source that is read ahead waits with its
// next article until the one before it has been taken. The end of ctx ends the
// reading.
func readAhead(ctx context.Context, sources []string) <-chan finding {
	findings := make(chan finding, runtime.GOMAXPROCS(0)) // as many as are read at once
	go func() {
		defer close(findings)
		for _, source := range sources {
			articles := make(chan read, 1)
			select {
			case findings <- finding{source: source, articles: articles}:
				go readSource(ctx, source, articles)
			case <-ctx.Done():
				return
			}
		}
	}()
	return findings
}

// readSource reads one source.
func readSource(ctx context.Context, source string, articles chan<- read) {
	readAll(ctx, documents(ctx, source), articles)
}

// readAll reads the articles of one source and cuts them into sentences.
func readAll(ctx context.Context, all iter.Seq2[models.Document, error], articles chan<- read) {
	defer close(articles)
	for doc, err := range all {
		next := read{err: err}
		if err == nil {
			next.draft = NewDraft(doc)
		}
		select {
		case articles <- next:
		case <-ctx.Done():
			return
		}
	}
}

// pageOf yields what stands at the address of an item of a feed. What the page
// does not say about itself is as in the feed.
func pageOf(ctx context.Context, item models.Document) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		doc, err := ingest.Fetch(ctx, item.URL)
		if err == nil {
			doc.Author, doc.Source = cmp.Or(doc.Author, item.Author), cmp.Or(doc.Source, item.Source)
			if doc.PublishedOn == "" {
				doc.PublishedOn, doc.Precision = item.PublishedOn, item.Precision
			}
		}
		yield(doc, err)
	}
}
