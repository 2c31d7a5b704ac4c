// Package review writes and reads packages: one file that carries somebody's
// layer to a colleague, and her decisions back. A package is what travels
// between two copies of a project; what becomes of it there is for the store.
//
// # The file
//
// A package is a ZIP archive (APPNOTE.TXT 6.3, stored or deflated) with these
// parts, and no other:
//
//	manifest.json     format, kind, project, sender, and size and SHA-256 of each other part
//	codebook.json     the labels with their fields, as the sender knows them
//	annotators.json   the people whose work is in the package
//	articles.jsonl    one article a line: description, text, blocks, places of its sentences
//	revisions.jsonl   one line of history a line, with the snapshots before and after
//	exposures.jsonl   who had seen whose layer on which sentence, one a line
//	summary.html      the same for people without the program
//
// All text is UTF-8. Offsets are Unicode code points into an article's text,
// from 0, end exclusive; times are milliseconds since 1970 in UTC. JSONL is one
// JSON object per line, RFC 8259 each.
//
// Equal content makes equal bytes: everything is sorted, and the only time in
// the file is that of its newest revision.
//
// # What is refused
//
// Nobody vouches for a package: it came by mail. [Read] takes no entry of a
// name that it does not expect, so none can lead out of the archive; it
// believes no stated size, and stops at the [Limits]. Every part must have the
// length and hash that the manifest says. Nothing in a package is run.
// Hashes find damage and careless edits. They are no signature: whoever makes a
// package from nothing can say what she likes in it.
package review
