// Package library is the page at the left: all articles of the project, with a
// field to narrow them down. It holds only those rows in memory that were
// lately on screen, and asks for others off the window's goroutine, so that a
// hundred thousand articles scroll like ten.
package library
