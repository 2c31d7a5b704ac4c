package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"glossator/app"
	"glossator/app/workspace"
	"glossator/models"
)

// wanted is what is to be taken of one source with several articles.
type wanted struct {
	list    bool
	items   string
	pages   bool
	columns []string // FIELD=NAME
	bare    bool     // a table without a header
}

func (w *wanted) flags(flags *pflag.FlagSet) {
	flags.BoolVar(&w.list, "list", false, "say what the source holds, and add nothing")
	flags.StringVar(&w.items, "items", "", "take these of it, by their `NUMBERS`, such as 1,3-5")
	flags.BoolVar(&w.pages, "pages", false, "get the whole page of each article from its address")
	flags.StringArrayVar(&w.columns, "column", nil, "what a column of a table holds, as `FIELD=NAME`; may be repeated")
	flags.BoolVar(&w.bare, "no-header", false, "the first row of the table is an article; columns are named 1, 2, 3")
}

func (w *wanted) any() bool {
	return w.list || w.items != "" || w.pages || len(w.columns) > 0 || w.bare
}

// importSome takes some of one source, or lists what it holds.
func (s *session) importSome(cmd *cobra.Command, paths []string, w wanted, annotator string, asJSON bool) error {
	if len(paths) != 1 {
		return usageError{errors.New("--list, --items, --pages, --column and --no-header are about one source; give one")}
	}
	numbers, err := parseNumbers(w.items)
	if err != nil {
		return usageError{err}
	}
	taken, err := s.taken(cmd, paths[0], w)
	if err != nil {
		return err
	}
	if w.list {
		return s.within(cmd.Context(), app.ReadOnly, annotator, func(ws *workspace.Workspace) error {
			return s.listOffers(cmd, ws, taken, asJSON)
		})
	}
	return s.withinNew(cmd.Context(), annotator, func(ws *workspace.Workspace) error {
		if len(numbers) == 0 && !w.pages {
			report, err := ws.AddTaken(cmd.Context(), taken, nil)
			return s.printReport(report, err, asJSON)
		}
		offers, err := ws.Offers(cmd.Context(), taken, nil)
		if err != nil {
			return err
		}
		if numbers == nil {
			for _, offer := range offers {
				numbers = append(numbers, offer.Number)
			}
		}
		if last := numbers[len(numbers)-1]; last > len(offers) {
			return models.Errorf(models.CodeNotFound, "There is no item %d; %s holds %d. Look at them with --list.", last, taken.Place, len(offers))
		}
		report, err := ws.AddChosen(cmd.Context(), taken, workspace.Choice{Numbers: numbers, Pages: w.pages}, nil)
		return s.printReport(report, err, asJSON)
	})
}

// taken takes in a source, with the columns that were named.
func (s *session) taken(cmd *cobra.Command, path string, w wanted) (taken workspace.Taken, err error) {
	if path == "-" {
		taken, err = workspace.TakeStream(path, s.streams.In)
	} else {
		taken, err = workspace.TakeIn(cmd.Context(), path)
	}
	if err != nil || !taken.IsTable() && len(w.columns) == 0 && !w.bare {
		return taken, err
	}
	sheet, err := taken.Sheet()
	if err != nil {
		return taken, err
	}
	layout := sheet.Layout // with what the values suggest where the names say nothing
	if w.bare {
		layout.Headed = false
		for i := range layout.Columns {
			layout.Columns[i].Name = strconv.Itoa(i + 1)
		}
	}
	for _, pair := range w.columns {
		if layout, err = assign(layout, pair); err != nil {
			return taken, err
		}
	}
	return taken.Laid(layout), nil
}

// ignored is the field of a column of no use, in --column.
const ignored = "ignore"

