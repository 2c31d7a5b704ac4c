// Package container opens ZIP files that nobody vouches for. Entries are read
// through caps and never trusted for the size that their headers state, so a
// file that unpacks to a thousand times its size is refused at once.
package container

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"glossator/app/ingest/manuscript"
	"glossator/models"
)

// The limits of a container, checked while it is read.
const (
	MaxEntry   = 64 << 20 // bytes that one entry unpacks to
	MaxTotal   = 2 << 30  // bytes that all entries unpack to together
	MaxRatio   = 200      // bytes out for each byte in
	MaxEntries = 10_000
	freeBytes  = 1 << 20 // an entry of up to this size may have any ratio
)

// Container is an open ZIP file. It is not safe for use by several goroutines.
type Container struct {
	files  []*zip.File
	byName map[string]*zip.File
	left   int64 // bytes that may still be unpacked
}

// Open reads the directory of a ZIP file of size bytes. The error is a
// [manuscript.Fault]: damaged, or with more than [MaxEntries] entries.
func Open(r io.ReaderAt, size int64) (*Container, error) {
	reader, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, manuscript.Damaged(err)
	}
	if len(reader.File) > MaxEntries {
		return nil, manuscript.Faultf(models.CodeTooLarge,
			"holds more than %d files; split it into smaller archives.", MaxEntries)
	}
	c := &Container{files: reader.File, byName: make(map[string]*zip.File, len(reader.File)), left: MaxTotal}
	for _, file := range reader.File {
		c.byName[clean(file.Name)] = file
	}
	return c, nil
}

// Names returns the entries that are files, in the order of the directory,
// with slashes between folders. A name never leads out of the archive.
func (c *Container) Names() []string {
	names := make([]string, 0, len(c.files))
	for _, file := range c.files {
		if name := clean(file.Name); name != "" && !file.FileInfo().IsDir() {
			names = append(names, name)
		}
	}
	return names
}

// Has reports whether there is an entry of this name.
func (c *Container) Has(name string) bool {
	_, ok := c.byName[clean(name)]
	return ok
}

// Read unpacks one entry. The error is a [manuscript.Fault]: locked by a
// password, damaged, or swollen beyond the limits; for a name that is not
// there it is [fs.ErrNotExist].
func (c *Container) Read(name string) ([]byte, error) {
	file, ok := c.byName[clean(name)]
	if !ok {
		return nil, fmt.Errorf("%q: %w", name, fs.ErrNotExist)
	}
	const encrypted = 1 // bit 0 of the flags, APPNOTE.TXT 4.4.4
	if file.Flags&encrypted != 0 {
		return nil, manuscript.Faultf(models.CodeUnreadable,
			"is locked by a password; unpack it with the password and import what is in it.")
	}
	limit := c.limit(file)
	unpacked, err := file.Open()
	if err != nil {
		return nil, manuscript.Damaged(err)
	}
	defer closeRead(unpacked)
	data, err := io.ReadAll(io.LimitReader(unpacked, limit+1))
	c.left -= int64(len(data))
	switch {
	case int64(len(data)) > limit:
		return nil, manuscript.Faultf(models.CodeTooLarge,
			"unpacks to far more than an article holds; it may be made to fill the memory and was not read.")
	case err != nil:
		return nil, manuscript.Damaged(err)
	}
	return data, nil
}

// limit returns the most bytes that an entry may unpack to.
func (c *Container) limit(file *zip.File) int64 {
	packed := min(file.CompressedSize64, MaxEntry)
	byRatio := max(int64(packed)*MaxRatio, freeBytes)
	return max(min(byRatio, MaxEntry, c.left), 0)
}

// Part is [Container.Read] of an entry without which the file makes no sense:
// that it is missing is damage.
func (c *Container) Part(name string) ([]byte, error) {
	data, err := c.Read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, manuscript.Damaged(err)
	}
	return data, err
}

// clean returns the name of an entry as a path inside the archive: some
// programs write backslashes, and some people write "../".
func clean(name string) string {
	if !utf8.ValidString(name) {
		// ZIP programs of Russian Windows write the code page of DOS.
		if decoded, err := charmap.CodePage866.NewDecoder().String(name); err == nil {
			name = decoded
		}
	}
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// closeRead closes what was only read: its content has arrived.
func closeRead(r io.Closer) { _ = r.Close() }
