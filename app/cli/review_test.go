package cli_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"glossator/app/review"
)

// desk is one person's computer: her data folder and her copy of the project.
type desk struct {
	t       *testing.T
	data    string
	project string
	name    string
}

func newDesk(t *testing.T, name string) *desk {
	t.Helper()
	dir := t.TempDir()
	return &desk{t: t, data: filepath.Join(dir, "data"), project: filepath.Join(dir, name+".glossator"), name: name}
}

func (d *desk) try(stdin string, args ...string) outcome {
	d.t.Helper()
	d.t.Setenv("XDG_DATA_HOME", d.data)
	return glossator(d.t, stdin, args...)
}

func (d *desk) must(stdin string, args ...string) string {
	d.t.Helper()
	got := d.try(stdin, args...)
	if got.status != 0 {
		d.t.Fatalf("%s: glossator %s: status %d, %s%s", d.name, strings.Join(args, " "), got.status, got.out, got.words)
	}
	return got.out
}

// tag puts labels on sentences: "1 claim, 3 statistic".
func (d *desk) tag(article, tags string) {
	d.t.Helper()
	var in strings.Builder
	for tag := range strings.SplitSeq(tags, ", ") {
		number, label, _ := strings.Cut(tag, " ")
		in.WriteString(`{"article":"` + article + `","sentence":` + number + `,"label":"` + label + `"}` + "\n")
	}
	d.must(in.String(), "tag", "--project", d.project, "--annotator", d.name, "-")
}

type difference struct {
	Article    string `json:"article"`
	Sentence   int    `json:"sentence"`
	Comparison string `json:"comparison"`
	State      string `json:"state"`
	Layers     []struct {
		Annotator string `json:"annotator"`
		Labels    []struct {
			Label string `json:"label"`
		} `json:"labels"`
	} `json:"layers"`
}

func (d *desk) differences(more ...string) []difference {
	d.t.Helper()
	return lines[difference](d.t, d.must("", append([]string{"review", "list", "--project", d.project, "--annotator", d.name, "--json"}, more...)...))
}

type merged struct {
	Added     int    `json:"added"`
	Identical int    `json:"identical"`
	Unmatched int    `json:"unmatched"`
	Articles  int    `json:"articles"`
	Decisions int    `json:"decisions"`
	Responses int    `json:"responses"`
	Revisions int    `json:"revisions"`
	Step      string `json:"step"`
	Kind      string `json:"kind"`
	Layers    []struct {
		Annotator string         `json:"annotator"`
		Labels    map[string]int `json:"labels"`
	} `json:"layers"`
	UnmatchedRows []struct {
		Sentence string `json:"sentence"`
		Reason   string `json:"reason"`
	} `json:"unmatched_rows"`
	Notices []string `json:"notices"`
}

func (d *desk) merge(file string, more ...string) merged {
	d.t.Helper()
	return lines[merged](d.t, d.must("", append([]string{"merge", d.project, file, "--annotator", d.name, "--json"}, more...)...))[0]
}

// revisions returns what a copy of the project knows of the history of all.
func (d *desk) revisions() map[string]string {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), "all"+review.Extension)
	d.must("", "review", "answer", d.project, path, "--annotator", d.name)
	b, _, err := review.Read(path, review.DefaultLimits())
	if err != nil {
		d.t.Fatal(err)
	}
	known := map[string]string{}
	for _, r := range b.Revisions {
		known[r.UID] = string(r.Entity)
	}
	return known
}

const (
	shelters = "Ministry opens shelters\n\nThe ministry will open three shelters. In May, 192 victims received help. The meeting was on Monday.\n"
	schools  = "Schools get teachers\n\nTen schools have no teacher. The minister blames the region. We will hire forty teachers.\n"
	roads    = "Roads stay broken\n\nThe road is closed. Nobody knows the cost. It may be two million.\n"
)

