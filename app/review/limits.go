package review

// Limits bound what reading a package may cost. All are checked while it is
// read: what the archive says about itself is not believed.
type Limits struct {
	File  int64 // bytes of the file
	Total int64 // bytes of all parts together, unpacked
	Line  int   // bytes of one line of a part: an article with its text, or a revision
	Ratio int64 // bytes out for each byte of the file
}

// DefaultLimits are for packages of a hundred thousand annotations and more. A
// project of ten thousand articles with all its history takes about half.
func DefaultLimits() Limits {
	const megabyte = 1 << 20
	return Limits{File: 256 * megabyte, Total: 1024 * megabyte, Line: 32 * megabyte, Ratio: 200}
}

// freeBytes is what a package may unpack to whatever its ratio: a small one of
// many blanks is no bomb.
const freeBytes = 1 << 20

// unpacked is how many bytes may come out of a file of this size.
func (l Limits) unpacked(size int64) int64 {
	return min(l.Total, max(size*l.Ratio, freeBytes))
}
