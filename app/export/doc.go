// Package export writes annotations for other programs and for people. Every
// format is written from one row model, [models.ExportRow], and, where it shows
// the text itself, from the articles beside the rows; it stands in a file of its
// own and in the table of [Formats].
//
// All formats are streams: rows and articles are read once, front to back, and
// at most one article is held. What belongs further down in a file waits in a
// temporary one.
//
// All positions are Unicode code points into the article's text, from 0, end
// exclusive; those of [CAS] alone are UTF-16 code units, as UIMA wants. No
// value is changed on the way out: white space, line ends and quotation marks
// leave as they were imported. Where a format cannot hold a value,
// [Input.Notify] is told.
package export
