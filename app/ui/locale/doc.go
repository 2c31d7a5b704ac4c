// Package locale says the texts of the window in the language of the user.
//
// The English text is the key of its translation. The catalogues of the other
// languages are the JSON files of assets/locale: an object from the English
// text to its translation, or, for a text that depends on a number, to its
// forms by plural category of Unicode CLDR (one, few, many, other).
//
//	"Open article…": "Открыть статью…",
//	"%d articles": {"one": "%d статья", "few": "%d статьи", "many": "%d статей"}
//
// The key of [N] is its text for many. Formats keep their verbs; where a
// language needs another order it numbers them: "%[2]s: %[1]s".
//
// # How texts are collected
//
// A test reads the source of the program and fails when a text has no
// translation, when a translation has no text, or when their verbs differ. It
// finds a text at these places, each a string literal, literals joined by +,
// or the name of a constant of the same package:
//
//   - given to [T] or [N];
//   - given to models.Errorf, models.Textf or models.Countf, whose texts
//     [Explain] and [Say] translate, or to models.Term, for a word among the
//     values of such a text;
//   - given to [Mark], for a word in a table that also holds other things;
//   - in a declaration under the line //locale:texts, for tables: every string
//     in it but the keys of maps. With names behind it, //locale:texts name
//     hint, only what stands in the fields of these names. Above a struct type
//     the line is about all literals of this type in the package;
//   - given to a function of the package under the line //locale:format, with
//     the name of the parameter behind it.
//
// So a table that is shown later reads
//
//	//locale:texts
//	var stateNames = map[State]string{Untouched: "Not started", Done: "Finished"}
//
// and whoever shows an entry calls T(stateNames[state]). The text is
// translated at the time of showing and never in a variable of the package,
// because the language may change while the program runs.
//
// Numbers, days and times are written by [Number], [Decimal], [Percent], [Day]
// and their neighbours; [Explain] says an error. A sentence whose number decides
// about its other words goes through [N], never through T with an added s:
//
//	N(n, "%s article", "%s articles", Number(n))
//
// The texts of the built-in codebook (names of labels and fields, hints, rules)
// have catalogues of their own beside these and are shown by [Codebook].
//
// Text from outside is not translated: T(name) of a variable that holds a
// title or a file name only looks for a translation in vain.
package locale
