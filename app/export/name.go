package export

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"glossator/models"
)

// maxPart is the longest part of a file name, in bytes; two of them and the
// rest stay well below the 255 that file systems allow.
const maxPart = 60

// FileName proposes the name of an export in this format,
// <project>_<content>_<YYYY-MM-DD>_<who><extension>, in lower case, ASCII and
// hyphens, so that it survives every mail program, archive and file system.
// The day is that of day's own time zone; who is the annotator, "gold" or
// "all", which an empty one becomes.
func (f Format) FileName(project string, day time.Time, who string) string {
	return fmt.Sprintf("%s_%s_%s_%s%s", namePart(project, "project"), cmp.Or(f.Content, "annotations"),
		day.Format(time.DateOnly), namePart(who, "all"), f.Extension)
}

// FreePath returns path if there is no such file, else the first of path-2,
// path-3, ... (before the extension) that is free. The error has
// [models.CodeExists] when a thousand of them are taken.
func FreePath(path string) (string, error) {
	const attempts = 1000
	extension := filepath.Ext(path)
	candidate := path
	for n := 2; n < attempts; n++ {
		if _, err := os.Lstat(candidate); errors.Is(err, fs.ErrNotExist) {
			return candidate, nil
		}
		candidate = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, extension), n, extension)
	}
	return "", models.Errorf(models.CodeExists,
		"There are too many files named like %q; choose another name or folder.", path)
}

// namePart writes words in lower-case ASCII letters and digits, with one hyphen
// for whatever stands between them. It returns fallback when nothing is left.
func namePart(words, fallback string) string {
	var part strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(latin(norm.NFC.String(words))) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
			continue // what is left of an accented letter, and "don't", are one word
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && part.Len() > 0 {
				part.WriteByte('-')
			}
			part.WriteRune(r)
			gap = false
		default:
			gap = true
		}
		if part.Len() >= maxPart {
			break
		}
	}
	if part.Len() == 0 {
		return fallback
	}
	return part.String()
}

// latin writes Cyrillic letters, and the Latin ones that are no letter plus
// accent, in plain lower-case letters.
func latin(words string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(words) {
		if plain, ok := transliteration[r]; ok {
			out.WriteString(plain)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}
