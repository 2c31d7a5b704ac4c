package export

import (
	"context"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"time"

	"glossator/models"
)

// Report is one self-contained HTML file for reading and printing: a summary
// with counts and charts, the labels, and every article with its highlighted
// text, the labels, details, comments and decisions. It loads nothing from
// anywhere and runs no script.
func Report() Format {
	return Format{
		Key:       "report",
		Name:      "Report to read and print (HTML)",
		Extension: ".html",
		MediaType: "text/html",
		Content:   "report",
		Leaves:    "The report is for reading; it cannot be imported again.",
		Texts:     true,
		Write:     writeReport,
	}
}

//go:embed report.gohtml
var reportSource string

var reportTemplate = template.Must(template.New("report").Parse(reportSource))

// report gathers the summary while the articles are written.
type report struct {
	in         Input
	styles     reportStyles
	articles   int
	sentences  int
	tagged     int
	total      int
	labels     tally
	annotators tally
}

func writeReport(ctx context.Context, w io.Writer, in Input) (int, error) {
	later, err := newSpool()
	if err != nil {
		return 0, err
	}
	defer later.close()
	r := &report{in: in, styles: stylesOf(in)}
	contents, err := newSpool()
	if err != nil {
		return 0, err
	}
	defer contents.close()
	rows, err := in.eachChapter(ctx, func(c *chapter) error {
		r.count(c)
		article := r.article(c)
		if err := render(contents, "entry", article); err != nil {
			return err
		}
		return render(later, "article", article)
	})
	if err != nil {
		return rows, err
	}
	if err := render(w, "head", r.head()); err != nil {
		return rows, err
	}
	if err := render(w, "summary", r.summary()); err != nil {
		return rows, err
	}
	if err := r.writeContents(w, contents); err != nil {
		return rows, err
	}
	if err := later.copyTo(w); err != nil {
		return rows, err
	}
	return rows, render(w, "foot", nil)
}

// writeContents writes the table of contents, which one article does without.
func (r *report) writeContents(w io.Writer, entries *spool) error {
	if r.articles < 2 {
		return nil
	}
	if err := render(w, "contents", r.styles); err != nil {
		return err
	}
	if err := entries.copyTo(w); err != nil {
		return err
	}
	return render(w, "contents end", nil)
}

func render(w io.Writer, name string, data any) error {
	if err := reportTemplate.ExecuteTemplate(w, name, data); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

func (r *report) count(c *chapter) {
	r.articles++
	r.sentences += len(c.Sentences)
	last := -1
	for i := range c.rows {
		row := &c.rows[i]
		if row.Label == models.NoLabel {
			continue
		}
		r.total++
		r.labels.add(row.Label)
		r.annotators.add(annotatorName(row))
		if row.Sentence.StartOff != last {
			r.tagged++
			last = row.Sentence.StartOff
		}
	}
}

// reportHead is what the start of the report shows.
type reportHead struct {
	Title, Description, Made, Codebook string
	Styles                             reportStyles
}

func (r *report) head() reportHead {
	day := ""
	if !r.in.Made.IsZero() {
		day = r.in.Made.Format(time.DateOnly)
	}
	return reportHead{r.in.Project.Name, r.in.Project.Description, day, r.in.Project.CodebookVersion, r.styles}
}

// reportSummary is what the summary shows.
type reportSummary struct {
	Articles, Sentences, Tagged, Annotations int
	Labels, Annotators                       *barChart
	Legend                                   reportStyles
}

func (r *report) summary() reportSummary {
	labels := make([]bar, 0, len(r.styles))
	for _, style := range r.styles {
		labels = append(labels, bar{Name: style.Name, Fill: style.Fill, Count: r.labels.of(style.key)})
	}
	annotators := make([]bar, 0, len(r.annotators.names))
	for _, name := range r.annotators.names {
		annotators = append(annotators, bar{Name: name, Fill: plainColor, Count: r.annotators.of(name)})
	}
	return reportSummary{
		Articles: r.articles, Sentences: r.sentences, Tagged: r.tagged, Annotations: r.total,
		Labels: newBarChart("Annotations by label", labels), Annotators: newBarChart("Annotations by annotator", annotators),
		Legend: r.styles,
	}
}
