// Package vector turns a read sentence into a sparse vector of hashed features
// (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask
// Learning"): words, pairs of neighbours, the form of the sentence, and the
// scores of the rules.
package vector

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"glossator/app/suggest/rule"
)

// Feature is one weighted feature.
type Feature struct {
	ID    uint32 // below [Size]
	Value float32
}

// Vector holds features sorted by ID, each ID once.
type Vector []Feature

const (
	// Bits is the width of a feature's ID.
	Bits = 18
	// Size is the number of IDs.
	Size = 1 << Bits
	mask = Size - 1
)

// The IDs that are not hashed.
const (
	Bias uint32 = iota
	StatisticScore
	CommitmentScore
	WorthScore
	ClaimScore
)

// reserved is where hashed IDs start.
const reserved uint32 = 16

const (
	biasValue = 0.3
	// RuleScale is the value of a rule feature per unit of log-odds.
	RuleScale = 0.25
	ruleLimit = 4 // log-odds beyond this say no more
)

// Of returns the vector of a sentence. The hashed features have unit length
// together, so that long sentences do not weigh more; the rule scores and the
// bias stand outside that norm.
func Of(s *rule.Sentence, v rule.Verdicts) Vector {
	ids := hashed(s)
	slices.Sort(ids)
	out := make(Vector, 0, len(ids)+int(ClaimScore)+1)
	out = append(out, Feature{Bias, biasValue},
		ruleFeature(StatisticScore, v.Statistic), ruleFeature(CommitmentScore, v.Commitment),
		ruleFeature(WorthScore, v.Worth), ruleFeature(ClaimScore, v.Claim))
	first := len(out)
	for i := 0; i < len(ids); {
		j := i + 1
		for j < len(ids) && ids[j] == ids[i] {
			j++
		}
		out = append(out, Feature{ids[i], damp(j - i)})
		i = j
	}
	normalise(out[first:])
	return out
}

// damp is the weight of a feature that occurs n times.
func damp(n int) float32 { return float32(1 + math.Log(float64(n))) }

func ruleFeature(id uint32, reasons []rule.Reason) Feature {
	logOdds := max(-ruleLimit, min(ruleLimit, rule.Total(reasons)))
	return Feature{id, float32(RuleScale * logOdds)}
}

func normalise(features Vector) {
	sum := 0.0
	for _, f := range features {
		sum += float64(f.Value) * float64(f.Value)
	}
	const tiny = 1e-9
	scale := float32(1 / math.Sqrt(sum+tiny))
	for i := range features {
		features[i].Value *= scale
	}
}

// hashed returns the IDs of words, pairs and form features, repeated as often
// as they occur.
func hashed(s *rule.Sentence) []uint32 {
	words := Words(s)
	const perWord, form = 2, 8
	ids := make([]uint32, 0, perWord*len(words)+form)
	previous := "<s>"
	for _, word := range words {
		ids = append(ids, WordID(word), hash("p:", previous, word))
		previous = word
	}
	if len(words) > 0 {
		ids = append(ids, hash("p:", previous, "</s>"))
	}
	ids = append(ids, hash("len:", lengthClass(len(words)), ""))
	if last, size := utf8.DecodeLastRuneInString(s.Text); size > 0 {
		ids = append(ids, hash("end:", string(last), ""))
	}
	if len(words) > 1 {
		ids = append(ids, hash("first:", words[0], words[1]))
	}
	if len(s.Numbers) > 0 {
		ids = append(ids, hash("number:", "", ""))
	}
	return ids
}

// lengthClass is the length in half powers of two.
func lengthClass(n int) string {
	return strconv.Itoa(int(2 * math.Log2(float64(n+1))))
}

// Words returns the words of a sentence as features see them: in lower case,
// every number replaced by its kind, so that "30%" and "45%" are one.
func Words(s *rule.Sentence) []string {
	out := make([]string, len(s.Tokens))
	for i, t := range s.Tokens {
		out[i] = t.Low
		if t.Number {
			out[i] = "<number>"
		}
	}
	for _, q := range s.Numbers {
		for i := q.From; i < q.To; i++ {
			out[i] = "<" + string(q.Kind) + ">"
		}
	}
	return out
}

// WordID returns the ID of a word as [Words] gives it.
func WordID(word string) uint32 { return hash("w:", word, "") }

// FNV-1a, 32 bits (Fowler, Noll and Vo).
const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
	foldShift = 15
)

// hash returns the ID of a feature; the parts are hashed with a space between.
func hash(class, a, b string) uint32 {
	x := uint32(fnvOffset)
	for _, part := range [...]string{class, a, " ", b} {
		for i := range len(part) {
			x = (x ^ uint32(part[i])) * fnvPrime
		}
	}
	id := (x ^ x>>foldShift) & mask
	if id < reserved {
		id += reserved
	}
	return id
}

// Cosine returns how alike two sentences are by their hashed features, 0 to 1.
func Cosine(a, b Vector) float64 {
	a, b = a.hashedPart(), b.hashedPart()
	dot := 0.0
	for len(a) > 0 && len(b) > 0 {
		switch cmp.Compare(a[0].ID, b[0].ID) {
		case -1:
			a = a[1:]
		case 1:
			b = b[1:]
		default:
			dot += float64(a[0].Value) * float64(b[0].Value)
			a, b = a[1:], b[1:]
		}
	}
	return dot
}

func (v Vector) hashedPart() Vector {
	first, _ := slices.BinarySearchFunc(v, reserved, func(f Feature, id uint32) int { return cmp.Compare(f.ID, id) })
	return v[first:]
}
