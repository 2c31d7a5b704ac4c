package charset

import (
	"bytes"
	"slices"

	gogs "github.com/gogs/chardet"
	"github.com/wlynxg/chardet"
)

// doubtful are answers of the first detector that mean that it has no model
// for what it sees; the second one knows the Latin alphabets better.
var doubtful = []string{"", windows1252, "windows-1254", "macintosh", UTF8}

// byLibrary reads what is neither Unicode nor Cyrillic by the two libraries,
// and then as the most frequent encoding of Latin letters. An answer counts
// only if the text looks like writing.
func byLibrary(data, seen []byte) (Reading, error) {
	if bytes.IndexByte(data, 0) >= 0 {
		return Reading{}, &UnsureError{} // no text in an encoding of bytes has zeros
	}
	var names []string
	propose := func(label string) {
		if name, known := canonical(label); known && name != UTF8 && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	first := chardet.Detect(seen).Encoding
	name, _ := canonical(first)
	if slices.Contains(doubtful, name) {
		if found, err := gogs.NewTextDetector().DetectBest(withoutTags(seen)); err == nil && found != nil {
			propose(found.Charset)
		}
	}
	propose(first)
	propose(windows1252)
	for _, name := range names {
		if reading, ok := decodeAs(data, name); ok && isWriting(reading.Text) {
			return reading, nil
		}
	}
	return Reading{}, &UnsureError{Choices: names}
}

// withoutTags leaves out markup, which is ASCII whatever the encoding and looks
// like English to a detector.
func withoutTags(page []byte) []byte {
	var text []byte
	for len(page) > 0 {
		open := bytes.IndexByte(page, '<')
		if open < 0 {
			break
		}
		text = append(append(text, page[:open]...), ' ')
		closing := bytes.IndexByte(page[open:], '>')
		if closing < 0 {
			return text
		}
		page = page[open+closing+1:]
	}
	return append(text, page...)
}
