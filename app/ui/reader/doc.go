// Package reader is the page in the middle: the open article as flowing text
// with its labels, the bar above it with one button for each label, and a bar
// to find words.
package reader
