package ingest

import (
	"context"
	"iter"
	"net/url"
	"path"
	"strings"

	"glossator/app/ingest/fetch"
	"glossator/models"
)

// Fetch gets what stands at an address of the web, http or https, and makes a
// document of it, whatever its format. This is the only way by which the
// program reaches the network to read an article; the pages that it reads are
// taken as they are, and nothing that they refer to is fetched.
//
// The error is a [models.Error] that names the address: those of [fetch.Get],
// among them [models.CodeNotFound], [models.CodeUnreadable] where the site wants
// a login, and [models.CodeCancelled]; then those of [Read].
func Fetch(ctx context.Context, address string) (models.Document, error) {
	answer, err := fetch.Get(ctx, address)
	if err != nil {
		return models.Document{}, err
	}
	from := answered(answer)
	doc, err := only(ctx, from, answer.Data)
	if err != nil {
		return models.Document{}, err
	}
	return from.located(doc), nil
}

// FetchArticles yields the articles at an address one after another: the items
// of a feed, the files of an archive, or the one of a page. The errors are
// those of [Fetch].
func FetchArticles(ctx context.Context, address string) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		opened, err := openAddress(ctx, address)
		if err != nil {
			yield(models.Document{}, err)
			return
		}
		opened.Articles(ctx)(yield)
	}
}

// answered is the source of an answer from the web. Its name is the last part
// of the address, as if the file had been saved.
func answered(answer fetch.Answer) source {
	from := source{subject: quoted(answer.Address), address: answer.Address, label: answer.Label}
	if target, err := url.Parse(answer.Address); err == nil {
		from.name = strings.Trim(path.Base(target.Path), "/.")
	}
	return from
}

// located gives a document that was fetched its address.
func (from source) located(doc models.Document) models.Document {
	if from.address == "" {
		return doc
	}
	doc.Name = from.address + strings.TrimPrefix(doc.Name, from.name)
	doc.URL = firstOf(doc.URL, from.address)
	doc.Source = firstOf(doc.Source, hostOf(doc.URL))
	return doc
}