// TestTwoAnnotators goes the whole way of a review between two computers: send,
// code blind, decide, send back, answer, export the gold layer.
func TestTwoAnnotators(t *testing.T) {
	ann, ben := newDesk(t, "Ann"), newDesk(t, "Ben")
	folder := t.TempDir()
	var articles []string
	for i, text := range []string{shelters, schools, roads} {
		file := write(t, filepath.Join(folder, strconv.Itoa(i)+".txt"), []byte(text))
		articles = append(articles, lines[imported](t, ann.must("", "import", "--project", ann.project, "--annotator", "Ann", "--json", file))[0].Article)
	}
	ann.tag(articles[0], "1 commitment, 2 statistic")
	ann.tag(articles[1], "1 statistic, 2 claim, 3 commitment")
	ann.tag(articles[2], "2 claim")
	ann.must("", "finish", "--project", ann.project, "--annotator", "Ann", "--all")

	toReview := filepath.Join(folder, "for Ben.glossreview")
	ann.must("", "review", "send", ann.project, toReview, "--annotator", "Ann", "--message", "Please look.")
	ben.must("", "import", "--project", ben.project, "--annotator", "Ben", write(t, filepath.Join(folder, "0.txt"), []byte(shelters)))
	if dry := ben.merge(toReview, "--dry-run"); dry.Added != 6 || dry.Articles != 2 || dry.Step != "" {
		t.Errorf("a dry run says %+v", dry)
	}
	first := ben.merge(toReview, "--blind")
	if first.Added != 6 || first.Articles != 2 || first.Step == "" || len(first.Layers) != 1 || first.Layers[0].Labels["claim"] != 2 {
		t.Fatalf("Ben's merge: %+v", first)
	}
	if again := ben.merge(toReview); again.Step != "" || again.Added != 0 || again.Identical != 6 {
		t.Errorf("the same file twice: %+v", again)
	}
	if seen := ben.differences(); len(seen) != 0 {
		t.Errorf("Ben is shown %d sentences that he codes blind", len(seen))
	}

	mine := map[string]string{} // the article of Ann's in Ben's project
	for _, line := range table(t, ben.must("", "export", "--project", ben.project)) {
		mine[line["article_title"]] = line["article_id"]
	}
	ben.tag(mine["Ministry opens shelters"], "1 commitment, 2 claim")
	ben.tag(mine["Schools get teachers"], "1 statistic, 2 claim, 3 statistic")
	ben.tag(mine["Roads stay broken"], "3 claim")
	ben.must("", "finish", "--project", ben.project, "--annotator", "Ben", "--all")

	decideAll(t, ben, mine)
	back := filepath.Join(folder, "back.glossreview")
	ben.must("", "review", "answer", ben.project, back, "--annotator", "Ben")
	if got := ann.merge(back); got.Added != 6 || got.Decisions != 7 {
		t.Errorf("Ann's merge: %+v", got)
	}
	respondAll(t, ann)
	again := filepath.Join(folder, "again.glossreview")
	ann.must("", "review", "answer", ann.project, again, "--annotator", "Ann")
	if got := ben.merge(again); got.Responses != 3 {
		t.Errorf("Ben's second merge: %+v", got)
	}
	if disputed := ben.differences("--disputed", "--order", "contested"); len(disputed) != 2 {
		t.Errorf("Ben is told of %d disputed decisions: %+v", len(disputed), disputed)
	}
	checkBoth(t, ann, ben, 9)
}

// decideAll has Ben go through the differences: five of nine sentences.
func decideAll(t *testing.T, ben *desk, articles map[string]string) {
	t.Helper()
	open := ben.differences("--state", "open")
	if len(open) != 4 {
		t.Fatalf("%d differences, want 4: %+v", len(open), open)
	}
	by := []string{"--project", ben.project, "--annotator", "Ben"}
	ben.must("", slices.Concat([]string{"review", "identical"}, by, slices.Sorted(maps.Values(articles)))...)
	shelters, schools, roads := articles["Ministry opens shelters"], articles["Schools get teachers"], articles["Roads stay broken"]
	ben.must("", slices.Concat([]string{"review", "accept"}, by, []string{"--layer", "Ann", shelters, "2"})...)
	ben.must("", slices.Concat([]string{"review", "change"}, by, []string{
		"--layer", "Ann", "--label", "commitment,statistic", "--reason", "guideline_gap", "--comment", "Both, I think.", schools, "3",
	})...)
	ben.must("", slices.Concat([]string{"review", "none"}, by, []string{"--comment", "Nothing here.", roads, "2"})...)
	ben.must(`{"article":"`+roads+`","sentence":3,"verdict":"rejected","layer":"Ann","labels":[{"label":"claim"}],"reason":"slip"}`+"\n",
		slices.Concat([]string{"review", "decide"}, by, []string{"-"})...)
	if left := ben.differences("--state", "open,stale"); len(left) != 0 {
		t.Errorf("%d differences are left", len(left))
	}
}

