// Package agreement measures how far annotators agree: chance-corrected
// coefficients for one label and for whole label sets, with bootstrap intervals.
//
// A [Table] holds who gave which labels to which unit (a sentence). [ReadCSV]
// reads one from a file, [NewTable] and [Table.Rate] build one in memory,
// [Report] computes everything at once, and [WriteCSV] writes it as a table.
//
// Three values of a rating are kept apart, because mixing them up is the
// classical error of agreement tools: a label set, the empty set (the annotator
// finished the unit and found nothing) and a missing rating (she did not finish
// it). A missing rating is never a category and never counts as agreement.
//
// A coefficient that has no value (no pairs, no variation) is undefined: it
// carries a [Reason] in words and no number. It is never 0, 1 or NaN.
//
// # How the numbers are made
//
// Every coefficient with an interval is a function of sums over units (the
// type tally). The bootstrap therefore adds up one small vector per article
// instead of building resampled tables, which makes 2,000 draws cheap.
//
// # Sources
//
//   - Artstein & Poesio (2008), Inter-Coder Agreement for Computational
//     Linguistics, Computational Linguistics 34(4), 555-596.
//   - Bennett, Alpert & Goldstein (1954), Public Opinion Quarterly 18(3), 303-308.
//   - Brennan & Prediger (1981), Educ. Psychol. Meas. 41, 687-699.
//   - Cicchetti & Feinstein (1990), J. Clin. Epidemiol. 43(6), 551-558.
//   - Cohen (1960), Educ. Psychol. Meas. 20, 37-46.
//   - Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
//   - Fleiss (1971), Psychological Bulletin 76(5), 378-382.
//   - Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72(5), 323-327.
//   - Gwet (2008), Br. J. Math. Stat. Psychol. 61, 29-48; Gwet (2014), Handbook
//     of Inter-Rater Reliability, 4th ed. (missing ratings).
//   - Hyndman & Fan (1996), The American Statistician 50(4), 361-365 (quantiles).
//   - Krippendorff (2004), Content Analysis, 2nd ed., chapter 11; Krippendorff
//     (2011), Computing Krippendorff's Alpha-Reliability.
//   - Passonneau (2006), Measuring Agreement on Set-valued Items (MASI), LREC.
//   - Randolph (2005), Free-Marginal Multirater Kappa.
//   - Scott (1955), Public Opinion Quarterly 19(3), 321-325.
//   - de Vet, Dikmans & Eekhout (2017), J. Clin. Epidemiol. 83, 85-89 (specific
//     agreement of more than two raters).
//   - Zapf et al. (2016), BMC Med. Res. Methodol. 16:93 (bootstrap intervals).
package agreement
