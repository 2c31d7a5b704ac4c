// Package textview is a reading pane: a widget that sets a long text as a page, shows which sentences carry which
// marks, and lets the reader walk from sentence to sentence, select, search and scroll.
//
// It knows the toolkit but not what the marks mean: a caller gives a Document (text, blocks, sentences), a Palette
// (badges and colours) and a function that tells how each sentence is marked.
//
// How it stays fast on long texts. Package flow breaks only those paragraphs into lines that somebody looks at; a
// goroutine measures the rest. Only the visible lines exist as canvas objects. The text of a line is one pooled
// picture drawn by package glyph; everything else is rectangles, so that marking, hovering, moving and selecting
// redraw no text. The page is repainted by refreshing one invisible rectangle: refreshing the widget would throw away
// the pictures of all lines.
//
// Offsets are bytes of Document.Text. Coordinates are toolkit units relative to the widget's top left corner.
package textview
