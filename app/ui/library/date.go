package library

import (
	"time"

	"glossator/models"
)

// dayForm is a day as it is read.
const dayForm = "2 January 2006"

// dateForms are the shapes of an ISO 8601 date and what a reader sees of them.
var dateForms = []struct{ from, to string }{
	{time.DateOnly, dayForm},
	{"2006-01", "January 2006"},
	{"2006", "2006"},
}

// Date returns the publication date of an article for reading, empty when it
// is not known. A time of day is left out.
func Date(article models.Article) string {
	for _, form := range dateForms {
		written := article.PublishedOn[:min(len(article.PublishedOn), len(form.from))]
		if at, err := time.Parse(form.from, written); err == nil {
			return at.Format(form.to)
		}
	}
	return article.PublishedOn
}
