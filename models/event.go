package models

// Op is what an event did to its entity.
type Op string

// The operations of history.
const (
	OpCreate  Op = "create"
	OpUpdate  Op = "update"
	OpDelete  Op = "delete"
	OpRestore Op = "restore"
)

// EventKind says by what kind of step an event came about.
type EventKind string

// The kinds of steps.
const (
	KindDo     EventKind = "do"
	KindUndo   EventKind = "undo"
	KindRedo   EventKind = "redo"
	KindImport EventKind = "import"
	KindMerge  EventKind = "merge"
)

// Entity names what an event changed; it is the table of the entity.
type Entity string

// The entities that have a history.
//
//locale:texts
const (
	EntityAnnotation Entity = "annotation"
	EntityReading    Entity = "reading"
	EntityProgress   Entity = "progress"
	EntityArticle    Entity = "article"
	EntityAnnotator  Entity = "annotator"
	EntityDecision   Entity = "decision"
	EntityOutcome    Entity = "outcome"  // the answer to a suggestion, see [Outcome]
	EntityResponse   Entity = "response" // the answer to a decision
	EntityLabel      Entity = "label"    // a label with its fields
	EntityCodebook   Entity = "codebook" // the rules for all labels and the versions
	// EntitySegmentation is the cutting of one block into sentences, once it
	// has become another one than the import made.
	EntitySegmentation Entity = "segmentation"
	// EntityBlock is what a block of an article is, once somebody has corrected
	// it.
	EntityBlock Entity = "block"
)

// Event is one line of the append-only history. All events of one action of
// the user share a GroupUID and one transaction with the change itself.
//
// Version is a hybrid logical clock in one integer (Kulkarni et al. 2014,
// "Logical Physical Clocks"): milliseconds shifted left by 16 bits plus a
// counter, always above the highest seen. Two changes are ordered by
// (Version, DeviceUID).
type Event struct {
	Seq       int64 `gorm:"primaryKey"`
	UID       string
	GroupUID  string
	At        int64
	ActorUID  string
	DeviceUID string
	Kind      EventKind
	Undoes    string // the group that an undo or redo is about
	Op        Op
	Entity    Entity
	EntityUID string
	Version   int64
	Before    string // JSON snapshot; empty: the entity was not there
	After     string // JSON snapshot
	// Parents are the UIDs of the revisions that this one was made knowing of,
	// parted by spaces, where that does not follow from Before: after a merge.
	// Empty: the revision that left the entity as Before has it.
	Parents string
}

// TableName is the table of [Event].
func (Event) TableName() string { return "history" }

// Step is one action of the user as undo and the history panel show it. An undo
// or redo tells of the action that it is about; only Seq, GroupUID, Undoes,
// Kind, At and ActorUID are its own then.
type Step struct {
	Seq          int64 // of its last event; the steps before it are asked for with it
	GroupUID     string
	Undoes       string // the step that an undo or redo is about, or empty
	Kind         EventKind
	At           int64
	ActorUID     string
	Op           Op     // of its first event; of progress: create when the article was finished, delete when not any more
	Entity       Entity // of its first event
	Events       int    // how many things of that entity it changed
	LabelKey     string // of the first annotation, or empty
	ArticleUID   string // where it happened, or empty
	ArticleTitle string // as it is now
	SentenceID   int64  // the live sentence that stands now where it happened, or 0
	Sentence     int    // the number of that sentence, from 1, or 0
	Grown        int    // by how many sentences a repair made the article longer; below 0: shorter
	Segmenter    string // the rules that cut the paragraph anew; empty: somebody did, by hand
}
