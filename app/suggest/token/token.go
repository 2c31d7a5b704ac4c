// Package token splits a sentence into words, numbers and signs. It is the
// first step of everything that suggest reads in a sentence.
//
// Offsets are bytes of the sentence, as in every Go string.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is one word, number or sign.
type Token struct {
	Text    string
	Low     string // in lower case, with plain apostrophes and "е" for "ё"
	Start   int    // byte offset into the sentence
	End     int    // byte offset, exclusive
	Number  bool   // begins with a digit
	Capital bool   // begins with an upper-case letter
}

// plain folds spellings that differ for no reason of meaning.
var plain = strings.NewReplacer("\u2019", "'", "ё", "е")

// Split reads the tokens of a sentence. A number keeps its separators and the
// letters glued to it ("1,200", "700 000", "5th", "18-fold"); a word keeps its
// inner apostrophes but not its hyphens, so that the parts of "one-third" are
// seen. White space is dropped; every other rune is a token of its own.
func Split(sentence string) []Token {
	out := make([]Token, 0, len(sentence)/averageBytes+1)
	for i := 0; i < len(sentence); {
		r, size := utf8.DecodeRuneInString(sentence[i:])
		end := i + size
		switch {
		case unicode.IsSpace(r):
			i = end
			continue
		case isDigit(r):
			end = numberEnd(sentence, i)
		case unicode.IsLetter(r):
			end = wordEnd(sentence, i)
		}
		out = append(out, Token{
			Text: sentence[i:end], Low: fold(sentence[i:end]), Start: i, End: end,
			Number: isDigit(r), Capital: unicode.IsUpper(r),
		})
		i = end
	}
	return out
}

// averageBytes is about what a token and its space take.
const averageBytes = 5

// fold brings a word to the form that tables hold.
func fold(word string) string {
	return plain.Replace(strings.ToLower(word))
}

// Low returns the lower-case form of token i, and "" outside the sentence, so
// that rules may look around without asking where the sentence ends.
func Low(tokens []Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Low
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isDigitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// wordEnd returns where the word that starts at i ends. A trailing apostrophe
// is a quotation mark and stays outside.
func wordEnd(s string, i int) int {
	end := i
	for j := i; j < len(s); {
		r, size := utf8.DecodeRuneInString(s[j:])
		letter := unicode.IsLetter(r) || unicode.IsMark(r) || isDigit(r)
		if !letter && r != '\'' && r != '\u2019' {
			break
		}
		j += size
		if letter {
			end = j
		}
	}
	return end
}
