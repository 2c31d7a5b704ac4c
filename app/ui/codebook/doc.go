// Package codebook is the page on which a project's codebook is edited: its
// labels at the left, what the chosen one means and which details it has in
// the middle, and at the right the form as an annotator will see it. Nothing
// changes in the project before the changes were shown and saved.
package codebook
