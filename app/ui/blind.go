package ui

import (
	"context"

	"glossator/models"
)

// codingBlind reports whether the open article is coded without seeing the
// labels of others.
func (s *Shell) codingBlind() bool {
	return s.desk != nil && s.desk.ws.Coding() == models.CodingBlind
}

// toggleBlind hides the labels of others on the selected articles or the open
// one until they are finished, or shows them.
func (s *Shell) toggleBlind() {
	ws, uids := s.desk.ws, s.atHand()
	coding := models.CodingBlind
	if s.codingBlind() {
		coding = models.CodingOpen
	}
	s.flush()
	s.do(func(ctx context.Context) error { return ws.SetCodings(ctx, uids, coding) })
}
