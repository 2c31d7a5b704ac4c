package workspace

import (
	"context"
	"runtime"

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

// readSource reads one source and cuts its articles into sentences.
func readSource(ctx context.Context, source string, articles chan<- read) {
	defer close(articles)
	for doc, err := range documents(ctx, source) {
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
