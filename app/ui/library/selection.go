package library

import "slices"

// selection is the articles that are chosen together, in the order in which
// they were. It knows no window.
type selection struct {
	uids   []string
	known  map[string]struct{}
	anchor int // the index from which a range is drawn; -1: none
}

func newSelection() *selection { return &selection{known: map[string]struct{}{}, anchor: -1} }

func (s *selection) has(uid string) bool {
	_, ok := s.known[uid]
	return ok
}

func (s *selection) add(uids ...string) {
	for _, uid := range uids {
		if uid != "" && !s.has(uid) {
			s.known[uid] = struct{}{}
			s.uids = append(s.uids, uid)
		}
	}
}

// toggle takes an article in or out.
func (s *selection) toggle(uid string) {
	if !s.has(uid) {
		s.add(uid)
		return
	}
	delete(s.known, uid)
	s.uids = slices.DeleteFunc(s.uids, func(other string) bool { return other == uid })
}

// replace chooses these and no others.
func (s *selection) replace(uids []string) {
	s.uids, s.known = nil, make(map[string]struct{}, len(uids))
	s.add(uids...)
}

// clear chooses nothing and reports whether anything was chosen.
func (s *selection) clear() bool {
	before := len(s.uids)
	s.replace(nil)
	s.anchor = -1
	return before > 0
}
