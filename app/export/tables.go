package export

import (
	"context"
	"io"

	"glossator/models"
)

// Tables is a Tabular Data Package: a zip, or a folder (see [Folder]), of the
// tables annotations, details (where a detail may repeat), sentences, articles
// and codebook in the CSV of [CSV], with datapackage.json that gives their
// types and links, and README.txt that shows how to read them.
func Tables() Format {
	return Format{
		Key:       "tables",
		Name:      "Tables for Python, R and DuckDB (zip)",
		Extension: ".zip",
		MediaType: mediaZip,
		Texts:     true,
		several:   true,
		Write:     zipped(writeTables),
		parts:     writeTables,
	}
}

func writeTables(ctx context.Context, to bundle, in Input) (int, error) {
	rows, err := writeRowTables(ctx, to, in)
	if err != nil {
		return rows, err
	}
	if err := writeArticleTables(ctx, to, in); err != nil {
		return rows, err
	}
	w, err := to.create("codebook.csv")
	if err != nil {
		return rows, err
	}
	if err := csvRows(w, codebookTable(in.Project.CodebookVersion).columns, in.codebookRows()); err != nil {
		return rows, err
	}
	if err := writeAgreement(to, in); err != nil {
		return rows, err
	}
	return rows, writeDescription(to, in)
}

func writeAgreement(to bundle, in Input) error {
	if !in.compared() {
		return nil
	}
	w, err := to.create(agreementName + ".csv")
	if err != nil {
		return err
	}
	return csvRows(w, agreementTable(in).columns, in.Agreement[1:])
}

// writeRowTables writes the tables that come from the rows.
func writeRowTables(ctx context.Context, to bundle, in Input) (int, error) {
	later, err := newSpool()
	if err != nil {
		return 0, err
	}
	defer later.close()
	table := annotationTable(in, Schema)
	w, err := to.create(table.name + ".csv")
	if err != nil {
		return 0, err
	}
	annotations := newCSVTable(w, exact, table.columns)
	details := newCSVTable(later, exact, detailTable().columns)
	rows, err := in.each(ctx, func(row *models.ExportRow) error {
		if err := annotations.row(row); err != nil {
			return err
		}
		return eachRepeated(row, in.Labels, details.row)
	})
	if err != nil {
		return rows, err
	}
	annotations.warn(in)
	if err := annotations.flush(); err != nil || !repeats(in.Labels) {
		return rows, err
	}
	return rows, appendPart(to, "details.csv", later, &details.csvWriter)
}

// writeArticleTables writes the tables that come from the articles.
func writeArticleTables(ctx context.Context, to bundle, in Input) error {
	later, err := newSpool()
	if err != nil {
		return err
	}
	defer later.close()
	w, err := to.create("sentences.csv")
	if err != nil {
		return err
	}
	sentences := newCSVTable(w, exact, sentenceTable().columns)
	articles := newCSVTable(later, exact, articleTable(in).columns)
	err = in.eachArticle(ctx, func(content *models.Content) error {
		if err := eachSentence(content, sentences.row); err != nil {
			return err
		}
		return articles.row(content)
	})
	if err != nil {
		return err
	}
	if err := sentences.flush(); err != nil {
		return err
	}
	return appendPart(to, "articles.csv", later, &articles.csvWriter)
}

// appendPart makes a file of a table that was spooled.
func appendPart(to bundle, name string, later *spool, written *csvWriter) error {
	if err := written.flush(); err != nil {
		return err
	}
	w, err := to.create(name)
	if err != nil {
		return err
	}
	return later.copyTo(w)
}

// writeDescription writes the two files about the tables.
func writeDescription(to bundle, in Input) error {
	for _, part := range []struct {
		name  string
		write func(io.Writer, Input) error
	}{
		{"datapackage.json", writeDataPackage},
		{"README.txt", writeReadme},
	} {
		w, err := to.create(part.name)
		if err != nil {
			return err
		}
		if err := part.write(w, in); err != nil {
			return err
		}
	}
	return nil
}
