package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// usualSigns are the signs beyond ASCII that writing has, and beside which
// letters may stand.
const usualSigns = "«»‹›“”„‘’‚—–―…№©®°§·•\u00A0\u00AD\u200B¿¡ªº™"

// amounts are signs beyond ASCII that stand beside digits or alone, and never
// beside a letter.
const amounts = "€£¥¢½¼¾±×²³µ†‡"

// isWriting reports whether nearly all that text has beyond ASCII stands where
// a writer would put it. Bytes read in the wrong encoding show capitals and
// signs in the middle of words.
func isWriting(text string) bool {
	const longest, perWrong = 1 << 20, 20
	text = text[:min(len(text), longest)]
	all, wrong := 0, 0
	before := ' '
	for i, r := range text {
		if r >= utf8.RuneSelf {
			after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			all++
			if !isPlaced(before, r, after) {
				wrong++
			}
		}
		before = r
	}
	return all > 0 && wrong*perWrong <= all
}

// isPlaced reports whether r may stand between the two characters beside it.
func isPlaced(before, r, after rune) bool {
	switch {
	case r == utf8.RuneError, unicode.IsControl(r):
		return false
	case unicode.IsUpper(r):
		return !unicode.IsLower(before)
	case unicode.IsLetter(r), unicode.IsMark(r):
		return true
	case strings.ContainsRune(usualSigns, r):
		return true
	case strings.ContainsRune(amounts, r):
		return !unicode.IsLetter(before) && !unicode.IsLetter(after)
	}
	return isWide(r)
}

// isWide reports whether r is a sign of East Asian writing: CJK symbols and
// punctuation, half-width and full-width forms.
func isWide(r rune) bool {
	return 0x3000 <= r && r <= 0x30FF || 0xFF00 <= r && r <= 0xFFEF
}
