// Package document is the page on which somebody looks a document through and
// corrects it, before it is added to the project or later: what is said about
// it, and what the blocks of its text are. The text itself never changes.
package document
