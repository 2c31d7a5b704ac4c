// Package pdf reads the text of PDF files (ISO 32000-2) and puts it back into
// paragraphs.
//
// The file is read by PDFium, compiled to WebAssembly, in a sandbox without
// files, without a network and with [maxMemory] at most: a hostile file can
// crash the sandbox and nothing else. PDFium gives characters with their
// places. This package makes lines of them, drops what comes back on every
// page, and joins the lines to paragraphs, mending words that were broken at
// the end of a line.
package pdf
