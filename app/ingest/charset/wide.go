package charset

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The names of the Unicode encodings, as registered with IANA.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	UTF32LE = "utf-32le"
	UTF32BE = "utf-32be"
)

// marks are the byte order marks of the Unicode Standard, chapter 23.8. That of
// UTF-32 LE begins with that of UTF-16 LE and stands before it.
var marks = []struct {
	mark string
	name string
}{
	{"\xEF\xBB\xBF", UTF8},
	{"\xFF\xFE\x00\x00", UTF32LE},
	{"\x00\x00\xFE\xFF", UTF32BE},
	{"\xFF\xFE", UTF16LE},
	{"\xFE\xFF", UTF16BE},
}

// marked reads what begins with a byte order mark.
func marked(data []byte, _ string) (Reading, bool) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(data, []byte(m.mark)); ok {
			return decodeUnicode(rest, m.name), true
		}
	}
	return Reading{}, false
}

// wide reads UTF-16 and UTF-32 without a mark. In running text of one script
// the high byte of nearly every unit is 0, for Latin letters and spaces, or
// that of the script's block; the low bytes are spread.
func wide(data []byte, _ string) (Reading, bool) {
	const shortest, enough = 8, 8192
	if len(data) < shortest {
		return Reading{}, false
	}
	head := data[:min(len(data), enough)]
	name := wideName(head)
	if name == "" {
		return Reading{}, false
	}
	reading := decodeUnicode(data, name)
	return reading, reading.Lost == 0
}

func wideName(head []byte) string {
	const lanes = 4
	var zeros [lanes]int
	for i, b := range head {
		if b == 0 {
			zeros[i%lanes]++
		}
	}
	quads := len(head) / lanes
	most := quads - quads/10 // emoji and rare ideographs have a 1 or 2 in the third byte
	switch {
	case zeros[3] >= quads && zeros[2] >= most && zeros[0] < quads/2:
		return UTF32LE
	case zeros[0] >= quads && zeros[1] >= most && zeros[3] < quads/2:
		return UTF32BE
	case isHighLane(head, 1):
		return UTF16LE
	case isHighLane(head, 0):
		return UTF16BE
	}
	return ""
}

// isHighLane reports whether every second byte of head, from lane on, looks like
// the high byte of a UTF-16 unit and the others like low bytes.
func isHighLane(head []byte, lane int) bool {
	const (
		greek, cyrillic, punctuation = 0x03, 0x04, 0x20
		usual, spread                = 0.92, 0.40 // shares of the units
	)
	var count [2][256]int
	for i, b := range head {
		count[i%2][b]++
	}
	high, low := &count[lane], &count[1-lane]
	units := float64(len(head) / 2)
	known := high[0] + high[cyrillic] + high[greek] + high[punctuation]
	return high[0] > 0 &&
		float64(known) >= usual*units &&
		float64(high[0]+high[cyrillic]) > units/2 &&
		float64(low[0]+low[cyrillic]) < spread*units
}

// decodeUnicode reads data in one of the encodings that are named here. Half a
// unit at the end, half a surrogate pair and what is no character is lost.
func decodeUnicode(data []byte, name string) Reading {
	reading := Reading{Name: name}
	var text strings.Builder
	text.Grow(len(data))
	add := func(r rune, valid bool) {
		if !valid {
			r = utf8.RuneError
			reading.Lost++
		}
		text.WriteRune(r)
	}
	switch name {
	case UTF16LE:
		decodeUTF16(data, binary.LittleEndian, add)
	case UTF16BE:
		decodeUTF16(data, binary.BigEndian, add)
	case UTF32LE:
		decodeUTF32(data, binary.LittleEndian, add)
	case UTF32BE:
		decodeUTF32(data, binary.BigEndian, add)
	default:
		for i := 0; i < len(data); {
			r, size := utf8.DecodeRune(data[i:])
			add(r, r != utf8.RuneError || size > 1)
			i += size
		}
	}
	reading.Text = text.String()
	return reading
}

func decodeUTF16(data []byte, order binary.ByteOrder, add func(rune, bool)) {
	const unit = 2
	for ; len(data) >= unit; data = data[unit:] {
		r := rune(order.Uint16(data))
		if !utf16.IsSurrogate(r) {
			add(r, true)
			continue
		}
		pair := rune(utf8.RuneError)
		if len(data) >= 2*unit {
			pair = utf16.DecodeRune(r, rune(order.Uint16(data[unit:])))
		}
		if pair != utf8.RuneError {
			data = data[unit:]
		}
		add(pair, pair != utf8.RuneError)
	}
	if len(data) > 0 {
		add(0, false)
	}
}

func decodeUTF32(data []byte, order binary.ByteOrder, add func(rune, bool)) {
	const unit = 4
	for ; len(data) >= unit; data = data[unit:] {
		r := rune(min(order.Uint32(data), utf8.MaxRune+1))
		add(r, utf8.ValidRune(r))
	}
	if len(data) > 0 {
		add(0, false)
	}
}
