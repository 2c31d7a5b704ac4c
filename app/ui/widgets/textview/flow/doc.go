// Package flow breaks a document into lines and answers where everything is: which line holds an offset, which offset
// is under a point, what a sentence covers. It knows no toolkit.
//
// A document is cut into pieces (paragraphs, and parts of very long paragraphs). A piece is measured and wrapped only
// when somebody looks at it, so that opening, resizing and scrolling cost the same for a page and for a book. Heights
// of pieces nobody has looked at are estimates; therefore places are given as an Anchor (a piece and a distance), and
// absolute heights serve the scroll bar only.
//
// All offsets are bytes of Document.Text. Widths of words are in em; coordinates are in the units of Geometry.
package flow
