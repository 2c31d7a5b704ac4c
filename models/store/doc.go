// Package store keeps a project in one SQLite file that cannot lose work: a
// call that changes something returns after the change is on the disk, and
// whatever happens, the last consistent state opens again.
//
// Every change goes through one door ([Store] methods that take an [Actor]):
// one transaction writes the entity and its line of history together. The
// entity tables are only ever written by the codecs that also read history
// back (codec.go), so undo, redo, the check and a later merge share one
// mechanism.
//
// Errors hold a models.Error in their chain: a code for programs and one
// sentence for people. Offsets are Unicode code points into an article's text,
// from 0, end exclusive; times are milliseconds since 1970 in UTC.
package store
