// Package status is what the window says about itself: the line at the bottom
// (saved or not, where the cursor is, how much is done, who works) and the
// strip above it, in which messages stand until they are answered or out of
// date. Nothing in it is modal.
package status
