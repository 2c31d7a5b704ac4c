// Package segment cuts the paragraphs of an article into sentences.
//
// It is a rule segmenter: one pass over the bytes, no regular expression, no
// model. The scanner stops at a run of final marks (. ! ? … and their kin in
// other scripts), reads what closes with the run and what follows it, and asks
// a short list of named rules whether a sentence ends there. Words are data:
// the abbreviations and sentence openers of each language stand in tables/.
//
// # Policy
//
//   - A line break always ends a sentence; whether a line break was soft is for
//     the importer to say. A boundary depends on its own line only, so an edit
//     elsewhere never moves it.
//   - A quotation is cut at the full sentences inside it, as treebanks do, but
//     never between the quotation and its "he said", nor before a citation in
//     brackets that belongs to it.
//   - Items of a list set in one line ("1. … 2. …", "• … • …") are units.
//   - A picture credit ("Photo: …") behind a caption is a unit.
//   - A piece without a letter or a digit belongs to the sentence before it,
//     save for a rule drawn with signs (=====).
//
// The abbreviation classes follow the observation of Kiss and Strunk
// ("Unsupervised multilingual sentence boundary detection", 2006) that an
// abbreviation, an initial and an ordinal number each need evidence of their
// own from the word behind the stop. The script marks follow Unicode Standard
// Annex 29, the line breaks Annex 14.
package segment
