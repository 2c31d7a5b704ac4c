package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"

	"gorm.io/gorm"

	"glossator/models"
)

// BackupReason says why an automatic copy was made; it stands in its name.
type BackupReason string

// The reasons for automatic copies.
const (
	BackupWork   BackupReason = "work"   // an hour of work, or the first work of a day
	BackupImport BackupReason = "import" // before articles are added
	BackupDelete BackupReason = "delete" // before many articles are deleted
	BackupMerge  BackupReason = "merge"  // before a colleague's copy is merged
	BackupUpdate BackupReason = "update" // before an older file is brought up to date
)

// backupName is "TIME-REASON-SEQ-FILE.glossator": when in UTC, why, the last
// line of history that is in it, so that a project that did not change since
// is not copied again, and of which file, see fileMark. Earlier versions named
// no file.
var backupName = regexp.MustCompile(`^(\d{8}-\d{6}\.\d{3})-([a-z]+)-(\d+)(?:-([0-9a-f]{8}))?\.glossator$`)

// fileMark is a short digest of the real path of a file, by which its backups
// are found when it is gone or does not say any more which project it was.
func fileMark(path string) string { return digest([]byte(path))[:8] }

// Backup is one automatic copy.
type Backup struct {
	Path   string
	At     time.Time
	Reason BackupReason
	Seq    int64 // the last line of history in it
	Bytes  int64

	mark string // of the file that was copied, see fileMark; empty: not known
}

// Backups returns the automatic copies of this project, newest first. Without
// [Options.BackupDir] there are none.
func (s *Store) Backups() ([]Backup, error) {
	if s.options.BackupDir == "" {
		return nil, nil
	}
	return listBackups(s.backupFolder())
}

func (s *Store) backupFolder() string { return filepath.Join(s.options.BackupDir, s.project.UID) }

func listBackups(folder string) ([]Backup, error) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, models.Errorf(models.CodeUnreadable,
			"The folder of the backups, %s, cannot be read; check your rights to it.", folder).Because(err)
	}
	var list []Backup
	for _, entry := range entries {
		parts := backupName.FindStringSubmatch(entry.Name())
		info, err := entry.Info()
		if parts == nil || err != nil { // not ours, or removed a moment ago
			continue
		}
		at, err := time.Parse(backupTime, parts[1])
		if err != nil {
			continue
		}
		seq, err := strconv.ParseInt(parts[3], 10, 64)
		if err != nil {
			continue
		}
		list = append(list, Backup{
			Path: filepath.Join(folder, entry.Name()), At: at,
			Reason: BackupReason(parts[2]), Seq: seq, Bytes: info.Size(), mark: parts[4],
		})
	}
	slices.SortFunc(list, func(a, b Backup) int { return b.At.Compare(a.At) })
	return list, nil
}

// Keep makes an automatic copy of the project, checked like every [Store.Backup],
// and then lets those go that are no longer worth their room. It makes none
// when the newest one is younger than every or holds the same state, or when
// there is nothing to lose yet, and reports whether it did. Without
// [Options.BackupDir] it does nothing.
func (s *Store) Keep(ctx context.Context, reason BackupReason, every time.Duration) (bool, error) {
	if s.options.BackupDir == "" || s.options.ReadOnly {
		return false, nil
	}
	list, err := s.Backups()
	if err != nil {
		return false, err
	}
	own := fileMark(s.path)
	list = slices.DeleteFunc(list, func(b Backup) bool { return b.mark != own && b.mark != "" }) // of another copy of the project
	var seq int64
	err = s.read(ctx, func(tx *gorm.DB) error {
		seq, _, err = first(tx, one[int64],
			"SELECT COALESCE(MAX(h.seq), 0) FROM history h WHERE EXISTS(SELECT 1 FROM article_texts)")
		return err
	})
	now := s.options.Clock()
	if err != nil || seq == 0 || len(list) > 0 && (list[0].Seq == seq || now.Sub(list[0].At) < every) {
		return false, err
	}
	if err := s.keepNow(ctx, s.project.UID, reason, seq); err != nil {
		return false, err
	}
	return true, nil
}

// keepNow writes the copy. The project is named, because a file that is still
// to be brought up to date has not been read yet.
func (s *Store) keepNow(ctx context.Context, project string, reason BackupReason, seq int64) error {
	folder := filepath.Join(s.options.BackupDir, project)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return models.Errorf(models.CodeReadOnly,
			"The folder for backups, %s, cannot be made; check the rights to it and the space there.", folder).Because(err)
	}
	sweep(folder)
	now := s.options.Clock().UTC()
	name := fmt.Sprintf("%s-%s-%d-%s.glossator", now.Format(backupTime), reason, seq, fileMark(s.path))
	if err := s.copyTo(ctx, filepath.Join(folder, name)); err != nil {
		return s.explain(err)
	}
	list, err := listBackups(folder)
	if err != nil {
		return err
	}
	for _, old := range superfluous(list, roomForBackups) {
		if err := os.Remove(old.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return models.Errorf(models.CodeReadOnly, "The old backup %s cannot be removed; check the rights to it.", old.Path).Because(err)
		}
	}
	return nil
}

// abandonedAfter is after how long a half-made copy is nobody's any more.
const abandonedAfter = 24 * time.Hour

// sweep removes what killed processes left of copies that they were making.
func sweep(folder string) {
	left, err := filepath.Glob(filepath.Join(folder, copyFolder))
	if err != nil {
		return
	}
	for _, path := range left {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > abandonedAfter {
			_ = os.RemoveAll(path) // the next copy tries again
		}
	}
}

// How many automatic copies of a project stay, and how many bytes they may
// take together.
const (
	newestKept     = 10
	daysKept       = 7
	weeksKept      = 4
	alwaysKept     = 2 // however large they are
	roomForBackups = 4 << 30
)

// superfluous returns the copies, of a list with the newest first, that may
// go: all but the newest ones, the last one of each of the last days with a
// copy, and the last one of each of the last weeks; and of those the oldest
// ones that go beyond room bytes.
func superfluous(list []Backup, room int64) []Backup {
	days, weeks := map[string]bool{}, map[string]bool{}
	var gone []Backup
	kept, used := 0, int64(0)
	for i, b := range list {
		day := b.At.Format(time.DateOnly)
		year, number := b.At.ISOWeek()
		week := fmt.Sprint(year, number)
		wanted := i < newestKept || !days[day] && len(days) < daysKept || !weeks[week] && len(weeks) < weeksKept
		days[day], weeks[week] = true, true
		if !wanted || kept >= alwaysKept && used+b.Bytes > room {
			gone = append(gone, b)
			continue
		}
		kept++
		used += b.Bytes
	}
	return gone
}
