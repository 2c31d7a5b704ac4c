package store_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gorm.io/gorm"

	"glossator/models"
	"glossator/models/store"
	"glossator/models/store/engine"
)

// crash copies a project as a power cut in the middle of a large transaction
// would leave it: half of the pages written, the journal beside it.
func crash(tb testing.TB, path, to string) {
	tb.Helper()
	db, err := engine.Open(path, engine.ReadWrite, engine.Settings())
	if err != nil {
		tb.Fatal(err)
	}
	err = db.Transaction(func(tx *gorm.DB) error {
		for _, step := range []string{
			"PRAGMA cache_size=5", // pages are written before the end
			"UPDATE projects SET version = version + 1",
			"UPDATE sentences SET text = text || ' torn'",
			"INSERT INTO meta(key, value) VALUES('torn', '" + strings.Repeat("x", 200_000) + "')",
		} {
			if err := tx.Exec(step).Error; err != nil {
				tb.Error(err)
			}
		}
		writeFile(tb, to, readFile(tb, path))
		writeFile(tb, to+"-journal", readFile(tb, path+"-journal"))
		return gorm.ErrInvalidTransaction
	})
	if err == nil {
		tb.Fatal("the transaction was not rolled back")
	}
	if err := engine.Close(db); err != nil {
		tb.Fatal(err)
	}
}

func TestInterruptedTransactionIsRolledBack(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	torn := filepath.Join(t.TempDir(), "p.glossator")
	crash(t, path, torn)
	broken, journal := readFile(t, torn), readFile(t, torn+"-journal")
	if bytes.Equal(broken, readFile(t, path)) {
		t.Fatal("the transaction wrote nothing before the crash")
	}
	readTorn(t, torn)
	if !bytes.Equal(broken, readFile(t, torn)) || !bytes.Equal(journal, readFile(t, torn+"-journal")) {
		t.Fatal("a file was changed")
	}
	o := options()
	o.BackupDir = filepath.Join(t.TempDir(), "copies")
	s, err := store.Open(torn, o)
	if err != nil {
		t.Fatal(err)
	}
	if !s.Recovered() {
		t.Error("the recovery was not told")
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	if stats, err := s.Stats(t.Context()); err != nil || stats.Annotations != 10 {
		t.Errorf("%+v %v", stats, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	copies, err := os.ReadDir(o.BackupDir)
	if err != nil || len(copies) != 2 {
		t.Fatalf("%v %v", copies, err)
	}
	kept := filepath.Join(o.BackupDir, copies[0].Name())
	if !bytes.Equal(readFile(t, kept), broken) || !bytes.Equal(readFile(t, kept+"-journal"), journal) {
		t.Error("what was set aside is not what was found")
	}
}

// readTorn reads a project that a crash left in the middle of a change, without
// taking the change back in the file.
func readTorn(t *testing.T, path string) {
	t.Helper()
	o := store.Options{ReadOnly: true, BackupDir: filepath.Join(t.TempDir(), "copies")}
	s, err := store.Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	if stats, err := s.Stats(t.Context()); err != nil || stats.Annotations != 10 {
		t.Errorf("%+v %v", stats, err)
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	if !strings.Contains(s.Caution().String(), "in the middle of a change") || s.Path() != path {
		t.Errorf("%s: %q", s.Path(), s.Caution())
	}
	wantCode(t, s.SetMeta(t.Context(), "k", "v"), models.CodeReadOnly)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(o.BackupDir); err != nil || len(left) > 0 {
		t.Errorf("the copy outlived the reading: %v %v", left, err)
	}
}

// A command that is in the middle of a change is no crash: nothing is set
// aside, and whoever reads or writes beside it waits.
func TestChangeUnderWayIsNoCrash(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	db, err := engine.Open(path, engine.ReadWrite, engine.Settings())
	if err != nil {
		t.Fatal(err)
	}
	if err := engine.SetJournal(db, engine.JournalKept); err != nil {
		t.Fatal(err)
	}
	tx := db.Begin()
	for _, step := range []string{
		"PRAGMA cache_size=1", // the journal is written to the disk before the end
		"UPDATE projects SET version = version + 1",
		"UPDATE articles SET title = title || ' later'",
		"INSERT INTO meta(key, value) VALUES('later', hex(zeroblob(200000)))",
	} {
		if err := tx.Exec(step).Error; err != nil {
			t.Fatal(err)
		}
	}
	if start := readFile(t, path+"-journal"); len(start) == 0 || start[0] == 0 {
		t.Fatal("the journal would be ignored anyway")
	}
	opened := make(chan *store.Store)
	copies := filepath.Join(t.TempDir(), "copies")
	go func() {
		defer close(opened)
		s, err := store.Open(path, store.Options{ReadOnly: true, BackupDir: copies})
		if err != nil {
			t.Error(err)
			return
		}
		opened <- s
	}()
	if err := tx.Rollback().Error; err != nil {
		t.Fatal(err)
	}
	for s := range opened {
		if s.Recovered() || s.Caution().Format != "" {
			t.Errorf("%q", s.Caution())
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if err := engine.Close(db); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(copies); len(left) > 0 {
		t.Errorf("copies were made: %v", left)
	}
}

func TestStraySideFilesAreNeverApplied(t *testing.T) {
	t.Parallel()
	mine, other := closedProject(t), closedProject(t)
	torn := filepath.Join(t.TempDir(), "other")
	crash(t, other, torn)
	foreign := readFile(t, torn+"-journal")
	unstarted := append([]byte{}, foreign...)
	binary.BigEndian.PutUint32(unstarted[8:], 0) // no page recorded, but a length to cut the file to
	binary.BigEndian.PutUint32(unstarted[16:], 3)
	otherSize := append([]byte{}, foreign...)
	binary.BigEndian.PutUint32(otherSize[24:], 8192)
	for name, side := range map[string]struct {
		suffix  string
		content []byte
	}{
		"journal of another project": {"-journal", foreign},
		"journal that only cuts":     {"-journal", unstarted},
		"journal of other pages":     {"-journal", otherSize},
		"journal of nobody":          {"-journal", []byte(strings.Repeat("x", 5000))},
		"half a header":              {"-journal", foreign[:20]},
		"log":                        {"-wal", []byte(strings.Repeat("w", 5000))},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "p.glossator")
			before := readFile(t, mine)
			writeFile(t, path, before)
			writeFile(t, path+side.suffix, side.content)
			for _, o := range []store.Options{options(), {ReadOnly: true}} {
				_, err := store.Open(path, o)
				wantCode(t, err, models.CodeStray)
				if !strings.Contains(models.Explain(err), "p.glossator"+side.suffix) {
					t.Errorf("the sentence does not name the side file: %s", models.Explain(err))
				}
			}
			if !bytes.Equal(before, readFile(t, path)) || !bytes.Equal(side.content, readFile(t, path+side.suffix)) {
				t.Error("a file was changed")
			}
			if err := os.Remove(path + side.suffix); err != nil {
				t.Fatal(err)
			}
			s, err := store.Open(path, options())
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestEmptySideFilesDoNoHarm(t *testing.T) {
	t.Parallel()
	path := closedProject(t)
	writeFile(t, path+"-journal", nil)
	writeFile(t, path+"-wal", nil)
	s, err := store.Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if s.Recovered() {
		t.Error("nothing had to be recovered")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
