// Package likeness finds texts that are the same or nearly the same: wire copy
// with another attribution, boilerplate, a promise that is repeated with
// another figure.
//
// Two texts are as like as their sets of shingles are, by the share of what
// they have in common: the Jaccard coefficient, which Broder calls
// resemblance. A shingle is a run of words; case, punctuation and white space
// do not count. To find the like among many without comparing each with each,
// a text is reduced to a signature of minima (A. Broder, "On the resemblance
// and containment of documents", SEQUENCES 1997), whose bands are looked up
// (P. Indyk and R. Motwani, "Approximate nearest neighbors", STOC 1998; J.
// Leskovec, A. Rajaraman and J. Ullman, "Mining of Massive Datasets", chapter
// 3). What the bands propose is then compared by its true sets, so that
// nothing unlike is ever returned, and the time grows with the number of texts.
//
// The package knows neither the project nor the window. Hashes are the same on
// every machine and in every version: signatures may be stored.
package likeness
