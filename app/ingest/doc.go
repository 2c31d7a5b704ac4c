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
// The text of a web page is made of its blocks: the title, then the article
// without the menus around it. In each block runs of white space are one space
// and what cannot be seen is left out; the blocks are joined by empty lines.
//
// The text of an office document, a PDF file, a book or the item of a feed is
// made of its blocks in the same way. The text of a record of a table or of
// JSON is that of its column, treated like a plain text file, unless it is HTML.
//
// # Files with several articles
//
// A feed, a table, JSON lines and an archive hold several articles. [Articles]
// and [FileArticles] yield them one after another; [Read] and [File] are for
// files with one.
//
// # The parts
//
// A block is a stretch of the text without white space at its ends. Blocks are
// ordered, never overlap, and together hold every character that can be seen.
// One line is one block, except in a hard-wrapped file, where a block runs over
// several lines: a line feed inside a block is always a wrap and never the end
// of a sentence. There a line that is set in begins a block; spaces at its start
// belong to none. What is set apart (see [models.Block.Apart]) is marked and
// kept, never deleted, because every such rule is wrong now and then.
//
// Formats are recognised by what the bytes are, not by the name of the file;
// Markdown, tables and JSON, which may look like any text, by the name as well.
package ingest
