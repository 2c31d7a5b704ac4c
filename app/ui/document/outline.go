package document

import (
	"slices"
	"strings"
	"unicode"

	"glossator/app/workspace"
	"glossator/models"
)

// outline is what the blocks of a document are while somebody corrects them.
// It knows no window.
type outline struct {
	subject  workspace.Subject
	language string
	blocks   []models.Block // as they are now
	texts    []string       // of the blocks, on one line each
	has      map[int]int    // how many sentences a block of the project has, by its number
	counted  map[int]int    // how many it would have, by its number
}

func newOutline(subject workspace.Subject) *outline {
	o := &outline{
		subject: subject, language: subject.Content.Article.Language, blocks: slices.Clone(subject.Content.Blocks),
		has: map[int]int{}, counted: map[int]int{},
	}
	text := []rune(subject.Content.Text)
	for _, block := range o.blocks {
		o.texts = append(o.texts, oneLine(string(text[block.StartOff:block.EndOff])))
	}
	for _, sentence := range subject.Content.Sentences {
		o.has[sentence.BlockSeq]++
	}
	return o
}

// oneLine folds white space, for a row of a list.
func oneLine(text string) string { return strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " ") }

// sentences returns how many sentences a block has as it is now.
func (o *outline) sentences(at int) int {
	if o.blocks[at].Apart() {
		return 0
	}
	if count, cut := o.has[at]; cut && o.subject.Added() {
		return count // an article of the project keeps its sentences
	}
	count, known := o.counted[at]
	if !known {
		count = workspace.CountSentences(o.texts[at], o.language)
		o.counted[at] = count
	}
	return count
}

// total returns how many blocks and sentences the body has.
func (o *outline) total() (blocks, sentences int) {
	for at := range o.blocks {
		if count := o.sentences(at); count > 0 {
			blocks++
			sentences += count
		}
	}
	return blocks, sentences
}

// speak changes the language in which blocks are cut.
func (o *outline) speak(language string) {
	o.language = language
	clear(o.counted)
}

// labels returns how many labels keep a block from being set apart.
func (o *outline) labels(at int) int { return o.subject.Labels[at] }

// become makes a block something else. It reports false when labels stand in
// the way.
func (o *outline) become(at int, kind models.BlockKind, boilerplate bool) bool {
	next := o.blocks[at]
	next.Kind, next.Boilerplate = kind, boilerplate
	if next.Apart() && o.labels(at) > 0 {
		return false
	}
	o.blocks[at] = next
	return true
}

// changed returns the blocks that are something else than before.
func (o *outline) changed() []models.Block {
	var list []models.Block
	for at, block := range o.blocks {
		if block != o.subject.Content.Blocks[at] {
			list = append(list, block)
		}
	}
	return list
}
