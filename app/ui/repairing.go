package ui

import "context"

// joinSentences joins the sentence under the cursor with the next one.
func (s *Shell) joinSentences() {
	s.flush()
	ws, at := s.desk.ws, s.desk.ws.Cursor()
	s.do(func(ctx context.Context) error { return ws.MergeWithNext(ctx, at) })
}

// splitSentence cuts the sentence under the cursor where the user points.
func (s *Shell) splitSentence() {
	s.flush()
	ws, at := s.desk.ws, s.desk.ws.Cursor()
	offset, ok := s.desk.reader.Caret()
	if !ok {
		return
	}
	s.do(func(ctx context.Context) error { return ws.Split(ctx, at, offset) })
}
