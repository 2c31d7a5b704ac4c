// Package agreement is the page that says how far annotators agree: a table of
// coefficients for each label with their intervals, a plot of them, who agrees
// with whom, and the sentences behind every number. Only sentences count that
// were coded independently; how many were left out stands above the table.
package agreement
