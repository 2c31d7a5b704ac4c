package export_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"glossator/app/export"
)

// TestDataPackage has the reference implementation check types, links and
// keys. It needs NODE_PATH to lead to npm's datapackage.
func TestDataPackage(t *testing.T) {
	t.Parallel()
	node, err := exec.LookPath("node")
	if err != nil {
		lacking(t, "datapackage", "there is no node on the PATH")
	}
	if exec.CommandContext(t.Context(), node, "-e", "require('datapackage')").Run() != nil {
		lacking(t, "datapackage", "node does not find the package datapackage; set NODE_PATH")
	}
	const script = `
const {Package} = require('datapackage');
(async () => {
  const p = await Package.load(process.argv[1] + '/datapackage.json');
  if (!p.valid) throw p.errors;
  for (const r of p.resources) {
    const rows = await r.read({keyed: true, relations: true});
    console.log(r.name, rows.length);
  }
})().catch(e => { console.error(e, e.errors); process.exit(1); });`
	folder := unpack(t, export.Tables())
	out := run(t, node, "-e", script, folder)
	if want := "annotations 11\ndetails 2\nsentences 8\narticles 2\ncodebook 9\n"; out != want {
		t.Errorf("it read\n%swant\n%s", out, want)
	}
	for fault, change := range map[string][3]string{
		"a label of no codebook":     {"annotations.csv", ",statistic,", ",praise,"},
		"a word for a number":        {"sentences.csv", "\n", "\nx,"},
		"an article that is nowhere": {"articles.csv", "a1,", "a9,"},
	} {
		bad := unpack(t, export.Tables())
		name := filepath.Join(bad, change[0])
		if err := os.Rename(spoiled(t, name, change[1], change[2]), name); err != nil {
			t.Fatal(err)
		}
		refuses(t, fault, node, "-e", script, bad)
	}
}

// openpyxl reads the same cells as text or number, and no formula.
func TestOpenpyxlReadsTheWorkbook(t *testing.T) {
	t.Parallel()
	interpreter := python(t, "openpyxl")
	row := statistic()
	row.Sentence.Text, row.Annotation.Note = "=1+1", "+7 'x'\nline\ttab  "
	row.Article.Title, row.Article.Source = "0001", "👩‍👩‍👧 e\u0301 שלום"
	in := corpus()
	in.Rows = rowsOf(row)
	const script = `
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
assert book.sheetnames == ["annotations", "details", "sentences", "articles", "codebook", "about"], book.sheetnames
sheet = book["annotations"]
head, cells = list(sheet.iter_rows())
row = {h.value: c for h, c in zip(head, cells)}
assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, (sheet.freeze_panes, sheet.auto_filter.ref)
for name, value in {"sentence_text": "=1+1", "comment": "+7 'x'\nline\ttab  ", "article_title": "0001",
        "article_source": "\U0001F469\u200d\U0001F469\u200d\U0001F467 e\u0301 \u05e9\u05dc\u05d5\u05dd"}.items():
    assert row[name].data_type != "f" and row[name].value == value, (name, row[name].data_type, row[name].value)
assert row["statistic_value_number"].value == 1920.5, row["statistic_value_number"].value
assert row["sentence_no"].value == 7 and row["confidence"].value == "high"
assert len(list(book["sentences"].iter_rows())) == 9`
	run(t, interpreter, "-c", script, save(t, export.Workbook(), in))
}

func TestREFISchemas(t *testing.T) {
	t.Parallel()
	xmllint := program(t, "xmllint")
	folder := schemas(t, "refi-qda")
	for schema, path := range map[string]string{
		"Codebook.xsd": save(t, export.REFICodebook(), corpus()),
		"Project.xsd":  filepath.Join(unpack(t, export.REFIProject()), "project.qde"),
	} {
		schema = filepath.Join(folder, schema)
		run(t, xmllint, "--noout", "--schema", schema, path)
		refuses(t, "a code without isCodable", xmllint, "--noout", "--schema", schema, spoiled(t, path, ` isCodable="true"`, ""))
	}
}

