package charset_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"glossator/app/ingest/charset"
)

// russianText is running text of the data to develop on.
func russianText(t *testing.T) []rune {
	t.Helper()
	var text strings.Builder
	for _, name := range []string{"d-ru-gsd.txt", "d-ru-taiga.txt"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "data", "segmentation", name))
		if err != nil {
			t.Skip("the shared data are not on this machine")
		}
		text.Write(data)
	}
	return []rune(text.String())
}

// TestRunningRussian cuts text into passages and reads each in eight encodings
// that nothing names.
func TestRunningRussian(t *testing.T) {
	t.Parallel()
	text := russianText(t)
	tables := map[string]encoding.Encoding{
		"windows-1251": charmap.Windows1251, "koi8-r": charmap.KOI8R, "ibm866": charmap.CodePage866, "iso-8859-5": charmap.ISO8859_5,
		"x-mac-cyrillic": charmap.MacintoshCyrillic, "utf-8": unicode.UTF8,
		"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	}
	const step = 3 // every third passage is enough
	for _, c := range []struct {
		size  int
		share float64 // that must be right
	}{{60, 0.97}, {200, 0.99}, {1000, 0.995}} {
		all, right := 0, 0
		for from := 0; from+c.size <= len(text); from += step * c.size {
			for name, table := range tables {
				data := encode(t, table, string(text[from:from+c.size]))
				want, err := table.NewDecoder().Bytes(data)
				if err != nil {
					t.Fatal(err)
				}
				all++
				got, err := charset.Decode(data, "")
				if err == nil && got.Text == string(want) {
					right++
				} else if c.size > 60 {
					t.Logf("%s: %q read as %s, %v", name, want, got.Name, err)
				}
			}
		}
		t.Logf("%d letters: %d of %d passages", c.size, right, all)
		if float64(right) < c.share*float64(all) {
			t.Errorf("%d letters: %d of %d passages", c.size, right, all)
		}
	}
}
