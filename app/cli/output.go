package cli

import (
	"bufio"
	"encoding/json"
	"io"
	"os"

	"glossator/app/ingest"
	"glossator/models"
)

// jsonLines writes one JSON object per line, with letters as they are.
func jsonLines(w io.Writer) *json.Encoder {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder
}

// buffered runs write with a buffer before the standard output and flushes it.
func (s *session) buffered(write func(io.Writer) error) error {
	out := bufio.NewWriter(s.streams.Out)
	if err := write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return models.Errorf(models.CodeInput, "The output could not be written; free space or check where it goes.").Because(err)
	}
	return nil
}

// source reads the document of an argument: a file, or - for standard input.
func (s *session) source(path string) (models.Document, error) {
	if path != "-" {
		return ingest.File(path)
	}
	return ingest.Stream("", s.streams.In)
}

// standardInput reads all of it, up to the size limit of an article and one
// byte more, so that the importer can tell.
func (s *session) standardInput() ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(s.streams.In, ingest.MaxSize+1))
	if err != nil {
		return nil, models.Errorf(models.CodeUnreadable, "The standard input could not be read.").Because(err)
	}
	return data, nil
}

// bytesOf reads a file as it is, or standard input for - or nothing.
func (s *session) bytesOf(given []string) ([]byte, error) {
	if len(given) == 0 || given[0] == "-" {
		return s.standardInput()
	}
	data, err := os.ReadFile(given[0])
	if err != nil {
		return nil, models.Errorf(models.CodeUnreadable,
			"The file %s cannot be read; check its name and its rights.", given[0]).Because(err)
	}
	return data, nil
}
