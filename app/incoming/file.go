package incoming

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"glossator/models"
)

// Format is how a file holds annotations.
type Format string

// The formats that [Read] knows.
const (
	FormatCSV         Format = "csv"
	FormatTables      Format = "tables" // annotations.csv and details.csv in a zip or folder
	FormatWorkbook    Format = "xlsx"   // the same as sheets
	FormatLabelStudio Format = "label-studio"
	FormatDoccano     Format = "doccano"
	FormatQDPX        Format = "qdpx"
)

// The limits of a file. One that is larger is refused in a sentence before
// much of it is read.
const (
	MaxBytes = 512 << 20 // of a file, and of what an archive unpacks to
	MaxRows  = 500_000
	maxCells = 4 << 20 // bytes of one line
	maxItem  = 64 << 20
)

// File is what a file of annotations holds.
type File struct {
	Path      string
	Format    Format
	Schema    string // name of the set of columns, see export.Schema, or empty
	Rows      []Row
	Extra     []string       // columns that are none of ours, in their order
	Documents []models.Draft // texts that the file brings along; without sentences: still to be cut
	Notices   []models.Text  // damage done by a spreadsheet, what was not read

	header []string // of a table
}

// Name returns the name of the file without its folder.
func (f *File) Name() string { return filepath.Base(f.Path) }

// Read reads a file of annotations: a CSV in the columns of export.Schema, in
// any order and case; the zip or folder of tables; the workbook; Label Studio's
// JSON; doccano's JSON Lines; a REFI-QDA project. The labels are those of the project
// that it shall go to; they name the columns of details.
//
// The error is a sentence that names the file: [models.CodeNotFound],
// [models.CodeUnreadable], [models.CodeTooLarge], [models.CodeEncoding],
// [models.CodeEmpty], [models.CodeTruncated] or [models.CodeInvalid] for one
// that is no such file, [models.CodeUnsupported] for one of another kind,
// [models.CodeCancelled].
func Read(ctx context.Context, path string, labels []models.Label) (File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return File{}, models.Errorf(models.CodeNotFound, "The file %q is not there; check its name.", path).Because(err)
	}
	if !info.IsDir() && info.Size() > MaxBytes {
		return File{}, tooLarge(path)
	}
	if !info.IsDir() && info.Size() == 0 {
		return File{}, models.Errorf(models.CodeEmpty, "The file %q is empty.", path)
	}
	reading := &reading{ctx: ctx, path: path, labels: labels}
	read, err := reading.reader(info.IsDir())
	if err != nil {
		return File{}, err
	}
	file, err := read(reading)
	if err != nil {
		return File{}, err
	}
	file.Path = path
	if len(file.Rows) == 0 {
		return File{}, models.Errorf(models.CodeEmpty, "The file %q holds no annotation.", path)
	}
	return file, nil
}

// reading is one file on its way in.
type reading struct {
	ctx    context.Context //nolint:containedctx // lives as long as the call of Read
	path   string
	labels []models.Label
}

// readers are the readers by the ending of the file's name, in lower case.
var readers = map[string]func(*reading) (File, error){
	".csv":   readCSV,
	".tsv":   readCSV,
	".txt":   readCSV,
	".zip":   readArchive,
	".xlsx":  readWorkbook,
	".json":  readJSON,
	".jsonl": readDoccano,
	".qdpx":  readQDPX,
}

func (r *reading) reader(folder bool) (func(*reading) (File, error), error) {
	if folder {
		return readFolder, nil
	}
	if read, known := readers[strings.ToLower(filepath.Ext(r.path))]; known {
		return read, nil
	}
	return nil, models.Errorf(models.CodeUnsupported,
		"Annotations are not read from %q; give a .csv, .xlsx, .zip, .json, .jsonl or .qdpx file.", r.path)
}

// open opens the file itself.
func (r *reading) open() (*os.File, error) {
	file, err := os.Open(r.path)
	if err != nil {
		return nil, unreadable(r.path).Because(err)
	}
	return file, nil
}

// full returns an error when a file has more rows than are taken at once, or
// the user has stopped.
func (r *reading) full(rows int) error {
	if rows >= MaxRows {
		return models.Errorf(models.CodeTooLarge,
			"The file %q has more than %d rows; split it and import the parts one after the other.", r.path, MaxRows)
	}
	if err := r.ctx.Err(); err != nil {
		return models.Errorf(models.CodeCancelled, "The reading of %q was stopped.", r.path).Because(err)
	}
	return nil
}

func unreadable(path string) *models.Error {
	return models.Errorf(models.CodeUnreadable, "The file %q cannot be read; check its rights and try again.", path)
}

func tooLarge(path string) *models.Error {
	return models.Errorf(models.CodeTooLarge,
		"The file %q is larger than the %d MB that are read at once; split it and import the parts one after the other.",
		path, MaxBytes>>20)
}
