package codebook_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"glossator/app/codebook"
	"glossator/assets"
	"glossator/models"
)

// own is the program's codebook in a project.
func own(tb testing.TB) codebook.Document {
	tb.Helper()
	book, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		tb.Fatal(err)
	}
	for i, colour := range []string{"#0b4f8f", "#7a4a00", "#8f1d5f"} {
		book.Labels[i].Color = colour
	}
	return codebook.Document{ProjectUID: "pr-019a0000-0000-7000-8000-0000000000ff", Book: book}
}

func format(tb testing.TB, key string) codebook.Format {
	tb.Helper()
	f, err := codebook.ByKey(key)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

func written(tb testing.TB, f codebook.Format, d codebook.Document) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := f.Write(&out, d); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// What is written is read back the same; a QDC takes the fields from the
// project.
func TestEveryFormatIsReadBack(t *testing.T) {
	t.Parallel()
	d := own(t)
	d.Book.Labels[2].Definition = "Two lines,\nwith \"quotes\"; and <marks> & more."
	for _, f := range codebook.Formats() {
		data := written(t, f, d)
		again, err := f.Read(bytes.NewReader(append([]byte("\ufeff"), data...)), d)
		if err != nil {
			t.Errorf("%s: %v", f.Key, err)
			continue
		}
		if changes := codebook.Compare(d.Book, again); len(changes) > 0 || !reflect.DeepEqual(again.Labels, d.Book.Labels) {
			t.Errorf("%s is read back with %+v", f.Key, changes)
		}
	}
}

// In a project without these labels the files make them.
func TestEveryFormatMakesNewLabels(t *testing.T) {
	t.Parallel()
	d := own(t)
	other := codebook.Document{ProjectUID: "pr-1", Book: models.Codebook{Version: "3", General: []string{"Ours."},
		Labels: []models.CodebookLabel{{Key: "threat", Name: "Threat", Shortcut: "1"}}}}
	for _, f := range codebook.Formats() {
		again, err := f.Read(bytes.NewReader(written(t, f, d)), other)
		if err != nil || len(again.Labels) != len(d.Book.Labels) {
			t.Fatalf("%s: %v, %d labels", f.Key, err, len(again.Labels))
		}
		for i, label := range again.Labels {
			if want := d.Book.Labels[i]; label.Key != want.Key || label.Definition != want.Definition || !slices.Equal(label.Exclude, want.Exclude) {
				t.Errorf("%s: the label is %+v", f.Key, label)
			}
		}
	}
}

func TestQDCFollowsTheOfficialSchema(t *testing.T) {
	t.Parallel()
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("there is no xmllint on the PATH")
	}
	path := filepath.Join(t.TempDir(), "codebook.qdc")
	if err := os.WriteFile(path, written(t, format(t, "qdc"), own(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), lint, "--noout", "--schema", schema(t), path).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// schema returns the official schema of codebooks.
func schema(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		candidate := filepath.Join(folder, "shared", "data", "schemas", "refi-qda", "Codebook.xsd")
		if _, err := os.Stat(candidate); err == nil {
			return candidate
		}
		if folder == filepath.Dir(folder) {
			t.Skip("the folder shared/data with the official schemas is not here")
		}
		folder = filepath.Dir(folder)
	}
}

// foreign is a codebook as other programs write it: a tree with a folder, no
// isCodable on some codes is not allowed by the schema.
const foreign = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook origin="Other 2024" xmlns="urn:QDA-XML:codebook:1.0"><Codes>
<Code guid="5C0B5BBD-4C0F-4C49-8D5A-000000000001" name="Themes" isCodable="false">
 <Code guid="5C0B5BBD-4C0F-4C49-8D5A-000000000002" name="Қауіп" isCodable="true" color="#FF0000"><Description>Says that harm will come.</Description>
  <Code guid="5C0B5BBD-4C0F-4C49-8D5A-000000000003" name="To children" isCodable="true"/></Code></Code>
<Code guid="5C0B5BBD-4C0F-4C49-8D5A-000000000004" name="claim" isCodable="true"/>
</Codes><Sets><Set guid="5C0B5BBD-4C0F-4C49-8D5A-000000000005" name="s"/></Sets></CodeBook>`

func TestForeignQDC(t *testing.T) {
	t.Parallel()
	book, err := format(t, "qdc").Read(strings.NewReader(foreign), own(t))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, label := range book.Labels {
		names = append(names, label.Key+"="+label.Name+"="+label.Shortcut)
	}
	want := []string{"themes=Themes / Қауіп=1", "themes_to_children=Themes / Қауіп / To children=2", "claim=claim=3"}
	if !slices.Equal(names, want) {
		t.Errorf("labels %q, want %q", names, want)
	}
	if claim := book.Labels[2]; len(claim.Fields) == 0 || book.Labels[0].Color != "#FF0000" {
		t.Errorf("the project's own label has lost its fields: %+v", claim)
	}
}

func TestBadFilesAreRefusedWithASentence(t *testing.T) {
	t.Parallel()
	deep := `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>` + strings.Repeat(`<Code guid="g" name="n" isCodable="true">`, 10_000)
	many := "label,name\n" + strings.Repeat("a,b\n", 3)
	for _, c := range []struct {
		key, text string
		code      models.Code
	}{
		{"json", "", models.CodeEmpty}, {"json", "{", models.CodeInvalid}, {"json", `{"version":"1","labels":[]}`, models.CodeInvalid},
		{"json", strings.Repeat(" ", codebook.MaxSize+1), models.CodeTooLarge}, {"csv", "name\nx\n", models.CodeInvalid},
		{"csv", "label,field\n\"a,b\n", models.CodeInvalid}, {"csv", "label,field,name,type\na,x,X,text\n", models.CodeInvalid},
		{"csv", "label,field,name,type\na,,A,\na,x,X,colour\n", models.CodeInvalid}, {"csv", many, models.CodeInvalid},
		{"qdc", "<a/>", models.CodeInvalid}, {"qdc", deep, models.CodeInvalid}, {"qdc", "no xml", models.CodeInvalid},
		{"qdc", `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>`, models.CodeInvalid},
	} {
		_, err := format(t, c.key).Read(strings.NewReader(c.text), own(t))
		if models.CodeOf(err) != c.code || !strings.HasSuffix(models.Explain(err), ".") {
			t.Errorf("%s %.40q: %q (%v), want %q", c.key, c.text, models.CodeOf(err), err, c.code)
		}
	}
	if _, err := codebook.ByName("x.docx"); models.CodeOf(err) != models.CodeUnsupported {
		t.Errorf("a name of another format gives %v", err)
	}
}

func TestCompareSaysWhatChanges(t *testing.T) {
	t.Parallel()
	old := own(t).Book
	next := own(t).Book
	next.Labels = slices.Clone(next.Labels[1:])
	next.Labels[0].Name = "Figure"
	next.Labels[0].Color = "#0A5C46"
	next.Labels[1].Definition = "Says that something is so."
	next.Labels[1].Fields = slices.Clone(next.Labels[1].Fields[1:])
	next.Labels = append(next.Labels, models.CodebookLabel{Key: "threat", Name: "Threat"})
	changes := codebook.Compare(old, next)
	var said []string
	for _, c := range changes {
		said = append(said, c.Text.String())
	}
	want := []string{
		"Statistic is now called Figure.", "Figure: the colour is another one.", "Claim: the definition is another one.",
		"Claim: the field Who says it is archived; what stands in it stays.", "New label: Threat.", "The label Commitment is archived; its tags stay.",
	}
	if !slices.Equal(said, want) {
		t.Errorf("said is\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	if got := codebook.Changed(changes, next); !slices.Equal(got, []string{"claim"}) {
		t.Errorf("the meaning of %q may have changed", got)
	}
}

func TestFreeKey(t *testing.T) {
	t.Parallel()
	taken := func(key string) bool { return key == "cafe" }
	for name, want := range map[string]string{"Café": "cafe_2", "To Do, now!": "to_do_now", "Қауіп": "label_2", "2nd": "nd", "": "label_2"} {
		if got := codebook.FreeKey(name, "label", taken); got != want {
			t.Errorf("the key of %q is %q, want %q", name, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	d := own(f)
	for i, format := range codebook.Formats() {
		f.Add(i, written(f, format, d))
	}
	f.Add(2, []byte(foreign))
	f.Fuzz(func(t *testing.T, kind int, data []byte) {
		formats := codebook.Formats()
		format := formats[((kind%len(formats))+len(formats))%len(formats)]
		book, err := format.Read(bytes.NewReader(data), d)
		if err != nil {
			return
		}
		again, err := format.Read(bytes.NewReader(written(t, format, codebook.Document{ProjectUID: d.ProjectUID, Book: book})), d)
		if err != nil || len(again.Labels) != len(book.Labels) {
			t.Fatalf("%s: %d labels are read back as %d, %v", format.Key, len(book.Labels), len(again.Labels), err)
		}
	})
}
