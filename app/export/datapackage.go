package export

import (
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// The types below are those of a Tabular Data Package, as the Frictionless
// specifications of 2017 name them.

type dataPackage struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	ID          string     `json:"id"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Created     string     `json:"created,omitempty"`
	Resources   []resource `json:"resources"`
}

type resource struct {
	Profile     string      `json:"profile"`
	Name        string      `json:"name"`
	Path        string      `json:"path"`
	Description string      `json:"description"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Dialect     csvDialect  `json:"dialect"`
	Schema      tableSchema `json:"schema"`
}

type csvDialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type tableSchema struct {
	Fields        []schemaField     `json:"fields"`
	MissingValues []string          `json:"missingValues"`
	PrimaryKey    []string          `json:"primaryKey,omitempty"`
	ForeignKeys   []schemaReference `json:"foreignKeys,omitempty"`
}

type schemaField struct {
	Name        string             `json:"name"`
	Type        kind               `json:"type"`
	Description string             `json:"description,omitempty"`
	Constraints *schemaConstraints `json:"constraints,omitempty"`
}

type schemaConstraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type schemaReference struct {
	Fields    string         `json:"fields"`
	Reference schemaReferent `json:"reference"`
}

type schemaReferent struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

// describe says what a table is, for machines.
func describe[R any](t table[R]) resource {
	schema := tableSchema{MissingValues: []string{""}, PrimaryKey: t.primary}
	for _, c := range t.columns {
		field := schemaField{Name: c.name, Type: c.kind, Description: c.about}
		if c.kind == kindDate {
			field.Type = kindText // the type "date" allows no month, year or interval
		}
		if c.choices != nil {
			field.Constraints = &schemaConstraints{Enum: c.choices}
		}
		schema.Fields = append(schema.Fields, field)
	}
	for _, key := range t.foreign {
		schema.ForeignKeys = append(schema.ForeignKeys, schemaReference{key.column, schemaReferent{key.table, key.column}})
	}
	return resource{
		Profile: "tabular-data-resource", Name: t.name, Path: t.name + ".csv", Description: t.about,
		Format: "csv", MediaType: mediaCSV, Encoding: "utf-8",
		Dialect: csvDialect{Delimiter: ",", LineTerminator: "\n", QuoteChar: `"`, DoubleQuote: true, Header: true},
		Schema:  schema,
	}
}

// describeTables describes the tables of [Tables], in the order in which they
// are read best.
func describeTables(in Input) []resource {
	list := []resource{describe(annotationTable(in, Schema))}
	if repeats(in.Labels) {
		list = append(list, describe(detailTable()))
	}
	if in.compared() {
		list = append(list, describe(agreementTable(in)))
	}
	return append(list, describe(sentenceTable()), describe(articleTable(in)),
		describe(codebookTable(in.Project.CodebookVersion)))
}

func writeDataPackage(w io.Writer, in Input) error {
	data := dataPackage{
		Profile: "tabular-data-package", Name: namePart(in.Project.Name, "project"), ID: in.Project.UID,
		Title: in.Project.Name, Description: in.Project.Description, Created: made(in.Made), Resources: describeTables(in),
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(data); err != nil {
		return fmt.Errorf("write datapackage.json: %w", err)
	}
	return nil
}

// made is the time of the export in UTC to the second, or empty.
func made(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}
