package store_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"glossator/models"
	"glossator/models/store"
)

// flipRounds is how often each page of a file is damaged.
var flipRounds = flag.Int("flip.rounds", 1, "damaged bytes tried in every page")

const pageBytes = 4096

// state is everything that people see of a project.
func state(tb testing.TB, s *store.Store) (string, error) {
	tb.Helper()
	var all strings.Builder
	for row, err := range s.ExportRows(tb.Context(), models.ExportFilter{}) {
		if err != nil {
			return "", err
		}
		row.Article.ID, row.Article.Version = 0, 0 // of this file only
		row.Sentence.ID, row.Sentence.ArticleID = 0, 0
		row.Annotation.ID, row.Annotation.SentenceID, row.Annotation.Version, row.Annotation.UpdatedAt = 0, 0, 0, 0
		row.Annotation.DeviceUID, row.Annotator.Version = "", 0
		row.Annotation.Details = nil // they stand in the row, too
		row.Details = slices.Clone(row.Details)
		for i := range row.Details {
			row.Details[i].AnnotationID = 0
		}
		line, err := json.Marshal(row)
		if err != nil {
			return "", err
		}
		all.Write(append(line, '\n'))
	}
	rows, _, err := s.Articles(tb.Context(), models.ArticleFilter{Limit: 100})
	if err != nil {
		return "", err
	}
	for _, row := range rows {
		content, err := s.Content(tb.Context(), row.UID)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&all, "%q %q\n", content.Text, content.Article.Title)
	}
	return all.String(), nil
}

// damagedProject is a closed project with many annotations.
func damagedProject(tb testing.TB) (path, whole string) {
	tb.Helper()
	r := newRoom(tb, options(), 4, 40)
	for n := range 4 {
		for i, s := range r.sentences(tb, n) {
			if i%2 == 0 {
				in := store.PutLabel{SentenceID: s.ID, LabelKey: "statistic", Details: map[string]string{"value": strconv.Itoa(i)}}
				if _, err := r.PutLabel(tb.Context(), r.by, in); err != nil {
					tb.Fatal(err)
				}
			}
		}
		if err := r.SetFinished(tb.Context(), r.by, r.articles[n].UID, true); err != nil {
			tb.Fatal(err)
		}
	}
	whole, err := state(tb, r.Store)
	if err != nil {
		tb.Fatal(err)
	}
	if err := r.Close(); err != nil {
		tb.Fatal(err)
	}
	return r.path, whole
}

// unlike returns the first lines that differ.
func unlike(is, want string) string {
	others := strings.Split(want, "\n")
	for i, line := range strings.Split(is, "\n") {
		if i >= len(others) || line != others[i] {
			want := others[min(i, len(others)-1)]
			at := 0
			for at < min(len(line), len(want)) && line[at] == want[at] {
				at++
			}
			at = max(0, at-60)
			return fmt.Sprintf("%.160s instead of %.160s", line[at:], want[at:])
		}
	}
	return "the end is missing"
}

// A byte is flipped in every page. The project is then refused without being
// touched, or the check finds it, or it makes no difference; and a recovery
// never makes a project that does not pass its own check.
func TestFlippedByteInEveryPage(t *testing.T) {
	t.Parallel()
	path, whole := damagedProject(t)
	sample := readFile(t, path)
	folder := t.TempDir()
	random := rand.New(rand.NewPCG(1, uint64(*flipRounds)))
	var refused, found, harmless, restored, partly, hopeless int
	step := 1
	if testing.Short() {
		step = 12
	}
	for page := 0; page < len(sample)/pageBytes; page += step {
		for range *flipRounds {
			data := bytes.Clone(sample)
			at := page*pageBytes + random.IntN(pageBytes)
			data[at] ^= byte(1 + random.IntN(255))
			hurt := filepath.Join(folder, "p.glossator")
			writeFile(t, hurt, data)
			switch openHurt(t, hurt, whole, at) {
			case "refused":
				refused++
				if !bytes.Equal(readFile(t, hurt), data) {
					t.Errorf("byte %d: the refused file was changed", at)
				}
			case "found":
				found++
			default:
				harmless++
				continue
			}
			writeFile(t, hurt, data)
			saved := filepath.Join(folder, fmt.Sprintf("saved-%d.glossator", at))
			result, err := store.Recover(t.Context(), hurt, saved, options())
			switch {
			case err != nil:
				hopeless++
				if code := models.CodeOf(err); code == models.CodeInternal {
					t.Errorf("byte %d: %v", at, err)
				}
				continue
			case len(result.Lost) == 0:
				restored++
			default:
				partly++
			}
			checkSaved(t, saved, whole, at, result)
		}
	}
	t.Logf("%d pages: %d refused, %d found by the check, %d harmless; %d restored, %d in part, %d beyond help",
		len(sample)/pageBytes, refused, found, harmless, restored, partly, hopeless)
}

