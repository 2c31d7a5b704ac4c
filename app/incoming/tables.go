package incoming

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strconv"

	"glossator/models"
)

// The parts of the tables that hold annotations, see export.Tables.
const (
	annotationsPart = "annotations.csv"
	detailsPart     = "details.csv"
)

func readArchive(r *reading) (File, error) {
	archive, err := openArchive(r.path)
	if err != nil {
		return File{}, err
	}
	defer func() { _ = archive.Close() }() // it was only read
	return r.readParts(archive)
}

// openArchive opens a zip whose parts together are not too large.
func openArchive(name string) (*zip.ReadCloser, error) {
	archive, err := zip.OpenReader(name)
	if err != nil {
		return nil, models.Errorf(models.CodeDamaged, "The archive %q cannot be unpacked; it may be cut short.", name).Because(err)
	}
	total := uint64(0)
	for _, part := range archive.File {
		total += part.UncompressedSize64
	}
	if total > MaxBytes {
		_ = archive.Close() // the reason for it is the better error
		return nil, tooLarge(name)
	}
	return archive, nil
}

func readFolder(r *reading) (File, error) { return r.readParts(os.DirFS(r.path)) }

// readParts reads annotations.csv and, where it is, details.csv; they may lie
// in one folder of the archive.
func (r *reading) readParts(parts fs.FS) (File, error) {
	name, err := findPart(parts, annotationsPart)
	if err != nil {
		return File{}, models.Errorf(models.CodeInvalid, "There is no %s in %q; choose the file or folder that was exported.",
			annotationsPart, r.path).Because(err)
	}
	var file File
	err = r.part(parts, name, func(in io.Reader) error {
		file, err = r.readTable(in, FormatTables)
		return err
	})
	if err != nil {
		return File{}, err
	}
	err = r.part(parts, path.Join(path.Dir(name), detailsPart), func(in io.Reader) error { return r.readDetails(in, file.Rows) })
	if errors.Is(err, fs.ErrNotExist) {
		return file, nil
	}
	return file, err
}

// findPart looks for a file at the top or in one of the folders there.
func findPart(parts fs.FS, name string) (string, error) {
	for _, pattern := range []string{name, "*/" + name} {
		found, err := fs.Glob(parts, pattern)
		if err == nil && len(found) > 0 {
			return found[0], nil
		}
	}
	return "", fs.ErrNotExist
}

// part reads one file of an archive, no more of it than is allowed.
func (r *reading) part(parts fs.FS, name string, read func(io.Reader) error) error {
	in, err := parts.Open(name)
	if err != nil {
		return unreadable(r.path).Because(err)
	}
	defer func() { _ = in.Close() }() // it was only read
	return read(io.LimitReader(in, MaxBytes))
}

// readDetails adds the values of details.csv to the rows of their annotations.
func (r *reading) readDetails(in io.Reader, rows []Row) error {
	lines, err := openCSV(in, r.path, func(cells []string) int { return len(cells) })
	if err != nil {
		return err
	}
	return readDetailLines(lines, rows)
}

func readDetailLines(lines lines, rows []Row) error {
	byID := make(map[string]*Row, len(rows))
	for i := range rows {
		byID[rows[i].AnnotationID] = &rows[i]
	}
	header, _, err := lines.record()
	for err == nil {
		var cells []string
		if cells, _, err = lines.record(); err != nil {
			break
		}
		value := map[string]string{}
		for i, cell := range cells[:min(len(cells), len(header))] {
			value[plainName(header[i])] = cell
		}
		row, n := byID[value["annotation_id"]], number(value["n"])
		if row == nil || n < 1 {
			continue
		}
		row.putDetail(Detail{
			Label: value["label"], Field: value["field"], N: n - 1,
			Text: new(value["value"]), Number: new(value["value_number"]), ISO: new(value["value_iso"]),
		})
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

func number(cell string) int {
	n, err := strconv.Atoi(cell)
	if err != nil {
		return 0
	}
	return n
}

// putDetail adds a value, unless the row has it from its own columns.
func (r *Row) putDetail(d Detail) {
	for _, known := range r.Details {
		if sameName(known.Label, d.Label) && sameName(known.Field, d.Field) && known.N == d.N {
			return
		}
	}
	r.Details = append(r.Details, d)
}
