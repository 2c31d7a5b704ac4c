// Package charset turns bytes of an unknown encoding into text.
//
// The order of the questions matters more than any single answer. What cannot
// be an accident is asked first: a byte order mark, the zero bytes of wide
// encodings, the form of UTF-8. Then comes what the file or the server claims,
// unless the letters contradict it, because claims are wrong now and then. Then
// the Cyrillic encodings are told apart by how often their letters stand in
// running text, which no library does well for all of them; and what is left
// goes to two libraries that fail on different things. An answer that does not
// look like writing is thrown away: it is better to refuse a file than to show
// letters that nobody wrote.
package charset

import (
	"strings"
	"unicode/utf8"
)

// Reading is decoded text.
type Reading struct {
	Text string // valid UTF-8, without a byte order mark, otherwise as it was
	Name string // the encoding, as registered with IANA, in lower case
	Lost int    // places that are broken; each is U+FFFD in Text
}

// UnsureError is the error for bytes whose encoding cannot be told.
type UnsureError struct {
	Choices []string // the encodings that come closest, the best first; may be empty
}

// Error names the choices.
func (u *UnsureError) Error() string {
	if len(u.Choices) == 0 {
		return "no known encoding"
	}
	return "may be " + strings.Join(u.Choices, " or ")
}

// sampleSize is how many bytes are looked at where all would not tell more.
const sampleSize = 64 << 10

// Decode reads data. The label is the encoding that the server or the file
// itself claims, see [Declared]; it may be empty, unknown or wrong. The error
// is [UnsureError].
func Decode(data []byte, label string) (Reading, error) {
	for _, step := range []func([]byte, string) (Reading, bool){marked, wide, clean, mended, labelled} {
		if reading, ok := step(data, label); ok {
			return reading, nil
		}
	}
	seen := sample(data)
	cyrillic := rank(seen)
	if best := cyrillic.all[0]; best.isCyrillic() {
		if rival, ok := cyrillic.rival(); ok {
			return Reading{}, &UnsureError{Choices: []string{best.name, rival}}
		}
		if reading, ok := decodeAs(data, best.name); ok {
			return reading, nil
		}
	}
	return byLibrary(data, seen)
}

// clean reads valid UTF-8. A file with the escapes of the Japanese or Korean
// 7-bit encodings is valid too and means something else.
func clean(data []byte, _ string) (Reading, bool) {
	if !utf8.Valid(data) || hasShift(data) {
		return Reading{}, false
	}
	return Reading{Text: string(data), Name: UTF8}, true
}

// mended reads UTF-8 with a few broken places, such as a file that was cut in
// the middle of a character. Other encodings look like UTF-8 for a few
// characters at most.
func mended(data []byte, label string) (Reading, bool) {
	const fewest, perBroken = 4, 20
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		i += size
	}
	claimed := strings.EqualFold(label, UTF8) && whole > broken
	if broken == 0 || !claimed && (whole < fewest || whole < perBroken*broken) {
		return Reading{}, false
	}
	var text strings.Builder
	text.Grow(len(data))
	for _, r := range string(data) {
		text.WriteRune(r)
	}
	return Reading{Text: text.String(), Name: UTF8, Lost: broken}, true
}

// labelled believes the label if data can be read so and the letters do not
// speak for a Cyrillic encoding that the label does not name.
func labelled(data []byte, label string) (Reading, bool) {
	name, known := canonical(label)
	if !known || name == UTF8 {
		return Reading{}, false
	}
	reading, ok := decodeAs(data, name)
	if !ok || reading.Lost > 0 || contradicted(sample(data), name) {
		return Reading{}, false
	}
	return reading, true
}

// sample returns the part of data in which the first bytes above ASCII stand:
// what stands before them says nothing.
func sample(data []byte) []byte {
	const before = 64 // bytes, so that the first word is whole
	for i, b := range data {
		if b >= utf8.RuneSelf {
			data = data[max(0, i-before):]
			break
		}
	}
	return data[:min(len(data), sampleSize)]
}
