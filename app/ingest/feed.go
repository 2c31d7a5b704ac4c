package ingest

import (
	"context"
	"iter"

	"glossator/app/ingest/charset"
	"glossator/app/ingest/feed"
	"glossator/app/ingest/manuscript"
	"glossator/models"
)

const formatFeed = "feed"

// isFeed reports whether data is a feed, in any encoding that keeps ASCII.
func isFeed(data []byte) bool {
	const enough = 4096
	return feed.Is(string(data[:min(len(data), enough)]))
}

// readFeed yields the items of a feed.
func readFeed(ctx context.Context, from source, data []byte) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		from.label = firstOf(from.label, charset.Declared(data))
		text, encoding, err := decode(from, data)
		if err != nil {
			yield(models.Document{}, err)
			return
		}
		read, err := feed.Read(text)
		if err != nil {
			yield(models.Document{}, manuscript.Named(from.subject, err))
			return
		}
		for i, item := range read.Items {
			if stopped(ctx, from, yield) {
				return
			}
			part := from.part("Item", i+1)
			doc := compose(part, item.Manuscript)
			if len(item.Blocks) == 0 {
				doc.Text, doc.Blocks = "", nil // it is worded as such, or its page is wanted
			}
			doc.Format, doc.MediaType, doc.Encoding = formatFeed, "text/html", encoding
			if !yield(part.keep(doc, []byte(item.Content)), nil) {
				return
			}
		}
		if read.Cut {
			yield(models.Document{}, models.Errorf(models.CodeTruncated,
				"%s was cut off after item %d; the items before were read, load the feed again for the rest.", from.subject, len(read.Items)))
		}
	}
}
