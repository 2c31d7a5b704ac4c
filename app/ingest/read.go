package ingest

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"glossator/app/ingest/table"
	"glossator/models"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 100 << 20

// Read makes a document of the bytes of a file. The name is the file's name or
// address; it stands in the sentences of errors and gives an article without a
// title its title; it may be empty. The document keeps data as its Original and does not copy it.
//
// The error is a [models.Error] that names the file: [models.CodeEmpty] when it
// holds no word, [models.CodeBinary], [models.CodeEncoding] when it is text in
// an encoding that cannot be told, [models.CodeTooLarge],
// [models.CodeUnreadable] for a page that asks to log in, [models.CodeDamaged],
// or [models.CodeUnsupported] for a known format that cannot be read.
func Read(name string, data []byte) (models.Document, error) {
	return only(context.Background(), source{name: name, subject: quoted(name)}, data)
}

// Paste makes a document of text that was pasted or typed. It has no name. The
// error is as for [Read].
func Paste(text string) (models.Document, error) {
	return only(context.Background(), source{subject: "The pasted text"}, []byte(text))
}

// Stream reads r to its end, [MaxSize] bytes at most, and makes a document of
// it. The error is as for [Read], or has [models.CodeInput] when r fails.
func Stream(name string, r io.Reader) (models.Document, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return models.Document{}, unopened(quoted(name), err)
	}
	return Read(name, data)
}

// File reads the file path; the document's name is the last part of it.
//
// The error is a [models.Error] that names the file: [models.CodeNotFound],
// [models.CodeIsFolder], [models.CodeUnreadable] for want of rights and for
// devices and pipes, [models.CodeTooLarge] before anything is read,
// [models.CodeInput] for faults of the disk, and those of [Read].
func File(path string) (models.Document, error) {
	file, _, err := open(path, MaxSize)
	if err != nil {
		return models.Document{}, err
	}
	defer closeRead(file)
	return Stream(filepath.Base(path), file)
}

// open opens a file of limit bytes at most and returns its size.
func open(path string, limit int64) (*os.File, int64, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, unopened(quoted(name), err)
	}
	switch {
	case info.IsDir():
		return nil, 0, models.Errorf(models.CodeIsFolder,
			"%s is a folder; choose the files in it.", quoted(name))
	case !info.Mode().IsRegular():
		return nil, 0, models.Errorf(models.CodeUnreadable,
			"%s is not an ordinary file; save its content in a file first.", quoted(name))
	case info.Size() > limit:
		return nil, 0, tooLarge(quoted(name))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, 0, unopened(quoted(name), err)
	}
	return file, info.Size(), nil
}

// closeRead closes a file that was only read: whatever goes wrong now, its
// content has arrived.
func closeRead(file *os.File) { _ = file.Close() }

// source is where bytes come from.
type source struct {
	name    string        // empty for pasted text
	subject string        // the start of a sentence about it
	nesting int           // archives around it
	address string        // of the page, where it was fetched
	label   string        // the encoding that the server named; may be empty or wrong
	layout  *table.Layout // the columns of a table as somebody settled them; nil: they go by their names
}

// hasWord reports whether there is a letter or digit in text.
func hasWord(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r)
	})
}
