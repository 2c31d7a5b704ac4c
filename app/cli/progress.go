package cli

import (
	"fmt"
	"os"
)

// progress tells how far something is, on one line that is written again and
// again, and end clears it. Only a terminal is told: a file full of progress is
// of no use. A total of 0 is not known.
func (s *session) progress(what string) (tell func(done, total int), end func()) {
	screen, ok := s.streams.Err.(*os.File)
	if ok {
		info, err := screen.Stat()
		ok = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	if !ok {
		return func(int, int) {}, func() {}
	}
	const again = "\r\x1b[K" // ECMA-48: back to the start of the line, erase it
	tell = func(done, total int) {
		text := fmt.Sprintf("%s%s: %d", again, what, done)
		if total > 0 {
			text += fmt.Sprintf(" of %d", total)
		}
		s.sayf("%s", text)
	}
	return tell, func() { s.sayf(again) }
}
