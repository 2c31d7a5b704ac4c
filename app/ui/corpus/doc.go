// Package corpus is the table of all annotations of the project: it is sorted
// by its columns, narrowed down by words, label, annotator and date, and shows
// every sentence around its keyword. It reads as much as is looked at, in steps
// of some milliseconds, so that a million annotations are as quick as a
// hundred.
package corpus
