// Package deciding is the page that says where a decision teaches most: ten
// sentences to decide next, and for a review the decisions that look most
// doubtful. It shows no likely label first: half of the ten are drawn at
// random, so that the record of suggestions stays honest.
package deciding
