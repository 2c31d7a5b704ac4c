package likeness

import (
	"encoding/binary"
	"math"
)

// Bands and rows are chosen for [Threshold]: two texts of resemblance s share a
// whole band with a probability of 1-(1-s^rows)^bands, which is 0.9996 at 0.8,
// 0.47 at 0.5 and 0.05 at 0.3.
const (
	bands = 20
	rows  = 5
	// Functions is how many hash functions a signature has.
	Functions = bands * rows
)

// Signature is the minimum of each hash function over the shingles of a text.
// Two signatures agree in a function with the probability that the
// resemblance of their sets is.
type Signature [Functions]uint32

// Signature returns the signature of a set.
func (s Set) Signature() Signature {
	var least Signature
	for i := range least {
		least[i] = math.MaxUint32
	}
	for _, shingle := range s {
		seed := mix(uint64(shingle))
		for i := range least {
			seed += golden
			least[i] = min(least[i], uint32(mix(seed)>>half))
		}
	}
	return least
}

// Empty reports whether the signature is that of a text without a word.
func (s Signature) Empty() bool {
	for _, least := range s {
		if least != math.MaxUint32 {
			return false
		}
	}
	return true
}

// Resemblance estimates the Jaccard coefficient of the two sets, with a
// standard error of the square root of J(1-J)/[Functions]: 0.04 at 0.8. An
// empty set resembles nothing.
func (s Signature) Resemblance(t Signature) float64 {
	if s.Empty() || t.Empty() {
		return 0
	}
	same := 0
	for i := range s {
		if s[i] == t[i] {
			same++
		}
	}
	return float64(same) / Functions
}

// bytesEach is the length of one function in bytes.
const bytesEach = 4

// Bytes writes the signature for storing, see [ParseSignature].
func (s Signature) Bytes() []byte {
	data := make([]byte, 0, bytesEach*Functions)
	for _, least := range s {
		data = binary.BigEndian.AppendUint32(data, least)
	}
	return data
}

// ParseSignature reads what [Signature.Bytes] wrote; false when the data is of
// another length.
func ParseSignature(data []byte) (Signature, bool) {
	var s Signature
	if len(data) != bytesEach*Functions {
		return s, false
	}
	for i := range s {
		s[i] = binary.BigEndian.Uint32(data[bytesEach*i:])
	}
	return s, true
}

// band returns one of the bands as a number: the same band of signatures that
// agree in it has the same number.
func (s Signature) band(at int) uint32 {
	var hash uint64
	for _, least := range s[at*rows : (at+1)*rows] {
		hash = mix(hash*golden + uint64(least))
	}
	return uint32(hash >> half)
}
