package agreement_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"glossator/app/agreement"
)

const validCSV = "unit,annotator,label\ns1,Ann,claim\ns1,Ben,statistic\ns1,Ann,statistic\ns2,Ann,no_label\ns2,Ben,no_label\n"

func TestReadCSVAccepts(t *testing.T) {
	t.Parallel()
	plain, err := json.Marshal(reportOf(t, validCSV))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"byte order mark":    "\ufeff" + validCSV,
		"CRLF":               strings.ReplaceAll(validCSV, "\n", "\r\n"),
		"no last line break": strings.TrimSuffix(validCSV, "\n"),
		"header in capitals": strings.Replace(validCSV, "unit,annotator,label", "Unit, ANNOTATOR ,Label", 1),
		"white space":        strings.ReplaceAll(validCSV, ",", " , "),
		"quoted cells":       strings.ReplaceAll(validCSV, "Ann", `"Ann"`),
		"empty rows":         strings.ReplaceAll(validCSV, "\n", "\n,,\n\n"),
		"repeated rows":      validCSV + "s1,Ann,claim\n",
		"semicolons":         strings.ReplaceAll(validCSV, ",", ";"),
		"tabs and a mark":    "\ufeff" + strings.ReplaceAll(validCSV, ",", "\t"),
		"empty rows of tabs": strings.ReplaceAll(strings.ReplaceAll(validCSV, "\n", "\n,,\n"), ",", "\t"),
		"another column":     strings.ReplaceAll("note,"+validCSV, "\ns", "\nx,s"),
	} {
		got, err := json.Marshal(reportOf(t, text))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(plain) {
			t.Errorf("%s changes the result", name)
		}
	}
}

func reportOf(t *testing.T, text string) agreement.Summary {
	t.Helper()
	table, err := agreement.ReadCSV(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}

	return agreement.Report(table, agreement.Options{Draws: 20})
}

func TestReadCSVMeaning(t *testing.T) {
	t.Parallel()
	table, err := agreement.ReadCSV(strings.NewReader(
		"label,article,unit,annotator\nclaim,A,s1,Ann\nno_label,,s2,Ann\n\"a, b\",A,s1,Жанна\n"))
	if err != nil {
		t.Fatal(err)
	}
	if labels := table.Labels(); !slices.Equal(labels, []string{"a, b", "claim"}) {
		t.Errorf("labels are %q", labels)
	}
	if names := table.Annotators(); !slices.Equal(names, []string{"Ann", "Жанна"}) {
		t.Errorf("annotators are %q", names)
	}
	if summary := agreement.Report(table, agreement.Options{}); summary.Units != 2 || summary.Comparable != 1 {
		t.Errorf("%d units, %d comparable; want 2 and 1", summary.Units, summary.Comparable)
	}
}

