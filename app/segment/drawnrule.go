package segment

// minDrawnRule is the fewest like signs that make a rule across the line.
const minDrawnRule = 3

// drawnRule returns the end of the run of like signs (----, ====, ____, ****)
// at byte i, or i where there is none.
func (l line) drawnRule(i int) int {
	c := l.at(i)
	switch c {
	case '-', '=', '_', '*', '~', '#':
	default:
		return i
	}
	j := i
	for l.at(j) == c {
		j++
	}
	if j-i < minDrawnRule {
		return i
	}
	return j
}

// drawnAcross: a rule drawn across the line (-----) parts what stands before it
// from what stands behind.
func drawnAcross(s *scanner, e *ending) verdict {
	if s.drawnRule(e.next) > e.next {
		return cut
	}
	return undecided
}
