// Package ingest turns the bytes of a file into a [models.Document]: the text
// and what its parts are.
//
// # The text
//
// The text of a plain text file is the decoded file, changed only where two
// copies of one article would otherwise have different offsets: a byte order
// mark is dropped, CR LF and CR become LF, and the whole is brought to Unicode
// Normalization Form C (UAX #15). Spaces are not collapsed. The offsets of an
// export are therefore exactly those of the file itself if it is UTF-8 with LF
// in NFC.
//
// # The parts
//
// A block is a stretch of the text without white space at its ends. Blocks are
// ordered, never overlap, and together hold every character that can be seen.
// One line is one block, except in a hard-wrapped file, where a block runs over
// several lines: a line feed inside a block is always a wrap and never the end
// of a sentence. What is set apart (see [models.Block.Apart]) is marked and
// kept, never deleted, because every such rule is wrong now and then.
//
// Formats are recognised by what the bytes are, not by the name of the file.
package ingest
