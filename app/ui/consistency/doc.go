// Package consistency is the page of the consistency check: sentences that are
// the same or nearly the same and have other labels, such as wire copy in
// several articles. They stand below one another with the words marked in which
// they differ; one press gives all of them the labels of one.
package consistency
