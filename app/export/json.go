package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// jsonList writes values one after the other, with something before, between
// and after them, so that an array of any length needs the memory of one item.
type jsonList struct {
	to      *bufio.Writer
	encoder *json.Encoder
	items   int
}

func newJSONList(w io.Writer) *jsonList {
	to := bufio.NewWriterSize(w, flushAt)
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	return &jsonList{to: to, encoder: encoder}
}

// text writes a piece of JSON as it is.
func (j *jsonList) text(piece string) error {
	if _, err := j.to.WriteString(piece); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// value writes a value and a line feed.
func (j *jsonList) value(value any) error {
	if err := j.encoder.Encode(value); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// item writes a value as the next item of an array.
func (j *jsonList) item(value any) error {
	if j.items > 0 {
		if err := j.text(","); err != nil {
			return err
		}
	}
	j.items++
	return j.value(value)
}

// end writes the last piece and what has been gathered.
func (j *jsonList) end(piece string) error {
	if err := j.text(piece); err != nil {
		return err
	}
	if err := j.to.Flush(); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// quoted is a text as JSON.
func quoted(text string) string { return string(appendJSON(nil, []byte(text))) }

// appendJSON appends a text as a JSON string (RFC 8259, section 7). Bytes that
// are not UTF-8 become U+FFFD. It is for long exports, where a call of
// encoding/json for each cell would be garbage each time.
func appendJSON(dst, text []byte) []byte {
	dst = append(dst, '"')
	plain := 0 // the start of what needs no change
	for i := 0; i < len(text); {
		c := text[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		size := 1
		if c >= utf8.RuneSelf {
			var r rune
			if r, size = utf8.DecodeRune(text[i:]); r != utf8.RuneError || size > 1 {
				i += size
				continue
			}
		}
		dst = appendEscape(append(dst, text[plain:i]...), c)
		i += size
		plain = i
	}
	return append(append(dst, text[plain:]...), '"')
}

// appendEscape appends what stands for a byte that cannot stand for itself.
func appendEscape(dst []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	switch {
	case c == '"' || c == '\\':
		return append(dst, '\\', c)
	case c == '\n':
		return append(dst, '\\', 'n')
	case c == '\t':
		return append(dst, '\\', 't')
	case c == '\r':
		return append(dst, '\\', 'r')
	case c < ' ':
		return append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xF])
	default:
		return utf8.AppendRune(dst, utf8.RuneError)
	}
}
