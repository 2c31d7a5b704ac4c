package export

import (
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	"glossator/models"
)

// Format is one way to write annotations.
type Format struct {
	Key       string // stable name on the command line, such as "csv"
	Name      string // as a person reads it
	Extension string // of its files, with the dot
	MediaType string // of its files, as registered with IANA

	// Write writes all rows of in to w and returns how many it wrote. It stops
	// with the context's error when ctx ends, with the error of the rows when
	// they fail, and with w's error when w fails, each wrapped. It neither
	// closes nor syncs w. [File] and [Stream] turn its errors into sentences.
	Write func(ctx context.Context, w io.Writer, in Input) (rows int, err error)
}

// Input is what is exported.
type Input struct {
	Project models.Project
	Labels  []models.Label // the codebook as the project uses it, with fields, in codebook order

	// Rows are read once and written in their order. The first error ends the
	// export. A row may be used again by its producer as soon as the loop body
	// has returned.
	Rows iter.Seq2[models.ExportRow, error]
}

// Formats returns the known formats in the order in which they are offered;
// the first is the default.
func Formats() []Format {
	return []Format{CSV()}
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

// each calls write for every row and returns how many it wrote. All rows pass
// through one place in memory: a row is large, and a pointer to a new one each
// time would be an allocation each time.
func (in Input) each(ctx context.Context, write func(*models.ExportRow) error) (int, error) {
	rows := 0
	current := new(models.ExportRow)
	for row, err := range in.Rows {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return rows, fmt.Errorf("export after %d rows: %w", rows, err)
		}
		*current = row
		if err := write(current); err != nil {
			return rows, err
		}
		rows++
	}
	if err := ctx.Err(); err != nil {
		return rows, fmt.Errorf("export after %d rows: %w", rows, err)
	}
	return rows, nil
}
