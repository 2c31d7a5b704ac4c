package ingest

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"glossator/models"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 100 << 20

// Read makes a document of the bytes of a file. The name is the file's name or
// address; it stands in the sentences of errors and gives an article without a
// title its title; it may be empty. The document keeps data as its Original and does not copy it.
//
// The error is a [models.Error] that names the file: [models.CodeEmpty] when it
// holds no word, [models.CodeBinary], [models.CodeEncoding] when it is text but
// neither UTF-8 nor UTF-16 with a byte order mark, [models.CodeTooLarge], or
// [models.CodeUnsupported] for a known format that cannot be read.
func Read(name string, data []byte) (models.Document, error) {
	return read(source{name: name, subject: quoted(name)}, data)
}

// Paste makes a document of text that was pasted or typed. It has no name. The
// error is as for [Read].
func Paste(text string) (models.Document, error) {
	return read(source{subject: "The pasted text"}, []byte(text))
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
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return models.Document{}, unopened(quoted(name), err)
	}
	switch {
	case info.IsDir():
		return models.Document{}, models.Errorf(models.CodeIsFolder,
			"%s is a folder; choose the files in it.", quoted(name))
	case !info.Mode().IsRegular():
		return models.Document{}, models.Errorf(models.CodeUnreadable,
			"%s is not an ordinary file; save its content in a file first.", quoted(name))
	case info.Size() > MaxSize:
		return models.Document{}, tooLarge(quoted(name))
	}
	file, err := os.Open(path)
	if err != nil {
		return models.Document{}, unopened(quoted(name), err)
	}
	defer closeRead(file)
	return Stream(name, file)
}

// closeRead closes a file that was only read: whatever goes wrong now, its
// content has arrived.
func closeRead(file *os.File) { _ = file.Close() }

// source is where bytes come from.
type source struct {
	name    string // empty for pasted text
	subject string // the start of a sentence about it
}

func read(from source, data []byte) (models.Document, error) {
	switch {
	case len(data) > MaxSize:
		return models.Document{}, tooLarge(from.subject)
	case len(data) == 0:
		return models.Document{}, models.Errorf(models.CodeEmpty,
			"%s is empty; there is nothing to read in it.", from.subject)
	}
	doc, err := recognise(data).read(from, data)
	if err != nil {
		return models.Document{}, err
	}
	if !hasWord(doc.Text) {
		return models.Document{}, models.Errorf(models.CodeEmpty,
			"%s holds no words; there is nothing to read in it.", from.subject)
	}
	doc.Name = strings.ToValidUTF8(from.name, string(unicode.ReplacementChar))
	doc.Original = data
	return doc, nil
}

// hasWord reports whether there is a letter or digit in text.
func hasWord(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r)
	})
}
