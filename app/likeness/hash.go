package likeness

// The constants of the 64-bit FNV-1a hash (G. Fowler, L. C. Noll, K.-P. Vo, D.
// Eastlake, "The FNV Non-Cryptographic Hash Algorithm").
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// half is half of the bits of a hash.
const half = 32

// hashOf hashes a run of words. No word holds a zero byte, so that one marks
// where a word ends.
func hashOf(words []Word) uint64 {
	hash := uint64(fnvOffset)
	for _, w := range words {
		for i := range len(w.Text) {
			hash = (hash ^ uint64(w.Text[i])) * fnvPrime
		}
		hash *= fnvPrime
	}
	return hash
}

// mix is a permutation of all 64-bit numbers that scatters neighbours: the end
// of splitmix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom
// number generators", OOPSLA 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// golden is the step of splitmix64 from one seed to the next.
const golden = 0x9e3779b97f4a7c15
