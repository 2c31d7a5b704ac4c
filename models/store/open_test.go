package store_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glossator/models"
	"glossator/models/store"
	"glossator/models/store/engine"
)

// closedProject makes a project with some tags and returns its path.
func closedProject(tb testing.TB) string {
	tb.Helper()
	r := newRoom(tb, options(), 2, 40)
	for _, s := range r.sentences(tb, 0)[:10] {
		if _, _, err := r.ToggleLabel(tb.Context(), r.by, s.ID, "claim"); err != nil {
			tb.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		tb.Fatal(err)
	}
	return r.path
}

func readFile(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func writeFile(tb testing.TB, path string, data []byte) {
	tb.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		tb.Fatal(err)
	}
}

// foreignDatabase makes a database of another program.
func foreignDatabase(tb testing.TB, path string) {
	tb.Helper()
	db, err := engine.Open(path, engine.Create, engine.Settings())
	if err != nil {
		tb.Fatal(err)
	}
	if err := db.Exec("CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT); PRAGMA user_version=7").Error; err != nil {
		tb.Fatal(err)
	}
	if err := engine.Close(db); err != nil {
		tb.Fatal(err)
	}
}

func TestOpenRefusesWithoutTouching(t *testing.T) {
	t.Parallel()
	sample := readFile(t, closedProject(t))
	patched := func(offset int, bytes ...byte) []byte {
		data := append([]byte{}, sample...)
		copy(data[offset:], bytes)
		return data
	}
	foreign := filepath.Join(t.TempDir(), "notes.db")
	foreignDatabase(t, foreign)
	for name, state := range map[string]struct {
		content []byte
		code    models.Code
	}{
		"empty":               {nil, models.CodeEmpty},
		"text":                {[]byte("Dear colleague, here is my project."), models.CodeNotProject},
		"short text":          {[]byte("x"), models.CodeNotProject},
		"archive":             {[]byte("PK\x03\x04" + strings.Repeat("z", 4096)), models.CodeNotProject},
		"another program":     {readFile(t, foreign), models.CodeForeign},
		"no version":          {patched(60, 0, 0, 0, 0), models.CodeDamaged},
		"negative version":    {patched(60, 0xff, 0xff, 0xff, 0xff), models.CodeDamaged},
		"bad page size":       {patched(16, 0x12, 0x34), models.CodeDamaged},
		"bad fractions":       {patched(21, 0, 0, 0), models.CodeDamaged},
		"bad encoding":        {patched(56, 0, 0, 0, 9), models.CodeDamaged},
		"reserved not zero":   {patched(80, 1), models.CodeDamaged},
		"cut in the header":   {sample[:60], models.CodeTruncated},
		"cut in the middle":   {sample[:len(sample)/2], models.CodeTruncated},
		"cut by one page":     {sample[:len(sample)-4096], models.CodeTruncated},
		"cut by one byte":     {sample[:len(sample)-1], models.CodeTruncated},
		"schema page damaged": {patched(100, bytes.Repeat([]byte{0xff}, 3000)...), models.CodeDamaged},
		"log without a log":   {patched(18, 9, 9), models.CodeDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "p.glossator")
			writeFile(t, path, state.content)
			for _, o := range []store.Options{options(), {ReadOnly: true}, {Share: true}} {
				s, err := store.Open(path, o)
				if err == nil {
					_ = s.Close()
				}
				wantCode(t, err, state.code)
				if err != nil && !strings.Contains(models.Explain(err), "p.glossator") {
					t.Errorf("the sentence does not name the file: %s", models.Explain(err))
				}
			}
			if !bytes.Equal(readFile(t, path), state.content) {
				t.Error("the file was changed")
			}
			if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
				t.Errorf("something was left beside it: %v %v", entries, err)
			}
		})
	}
}

func TestOpenMissingAndFolder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	missing := filepath.Join(folder, "none.glossator")
	_, err := store.Open(missing, options())
	wantCode(t, err, models.CodeNotFound)
	_, err = store.Open(filepath.Join(folder, "no", "folder", "none.glossator"), options())
	wantCode(t, err, models.CodeNotFound)
	_, err = store.Open(folder, options())
	wantCode(t, err, models.CodeIsFolder)
	_, err = store.Open("a\x00b", options())
	wantCode(t, err, models.CodeInvalid)
	if _, err := os.Stat(missing); !os.IsNotExist(err) {
		t.Error("opening made a file")
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	taken := filepath.Join(folder, "taken")
	writeFile(t, taken, []byte("mine"))
	_, err := store.Create(taken, "Demo", options())
	wantCode(t, err, models.CodeExists)
	if string(readFile(t, taken)) != "mine" {
		t.Error("the file was changed")
	}
	_, err = store.Create(filepath.Join(folder, "none", "p"), "Demo", options())
	wantCode(t, err, models.CodeNotFound)
	_, err = store.Create(filepath.Join(folder, "p"), " ", options())
	wantCode(t, err, models.CodeInvalid)
	left := filepath.Join(folder, "q-journal")
	writeFile(t, left, []byte("left by a project that is gone"))
	_, err = store.Create(filepath.Join(folder, "q"), "Demo", options())
	wantCode(t, err, models.CodeStray)
}

