package incoming

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"glossator/models"
)

// headroom is how many bytes of a file are looked at before it is read.
const headroom = 64 << 10

// separators are what stands between cells, in the order of preference.
var separators = []byte{',', ';', '\t'}

// openCSV prepares a reader: it takes a byte order mark off, reads UTF-16 that
// has one, and finds the separator by which the first line names most of the
// columns that known counts.
func openCSV(in io.Reader, path string, known func(cells []string) int) (*csvReader, error) {
	plain := transform.NewReader(in, unicode.BOMOverride(transform.Nop))
	buffered := bufio.NewReaderSize(plain, headroom)
	head, err := buffered.Peek(headroom)
	if len(head) == 0 {
		return nil, models.Errorf(models.CodeEmpty, "The file %q is empty.", path).Because(err)
	}
	reader := &csvReader{in: buffered, path: path, line: 1, separator: separators[0]}
	if declared, ok := declaredSeparator(head); ok {
		reader.separator = declared
		_, err := buffered.ReadBytes('\n')
		reader.line++
		return reader, unexpected(err, path)
	}
	best := 0
	for _, separator := range separators {
		trial := &csvReader{in: bufio.NewReader(bytes.NewReader(head)), path: path, line: 1, separator: separator}
		cells, _, err := trial.record()
		if err != nil {
			continue
		}
		if found := known(cells); found > best {
			best, reader.separator = found, separator
		}
	}
	return reader, nil
}

func unexpected(err error, path string) error {
	if err == nil || err == io.EOF { //nolint:errorlint // bufio returns it bare
		return nil
	}
	return unreadable(path).Because(err)
}

// declaredSeparator reads the line "sep=;" with which spreadsheets say what
// stands between cells.
func declaredSeparator(head []byte) (byte, bool) {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	said, found := strings.CutPrefix(strings.ToLower(strings.TrimRight(string(line), "\r")), "sep=")
	if !found || len(said) != 1 {
		return 0, false
	}
	return said[0], true
}

// checkText returns an error for bytes that are no text in UTF-8.
func checkText(cells []string, line int, path string) error {
	for _, cell := range cells {
		if !utf8.ValidString(cell) {
			return models.Errorf(models.CodeEncoding,
				"Line %d of %q is not UTF-8; save the file once more as \"CSV UTF-8\" and import that.", line, path)
		}
	}
	return nil
}