// respondAll has Ann answer every decision that is not hers.
func respondAll(t *testing.T, ann *desk) {
	t.Helper()
	type asked struct {
		Decision string `json:"decision"`
		Verdict  string `json:"verdict"`
		Text     string `json:"text"`
		Answer   string `json:"answer"`
	}
	list := func() []asked {
		return lines[asked](t, ann.must("", "review", "responses", "--project", ann.project, "--annotator", "Ann", "--json"))
	}
	replies := map[string]string{
		"We will hire forty teachers.": "agree", "Nobody knows the cost.": "disagree", "It may be two million.": "discuss",
	}
	for _, one := range list() {
		if answer := replies[one.Text]; answer != "" {
			ann.must("", "review", "respond", "--project", ann.project, "--annotator", "Ann", one.Decision, answer, "--comment", "Because.")
		}
	}
	answered := 0
	for _, one := range list() {
		if one.Answer != "" && one.Answer == replies[one.Text] {
			answered++
		}
	}
	if answered != len(replies) {
		t.Errorf("%d of %d answers are there: %+v", answered, len(replies), list())
	}
}

// checkBoth holds the two copies of the project against each other.
func checkBoth(t *testing.T, ann, ben *desk, sentences int) {
	t.Helper()
	hers, his := ann.revisions(), ben.revisions()
	if len(hers) < 20 || !maps.Equal(hers, his) {
		t.Errorf("Ann knows %d revisions, Ben %d; want the same", len(hers), len(his))
	}
	gold := map[string]string{}
	for _, desk := range []*desk{ann, ben} {
		if out := desk.must("", "check", "--project", desk.project); !strings.HasPrefix(out, "ok ") {
			t.Errorf("%s: check says %s", desk.name, out)
		}
		var labels []string
		for _, row := range table(t, desk.must("", "gold", desk.project)) {
			labels = append(labels, row["sentence_text"]+" "+row["label"]+" "+row["provenance"])
		}
		slices.Sort(labels)
		gold[desk.name] = strings.Join(labels, "\n")
		var numbers struct {
			Independent int `json:"independent"`
			SeenFirst   int `json:"seen_first"`
			Comparable  int `json:"comparable"`
		}
		if err := json.Unmarshal([]byte(desk.must("", "agreement", "--project", desk.project, "--json")), &numbers); err != nil ||
			numbers.Independent != sentences || numbers.SeenFirst != 0 || numbers.Comparable != sentences {
			t.Errorf("%s: agreement %+v, %v; want %d independent sentences", desk.name, numbers, err, sentences)
		}
	}
	if gold["Ann"] != gold["Ben"] || !strings.Contains(gold["Ann"], "We will hire forty teachers. commitment accepted") ||
		!strings.Contains(gold["Ann"], "We will hire forty teachers. statistic accepted") ||
		strings.Contains(gold["Ann"], "Nobody knows the cost. claim") {
		t.Errorf("the gold layer of Ann:\n%s\nof Ben:\n%s", gold["Ann"], gold["Ben"])
	}
}

// TestBadParcels gives merge every file that cannot be merged: one sentence
// each, which names the file, and a project that stays as it was.
func TestBadParcels(t *testing.T) {
	ann, ben := newDesk(t, "Ann"), newDesk(t, "Ben")
	folder := t.TempDir()
	article := lines[imported](t, ann.must("", "import", "--project", ann.project, "--json", write(t, filepath.Join(folder, "a.txt"), []byte(shelters))))[0].Article
	ann.tag(article, "1 commitment, 2 statistic")
	pack := filepath.Join(folder, "good.glossreview")
	ann.must("", "review", "send", ann.project, pack, "--annotator", "Ann")
	good, err := os.ReadFile(pack)
	if err != nil {
		t.Fatal(err)
	}
	project, err := os.ReadFile(ann.project)
	if err != nil {
		t.Fatal(err)
	}
	ben.must(roads, "import", "--project", ben.project, "-")
	for name, tt := range map[string]struct {
		file string
		data []byte
		says string
	}{
		"a cut package":      {"cut.glossreview", good[:len(good)/2], "cut short"},
		"a changed package":  {"changed.glossreview", flipped(good), "damaged or changed"},
		"no package":         {"words.glossreview", []byte("Hello."), "not a review package"},
		"an empty package":   {"empty.glossreview", nil, "empty"},
		"a cut project":      {"cut.glossator", project[:len(project)/2], "cut"},
		"no project":         {"words.glossator", []byte("Hello."), "not"},
		"a picture":          {"photo.jpg", []byte("\xff\xd8\xff\xe0 JFIF"), "photo.jpg"},
		"a table of nothing": {"table.csv", []byte("a,b\n1,2\n"), "table.csv"},
	} {
		path := write(t, filepath.Join(folder, tt.file), tt.data)
		got := ben.try("", "merge", ben.project, path, "--annotator", "Ben")
		if got.status != 1 || !strings.Contains(got.words, tt.says) || !strings.Contains(got.words, tt.file) || strings.Count(got.words, "\n") != 1 {
			t.Errorf("%s: status %d, %q; want %q", name, got.status, got.words, tt.says)
		}
	}
	if got := ben.try("", "merge", ben.project, ben.project); got.status != 1 || !strings.Contains(got.words, "is the project that is open") {
		t.Errorf("the project itself: %+v", got)
	}
	if out := ben.must("", "stats", "--project", ben.project); !strings.Contains(out, "articles       1") {
		t.Errorf("something came in: %s", out)
	}
}

