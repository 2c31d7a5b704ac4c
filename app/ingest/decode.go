package ingest

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"glossator/models"
)

// The byte order marks of the Unicode Standard, chapter 23.8.
const (
	markUTF8    = "\xEF\xBB\xBF"
	markUTF16LE = "\xFF\xFE"
	markUTF16BE = "\xFE\xFF"
	markUTF32LE = "\xFF\xFE\x00\x00"
)

// The names of the encodings that are read, as registered with IANA.
const (
	encodingUTF8    = "utf-8"
	encodingUTF16LE = "utf-16le"
	encodingUTF16BE = "utf-16be"
)

// decode returns data as a text in the form that the package comment
// describes, and the encoding that was read.
func decode(from source, data []byte) (text, encoding string, err error) {
	decoded, encoding, valid := unwrap(data)
	switch {
	case hasControls(decoded):
		return "", "", models.Errorf(models.CodeBinary,
			"%s is not plain text, because it holds control characters; save it as plain text and import that.", from.subject)
	case !valid:
		return "", "", models.Errorf(models.CodeEncoding,
			"%s is not in UTF-8; open it in a text editor and save it with the encoding UTF-8.", from.subject)
	}
	return norm.NFC.String(lineFeeds(decoded)), encoding, nil
}

// unwrap tells the encoding by the byte order mark; without one it takes
// UTF-8. It reports false when data is not in that encoding.
func unwrap(data []byte) (text, encoding string, valid bool) {
	switch {
	case bytes.HasPrefix(data, []byte(markUTF32LE)):
		return "", "", false
	case bytes.HasPrefix(data, []byte(markUTF16LE)):
		text, valid = fromUTF16(data[len(markUTF16LE):], binary.LittleEndian)
		return text, encodingUTF16LE, valid
	case bytes.HasPrefix(data, []byte(markUTF16BE)):
		text, valid = fromUTF16(data[len(markUTF16BE):], binary.BigEndian)
		return text, encodingUTF16BE, valid
	}
	data = bytes.TrimPrefix(data, []byte(markUTF8))
	return string(data), encodingUTF8, utf8.Valid(data)
}

// fromUTF16 reports false for half a unit at the end and for half a surrogate
// pair anywhere: an unknown character must not slip in.
func fromUTF16(data []byte, order binary.ByteOrder) (string, bool) {
	const unit = 2
	if len(data)%unit != 0 {
		return "", false
	}
	var text strings.Builder
	text.Grow(len(data))
	for i := 0; i < len(data); i += unit {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			if i += unit; i >= len(data) {
				return "", false
			}
			if r = utf16.DecodeRune(r, rune(order.Uint16(data[i:]))); r == utf8.RuneError {
				return "", false
			}
		}
		text.WriteRune(r)
	}
	return text.String(), true
}

// hasControls reports whether text has a C0 control other than tab, line feed
// and carriage return.
func hasControls(text string) bool {
	for i := range len(text) {
		if b := text[i]; b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			return true
		}
	}
	return false
}

func lineFeeds(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}