// openHurt says what becomes of a damaged project.
func openHurt(t *testing.T, path, whole string, at int) string {
	t.Helper()
	s, err := store.Open(path, store.Options{ReadOnly: true})
	if err != nil {
		if code := models.CodeOf(err); code == models.CodeInternal || code == "" {
			t.Errorf("byte %d: opening has no sentence: %v", at, err)
		}
		return "refused"
	}
	defer func() { _ = s.Close() }()
	findings, err := s.Check(t.Context())
	if err != nil || len(findings) > 0 {
		return "found"
	}
	if is, err := state(t, s); err != nil || is != whole {
		t.Errorf("byte %d: the check is content, but the project is another (%v): %s", at, err, unlike(is, whole))
	}
	return "harmless"
}

// checkSaved holds that a recovered project passes its check, and is the whole
// one when nothing is said to be lost.
func checkSaved(t *testing.T, path, whole string, at int, result store.Salvage) {
	t.Helper()
	s, err := store.Open(path, options())
	if err != nil {
		t.Errorf("byte %d: what was saved does not open: %v", at, err)
		return
	}
	defer func() { _ = s.Close() }()
	findings, err := s.Check(t.Context())
	if err != nil || len(findings) > 0 {
		t.Errorf("byte %d: what was saved is not sound: %v %v (lost: %q)", at, findings, err, result.Lost)
	}
	is, err := state(t, s)
	if err != nil {
		t.Errorf("byte %d: %v", at, err)
	}
	if len(result.Lost) == 0 && is != whole {
		t.Errorf("byte %d: nothing is said to be lost, but the project is another: %s", at, unlike(is, whole))
	}
}

// Without its list of tables, or a part of it, the tables of a project are
// found by their rows: what a cut has left is saved.
func TestLostListOfTables(t *testing.T) {
	t.Parallel()
	path, whole := damagedProject(t)
	sample := readFile(t, path)
	total := len(sample) / pageBytes
	ruined := func(pages ...int) []byte {
		data := bytes.Clone(sample)
		for _, page := range pages {
			from := page * pageBytes
			if page == 0 {
				from = 100 // behind the header
			}
			clear(data[from : (page+1)*pageBytes])
		}
		return data
	}
	var lists []int // the pages that list the tables
	for page := range total {
		if page == 0 || bytes.Contains(sample[page*pageBytes:(page+1)*pageBytes], []byte("CREATE TRIGGER")) ||
			bytes.Contains(sample[page*pageBytes:(page+1)*pageBytes], []byte("CREATE TABLE")) {
			lists = append(lists, page)
		}
	}
	if len(lists) < 3 {
		t.Fatalf("the list of tables stands on %d pages", len(lists))
	}
	cases := map[string][]byte{"all of the list": ruined(lists...)}
	for _, page := range lists {
		cases[fmt.Sprintf("page %d of %d", page, total)] = ruined(page)
	}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			result, is := saved(t, data, whole)
			if is != whole || result.Holding.Articles != 4 || result.Holding.Annotations != 80 || len(result.Lost) == 0 {
				t.Errorf("%+v; %s", result, unlike(is, whole))
			}
		})
	}
	const eighth = 8
	for n := range eighth / 2 { // behind these, the pages are those of the tables themselves
		kept := total - 1 - n*total/eighth/2
		t.Run(fmt.Sprintf("%d of %d pages", kept, total), func(t *testing.T) {
			t.Parallel()
			result, _ := saved(t, sample[:kept*pageBytes+1], whole)
			if result.Holding.Articles == 0 {
				t.Errorf("nothing was saved: %q", result.Lost)
			}
			t.Logf("%d articles, %d annotations, %d losses", result.Holding.Articles, result.Holding.Annotations, len(result.Lost))
		})
	}
}

// saved recovers a damaged project and returns what became of it and what it
// shows.
func saved(t *testing.T, data []byte, whole string) (result store.Salvage, is string) {
	t.Helper()
	folder := t.TempDir()
	hurt, dest := filepath.Join(folder, "p.glossator"), filepath.Join(folder, "saved.glossator")
	writeFile(t, hurt, data)
	result, err := store.Recover(t.Context(), hurt, dest, options())
	if err != nil {
		t.Fatal(err)
	}
	checkSaved(t, dest, whole, 0, result)
	if !bytes.Equal(readFile(t, hurt), data) {
		t.Error("the damaged file was changed")
	}
	s, err := store.Open(dest, options())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if is, err = state(t, s); err != nil {
		t.Error(err)
	}
	return result, is
}
