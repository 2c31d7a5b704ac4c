package app

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	"glossator/models"
)

// settings are what the program remembers on this machine and no project
// holds.
type settings struct {
	Device      string `json:"device"` // names this installation in the history of projects
	Annotator   string `json:"annotator,omitempty"`
	LastProject string `json:"last_project,omitempty"`
	CrashTold   string `json:"crash_told,omitempty"` // the last crash report that the user was told of
}

// loadSettings reads the settings; at the first start it makes them. Damaged
// settings are replaced: they hold nothing that cannot be said again.
func loadSettings(path string) (settings, error) {
	var known settings
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return settings{}, models.Errorf(models.CodeUnreadable,
			"The settings file %s cannot be read; give yourself the right to read it and start again.", path).Because(err)
	}
	if err == nil && json.Unmarshal(data, &known) == nil && models.PrefixDevice.Has(known.Device) {
		return known, nil
	}
	known.Device = string(models.PrefixDevice) + uuid.Must(uuid.NewV7()).String()
	return known, known.save(path)
}

// save writes the settings beside the old ones and swaps them in, so that a
// crash leaves one or the other.
func (s settings) save(path string) error {
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	if err := replaceFile(path, append(data, '\n')); err != nil {
		return models.Errorf(models.CodeReadOnly,
			"The folder %s cannot be written to; Glossator keeps its settings there. Free space or change its rights, and start again.",
			filepath.Dir(path)).Because(err)
	}
	return nil
}

func replaceFile(path string, data []byte) error {
	const ownerOnly, folderMode = 0o600, 0o700
	if err := os.MkdirAll(filepath.Dir(path), folderMode); err != nil {
		return err
	}
	temporary := path + ".new"
	if err := os.WriteFile(temporary, data, ownerOnly); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
