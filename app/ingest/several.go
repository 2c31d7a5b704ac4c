package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"glossator/app/ingest/container"
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
		from := source{name: filepath.Base(path), subject: quoted(filepath.Base(path))}
		file, size, err := open(path, MaxArchive)
		if err != nil {
			yield(models.Document{}, err)
			return
		}
		defer closeRead(file)
		if size > MaxSize {
			large(ctx, from, file, size)(yield)
			return
		}
		data, err := io.ReadAll(io.LimitReader(file, MaxSize+1))
		if err != nil {
			yield(models.Document{}, unopened(from.subject, err))
			return
		}
		each(ctx, from, data)(yield)
	}
}

// large yields the articles of an archive that is read from the disk. Other
// large files are refused.
func large(ctx context.Context, from source, file *os.File, size int64) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		head := make([]byte, len(zipSignature))
		if _, err := file.ReadAt(head, 0); err != nil || !isZIP(head) {
			yield(models.Document{}, tooLarge(from.subject))
			return
		}
		archive, err := container.Open(file, size)
		if err != nil {
			yield(models.Document{}, manuscript.Named(from.subject, err))
			return
		}
		if _, isDocument := recognisePackage(archive); isDocument {
			yield(models.Document{}, tooLarge(from.subject))
			return
		}
		unpack(ctx, from, archive)(yield)
	}
}

// each yields the articles in data. All doors lead through it.
func each(ctx context.Context, from source, data []byte) iter.Seq2[models.Document, error] {
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
		if format.each == nil {
			doc, err := guarded(format, from, data)
			if err == nil {
				doc = from.keep(doc, data)
			}
			yield(from.worded(doc, err))
			return
		}
		for doc, err := range format.each(ctx, from, data) {
			if !yield(from.worded(doc, err)) {
				return
			}
		}
	}
}

// only returns the article of a file that holds one, and an error for a file
// that holds several or none.
func only(ctx context.Context, from source, data []byte) (found models.Document, err error) {
	err = models.Errorf(models.CodeEmpty, "%s holds no articles; there is nothing to read in it.", from.subject)
	count := 0
	for doc, failure := range each(ctx, from, data) {
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
