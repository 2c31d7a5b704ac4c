package table_test

import (
	"errors"
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
	for record, err := range table.CSV(data) {
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
		for record, err := range table.JSON(data) {
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

func FuzzCSV(f *testing.F) {
	f.Add("title,text\na,\"b\nc\"\n")
	f.Fuzz(func(t *testing.T, data string) {
		for record, err := range table.CSV(data) {
			checkRecord(t, record, err)
		}
	})
}

func FuzzJSON(f *testing.F) {
	f.Add(`{"text":"a"}`)
	f.Add(`[{"text":["a"]}]`)
	f.Fuzz(func(t *testing.T, data string) {
		for record, err := range table.JSON(data) {
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
