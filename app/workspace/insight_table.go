package workspace

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"glossator/app/export"
	"glossator/models"
)

// byteOrderMark is U+FEFF in UTF-8, by which spreadsheets know the encoding.
const byteOrderMark = "\ufeff"

// WriteCSV writes the numbers of an insight as a table for spreadsheets and
// other programs: a line for each bar, a column for each series. It is UTF-8
// with a byte order mark, with commas and lines that end in LF; names that a
// spreadsheet could run as a formula get an apostrophe, see [export.Guard].
// Headings are keys and not in the language of the window.
func (i Insight) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	table := csv.NewWriter(w)
	head := []string{"of"}
	for _, part := range i.Series {
		head = append(head, part.key())
	}
	head = append(head, "total")
	extra := i.extra()
	head = append(head, extra.names...)
	lines := [][]string{head}
	for _, bar := range i.Bars {
		line := []string{export.Guard(bar.Of)}
		for _, value := range bar.Values {
			line = append(line, strconv.Itoa(value))
		}
		line = append(line, strconv.Itoa(bar.Total()))
		lines = append(lines, append(line, extra.values(bar)...))
	}
	if err := table.WriteAll(lines); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	return nil
}

func (p Part) key() string {
	if p.LabelKey != "" {
		return p.LabelKey
	}
	return string(p.Name)
}

// extraColumns are those that only some insights have.
type extraColumns struct {
	names  []string
	values func(Count) []string
}

func (i Insight) extra() extraColumns {
	switch i.Kind {
	case StatisticsByUnit:
		return extraColumns{[]string{"sum", "least", "most"}, func(c Count) []string {
			return []string{models.FormatNumber(c.Amount.Sum), models.FormatNumber(c.Amount.Least), models.FormatNumber(c.Amount.Most)}
		}}
	case AnnotatorProgress:
		return extraColumns{[]string{"sentences_seen", "sentences"}, func(c Count) []string {
			return []string{strconv.Itoa(c.Seen.Sentences), strconv.Itoa(c.Seen.Of)}
		}}
	case LabelsOverTime, LabelsBySource, LabelsBySpeaker, OpenCommitments:
	}
	return extraColumns{values: func(Count) []string { return nil }}
}

// WriteFile writes a file with what write gives, whole or not at all; it
// replaces another one only when overwrite is set. Errors are those of
// [export.File] and of write.
func (w *Workspace) WriteFile(ctx context.Context, path string, overwrite bool, write func(io.Writer) error) error {
	_, err := export.File(ctx, path, overwrite, export.Format{
		Write: func(_ context.Context, out io.Writer, _ export.Input) (int, error) {
			buffered := bufio.NewWriter(out)
			if err := write(buffered); err != nil {
				return 0, err
			}
			return 0, buffered.Flush() //nolint:wrapcheck // export explains it
		},
	}, export.Input{})
	return err //nolint:wrapcheck // it is a sentence already
}