// Every position in the project selects, in Python's counting of the text, the
// words that it should.
func TestREFIPositions(t *testing.T) {
	t.Parallel()
	interpreter := python(t, "xml.etree")
	const script = `
import sys, xml.etree.ElementTree as ET
ns = "{urn:QDA-XML:project:1.0}"
root = ET.parse(sys.argv[1] + "/project.qde").getroot()
ids = [e.get("guid") for e in root.iter() if e.get("guid")]
assert len(ids) == len(set(ids)), "a guid stands twice"
known = set(ids)
for e in root.iter():
    for a in ("targetGUID", "creatingUser"):
        assert e.get(a) is None or e.get(a) in known, (e.tag, a, e.get(a))
found = []
for source in root.iter(ns + "TextSource"):
    path = source.get("plainTextPath").replace("internal://", sys.argv[1] + "/sources/")
    text = open(path, encoding="utf-8", newline="").read()
    for part in source.iter(ns + "PlainTextSelection"):
        found.append(text[int(part.get("startPosition")):int(part.get("endPosition"))])
print("|".join(found).replace("\n", "~").replace("\a", "^"), end="")`
	if got := run(t, interpreter, "-c", script, unpack(t, export.REFIProject())); got != spans {
		t.Errorf("got  %q\nwant %q", got, spans)
	}
}

// spans are the annotated words of the corpus, in order, ~ for a line feed
// and ^ for the bell.
const spans = "74 of them|192 victims|The ministry will open ten shelters by May 2025.|owner wrote:~on two|עולם 😀|text|bell ^|500 үй|500"

// The offsets of a CAS count UTF-16 units, which Python shows by its codec.
func TestCASPositions(t *testing.T) {
	t.Parallel()
	interpreter := python(t, "json")
	const script = `
import glob, json, sys
found = []
for path in sorted(glob.glob(sys.argv[1] + "/*.json")):
    cas = json.load(open(path, encoding="utf-8"))
    fs = cas["%FEATURE_STRUCTURES"]
    assert [f["%ID"] for f in fs] == list(range(1, len(fs) + 1))
    assert cas["%VIEWS"]["_InitialView"] == {"%SOFA": 1, "%MEMBERS": list(range(2, len(fs) + 1))}
    units = fs[0]["sofaString"].encode("utf-16-le")
    for f in fs[1:]:
        assert f["%TYPE"] in cas["%TYPES"] or f["%TYPE"].startswith("uima.")
        words = units[2 * f["begin"]:2 * f["end"]].decode("utf-16-le")
        if f["%TYPE"].endswith("Tag"): found.append(words)
        if f["%TYPE"].endswith("DocumentAnnotation"): assert words == fs[0]["sofaString"]
print("|".join(found).replace("\n", "~").replace("\a", "^"), end="")`
	if got := run(t, interpreter, "-c", script, unpack(t, export.CAS())); got != spans {
		t.Errorf("got  %q\nwant %q", got, spans)
	}
}

// The rule of brat: the fragments of the text, joined by spaces, are the words
// on the annotation's line.
func TestBratPositions(t *testing.T) {
	t.Parallel()
	interpreter := python(t, "re")
	const script = `
import glob, re, sys
types = open(sys.argv[1] + "/annotation.conf", encoding="utf-8").read().split()
n = 0
for path in sorted(glob.glob(sys.argv[1] + "/*.ann")):
    text = open(path[:-4] + ".txt", encoding="utf-8").read()
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line[0] == "#":
            assert re.match(r"#\d+\tAnnotatorNotes T\d+\t[^\t]+$", line), line
            continue
        m = re.match(r"T\d+\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$", line)
        assert m and m.group(1) in types, line
        parts = [text[int(a):int(b)] for a, b in (p.split() for p in m.group(2).split(";"))]
        assert " ".join(parts) == m.group(3), (parts, m.group(3))
        n += 1
print(n, end="")`
	if got := run(t, interpreter, "-c", script, unpack(t, export.Brat())); got != "9" {
		t.Errorf("%s annotations", got)
	}
}

