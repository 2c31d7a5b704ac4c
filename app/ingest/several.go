package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// MaxArchive is the largest archive that is read, in bytes. It is read from the
// disk file by file.
const MaxArchive = 4 << 30

// Articles yields the articles of a file one after another: the one of most
// formats, the items of a feed, the records of a table or of JSON lines, the
// files of an archive. Only one is in memory at a time; take those that are
// wanted. What cannot be read is yielded as an error, and the rest goes on.
//
// The name and the errors are as for [Read]; those about a part name it and
// its file. The error has [models.CodeCancelled] when ctx ended, and is then
// the last.
func Articles(ctx context.Context, name string, data []byte) iter.Seq2[models.Document, error] {
	return each(ctx, source{name: name, subject: quoted(name)}, data)
}

// FileArticles yields the articles of the file path, as [Articles] does. An
// archive may have [MaxArchive] bytes, as it is not taken into memory; other
// files [MaxSize].
//
// The errors are those of [File] and [Articles].
func FileArticles(ctx context.Context, path string) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		opened, err := openFile(path)
		if err != nil {
			yield(models.Document{}, err)
			return
		}
		opened.Articles(ctx)(yield)
	}
}

// each yields the articles in data. All doors lead through it.
func each(ctx context.Context, from source, data []byte) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		for doc, err := range parts(ctx, from, data) {
			if !yield(from.worded(doc, err)) {
				return
			}
		}
	}
}

// parts yields the articles in data and the items of a feed that have no text
// there.
func parts(ctx context.Context, from source, data []byte) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		switch {
		case len(data) > MaxSize:
			yield(models.Document{}, tooLarge(from.subject))
			return
		case len(data) == 0:
			yield(models.Document{}, models.Errorf(models.CodeEmpty,
				"%s is empty; there is nothing to read in it.", from.subject))
			return
		}
		format := recognise(from.name, data)
		if format.each != nil {
			guardedEach(ctx, format, from, data)(yield)
			return
		}
		doc, err := guarded(format, from, data)
		if err == nil {
			doc = from.keep(doc, data)
		}
		yield(doc, err)
	}
}

// only returns the article of a file that holds one.
func only(ctx context.Context, from source, data []byte) (models.Document, error) {
	return from.only(each(ctx, from, data))
}

// only returns the one article of a file, and an error for a file that holds
// several or none.
func (from source) only(all iter.Seq2[models.Document, error]) (found models.Document, err error) {
	err = models.Errorf(models.CodeEmpty, "%s holds no articles; there is nothing to read in it.", from.subject)
	count := 0
	for doc, failure := range all {
		if count++; count > 1 {
			return models.Document{}, models.Errorf(models.CodeInvalid,
				"%s holds several articles where one is asked for; import all of it, or give them as files of their own.", from.subject)
		}
		found, err = doc, failure
	}
	return found, err
}

// guarded reads data in its format. The readers stand on other people's code
// and read files that nobody vouches for: a panic is a damaged file and must
// not take the program with it.
func guarded(format format, from source, data []byte) (doc models.Document, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = manuscript.Named(from.subject, manuscript.Damaged(fmt.Errorf("panic: %v", fault)))
		}
	}()
	return format.read(from, data)
}

// guardedEach is [guarded] for a format with several articles: those before
// the fault stay. A panic of whoever takes the articles is none of the file.
func guardedEach(ctx context.Context, format format, from source, data []byte) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		reading := true
		defer func() {
			if !reading {
				return
			}
			if fault := recover(); fault != nil {
				yield(models.Document{}, manuscript.Named(from.subject, manuscript.Damaged(fmt.Errorf("panic: %v", fault))))
			}
		}()
		format.each(ctx, from, data)(func(doc models.Document, err error) bool {
			reading = false
			more := yield(doc, err)
			reading = true
			return more
		})
	}
}

// part is the source of an article that stands in a collection.
func (from source) part(kind string, number int) source {
	from.subject = fmt.Sprintf("%s %d of %s", kind, number, from.subject)
	from.name = fmt.Sprintf("%s#%d", from.name, number)
	return from
}

// keep gives a document its name and the bytes it was made of.
func (from source) keep(doc models.Document, original []byte) models.Document {
	doc.Name = strings.ToValidUTF8(from.name, string(unicode.ReplacementChar))
	doc.Original = original
	return doc
}

// worded refuses a document without a word.
func (from source) worded(doc models.Document, err error) (models.Document, error) {
	if err != nil {
		return models.Document{}, err
	}
	if doc.Format == formatFeed && doc.Text == "" {
		number := doc.Name[strings.LastIndexByte(doc.Name, '#')+1:]
		return models.Document{}, models.Errorf(models.CodeEmpty,
			"%s has no text; open its page and save that.", "Item "+number+" of "+from.subject)
	}
	if !hasWord(doc.Text) {
		return models.Document{}, models.Errorf(models.CodeEmpty,
			"%s holds no words; there is nothing to read in it.", from.subject)
	}
	return doc, nil
}

// stopped reports whether the reading is to end, and yields why.
func stopped(ctx context.Context, from source, yield func(models.Document, error) bool) bool {
	err := ctx.Err()
	if err == nil {
		return false
	}
	yield(models.Document{}, models.Errorf(models.CodeCancelled,
		"%s was not read to its end, because the import was stopped.", from.subject).Because(errors.Join(err)))
	return true
}
