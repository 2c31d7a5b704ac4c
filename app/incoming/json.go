package incoming

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"glossator/models"
)

// jsonItems calls take for every item of a list, or for every value of a file
// of JSON Lines, holding one at a time. The number counts from 1.
func (r *reading) jsonItems(list bool, take func(n int, item json.RawMessage) error) (halves int, err error) {
	file, err := r.open()
	if err != nil {
		return 0, err
	}
	defer func() { _ = file.Close() }() // it was only read
	in := bufio.NewReader(file)
	if mark, err := in.Peek(3); err == nil && bytes.Equal(mark, []byte("\ufeff")) {
		_, _ = in.Discard(len(mark)) // a byte order mark
	}
	decoder := json.NewDecoder(in)
	if list {
		if token, err := decoder.Token(); err != nil || token != json.Delim('[') {
			return 0, r.notJSON(1, err)
		}
	}
	for n := 1; ; n++ {
		if list && !decoder.More() {
			_, err := decoder.Token()
			return halves, r.ended(n, err)
		}
		var item json.RawMessage
		if err := decoder.Decode(&item); errors.Is(err, io.EOF) && !list {
			return halves, nil
		} else if err != nil {
			return halves, r.notJSON(n, err)
		}
		if len(item) > maxItem {
			return halves, tooLarge(r.path)
		}
		halves += halfCharacters(item)
		if err := take(n, item); err != nil {
			return halves, err
		}
	}
}

func (r *reading) ended(n int, err error) error {
	if err != nil {
		return r.notJSON(n, err)
	}
	return nil
}

func (r *reading) notJSON(n int, cause error) error {
	code, what := models.CodeInvalid, models.Term("is no JSON of the expected form")
	if errors.Is(cause, io.ErrUnexpectedEOF) || errors.Is(cause, io.EOF) {
		code, what = models.CodeTruncated, models.Term("ends in the middle")
	}
	return models.Errorf(code, "The file %q %s at item %d; export it once more and import that.", r.path, what, n).Because(cause)
}

// halfCharacters counts the escapes of a half of a UTF-16 pair without the
// other half (RFC 8259, section 8.2), which stand for no character.
func halfCharacters(data []byte) int {
	const (
		high, low, end = 0xD800, 0xDC00, 0xE000
		escape         = len(`\uXXXX`)
	)
	unit := func(at int) (code int, ok bool) {
		if at+escape > len(data) || data[at] != '\\' || data[at+1] != 'u' {
			return 0, false
		}
		_, err := fmt.Sscanf(string(data[at+2:at+escape]), "%04x", &code)
		return code, err == nil
	}
	halves := 0
	for i := 0; i < len(data); i++ {
		if data[i] != '\\' {
			continue
		}
		code, ok := unit(i)
		if !ok {
			i++ // another escape, such as \\
			continue
		}
		i += escape - 1
		if code < high || code >= end {
			continue
		}
		if next, ok := unit(i + 1); ok && code < low && next >= low && next < end {
			i += escape
			continue
		}
		halves++
	}
	return halves
}

// noticeHalves says how many there were.
func (f *File) noticeHalves(halves int) {
	if halves > 0 {
		f.Notices = append(f.Notices, models.Countf(halves,
			"The file holds half a character (a lone surrogate) %d time; it is read as \ufffd, and a text with it matches no sentence.",
			"The file holds half a character (a lone surrogate) %d times; it is read as \ufffd, and a text with it matches no sentence.", halves))
	}
}