// flipped changes one byte in the middle of a file.
func flipped(data []byte) []byte {
	changed := slices.Clone(data)
	changed[len(changed)/3] ^= 0xff
	return changed
}

// TestTwoPeopleOfOneName merges the work of another Ann, which is refused until
// somebody says who she is.
func TestTwoPeopleOfOneName(t *testing.T) {
	ann, other := newDesk(t, "Ann"), newDesk(t, "Ann")
	for _, d := range []*desk{ann, other} {
		article := lines[imported](t, d.must(shelters, "import", "--project", d.project, "--json", "-", "--annotator", "Ann"))[0].Article
		d.tag(article, "1 commitment")
	}
	pack := filepath.Join(t.TempDir(), "other.glossreview")
	other.must("", "review", "send", other.project, pack, "--annotator", "Ann")
	got := ann.try("", "merge", ann.project, pack, "--annotator", "Ann")
	if got.status != 1 || !strings.Contains(got.words, `a person called "Ann"`) || !strings.Contains(got.words, "--same-person") {
		t.Fatalf("two Anns: %+v", got)
	}
	report := ann.merge(pack, "--other-person", "Ann")
	rows := table(t, ann.must("", "export", "--project", ann.project))
	if report.Added != 1 || len(rows) != 2 || rows[0]["annotator_id"] == rows[1]["annotator_id"] {
		t.Errorf("another Ann: %+v, %d rows", report, len(rows))
	}
}

// TestOtherParcels merges a project file and a table, and reads what the
// commands say to people.
func TestOtherParcels(t *testing.T) {
	ann, ben := newDesk(t, "Ann"), newDesk(t, "Ben")
	for _, d := range []*desk{ann, ben} {
		article := lines[imported](t, d.must(shelters, "import", "--project", d.project, "--json", "--annotator", d.name, "-"))[0].Article
		d.must("", "blind", "--project", d.project, "--annotator", d.name, article)
		d.tag(article, map[string]string{"Ann": "1 commitment, 2 statistic", "Ben": "1 commitment"}[d.name])
		d.must("", "finish", "--project", d.project, "--annotator", d.name, article)
	}
	csv := filepath.Join(t.TempDir(), "from Ann.csv")
	ann.must("", "export", "--project", ann.project, "-o", csv)
	if out := ben.must("", "merge", ben.project, csv, "--annotator", "Ben"); !strings.Contains(out, "2 annotations added") || !strings.Contains(out, "layer of Ann") {
		t.Errorf("a table: %s", out)
	}
	if got := ben.merge(ann.project, "--same-person", "Ann=Ann"); got.Kind != "project" || got.Added != 0 {
		t.Errorf("the project file of the same labels: %+v", got)
	}
	out := ben.must("", "review", "list", "--project", ben.project, "--annotator", "Ben")
	if !strings.Contains(out, "labels_differ, open  In May, 192 victims received help.") || !strings.Contains(out, "    Ben: no label\n") {
		t.Errorf("the list says %s", out)
	}
	if out := ben.must("", "agreement", "--project", ben.project); !strings.HasPrefix(out, "3 sentences independent, 0 seen first") {
		t.Errorf("agreement says %s", out)
	}
	if got := ben.try("", "review", "accept", "--project", ben.project, "--annotator", "Ben", "--layer", "Zoe", "ar-none", "1"); got.status != 1 ||
		strings.Count(got.words, "\n") != 1 {
		t.Errorf("an unknown article: %+v", got)
	}
}
