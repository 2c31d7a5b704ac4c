// Package store keeps a project in one SQLite file that cannot lose work: a
// call that changes something returns after the change is on the disk, and
// whatever happens, the last consistent state opens again.
//
// Every change goes through one door ([Store] methods that take an [Actor]):
// one transaction writes the entity and its line of history together. The
// entity tables are only ever written by the codecs that also read history
// back (codec.go), so undo, redo, the check and merging share one mechanism.
//
// What a colleague sends is merged as a union of revisions: what stands follows
// from all that is known, in whatever order it came (resolve.go). A merge is a
// step like any other.
//
// What is promised is tested by breaking it. In full:
//
//	go test ./app/cli ./models/store -run Killed -kill.rounds 1000 -timeout 2h
//	go test ./models/store -run PowerCut -power.cuts 10000 -timeout 2h
//	go test ./models/store -run FlippedByte -flip.rounds 50 -timeout 2h
//	go test ./models/store -run TwoProcesses -together.rounds 20000
//	go test ./models/store -run MergeIsAUnion -merge.rounds 1000 -timeout 2h
//	go test ./models/store -run '^$' -bench . -bench.articles 10000
//
// The first kills the program at random moments while it acknowledges tags,
// imports, merges and brings a file up to date. The second records what SQLite asks of
// the system and cuts the power between any two of these operations: what was
// not synced is then there, gone, or torn. The third damages every page. The
// merges are those of random histories on three machines.
//
// Errors hold a models.Error in their chain: a code for programs and one
// sentence for people. Offsets are Unicode code points into an article's text,
// from 0, end exclusive; times are milliseconds since 1970 in UTC.
package store
