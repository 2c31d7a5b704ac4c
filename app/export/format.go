package export

import (
	"context"
	"io"
	"strings"

	"glossator/models"
)

// Format is one way to write annotations.
//
//locale:texts Name Leaves
type Format struct {
	Key       string // stable name on the command line, such as "csv"
	Name      string // as a person reads it
	Extension string // of its files, with the dot
	MediaType string // of its files, as registered with IANA where it is
	Content   string // what its files hold, a part of their names; empty: annotations
	Leaves    string // one or two sentences: what does not travel in this format, or empty: nothing
	Texts     bool   // it needs [Input.Articles]

	// Write writes all rows of in to w and returns how many it wrote, of a
	// codebook the labels. It stops
	// with the context's error when ctx ends, with the error of the rows when
	// they fail, and with w's error when w fails, each wrapped. It neither
	// closes nor syncs w. [File] and [Stream] turn its errors into sentences.
	Write func(ctx context.Context, w io.Writer, in Input) (rows int, err error)

	// parts writes the same as several files, for formats that are an archive
	// of them; else nil. See [Folder].
	parts func(ctx context.Context, to bundle, in Input) (rows int, err error)

	several bool // see [Format.Several]
}

// Several reports whether the format has several tables, with room for that of
// the agreement.
func (f Format) Several() bool { return f.several }

// AsFolder reports whether [Folder] can write the format.
func (f Format) AsFolder() bool { return f.parts != nil }

// The media types that several formats have.
const (
	mediaCSV = "text/csv"
	mediaZip = "application/zip"
)

// Formats returns the known formats in the order in which they are offered;
// the first is the default.
func Formats() []Format {
	return []Format{
		CSV(), ExcelCSV(), WideCSV(), Tables(), Workbook(), Report(),
		JSONLines(), WebAnnotation(), REFICodebook(), REFIProject(),
		CAS(), Doccano(), LabelStudio(), Brat(),
	}
}

// ByKey returns the format with this key. The error has
// [models.CodeUnsupported] and lists the known keys.
func ByKey(key string) (Format, error) {
	var known []string
	for _, format := range Formats() {
		if format.Key == key {
			return format, nil
		}
		known = append(known, format.Key)
	}
	return Format{}, models.Errorf(models.CodeUnsupported,
		"The export format %q is not known; choose one of: %s.", key, strings.Join(known, ", "))
}
