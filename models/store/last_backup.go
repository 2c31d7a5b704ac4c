package store

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"

	"glossator/models"
	"glossator/models/store/engine"
)

// LastBackups returns the automatic copies of a project file that cannot be
// opened, because it is damaged, gone or something else now: newest first, and
// only those that can be looked into. They are found by the place of the file,
// else by the project that its bytes still name. The file is only read;
// backupDir is [Options.BackupDir].
func LastBackups(path, backupDir string) []Backup {
	path, err := realPath(path)
	if err != nil || backupDir == "" {
		return nil
	}
	list := backupsOfFile(backupDir, fileMark(path))
	if len(list) == 0 {
		list = backupsOfProject(backupDir, path)
	}
	list = slices.DeleteFunc(list, func(b Backup) bool {
		_, err := Look(b.Path)
		return err != nil
	})
	slices.SortFunc(list, func(a, b Backup) int { return b.At.Compare(a.At) })
	return list
}

func backupsOfFile(backupDir, mark string) (list []Backup) {
	folders, err := filepath.Glob(filepath.Join(backupDir, string(models.PrefixProject)+"*"))
	if err != nil {
		return nil
	}
	for _, folder := range folders {
		found, err := listBackups(folder)
		if err != nil {
			continue // the others may do
		}
		for _, b := range found {
			if b.mark == mark {
				list = append(list, b)
			}
		}
	}
	return list
}

// backupsOfProject looks for the project whose UID stands in a file. A page of
// another project may stand there, too: the first UID that has backups counts.
func backupsOfProject(backupDir, path string) []Backup {
	for _, uid := range projectsIn(path) {
		if list, err := listBackups(filepath.Join(backupDir, uid)); err == nil && len(list) > 0 {
			return list
		}
	}
	return nil
}

// projectsIn returns the UIDs of projects that stand in the bytes of a file, in
// their order, each once.
func projectsIn(path string) (found []string) {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer func() { _ = file.Close() }() // was only read
	const window = 1 << 20
	const longest = 64 // bytes, of a mark that two windows share
	in := bufio.NewReaderSize(file, window)
	for {
		part, err := in.Peek(window)
		for _, mark := range projectMark.FindAll(part, -1) {
			if !slices.Contains(found, string(mark)) {
				found = append(found, string(mark))
			}
		}
		if err != nil {
			return found
		}
		_, _ = in.Discard(window - longest) // was peeked at
	}
}

// OpenLastBackup copies the newest of the backups that passes its check to
// dest, which must not be there, and returns which one it was. The error is
// that of the last one tried, see [RestoreBackup].
func OpenLastBackup(backups []Backup, dest string) (Backup, error) {
	var last error
	for _, b := range backups {
		err := RestoreBackup(b.Path, dest)
		if err == nil {
			return b, nil
		}
		last = err
		if models.CodeOf(err) == models.CodeExists {
			break
		}
	}
	if last == nil {
		last = models.Errorf(models.CodeNothing, "There is no backup of this project.")
	}
	return Backup{}, last
}

// PutAside gives a journal or write-ahead log that does not belong to the file
// at path a name under which nobody applies it, and returns that name, empty
// when there is none. Its bytes stay. The error has [models.CodeReadOnly] when
// the folder does not allow it.
func PutAside(path string, o Options) (string, error) {
	path, err := realPath(path)
	if err != nil {
		return "", err
	}
	header, err := engine.ReadHeader(path, applicationID)
	if err != nil {
		return "", err
	}
	if _, err := engine.HotJournal(path, header, projectName); models.CodeOf(err) != models.CodeStray {
		return "", err // it belongs to the file, or is not there any more
	}
	journal, log := engine.SideFiles(path)
	moved := ""
	for _, side := range []string{journal, log} {
		if info, err := os.Stat(side); err != nil || info.Size() == 0 {
			continue
		}
		moved = side + "-aside-" + o.completed().Clock().UTC().Format(backupTime)
		if err := vacant(moved); err != nil {
			return "", err
		}
		if err := os.Rename(side, moved); err != nil {
			return "", models.Errorf(models.CodeReadOnly,
				"%s cannot be moved; check your rights to the folder, then move it by hand.", filepath.Base(side)).Because(err)
		}
	}
	return moved, nil
}
