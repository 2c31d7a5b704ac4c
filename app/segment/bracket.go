package segment

import "strings"

// closesLater reports whether the bracket opened before byte j closes soon
// behind it, with none opening in between: j lies inside brackets.
func (l line) closesLater(j int) bool {
	const reach = 400
	for _, c := range []byte(l[j:l.window(j, reach)]) {
		if c == '(' || c == ')' {
			return c == ')'
		}
	}
	return false
}

// bracketedYear reports whether figures alone stand in a round bracket at byte k.
func (l line) bracketedYear(k int) bool {
	return l.at(k) == '(' && l.at(l.digits(k+1)) == ')'
}

// bracketEndsLine reports whether the bracket at byte k closes at the end of the
// line: a remark of its own behind the last sentence.
func (l line) bracketEndsLine(k int) bool {
	const reach = 400
	return len(l)-k < reach && strings.IndexByte(string(l[k:]), ')') == len(l)-k-1
}

// citation: a reference in brackets belongs to the quotation before it when the
// sentence's own mark stands behind the bracket ("…" (Smith 55).).
func citation(s *scanner, e *ending) verdict {
	const reach = 120
	if !e.quote && e.dots < 2 || s.at(e.next) != '(' || e.after.role&opens != 0 {
		return undecided
	}
	for q := e.next; q < s.window(e.next, reach); q++ {
		if s.line[q] != ')' {
			continue
		}
		if r := s.at(q + 1); r == '.' || r == ',' || r == ';' {
			return hold
		}
		return undecided
	}
	return undecided
}
