package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// The names of the Cyrillic encodings, as registered with IANA.
const (
	windows1251 = "windows-1251"
	kz1048      = "kz-1048"
	koi8u       = "koi8-u"
	koi8r       = "koi8-r"
	ibm866      = "ibm866"
	ibm855      = "ibm855"
	iso88595    = "iso-8859-5"
	macCyrillic = "x-mac-cyrillic"
)

const windows1252 = "windows-1252"

// extraLabels are the labels that the WHATWG Encoding Standard, which the index
// of x/text follows, does not know and files use.
var extraLabels = map[string]string{
	"kz-1048": kz1048, "rk1048": kz1048, "strk1048-2002": kz1048, "cskz1048": kz1048,
	"ibm855": ibm855, "cp855": ibm855, "855": ibm855,
	"maccyrillic": macCyrillic, "macroman": "macintosh", "mac-roman": "macintosh",
	"cp1250": "windows-1250", "cp1252": windows1252, "cp866": ibm866, "cp949": "euc-kr", "cp932": "shift_jis",
	"utf8": UTF8, "ascii": UTF8, "us-ascii": UTF8, "tis-620": "windows-874", "euc-tw": "", "johab": "",
	"utf-8-sig": UTF8, "iso-8859-8-i": "iso-8859-8", "hz-gb-2312": "",
	// a file that were in these would have been known by its zero bytes
	"utf-16": "", "utf-16le": "", "utf-16be": "", "utf-32": "", "unicode": "", "x-user-defined": "",
}

// canonical returns the name of the encoding that a label means.
func canonical(label string) (string, bool) {
	label = strings.ToLower(strings.Trim(label, " \t\r\n\"'"))
	if name, ok := extraLabels[label]; ok {
		return name, name != ""
	}
	found, err := htmlindex.Get(label)
	if err != nil {
		return "", false
	}
	name, err := htmlindex.Name(found)
	return name, err == nil && name != "replacement"
}

// decodeAs reads data in the encoding with this canonical name. It reports
// false when it is not known or more than one byte in a hundred is lost.
func decodeAs(data []byte, name string) (Reading, bool) {
	if name == UTF8 {
		reading := decodeUnicode(data, UTF8)
		return reading, reading.Lost == 0
	}
	table, err := tableOf(name)
	if err != nil {
		return Reading{}, false
	}
	decoded, err := table.NewDecoder().Bytes(data)
	if err != nil {
		return Reading{}, false
	}
	reading := Reading{Text: string(decoded), Name: name}
	if name == kz1048 {
		reading.Text = fromKazakh(data)
	}
	reading.Lost = strings.Count(reading.Text, string(utf8.RuneError)) + countC1(reading.Text)
	const perLost = 100
	return reading, reading.Lost*perLost <= len(data)
}

// tableOf returns the table of an encoding. That of KZ-1048 is not in x/text;
// what it has in common with windows-1251 is taken from there.
func tableOf(name string) (encoding.Encoding, error) {
	switch name {
	case kz1048:
		return charmap.Windows1251, nil
	case ibm855:
		return charmap.CodePage855, nil
	}
	return htmlindex.Get(name)
}

// countC1 counts the C1 controls, to which an encoding maps bytes that it does
// not use. No text has them.
func countC1(text string) int {
	const first, last = '\u0080', '\u009F'
	count := 0
	for _, r := range text {
		if first <= r && r <= last {
			count++
		}
	}
	return count
}

// kazakh is what KZ-1048 (the Kazakh standard STRK1048-2002, as registered with
// IANA) has in other places than windows-1251.
var kazakh = map[byte]rune{
	0x8D: 'Қ', 0x8E: 'Һ', 0x9D: 'қ', 0x9E: 'һ', 0xA1: 'Ұ', 0xA2: 'ұ', 0xA3: 'Ә', 0xA5: 'Ө', 0xAA: 'Ғ', 0xAF: 'Ү',
	0xB4: 'ө', 0xBA: 'ғ', 0xBC: 'ә', 0xBD: 'Ң', 0xBE: 'ң', 0xBF: 'ү',
}

func fromKazakh(data []byte) string {
	var text strings.Builder
	text.Grow(2 * len(data))
	for _, b := range data {
		text.WriteRune(kazakhRune(b))
	}
	return text.String()
}

func kazakhRune(b byte) rune {
	if r, ok := kazakh[b]; ok {
		return r
	}
	return charmap.Windows1251.DecodeByte(b)
}

// hasShift reports whether data has the escape sequence by which ISO-2022
// shifts to a set of two bytes a character.
func hasShift(data []byte) bool {
	return bytes.Contains(data, []byte("\x1b$"))
}

// isEightBit reports whether the encoding has one byte a character.
func isEightBit(name string) bool {
	table, err := tableOf(name)
	if err != nil {
		return false
	}
	_, ok := table.(*charmap.Charmap)
	return ok
}
