// Package incoming reads annotations that come back from other programs and
// finds what each of them is about in a project: [Read] makes rows of a file,
// [Match] says of every row whether it is the same as what stands in the
// project, a change of it, new, or of no use, and why. It writes nothing.
//
// All positions are Unicode code points into an article's text, from 0, end
// exclusive, unless a comment says bytes.
package incoming
