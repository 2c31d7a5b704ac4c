// Package export writes annotations for other programs. Every format is
// written from one row model, [models.ExportRow], so that no format knows more
// or less than another, and stands in a file of its own in the table of
// [Formats].
//
// All positions in all formats are Unicode code points into the article's
// text, from 0, end exclusive. Nothing is changed on the way out: white space,
// line ends and quotation marks leave as they were imported.
package export