// The test suite of the W3C holds what a Web Annotation must have; an item has
// to pass what is asserted with "must".
func TestWebAnnotationSchemas(t *testing.T) {
	t.Parallel()
	interpreter := python(t, "jsonschema")
	const script = `
import glob, json, os, sys, warnings
warnings.simplefilter("ignore")
import jsonschema
root = sys.argv[1]
store = {}
for path in glob.glob(root + "/**/*.json", recursive=True):
    schema = json.load(open(path, encoding="utf-8"))
    store[os.path.basename(path)] = schema
data = json.load(open(sys.argv[2], encoding="utf-8"))
assert data["type"] == "AnnotationCollection" and data["total"] == len(data["first"]["items"]), data["total"]
tests = 0
for path in glob.glob(root + "/annotations/**/*.json", recursive=True):
    schema = json.load(open(path, encoding="utf-8"))
    if schema.get("assertionType") != "must" or schema.get("expectedResult", "valid") != "valid":
        continue
    resolver = jsonschema.RefResolver("", schema, store=store)
    check = jsonschema.Draft4Validator(schema, resolver=resolver)
    try:
        for item in data["first"]["items"]:
            errors = [e.message for e in check.iter_errors(item)]
            assert not errors, (path, errors[:1], item)
    except jsonschema.exceptions.RefResolutionError:
        continue  # the suite itself lacks a file
    tests += 1
print(tests, len(data["first"]["items"]), end="")`
	folder, path := schemas(t, "web-annotation"), save(t, export.WebAnnotation(), corpus())
	for fault, change := range map[string][2]string{
		"a target that is missing":      {`"target":`, `"aim":`},
		"a quotation without its words": {`"exact":`, `"words":`},
		"a place that is no number":     {`"start":65`, `"start":"x"`},
	} {
		refuses(t, fault, interpreter, "-c", script, folder, spoiled(t, path, change[0], change[1]))
	}
	out := run(t, interpreter, "-c", script, folder, path)
	tests, items, _ := strings.Cut(out, " ")
	if items != "9" || len(tests) < 2 {
		t.Errorf("%s of the W3C's tests, %s annotations", tests, items)
	}
}

// Python's json reads the lines, with numbers as numbers.
func TestJSONLines(t *testing.T) {
	t.Parallel()
	interpreter := python(t, "json")
	const script = `
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8", newline="\n")]
assert len(rows) == 11
row = rows[1]
assert row["details"]["value"] == [{"text": "Some 192", "number": 192}, {"text": "-74,5", "number": -74.5}], row
assert row["sentence_no"] == 1 and row["start"] == 40 and row["comment"] == "Two figures;\nsee \"value\"."
assert rows[7]["quote"] == "bell \a"
assert rows[3]["label"] == "no_label" and "annotation_id" not in rows[3]`
	run(t, interpreter, "-c", script, save(t, export.JSONLines(), corpus()))
}

// Python reads doccano's lines and Label Studio's tasks.
func TestSentenceTasks(t *testing.T) {
	t.Parallel()
	interpreter := python(t, "json")
	const script = `
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8", newline="\n")]
assert len(lines) == 9 and [l["label"] for l in lines][-2:] == [["commitment", "statistic"], []]
tasks = json.load(open(sys.argv[2], encoding="utf-8"))
assert len(tasks) == 8, len(tasks)
assert tasks[5]["annotations"] == []
first = tasks[0]["annotations"]
assert [a["ground_truth"] for a in first] == [False, True]
assert first[0]["result"][0]["value"]["choices"] == ["statistic"]
assert tasks[7]["annotations"][0]["result"] == []`
	run(t, interpreter, "-c", script, save(t, export.Doccano(), corpus()), save(t, export.LabelStudio(), corpus()))
}

// An HTML parser finds every element closed, and nothing that is loaded.
func TestReportStandsAlone(t *testing.T) {
	t.Parallel()
	interpreter := python(t, "html.parser")
	const script = `
import html.parser, sys
void = {"meta", "br"}
class Reader(html.parser.HTMLParser):
    open, text = [], []
    def handle_starttag(self, tag, attrs):
        assert tag not in ("script", "link", "img", "iframe"), tag
        assert all(name != "src" and not name.startswith("on") for name, _ in attrs), attrs
        if tag not in void: self.open.append(tag)
    def handle_endtag(self, tag):
        if tag in void: return
        assert self.open and self.open.pop() == tag, (tag, self.getpos())
    def handle_data(self, data): self.text.append(data)
reader = Reader()
source = open(sys.argv[1], encoding="utf-8").read()
reader.feed(source)
reader.close()
assert not reader.open, reader.open
text = "".join(reader.text)
for words in ("Shelters, courts & <quotas>", "The ministry will open", "by May 2025 (2025-05)", "accepted by Ben: Yes.", "finished by Ben", "ZgotmplZ"):
    assert (words in text) == (words != "ZgotmplZ"), words
assert "url(" not in source and "@import" not in source and "ZgotmplZ" not in source`
	run(t, interpreter, "-c", script, save(t, export.Report(), corpus()))
}
