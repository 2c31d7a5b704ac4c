package segment

import (
	"unicode"
	"unicode/utf8"
)

// mark is the set of roles a punctuation character may play.
type mark uint16

const (
	space       mark = 1 << iota // white space, the invisible kinds included
	final                        // may end a sentence
	wide                         // a final mark that needs no space behind it, for CJK
	tight                        // the same for a few other scripts
	closer                       // closes with the sentence
	quoteCloser                  // a closer that ends a quotation
	opener                       // may stand before the first word of a sentence
	dash
	bullet
	barrier // can open no sentence
	joint   // belongs to an abbreviation or a number as much as a letter does
)

// marks lists the characters of each role.
var marks = []struct {
	role  mark
	chars string
}{
	{space, " \t\n\v\f\r\u0085\u00a0\u1680\u200b\ufeff"},
	{space, "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"},
	{final, ".!?…。！？｡।॥։؟۔።፧፨။‼⁇⁈⁉‽⸮﹖﹗．។៕᠃᠉\u037e"},
	{wide, "。！？｡﹖﹗．။"},
	{tight, "।۔؟።፧፨။։"},
	{closer, ")]}\"'»”’›」』】》〉）］“〕"},
	{quoteCloser, "\"'»”’›“」』"},
	{opener, "([{\"'«“‘„‚‹「『【《〈（¿¡”’`*_"},
	{dash, "-–—―‒"},
	{bullet, "•⁃▪●◦‣■►◆"},
	{barrier, ",;:)]}»/%=+\\|&№§،؛、，"},
	{joint, ".'’-№°§&/@_"},
}

var (
	asciiMarks = func() (table [utf8.RuneSelf]mark) {
		for _, m := range marks {
			for _, r := range m.chars {
				if r < utf8.RuneSelf {
					table[r] |= m.role
				}
			}
		}
		return table
	}()
	otherMarks = func() map[rune]mark {
		table := make(map[rune]mark)
		for _, m := range marks {
			for _, r := range m.chars {
				if r >= utf8.RuneSelf {
					table[r] |= m.role
				}
			}
		}
		return table
	}()
)

// The characters from Greek to Cyrillic play no role, but for the Greek question
// mark before and the Armenian full stop behind; the bounds spare letters the
// look-up.
const (
	firstPlain = '\u0380'
	lastPlain  = '\u052f'
)

// markOf returns the roles of r.
func markOf(r rune) mark {
	switch {
	case r < utf8.RuneSelf:
		return asciiMarks[r]
	case firstPlain <= r && r <= lastPlain:
		return 0
	}
	return otherMarks[r]
}

// isLetter is unicode.IsLetter with a short way for ASCII and Russian.
func isLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	case 'А' <= r && r <= 'я':
		return true
	}
	return unicode.IsLetter(r)
}

func isFigure(c byte) bool { return '0' <= c && c <= '9' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// isCapital reports whether r is a capital or a title-case letter.
func isCapital(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// isCombining reports whether r is a combining mark.
func isCombining(r rune) bool { return r >= utf8.RuneSelf && unicode.IsMark(r) }

// joins reports whether r hangs on the character before it, so that a cut
// before r would cut a grapheme.
func joins(r rune) bool {
	const zeroWidthJoiner = '\u200d'
	return r == zeroWidthJoiner || isCombining(r)
}
