package store

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"glossator/models"
)

func TestSuperfluousKeepsDaysAndWeeks(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 20, 18, 0, 0, 0, time.UTC)
	var list []Backup
	for hour := range 24 * 60 { // two months of copies, one an hour
		list = append(list, Backup{Path: strconv.Itoa(hour), At: now.Add(-time.Duration(hour) * time.Hour), Bytes: 10})
	}
	gone := superfluous(list, 1<<40)
	kept := len(list) - len(gone)
	if kept < newestKept+daysKept-1 || kept > newestKept+daysKept+weeksKept {
		t.Errorf("%d of %d stay", kept, len(list))
	}
	stays := map[string]bool{}
	for _, b := range list {
		stays[b.Path] = true
	}
	for _, b := range gone {
		delete(stays, b.Path)
	}
	for i := range newestKept {
		if !stays[strconv.Itoa(i)] {
			t.Errorf("the copy of %d hours ago is gone", i)
		}
	}
	for day := 1; day < daysKept; day++ { // the last copy of each day, at 23:00
		if name := strconv.Itoa(19 + 24*(day-1)); !stays[name] {
			t.Errorf("no copy of %d days ago", day)
		}
	}
}

func TestSuperfluousKeepsToItsRoom(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 5, 20, 18, 0, 0, 0, time.UTC)
	var list []Backup
	for hour := range 8 {
		list = append(list, Backup{Path: strconv.Itoa(hour), At: now.Add(-time.Duration(hour) * time.Hour), Bytes: 100})
	}
	if gone := superfluous(list, 350); len(gone) != 5 {
		t.Errorf("%d go, want all but 3", len(gone))
	}
	if gone := superfluous(list, 10); len(gone) != 6 {
		t.Errorf("%d go, want all but the two newest, however large", len(gone))
	}
	if gone := superfluous(nil, 10); len(gone) != 0 {
		t.Error("something goes of nothing")
	}
}

// A copy is made when there is something new, is as good as the project, and
// makes room for itself.
func TestKeepMakesCopiesThatOpen(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	now := time.Date(2026, 5, 20, 9, 0, 0, 0, time.UTC)
	o := Options{BackupDir: filepath.Join(t.TempDir(), "backups"), Clock: func() time.Time { return now }}
	path := goldenCopy(t)
	s, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	keep := func(every time.Duration, want bool) {
		t.Helper()
		if made, err := s.Keep(ctx, BackupWork, every); err != nil || made != want {
			t.Errorf("made %v, %v; want %v", made, err, want)
		}
	}
	now = now.Add(time.Minute)
	before, err := s.Backups()
	if err != nil {
		t.Fatal(err)
	}
	keep(0, len(before) == 0) // an update may have made one of this state
	keep(0, false)
	annotator, err := s.Annotator(ctx, "Someone new")
	if err != nil || annotator.ID == 0 {
		t.Fatal(err)
	}
	keep(time.Hour, false)
	now = now.Add(time.Hour)
	keep(time.Hour, true)
	list, err := s.Backups()
	if err != nil || len(list) != 2 || list[0].Reason != BackupWork || !list[0].At.Equal(now) || list[0].Bytes == 0 {
		t.Fatalf("%+v %v", list, err)
	}
	is, err := s.Holding(ctx)
	if err != nil {
		t.Fatal(err)
	}
	was, err := Look(list[0].Path)
	if err != nil || was != is || is.Annotations != 2 || is.Articles != 1 {
		t.Errorf("%+v %+v %v", was, is, err)
	}
	dest := filepath.Join(t.TempDir(), "again.glossator")
	if err := RestoreBackup(list[0].Path, dest); err != nil {
		t.Fatal(err)
	}
	if err := RestoreBackup(list[0].Path, dest); models.CodeOf(err) != models.CodeExists {
		t.Errorf("over a file: %v", err)
	}
	again, err := Open(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if found, err := again.Check(ctx); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(list[0].Path, []byte("SQLite format 3\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Look(list[0].Path); models.CodeOf(err) != models.CodeTruncated {
		t.Errorf("a cut backup: %v", err)
	}
}