func TestOddFileNames(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"plain.glossator", "with space.glossator", "what?.glossator", "hash#1.glossator", "100%.glossator", "%41.glossator",
		"a&b=c;d+e.glossator", "проект Қазақстан.glossator", "日本 😀.glossator", "quote'\".glossator", "?mode=memory", "file:x", "back\\slash",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := filepath.Join(t.TempDir(), "папка #1?")
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(folder, name)
			s, err := store.Create(path, "Demo", options())
			if err != nil {
				t.Skipf("this system does not take the name: %v", err)
			}
			if err := s.SetMeta(t.Context(), "k", name); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			entries, err := os.ReadDir(folder)
			if err != nil || len(entries) != 1 || entries[0].Name() != name {
				t.Fatalf("another file was made: %v %v", entries, err)
			}
			s, err = store.Open(path, options())
			if err != nil {
				t.Fatal(err)
			}
			if value, err := s.Meta(t.Context(), "k"); err != nil || value != name {
				t.Errorf("another file was opened: %q %v", value, err)
			}
			if err := s.Backup(t.Context(), filepath.Join(folder, "copy of "+name)); err != nil {
				t.Error(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestOpenFollowsLinks(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("this system makes no links")
	}
	s, err := store.Open(link, options())
	if err != nil {
		t.Fatal(err)
	}
	behind, err := filepath.EvalSymlinks(path)
	if err != nil || s.Path() != behind {
		t.Errorf("opened by %s", s.Path())
	}
	_, err = store.Open(path, options())
	wantCode(t, err, models.CodeInUse)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestLockedByAnotherProgram(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	before := readFile(t, path)
	db, err := engine.Open(path, engine.ReadWrite, engine.Settings())
	if err != nil {
		t.Fatal(err)
	}
	tx := db.Begin() // takes the write lock at once
	_, err = store.Open(path, options())
	wantCode(t, err, models.CodeLocked)
	tx.Rollback()
	if err := engine.Close(db); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, readFile(t, path)) {
		t.Error("the file was changed")
	}
	s, err := store.Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestDamagedPageIsNoticed(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	data := readFile(t, path)
	for page := 5; page < len(data)/4096; page++ { // leave the schema, ruin the rest
		copy(data[page*4096:], bytes.Repeat([]byte{0x5a}, 64))
	}
	writeFile(t, path, data)
	s, err := store.Open(path, options())
	if err != nil {
		wantCode(t, err, models.CodeDamaged)
		return
	}
	defer func() { _ = s.Close() }()
	_, err = s.Stats(t.Context())
	wantCode(t, err, models.CodeDamaged)
	err = s.SetMeta(t.Context(), "k", "v")
	wantCode(t, err, models.CodeDamaged)
}

func TestFlippedLetterIsFound(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	writeFile(t, path, bytes.ReplaceAll(readFile(t, path), []byte("приют"), []byte("приюв"))) // in texts and sentences alike
	s, err := store.Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	found, err := s.Check(t.Context())
	if err != nil || len(found) != 2 || found[0].Area != "texts" {
		t.Errorf("found %v, %v", found, err)
	}
}

func TestWriteAheadFileWithoutLogOpens(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	db, err := engine.Open(path, engine.ReadWrite, engine.Settings())
	if err != nil {
		t.Fatal(err)
	}
	if err := engine.SetJournal(db, "wal"); err != nil {
		t.Fatal(err)
	}
	if err := engine.Close(db); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetMeta(t.Context(), "k", "v"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if format := binary.BigEndian.Uint16(readFile(t, path)[18:]); format != 0x0101 {
		t.Errorf("the file still asks for a write-ahead log: %x", format)
	}
}

func TestReadOnlyOpening(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	before := readFile(t, path)
	window, err := store.Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	beside, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if rows, total, err := beside.Articles(t.Context(), models.ArticleFilter{Limit: 1}); err != nil || total != 2 || len(rows) != 1 {
		t.Errorf("%d of %d, %v", len(rows), total, err)
	}
	wantCode(t, beside.SetMeta(t.Context(), "k", "v"), models.CodeReadOnly)
	_, err = beside.Annotator(t.Context(), "Stranger")
	wantCode(t, err, models.CodeNotFound)
	if _, err := beside.Annotator(t.Context(), "Asel"); err != nil {
		t.Error(err)
	}
	for _, s := range []*store.Store{beside, window} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(before, readFile(t, path)) {
		t.Error("opening and closing changed the file")
	}
	wantCode(t, beside.SetMeta(t.Context(), "k", "v"), models.CodeInternal)
}

func TestClosedProjectAnswersCalmly(t *testing.T) {
	t.Parallel()
	r := newRoom(t, options(), 1, 1)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	_, err := r.Stats(t.Context())
	wantCode(t, err, models.CodeInternal)
	wantCode(t, r.Backup(t.Context(), filepath.Join(t.TempDir(), "b")), models.CodeInternal)
}

func TestClockMayGoBack(t *testing.T) {
	t.Parallel()
	o := options()
	now := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	o.Clock = func() time.Time { now = now.Add(-time.Hour); return now }
	r := newRoom(t, o, 1, 2)
	s := r.sentences(t, 0)[0]
	var last int64
	for range 4 {
		a, _, err := r.ToggleLabel(t.Context(), r.by, s.ID, "claim")
		if err != nil || a.Version <= last {
			t.Fatalf("version %d after %d, %v", a.Version, last, err)
		}
		last = a.Version
	}
	r.sound(t)
}
