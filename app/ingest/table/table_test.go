package table_test

import (
	"errors"
	"strings"
	"testing"

	"glossator/app/ingest/manuscript"
	"glossator/app/ingest/table"
)

func TestHeaders(t *testing.T) {
	t.Parallel()
	cases := map[string]bool{
		"title,text\na,b\n":                    true,
		"Full Text;Pub Date\na;b\n":            true,
		"URL\tBody\na\tb\n":                    true,
		"Мәтін,Тақырып\na,b\n":                 true,
		"text\na\n":                            false,
		"Dear editor, the text is here\nYes\n": false,
		"":                                     false,
	}
	for data, want := range cases {
		if got := table.IsTable(data); got != want {
			t.Errorf("%q: %t", data, got)
		}
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	data := "id;headline;text;body\n1;A;;\"Two\nlines; here\"\n2;B;C;D\nbad \" quote\n3;E;F\n"
	var texts []string
	faults := 0
	for record, err := range table.CSV(data, nil) {
		if err != nil {
			faults++
			continue
		}
		texts = append(texts, record.Title+"="+record.Text)
	}
	if len(texts) != 3 || texts[0] != "A=Two\nlines; here" || texts[1] != "B=C" || texts[2] != "E=F" || faults != 1 {
		t.Errorf("%q, %d faults", texts, faults)
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		`{"text":"a","date":20250312,"author":{"name":"N"}}` + "\n" + `{"text":"b"}`,
		"[\n{\"text\":\"a\"},\n{\"text\":\"b\"}]",
	} {
		count := 0
		for record, err := range table.JSON(data, nil) {
			if err != nil || record.Text == "" {
				t.Errorf("%q: %v", data, err)
			}
			count++
		}
		if count != 2 || !table.IsJSON(data) {
			t.Errorf("%q: %d records", data, count)
		}
	}
}

// Columns without telling names are guessed by what stands in them.
func TestSheets(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("The council met. ", 9)
	for _, c := range []struct {
		name   string
		sheet  table.Sheet
		want   string // the fields of the columns
		headed bool
	}{
		{"names", table.CSVSheet("Titel;Body;x\na;b;c\n"), ",text,", true},
		{"values", table.CSVSheet("Nr,Kopf,Inhalt,Wann,Wo\n1,A long title," + text + ",2024-06-06,https://x.example/1\n"), ",title,text,date,url", true},
		{"no header", table.CSVSheet("1|" + text + "|06.06.2024\n2|" + text + "|07.06.2024\n"), ",text,date", false},
		{"JSON", table.JSONSheet(`{"id":7,"Kopf":"A long title","Inhalt":"` + text + `"}`), ",title,text", false},
	} {
		fields := make([]string, len(c.sheet.Columns))
		for i, column := range c.sheet.Columns {
			fields[i] = string(column.Field)
		}
		if got := strings.Join(fields, ","); got != c.want || c.sheet.Headed != c.headed || len(c.sheet.Rows) == 0 {
			t.Errorf("%s: %q, headed %t, %d rows", c.name, got, c.sheet.Headed, len(c.sheet.Rows))
		}
	}
}

// Services answer with the articles in an array beside a few words.
func TestAnswerOfAService(t *testing.T) {
	t.Parallel()
	data := `{"status":"ok","articles":[{"content":"One.","source":{"name":"Crier"}},{"content":"Two.","authors":[{"name":"A"},{"name":"B"}]}]}`
	var got []string
	for record, err := range table.JSON(data, nil) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, record.Text+record.Source+record.Author)
	}
	if strings.Join(got, "|") != "One.Crier|Two.A, B" {
		t.Errorf("%q", got)
	}
}

func FuzzSheet(f *testing.F) {
	f.Add("Nr;Kopf\n1;x\n")
	f.Add(`[{"a":["b"]}]`)
	f.Fuzz(func(t *testing.T, data string) {
		for _, sheet := range []table.Sheet{table.CSVSheet(data), table.JSONSheet(data)} {
			for record, err := range table.CSV(data, &sheet.Layout) {
				checkRecord(t, record, err)
			}
			for record, err := range table.JSON(data, &sheet.Layout) {
				checkRecord(t, record, err)
			}
		}
	})
}

func FuzzCSV(f *testing.F) {
	f.Add("title,text\na,\"b\nc\"\n")
	f.Fuzz(func(t *testing.T, data string) {
		for record, err := range table.CSV(data, nil) {
			checkRecord(t, record, err)
		}
	})
}

func FuzzJSON(f *testing.F) {
	f.Add(`{"text":"a"}`)
	f.Add(`[{"text":["a"]}]`)
	f.Fuzz(func(t *testing.T, data string) {
		for record, err := range table.JSON(data, nil) {
			checkRecord(t, record, err)
		}
	})
}

// checkRecord expects an article with its original, or a sentence.
func checkRecord(t *testing.T, record table.Record, err error) {
	t.Helper()
	if _, ok := errors.AsType[*manuscript.Fault](err); err != nil && !ok {
		t.Errorf("no sentence: %v", err)
	}
	if err == nil && len(record.Original) == 0 {
		t.Error("no original")
	}
}
