// Package help is the pages that explain: all keys, the codebook, and what
// this program is.
package help