// assign gives a column a field, and takes it from the one that had it.
func assign(layout workspace.Columns, pair string) (workspace.Columns, error) {
	name, column, ok := strings.Cut(pair, "=")
	known := name == ignored
	for _, field := range workspace.Fields() {
		known = known || string(field) == name
	}
	if !ok || !known {
		return layout, usageError{fmt.Errorf("--column %s: write FIELD=NAME, with one of the fields %v or %s", pair, workspace.Fields(), ignored)}
	}
	at := -1
	var names []string
	for i, c := range layout.Columns {
		names = append(names, c.Name)
		switch {
		case c.Name == column:
			at = i
		case string(c.Field) == name:
			layout.Columns[i].Field = ""
		}
	}
	if at < 0 {
		return layout, models.Errorf(models.CodeNotFound, "There is no column %q; the columns are %s.", column, strings.Join(names, ", "))
	}
	layout.Columns[at].Field = ""
	if name != ignored {
		layout.Columns[at].Field = workspace.Field(name)
	}
	return layout, nil
}

// parseNumbers reads numbers from 1 and ranges of them, "1,3-5", in order.
func parseNumbers(written string) ([]int, error) {
	var numbers []int
	for part := range strings.SplitSeq(written, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		first, last, ranged := strings.Cut(part, "-")
		from, err := strconv.Atoi(strings.TrimSpace(first))
		to := from
		if ranged && err == nil {
			to, err = strconv.Atoi(strings.TrimSpace(last))
		}
		const most = 100_000
		if err != nil || from < 1 || to < from || to > most {
			return nil, fmt.Errorf("--items %s: write numbers from 1 and ranges, such as 1,3-5", written)
		}
		for ; from <= to; from++ {
			numbers = append(numbers, from)
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers), nil
}

// offerLine is the contract of import --list --json.
type offerLine struct {
	Item      int    `json:"item"`
	Title     string `json:"title"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Sentences int    `json:"sentences"`
	Status    string `json:"status"`  // new, link, duplicate, like or failed
	Article   string `json:"article"` // the one of the project that it is, or is nearly, or empty
	Reason    string `json:"reason"`
}

func lineOfOffer(offer workspace.Offer) offerLine {
	line := offerLine{
		Item: offer.Number, Title: offer.Article.Title, Published: offer.Article.PublishedOn, URL: offer.Article.URL,
		Sentences: offer.Sentences, Status: "new",
	}
	switch {
	case offer.Err != nil:
		line.Status, line.Reason = "failed", models.Explain(offer.Err)
	case offer.Same:
		line.Status, line.Reason = "duplicate", "The project has this text already."
	case offer.Have != nil:
		line.Status, line.Reason = "like", offer.Have.Text().String()
	case offer.Opening == "":
		line.Status, line.Reason = "link", "Its text is not there; --pages gets it from its address."
	}
	if offer.Have != nil {
		line.Article = offer.Have.Article.UID
	}
	return line
}

// listOffers says what a source holds, and what its columns are taken for.
func (s *session) listOffers(cmd *cobra.Command, ws *workspace.Workspace, taken workspace.Taken, asJSON bool) error {
	if taken.IsTable() {
		if sheet, err := taken.Sheet(); err == nil {
			for _, column := range sheet.Columns {
				s.sayf("column %-20s %s\n", column.Name, fieldName(column.Field))
			}
		}
	}
	offers, err := ws.Offers(cmd.Context(), taken, nil)
	if err != nil {
		return err
	}
	return s.buffered(func(out io.Writer) error {
		for _, offer := range offers {
			if err := printOffer(out, lineOfOffer(offer), asJSON); err != nil {
				return err
			}
		}
		return nil
	})
}

func fieldName(field workspace.Field) string {
	if field == "" {
		return ignored
	}
	return string(field)
}

func printOffer(out io.Writer, line offerLine, asJSON bool) error {
	if asJSON {
		return jsonLines(out).Encode(line)
	}
	title := line.Title
	if line.Status == "failed" {
		title = line.Reason
	}
	day := line.Published[:min(len(line.Published), len(time.DateOnly))]
	_, err := fmt.Fprintf(out, "%4d  %-9s  %-10s  %s\n", line.Item, line.Status, day, title)
	return err
}
