package review

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"glossator/models"
)

// Read reads the package in the file path. All of it was checked when the error
// is nil; nothing of it may be used when it is not. The error names the file
// and has one of
//
//   - [models.CodeNotFound], [models.CodeIsFolder], [models.CodeUnreadable],
//     [models.CodeEmpty]: there is no such file to read;
//   - [models.CodeUnsupported]: it is something else;
//   - [models.CodeNewer]: a newer program made it;
//   - [models.CodeTruncated], [models.CodeDamaged]: it did not arrive as it was
//     sent;
//   - [models.CodeTooLarge]: it is above the limits;
//   - [models.CodeInvalid]: it holds what no package holds.
func Read(path string, limits Limits) (models.Bundle, Manifest, error) {
	name := filepath.Base(path)
	file, err := os.Open(path)
	if err != nil {
		return models.Bundle{}, Manifest{}, unreadable(name, err)
	}
	defer func() { _ = file.Close() }() // its content has arrived
	info, err := file.Stat()
	switch {
	case err != nil:
		return models.Bundle{}, Manifest{}, unreadable(name, err)
	case info.IsDir():
		return models.Bundle{}, Manifest{}, models.Errorf(models.CodeIsFolder, "%s is a folder; choose the package file in it.", name)
	}
	return ReadFrom(file, info.Size(), name, limits)
}

func unreadable(name string, cause error) error {
	if errors.Is(cause, fs.ErrNotExist) {
		return models.Errorf(models.CodeNotFound, "%s is not there; check its name and folder.", name).Because(cause)
	}
	return models.Errorf(models.CodeUnreadable, "%s cannot be read; give yourself the right to read it.", name).Because(cause)
}

// ReadFrom is [Read] of size bytes that are at hand; name stands for them in
// errors.
func ReadFrom(r io.ReaderAt, size int64, name string, limits Limits) (models.Bundle, Manifest, error) {
	archive, err := open(r, size, name, limits)
	if err != nil {
		return models.Bundle{}, Manifest{}, err
	}
	m, err := archive.manifest()
	if err != nil {
		return models.Bundle{}, Manifest{}, err
	}
	b, err := archive.bundle(m)
	if err != nil {
		return models.Bundle{}, Manifest{}, err
	}
	return b, m, nil
}

// manifest reads what the package says about itself. Only the format of a
// newer package is looked at.
func (a *archive) manifest() (Manifest, error) {
	data, err := a.unpack(manifestPart)
	if err != nil {
		return Manifest{}, err
	}
	var m Manifest
	var header struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(data, &header) != nil {
		return m, notPackage(a.name)
	}
	if err := understood(header.Format, a.name); err != nil {
		return m, err
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return m, damaged(a.name).Because(err)
	}
	return m, a.expected(m)
}

// bundle reads the parts that the manifest vouches for.
func (a *archive) bundle(m Manifest) (models.Bundle, error) {
	b := models.Bundle{ProjectUID: m.ProjectUID, ProjectName: m.ProjectName, CodebookVersion: m.CodebookVersion}
	var rules rules
	for _, part := range m.Parts {
		data, err := a.verified(part)
		if err != nil {
			return models.Bundle{}, err
		}
		if err := rules.fill(&b, part.Name, data, a.limits.Line); err != nil {
			return models.Bundle{}, a.refuse(part.Name, err)
		}
	}
	if err := acceptable(m, b); err != nil {
		return models.Bundle{}, a.refuse(manifestPart, err)
	}
	return b, nil
}

// refuse makes a sentence of a broken rule.
func (a *archive) refuse(part string, err error) error {
	if errors.Is(err, errLongLine) {
		return swollen(a.name).Because(err)
	}
	return senseless(a.name, part, err.Error()).Because(err)
}
