package review

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"glossator/models"
)

// archive is an open package.
type archive struct {
	name    string // in errors
	limits  Limits
	files   map[string]*zip.File
	strange []string // entries that this format does not have; a newer one may
	left    int64    // bytes that may still be unpacked
}

// open reads the directory of a package and looks at every name in it, before
// anything is unpacked.
func open(r io.ReaderAt, size int64, name string, limits Limits) (*archive, error) {
	switch {
	case size == 0:
		return nil, models.Errorf(models.CodeEmpty, "%s is empty; copy or download it again.", name)
	case size > limits.File:
		return nil, swollen(name)
	}
	reader, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, notArchive(r, name).Because(err)
	}
	a := &archive{name: name, limits: limits, files: map[string]*zip.File{}, left: limits.unpacked(size)}
	return a, a.list(reader.File)
}

// notArchive tells a package without its end from a file of another kind.
func notArchive(r io.ReaderAt, name string) *models.Error {
	local := []byte("PK\x03\x04") // APPNOTE.TXT 4.3.7
	start := make([]byte, len(local))
	if n, _ := r.ReadAt(start, 0); n == len(local) && bytes.Equal(start, local) {
		return truncated(name)
	}
	return notPackage(name)
}

// list takes in the directory. A name that leads out of the archive is refused
// before all else: it says what the sender had in mind.
func (a *archive) list(files []*zip.File) error {
	for _, file := range files {
		if !local(file.Name) {
			return escaping(a.name, file.Name)
		}
	}
	for _, file := range files {
		known := file.Name == manifestPart || slices.Contains(contentParts, file.Name)
		switch {
		case !known:
			a.strange = append(a.strange, file.Name)
		case a.files[file.Name] != nil:
			return damaged(a.name)
		default:
			a.files[file.Name] = file
		}
	}
	if a.files[manifestPart] == nil {
		return notPackage(a.name)
	}
	return nil
}

// local reports whether a name stays inside the folder that an archive is
// unpacked to, on every system.
func local(name string) bool {
	slashed := strings.ReplaceAll(name, `\`, "/")
	drive := len(slashed) > 1 && slashed[1] == ':'
	return !path.IsAbs(slashed) && !drive && !slices.Contains(strings.Split(slashed, "/"), "..")
}

// expected holds the archive against its manifest: every part once, in order,
// and nothing else.
func (a *archive) expected(m Manifest) error {
	if len(a.strange) > 0 {
		return strange(a.name, a.strange[0])
	}
	names := mapped(m.Parts, func(p Part) string { return p.Name })
	if !slices.Equal(names, contentParts) {
		return damaged(a.name)
	}
	for _, name := range names {
		if a.files[name] == nil {
			return damaged(a.name)
		}
	}
	return nil
}

// verified unpacks a part that must be what the manifest says.
func (a *archive) verified(part Part) ([]byte, error) {
	if part.Size > a.left {
		return nil, swollen(a.name)
	}
	data, err := a.unpack(part.Name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	if int64(len(data)) != part.Size || hex.EncodeToString(sum[:]) != part.SHA256 {
		return nil, damaged(a.name)
	}
	return data, nil
}

// unpack reads one entry as far as the limits go.
func (a *archive) unpack(name string) ([]byte, error) {
	unpacked, err := a.files[name].Open()
	if err != nil {
		return nil, damaged(a.name).Because(err)
	}
	defer func() { _ = unpacked.Close() }() // its content has arrived
	data, err := io.ReadAll(io.LimitReader(unpacked, a.left+1))
	if int64(len(data)) > a.left {
		return nil, swollen(a.name)
	}
	a.left -= int64(len(data))
	if err != nil {
		return nil, damaged(a.name).Because(err)
	}
	return data, nil
}
