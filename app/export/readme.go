package export

import (
	"fmt"
	"io"
	"strings"
)

// readmeLines show how to read the tables without a change to any value: the
// defaults of pandas and readr take some words and ids for missing values.
const readmeLines = `Read the tables without changing a value:

Python   pandas.read_csv("annotations.csv", dtype=str, keep_default_na=False)
R        readr::read_csv("annotations.csv", col_types = readr::cols(.default = "c"), na = character())
DuckDB   FROM read_csv('annotations.csv', header = true, all_varchar = true);

The files are UTF-8 without a byte order mark, with commas, line feeds, and
quotation marks where a cell needs them. To open them in a spreadsheet, export
.xlsx instead.

start and end count Unicode code points of the article's text from 0; end is the
first one after the part. In Python: text[start:end].

datapackage.json describes the tables for programs (Frictionless Tabular Data
Package). The tables are linked by article_id, sentence_id and annotation_id.
`

func writeReadme(w io.Writer, in Input) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n", in.Project.Name)
	if at := made(in.Made); at != "" {
		fmt.Fprintf(&out, "Exported %s, %s.\n", at, Schema)
	} else {
		fmt.Fprintf(&out, "Exported as %s.\n", Schema)
	}
	out.WriteString("\n")
	for _, r := range describeTables(in) {
		fmt.Fprintf(&out, "%-16s %s\n", r.Path, r.Description)
	}
	out.WriteString("\n" + strings.ReplaceAll(readmeLines, "annotations.csv", annotationTableName(in.Layer)+".csv"))
	if _, err := io.WriteString(w, out.String()); err != nil {
		return fmt.Errorf("write README.txt: %w", err)
	}
	return nil
}
