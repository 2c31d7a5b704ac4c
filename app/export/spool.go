package export

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

// spool keeps what belongs further down in a file until it is its turn. Rows
// are read once, and an archive is written from front to back; a temporary
// file on the disk keeps memory flat.
type spool struct {
	file *os.File
	*bufio.Writer
}

// newSpool makes an empty spool. It must be closed, which removes its file.
func newSpool() (*spool, error) {
	file, err := os.CreateTemp("", "glossator-export-*")
	if err != nil {
		return nil, fmt.Errorf("make a temporary file: %w", err)
	}
	return &spool{file, bufio.NewWriterSize(file, flushAt)}, nil
}

// copyTo writes everything in the spool to w.
func (s *spool) copyTo(w io.Writer) error {
	if err := s.Flush(); err != nil {
		return fmt.Errorf("write a temporary file: %w", err)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read a temporary file: %w", err)
	}
	if _, err := io.Copy(w, s.file); err != nil {
		return fmt.Errorf("copy a temporary file: %w", err)
	}
	return nil
}

// close drops the spool. Its errors concern a file that nobody needs.
func (s *spool) close() {
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
