package ingest

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"glossator/app/ingest/container"
	"glossator/app/ingest/fetch"
	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/table"
	"glossator/models"
)

// What is said about the columns of a table.
type (
	// Sheet is the columns of a table as they were guessed, and its first
	// records.
	Sheet = table.Sheet
	// Columns says which column of a table holds what.
	Columns = table.Layout
	// Column is one of them.
	Column = table.Column
	// Field is what a column holds; empty: nothing of use.
	Field = table.Field
)

// Fields returns what a column may hold, in the order in which it is offered.
func Fields() []Field { return table.Fields() }

// Shape says what somebody can choose from in a file.
type Shape int

// The shapes of files.
const (
	One     Shape = iota // a single article
	Feed                 // items, of which few are wanted
	Table                // records, whose columns have to be told apart
	Archive              // files
)

// Opened is a file, or the answer of a site, that was taken in and not yet apart:
// somebody may look at what it holds and choose. It is read as often as it is
// asked, without another access to the network.
type Opened struct {
	from  source
	data  []byte
	path  string // of an archive that is too large for memory
	shape Shape
	sheet func(from source, data []byte) (table.Sheet, error)
}

// Open takes in a file by its path, or what stands at an address of the web. The
// errors are those of [File] and [Fetch].
func Open(ctx context.Context, place string) (Opened, error) {
	if IsAddress(place) {
		return openAddress(ctx, place)
	}
	return openFile(place)
}

// OpenStream takes in r to its end, [MaxSize] bytes at most. The error has
// [models.CodeInput] when r fails.
func OpenStream(name string, r io.Reader) (Opened, error) {
	from := source{name: name, subject: quoted(name)}
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return Opened{}, unopened(from.subject, err)
	}
	return openData(from, data), nil
}

// IsAddress reports whether a place is an address of the web and not a file.
func IsAddress(place string) bool {
	return strings.HasPrefix(place, "https://") || strings.HasPrefix(place, "http://")
}

func openFile(path string) (Opened, error) {
	from := source{name: filepath.Base(path), subject: quoted(filepath.Base(path))}
	file, size, err := open(path, MaxArchive)
	if err != nil {
		return Opened{}, err
	}
	defer closeRead(file)
	if size > MaxSize {
		if _, err := openLarge(from, file, size); err != nil {
			return Opened{}, err
		}
		return Opened{from: from, path: path, shape: Archive}, nil
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxSize+1))
	if err != nil {
		return Opened{}, unopened(from.subject, err)
	}
	return openData(from, data), nil
}

func openAddress(ctx context.Context, address string) (Opened, error) {
	answer, err := fetch.Get(ctx, address)
	if err != nil {
		return Opened{}, err
	}
	return openData(answered(answer), answer.Data), nil
}

func openData(from source, data []byte) Opened {
	opened := Opened{from: from, data: data}
	if len(data) == 0 || len(data) > MaxSize {
		return opened
	}
	format := recognise(from.name, data)
	opened.shape, opened.sheet = format.shape, format.sheet
	if opened.shape == Archive && isPackage(data) {
		opened.shape = One
	}
	return opened
}

// openLarge opens an archive that is read from the disk. Other large files are
// refused.
func openLarge(from source, file *os.File, size int64) (*container.Container, error) {
	head := make([]byte, len(zipSignature))
	if _, err := file.ReadAt(head, 0); err != nil || !isZIP(head) {
		return nil, tooLarge(from.subject)
	}
	archive, err := container.Open(file, size)
	if err != nil {
		return nil, manuscript.Named(from.subject, err)
	}
	if _, isDocument := recognisePackage(archive); isDocument {
		return nil, tooLarge(from.subject)
	}
	return archive, nil
}

// Shape says what there is to choose from.
func (o Opened) Shape() Shape { return o.shape }

// Articles yields the articles, as the function [Articles] does.
func (o Opened) Articles(ctx context.Context) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		for doc, err := range o.Parts(ctx) {
			if doc, err = o.from.worded(doc, err); !yield(doc, err) {
				return
			}
		}
	}
}

// Parts is [Opened.Articles] with the items of a feed of which it says only
// where they are: they have a title, an address, and no text.
func (o Opened) Parts(ctx context.Context) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		all := o.stored
		if o.path == "" {
			all = func(ctx context.Context) iter.Seq2[models.Document, error] { return parts(ctx, o.from, o.data) }
		}
		for doc, err := range all(ctx) {
			if err == nil {
				doc = o.from.located(doc)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// Article returns the article of a file that holds one, as [Read] does.
func (o Opened) Article(ctx context.Context) (models.Document, error) {
	return o.from.only(o.Articles(ctx))
}

// Only yields one of the [Opened.Parts] as [Opened.Articles] would.
func (o Opened) Only(doc models.Document, err error) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) { yield(o.from.worded(doc, err)) }
}

// stored yields the articles of a large archive, file by file from the disk.
func (o Opened) stored(ctx context.Context) iter.Seq2[models.Document, error] {
	return func(yield func(models.Document, error) bool) {
		file, size, err := open(o.path, MaxArchive)
		if err != nil {
			yield(models.Document{}, err)
			return
		}
		defer closeRead(file)
		archive, err := openLarge(o.from, file, size)
		if err != nil {
			yield(models.Document{}, err)
			return
		}
		unpack(ctx, o.from, archive)(yield)
	}
}

// Sheet returns the columns of a table or of JSON as they were settled, or else
// guessed, with its first records. The error is that of reading, or has [models.CodeInvalid]
// for a file of another shape.
func (o Opened) Sheet() (Sheet, error) {
	if o.sheet == nil {
		return table.Sheet{}, models.Errorf(models.CodeInvalid, "%s has no columns; only tables and JSON have.", o.from.subject)
	}
	sheet, err := o.sheet(o.from, o.data)
	if err == nil && o.from.layout != nil {
		sheet.Layout = *o.from.layout
	}
	return sheet, err
}

// Laid returns the same file with its columns settled.
func (o Opened) Laid(layout Columns) Opened {
	o.from.layout = &layout
	return o
}
