package store

import "time"

// counterBits is the room for changes within one millisecond.
const counterBits = 16

// versionAt is the lowest version that a moment gives. Versions are a hybrid
// logical clock in one integer (Kulkarni et al. 2014, "Logical Physical
// Clocks"): milliseconds in the upper bits, a counter in the lower ones. They
// follow the wall clock, but never go back behind the highest one in the file,
// so that a wrong date on one machine cannot make a later change look older.
func versionAt(now time.Time) int64 { return now.UnixMilli() << counterBits }

// versions hands out the versions of one transaction.
type versions struct {
	reserved int64 // above all in the file, and already written there
	last     int64 // handed out; 0: none yet
}

// next returns a version above every other.
func (v *versions) next() int64 {
	v.last = max(v.reserved, v.last+1)
	return v.last
}
