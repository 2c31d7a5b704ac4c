package agreement

// Reason says, in words, why a measure has no value. The empty Reason means
// that the value is defined.
type Reason string

// The reasons for which a measure is undefined.
const (
	// NoPairs: no unit carries two ratings, so nothing can be compared.
	NoPairs Reason = "no pairs"
	// NoVariation: all ratings hold one value, so agreement by chance is certain.
	NoVariation Reason = "no variation"
	// LabelUnused: nobody gave the label, so there is no positive to agree on.
	LabelUnused Reason = "label unused"
	// LabelAlwaysUsed: everybody always gave the label, so there is no negative to agree on.
	LabelAlwaysUsed Reason = "label always used"
	// OneUnit: a standard error needs at least two units.
	OneUnit Reason = "one unit"
)

const (
	defined Reason = ""

	statusDefined   = "defined"
	statusUndefined = "undefined"
)

var explanations = map[Reason]string{
	NoPairs:         "no pairs: no sentence was finished by two annotators",
	NoVariation:     "no variation: everyone used one value only",
	LabelUnused:     "label unused: nobody gave this label",
	LabelAlwaysUsed: "label always used: everybody gave this label to every sentence",
	OneUnit:         "one unit: a standard error needs two sentences or more",
}

// Explain returns the reason as a phrase for the reader of a screen or a file,
// and the empty string when the value is defined.
func (r Reason) Explain() string {
	if words, known := explanations[r]; known {
		return words
	}

	return string(r)
}
