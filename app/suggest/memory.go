package suggest

import (
	"sync"

	"glossator/app/suggest/vector"
)

// Memory keeps what was read of sentences, so that a refit after a tag reads
// only what is new. It never changes a result. The zero value is empty and
// ready; it may be used by several goroutines.
type Memory struct {
	mutex sync.Mutex
	known map[sentenceKey]vector.Vector
}

type sentenceKey struct{ language, text string }

// memorySize is how many sentences are kept, some 10 MB; a full memory starts
// over.
const memorySize = 20_000

// vector returns the features of a sentence.
func (m *Memory) vector(text, language string) vector.Vector {
	r := reading{text: text, language: spoken(text, language)}
	return m.vectorOf(&r)
}

// vectorOf returns the features of a sentence; one that is not known is read.
func (m *Memory) vectorOf(r *reading) vector.Vector {
	key := sentenceKey{r.language, r.text}
	m.mutex.Lock()
	v, ok := m.known[key]
	m.mutex.Unlock()
	if ok {
		return v
	}
	r.read()
	v = vector.Of(r.sentence, r.verdicts)
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.known == nil || len(m.known) >= memorySize {
		m.known = make(map[sentenceKey]vector.Vector)
	}
	m.known[key] = v
	return v
}
