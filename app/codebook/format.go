package codebook

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"glossator/models"
)

// Document is a codebook and the project that it belongs to.
type Document struct {
	ProjectUID string // names the labels to other programs, see [GUID]
	Book       models.Codebook
}

// Format is one way to keep a codebook in a file.
//
//locale:texts Name
type Format struct {
	Key       string // stable, for the command line
	Name      string // for people
	Extension string // with its dot
	Write     func(w io.Writer, d Document) error
	read      func(data []byte, own Document) (models.Codebook, error)
}

// Formats returns all formats, the one that loses nothing first.
func Formats() []Format {
	return []Format{
		{Key: "json", Name: "JSON, everything", Extension: ".json", Write: writeJSON, read: readJSON},
		{Key: "csv", Name: "CSV, a table of labels and details", Extension: ".csv", Write: writeCSV, read: readCSV},
		{Key: "qdc", Name: "REFI-QDA codebook (MAXQDA, ATLAS.ti, NVivo)", Extension: ".qdc", Write: WriteQDC, read: readQDC},
	}
}

// ByKey returns the format of a key. The error has [models.CodeUnsupported].
func ByKey(key string) (Format, error) {
	for _, f := range Formats() {
		if f.Key == key {
			return f, nil
		}
	}
	return Format{}, models.Errorf(models.CodeUnsupported,
		"There is no codebook format %q; choose one of %s.", key, strings.Join(formatKeys(), ", "))
}

// ByName returns the format of a file by the end of its name. The error has
// [models.CodeUnsupported].
func ByName(path string) (Format, error) {
	extension := strings.ToLower(filepath.Ext(path))
	for _, f := range Formats() {
		if f.Extension == extension {
			return f, nil
		}
	}
	return Format{}, models.Errorf(models.CodeUnsupported,
		"The name %s does not say which codebook format it is; end it in .json, .csv or .qdc.", filepath.Base(path))
}

func formatKeys() []string {
	var list []string
	for _, f := range Formats() {
		list = append(list, f.Key)
	}
	return list
}

// MaxSize is the largest codebook that is read, in bytes.
const MaxSize = 4 << 20

// Read reads a codebook. What the format has no room for is taken over from
// own, the codebook of the project. The error has [models.CodeTooLarge],
// [models.CodeEmpty], [models.CodeUnreadable] when reading itself fails, or
// [models.CodeInvalid] with what is wrong.
func (f Format) Read(r io.Reader, own Document) (models.Codebook, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return models.Codebook{}, models.Errorf(models.CodeUnreadable, "The codebook could not be read to its end.").Because(err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > MaxSize:
		return models.Codebook{}, models.Errorf(models.CodeTooLarge,
			"The file is larger than %d megabytes, so that it is no codebook.", MaxSize>>20)
	case len(bytes.TrimSpace(data)) == 0:
		return models.Codebook{}, models.Errorf(models.CodeEmpty, "The file is empty; there is no codebook in it.")
	}
	book, err := f.read(data, own)
	if err != nil {
		return models.Codebook{}, explained(err)
	}
	book = Complete(book)
	return book, book.Check()
}

// explained makes sure that an error says a sentence.
func explained(err error) error {
	if known, ok := errors.AsType[*models.Error](err); ok {
		return known
	}
	return models.Errorf(models.CodeInvalid, "The file is not readable as a codebook of this format.").Because(err)
}
