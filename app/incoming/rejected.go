package incoming

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"

	"glossator/models"
)

// The columns that say what was wrong with a row, before its own.
var rejectedColumns = []string{"reason", "line"}

// plainColumns are those of a row of a file that is no table.
var plainColumns = []string{"article_title", "sentence_text", "label", "annotator", "comment"}

// WriteRejected writes the rows that were not taken over as CSV (UTF-8, commas,
// line feeds): why, their line, and their cells as they were. The reason is
// written by say, which may translate it. It returns how many there are; with
// none nothing is written.
func WriteRejected(w io.Writer, file File, result Result, say func(models.Text) string) (int, error) {
	out := csv.NewWriter(w)
	header := file.header
	if header == nil {
		header = plainColumns
	}
	written := 0
	for i := range result.Rows {
		match := &result.Rows[i]
		if match.State != Unmatched && match.State != Unsure {
			continue
		}
		if written == 0 {
			if err := out.Write(slices.Concat(rejectedColumns, header)); err != nil {
				return 0, fmt.Errorf("write the rows that were not imported: %w", err)
			}
		}
		written++
		line := []string{say(match.Reason), strconv.Itoa(match.Row.Line)}
		if err := out.Write(append(line, match.Row.cells()...)); err != nil {
			return written, fmt.Errorf("write the rows that were not imported: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return written, fmt.Errorf("write the rows that were not imported: %w", err)
	}
	return written, nil
}

// cells are those that the row was read from, or those of [plainColumns].
func (r *Row) cells() []string {
	if r.record != nil {
		return r.record
	}
	comment := ""
	if r.Comment != nil {
		comment = *r.Comment
	}
	return []string{r.ArticleTitle, r.SentenceText, r.Label, r.Annotator, comment}
}
