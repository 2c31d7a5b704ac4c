package models

import (
	"slices"
	"strings"
)

// Topics are the words that the people of a project give to an article to say
// what it is about. They are kept as they are stored and compared: one per
// line, sorted, each once.
type Topics string

// MaxTopic is the longest topic, in code points.
const MaxTopic = 60

// NewTopics makes topics of words as people write them: trimmed, inner white
// space folded, empty ones and repetitions in another case left out. The error
// has [CodeInvalid] when one is longer than [MaxTopic].
func NewTopics(names ...string) (Topics, error) {
	var kept []string
	known := map[string]bool{}
	for _, name := range names {
		clean := strings.Join(strings.Fields(name), " ")
		folded := strings.ToLower(clean)
		if clean == "" || known[folded] {
			continue
		}
		if len([]rune(clean)) > MaxTopic {
			return "", Errorf(CodeInvalid, "The topic %q is longer than %d characters; shorten it.", clean, MaxTopic)
		}
		known[folded] = true
		kept = append(kept, clean)
	}
	slices.Sort(kept)
	return Topics(strings.Join(kept, "\n")), nil
}

// ParseTopics reads topics from one line with commas or semicolons between
// them. The errors are those of [NewTopics].
func ParseTopics(line string) (Topics, error) {
	return NewTopics(strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ';' || r == '\n' })...)
}

// List returns the topics one by one, nil when there are none.
func (t Topics) List() []string {
	if t == "" {
		return nil
	}
	return strings.Split(string(t), "\n")
}

// String returns the topics in one line, as [ParseTopics] reads them.
func (t Topics) String() string { return strings.Join(t.List(), ", ") }

// Has reports whether name is one of the topics, in this very spelling.
func (t Topics) Has(name string) bool {
	return name != "" && strings.Contains("\n"+string(t)+"\n", "\n"+name+"\n")
}

// With returns the topics and names together.
func (t Topics) With(names ...string) (Topics, error) {
	return NewTopics(append(t.List(), names...)...)
}

// Without returns the topics less one.
func (t Topics) Without(name string) Topics {
	return Topics(strings.Join(slices.DeleteFunc(t.List(), func(s string) bool { return s == name }), "\n"))
}