func TestReadCSVRefuses(t *testing.T) {
	t.Parallel()
	const header = "unit,annotator,label,article\n"
	for name, test := range map[string]struct {
		text string
		line int
		want error
		says string
	}{
		"empty file":        {"", 1, agreement.ErrHeader, "the file is empty"},
		"no header":         {"s1,Ann,claim\n", 1, agreement.ErrHeader, "column unit is missing"},
		"column missing":    {"unit,label\ns1,claim\n", 1, agreement.ErrHeader, "column annotator is missing"},
		"column twice":      {"unit,annotator,label,unit\n", 1, agreement.ErrHeader, "column unit appears twice"},
		"vertical bars":     {"unit|annotator|label\ns1|Ann|claim\n", 1, agreement.ErrHeader, "column unit is missing"},
		"semicolons below":  {header + "s1;Ann;claim;A\n", 2, agreement.ErrShape, "1 cells, the header has 4"},
		"short row":         {header + "s1,Ann,claim,A\ns1,Ben\n", 3, agreement.ErrShape, "2 cells"},
		"empty unit":        {header + "s1,Ann,claim,A\n ,Ben,claim,A\n", 3, agreement.ErrEmptyName, "unit"},
		"empty annotator":   {header + "s1,,claim,A\n", 2, agreement.ErrEmptyName, "annotator"},
		"empty label":       {header + "s1,Ann,,A\n", 2, agreement.ErrEmptyName, "no_label"},
		"label, then none":  {header + "s1,Ann,claim,\ns2,Ann,claim,\ns1,Ann,no_label,\n", 4, agreement.ErrContradiction, "line 2"},
		"none, then label":  {header + "s1,Ann,no_label,\ns1,Ann,claim,\n", 3, agreement.ErrContradiction, "remove one"},
		"two articles":      {header + "s1,Ann,claim,A\ns1,Ben,claim,B\n", 3, agreement.ErrContradiction, `"A" and in article "B"`},
		"undeclared label":  {header + "s1,Ann,claim,A\ns1,Ben,clam,A\n", 3, agreement.ErrUndeclared, "use one of claim, statistic"},
		"stray quote":       {header + "s1,A\"nn,claim,A\n", 2, agreement.ErrQuotes, "quotation mark"},
		"unclosed quote":    {header + "s1,Ann,claim,A\ns1,\"Ben,claim,A\ns2,Ann,claim,A\n", 3, agreement.ErrQuotes, "close"},
		"quote in header":   {"unit,ann\"otator,label\n", 1, agreement.ErrQuotes, "quotation mark"},
		"UTF-16":            {"\xff\xfeu\x00n\x00", 1, agreement.ErrEncoding, "UTF-16"},
		"another encoding":  {header + "s1,Ren\xe9,claim,A\n", 2, agreement.ErrEncoding, "UTF-8"},
		"line after a cell": {header + "s1,\"An\nn\",claim,A\ns2,Ann,,A\n", 4, agreement.ErrEmptyName, "label"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := agreement.ReadCSV(strings.NewReader(test.text), "claim", "statistic")
			var at *agreement.LineError
			if !errors.As(err, &at) || at.Line != test.line || !errors.Is(err, test.want) {
				t.Fatalf("got %v, want %v in line %d", err, test.want, test.line)
			}
			if !strings.Contains(err.Error(), test.says) || strings.Contains(err.Error(), "\n") {
				t.Errorf("the sentence %q does not say %q in one line", err, test.says)
			}
		})
	}
}

func TestReadCSVTooManyLabels(t *testing.T) {
	t.Parallel()
	text := strings.Builder{}
	text.WriteString("unit,annotator,label\n")
	for i := range agreement.MaxLabels + 1 {
		fmt.Fprintf(&text, "s%d,Ann,text %d\n", i, i)
	}
	_, err := agreement.ReadCSV(strings.NewReader(text.String()))
	if !errors.Is(err, agreement.ErrTooManyLabels) {
		t.Errorf("got %v, want %v", err, agreement.ErrTooManyLabels)
	}
}

func TestReadCSVPassesReadErrorsOn(t *testing.T) {
	t.Parallel()
	broken := errors.New("the disk is gone")
	for name, source := range map[string]io.Reader{
		"at once": iotest.ErrReader(broken),
		"later":   io.MultiReader(strings.NewReader(validCSV), iotest.ErrReader(broken)),
	} {
		if _, err := agreement.ReadCSV(source); !errors.Is(err, broken) {
			t.Errorf("%s: got %v, want %v", name, err, broken)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add(validCSV)
	f.Add("\ufeffunit,annotator,label,article\r\ns1,Ann,claim,A\r\ns1,Ben,no_label,A\r\n")
	f.Add("unit;annotator;label\n")
	f.Add("unit,annotator,label\n\"s\n1\",Ann,\"x\"\"y\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := agreement.ReadCSV(strings.NewReader(text))
		if err != nil {
			if strings.TrimSpace(err.Error()) == "" {
				t.Error("an error without words")
			}

			return
		}
		summary := agreement.Report(table, agreement.Options{Draws: 3})
		for _, result := range summary.Results {
			checkConsistent(t, result)
		}
		if _, err := json.Marshal(summary); err != nil {
			t.Errorf("the summary does not become JSON: %v", err)
		}
	})
}
