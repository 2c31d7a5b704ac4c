package models

import "strings"

// Prefix is the start of a UID and tells what it names. It also keeps a
// spreadsheet from taking an id for a number.
type Prefix string

// The prefixes of all entities that have a UID.
const (
	PrefixProject    Prefix = "pr-"
	PrefixAnnotator  Prefix = "at-"
	PrefixArticle    Prefix = "ar-"
	PrefixCodebook   Prefix = "cb-"
	PrefixLabel      Prefix = "lb-"
	PrefixField      Prefix = "fd-"
	PrefixAnnotation Prefix = "an-"
	PrefixReading    Prefix = "rd-"
	PrefixProgress   Prefix = "pg-"
	PrefixDecision   Prefix = "de-"
	PrefixEvent      Prefix = "ev-"
	PrefixGroup      Prefix = "gr-"
	PrefixSentence   Prefix = "st-"
	PrefixCutting    Prefix = "sg-" // the sentences of one block, see [EntitySegmentation]
	PrefixBlock      Prefix = "bk-" // what one block is, see [EntityBlock]
	PrefixOutcome    Prefix = "oc-"
	PrefixResponse   Prefix = "rs-"
	PrefixDevice     Prefix = "dv-"
)

// Has reports whether uid was made for this kind of entity.
func (p Prefix) Has(uid string) bool {
	return len(uid) > len(p) && strings.HasPrefix(uid, string(p))
}
