package engine_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"glossator/models/store/engine"
)

// grown makes a database of two tables, one of which has several pages, and
// returns its bytes.
func grown(tb testing.TB) []byte {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "grown.db")
	db, err := engine.Open(path, engine.Create, engine.Settings())
	if err != nil {
		tb.Fatal(err)
	}
	err = db.Exec("PRAGMA page_size=512; CREATE TABLE words(id INTEGER PRIMARY KEY, word TEXT, weight REAL, raw BLOB); " +
		"CREATE TABLE few(key TEXT, n INTEGER); INSERT INTO few VALUES('a', -1), ('b', NULL)").Error
	for i := range 60 {
		if err == nil {
			err = db.Exec("INSERT INTO words VALUES(?, ?, ?, zeroblob(?))", i+1, fmt.Sprintf("word %d", i), float64(i)/2, i*20).Error
		}
	}
	if err := errors.Join(err, engine.Close(db)); err != nil {
		tb.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// forestOf reads the forest of these bytes.
func forestOf(tb testing.TB, data []byte) (engine.Forest, error) {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "f.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	return engine.ReadForest(path)
}

func TestForestFindsTablesByTheirPages(t *testing.T) {
	t.Parallel()
	data := grown(t)
	whole, err := forestOf(t, data)
	if err != nil || whole.Broken || len(whole.Trees) != 2 {
		t.Fatalf("%+v %v", whole, err)
	}
	for _, tree := range whole.Trees {
		first := tree.Rows[0]
		switch len(first) {
		case 4:
			if first[0].Kind != engine.Null || first[1].Text != "word 0" || first[2].Kind != engine.Integer || first[3].Kind != engine.Blob {
				t.Errorf("a word is %+v", first)
			}
		case 2:
			if first[0].Text != "a" || first[1].Integer != -1 || tree.Rows[1][1].Kind != engine.Null {
				t.Errorf("the few are %+v", tree.Rows)
			}
		default:
			t.Errorf("a row of %d values", len(first))
		}
	}
	const page = 512
	at := slices.IndexFunc(whole.Trees, func(tree engine.Tree) bool { return len(tree.Rows[0]) == 4 })
	clear(data[whole.Trees[at].Root*page-page : whole.Trees[at].Root*page]) // the page that joins the others
	pieces, err := forestOf(t, data)
	words := 0
	for _, tree := range pieces.Trees {
		if strings.HasPrefix(tree.Rows[0][len(tree.Rows[0])/3].Text, "word") {
			words++
		}
	}
	if err != nil || words < 2 {
		t.Errorf("%d pieces, %v", words, err)
	}
}

// Whatever stands on the pages, looking at them ends well.
func FuzzForest(f *testing.F) {
	data := grown(f)
	f.Add(data, uint16(600), byte(0xff))
	f.Add(data[:700], uint16(16), byte(0))
	f.Add(data[:2000], uint16(520), byte(5))
	f.Fuzz(func(t *testing.T, data []byte, at uint16, value byte) {
		if int(at) < len(data) {
			data[at] = value
		}
		if _, err := forestOf(t, data); err != nil {
			t.Log(err)
		}
	})
}
