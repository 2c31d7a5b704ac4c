package store

import "glossator/models"

// standing is where an annotation stands: its sentence and the part of it.
type standing struct {
	start, end         int
	partStart, partEnd int // nowhere for the whole sentence
	quote              string
}

func standingOf(s annotationSnapshot) standing {
	at := standing{start: s.Start, end: s.End, partStart: nowhere, partEnd: nowhere, quote: s.Quote}
	if s.PartStart != nil && s.PartEnd != nil {
		at.partStart, at.partEnd = *s.PartStart, *s.PartEnd
	}
	return at
}

// place puts an annotation where another state of it stands.
func (s *annotationSnapshot) place(other annotationSnapshot) {
	s.Start, s.End, s.PartStart, s.PartEnd, s.Quote = other.Start, other.End, other.PartStart, other.PartEnd, other.Quote
}

// follow returns what a group did to an annotation, told as if it had been done
// where the annotation stands now, and whether that is possible: a repair has
// carried it elsewhere since, and nothing else has changed. So somebody's
// repair does not keep others from taking their own work back.
func follow(at span, now string) (span, bool) {
	if at.entity != models.EntityAnnotation {
		return at, false
	}
	after, err := decode[annotationSnapshot](at.after)
	here, wrong := decode[annotationSnapshot](now)
	if err != nil || wrong != nil {
		return at, false
	}
	before := after
	if at.before != "" {
		if before, err = decode[annotationSnapshot](at.before); err != nil {
			return at, false
		}
	}
	if standingOf(before) != standingOf(after) {
		return at, false // the group is a repair itself
	}
	after.place(here)
	before.place(here)
	moved := at
	if moved.after, err = encode(after); err != nil || moved.after != now {
		return at, false
	}
	if at.before != "" {
		moved.before, err = encode(before)
	}
	return moved, err == nil
}
