package cli_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"glossator/app/cli"
	"glossator/models"
	"glossator/models/store"
)

// killRounds is how often each of the kill tests kills the program. All of
// them, in full:
//
//	go test ./app/cli ./models/store -run Killed -kill.rounds 1000 -timeout 2h
var killRounds = flag.Int("kill.rounds", 8, "rounds of each kill -9 test")

// childArgs makes the test binary the program: a JSON list of its arguments.
const childArgs = "CLI_TEST_ARGS"

func TestMain(m *testing.M) {
	given := os.Getenv(childArgs)
	if given == "" {
		os.Exit(m.Run())
	}
	var args []string
	if err := json.Unmarshal([]byte(given), &args); err != nil {
		panic(err)
	}
	os.Exit(cli.Run(args, cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, nil))
}

// process starts the program in a process of its own.
func process(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	given, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), childArgs+"="+string(given))
	return cmd
}

// killedSentences is how many sentences the project of the kill test has.
const killedSentences = 60

// The program is killed again and again while it acknowledges tags: every
// acknowledged one is there afterwards.
func TestKilledTagLosesNothing(t *testing.T) {
	dir := home(t)
	project := filepath.Join(dir, "p.glossator")
	var text strings.Builder
	text.WriteString("Title\n\n")
	for i := range killedSentences {
		fmt.Fprintf(&text, "The ministry opened shelter number %d in the spring. ", i+1)
	}
	must(t, "", "import", "--project", project, write(t, filepath.Join(dir, "a.txt"), []byte(text.String())))
	article := articleOf(t, project)
	notes := map[int]string{} // by sentence, as acknowledged
	acknowledged, recovered := 0, 0
	for round := range *killRounds {
		n, next := killTagging(t, project, article, round, notes)
		acknowledged += n
		s, err := store.Open(project, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if s.Recovered() {
			recovered++
		}
		compareNotes(t, s, article, notes, next)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d rounds, %d acknowledged tags, %d projects found with a transaction to roll back", *killRounds, acknowledged, recovered)
}

func articleOf(t *testing.T, project string) string {
	t.Helper()
	s, err := store.Open(project, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	rows, _, err := s.Articles(t.Context(), models.ArticleFilter{})
	if err != nil || len(rows) != 1 || rows[0].SentenceCount != killedSentences {
		t.Fatalf("%+v %v", rows, err)
	}
	return rows[0].UID
}

func noteOf(round, line int) string { return fmt.Sprintf("%d.%d", round, line) }

// killTagging lets the program tag for a moment and kills it. It returns how
// many tags were acknowledged, and the note of the first that was not.
func killTagging(t *testing.T, project, article string, round int, notes map[int]string) (count int, next string) {
	t.Helper()
	cmd := process(t, "tag", "--project", project, "--annotator", "Asel", "-")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		for line := 0; ; line++ {
			note := noteOf(round, line)
			_, err := fmt.Fprintf(in, `{"article":%q,"sentence":%d,"label":"claim","note":%q}`+"\n", article, line%killedSentences+1, note)
			if err != nil { // it is gone
				return
			}
		}
	}()
	answers := bufio.NewScanner(out)
	for answers.Scan() {
		if count == 0 { // it is at work
			time.AfterFunc(time.Duration(rand.IntN(40_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		}
		var answer struct {
			OK    bool   `json:"ok"`
			Error string `json:"error"`
		}
		if err := json.Unmarshal(answers.Bytes(), &answer); err != nil {
			break // cut in the middle of a line: not acknowledged
		}
		if !answer.OK {
			t.Fatalf("refused: %s", answer.Error)
		}
		notes[count%killedSentences+1] = noteOf(round, count)
		count++
	}
	_, _ = io.Copy(io.Discard, out)
	_ = cmd.Wait() // it was killed
	return count, noteOf(round, count)
}

// compareNotes holds that the notes are those that were acknowledged; only the
// one that was under way may be there, too.
func compareNotes(t *testing.T, s *store.Store, article string, notes map[int]string, next string) {
	t.Helper()
	content, err := s.Content(t.Context(), article)
	if err != nil {
		t.Fatal(err)
	}
	number := map[int64]int{}
	for _, sentence := range content.Sentences {
		number[sentence.ID] = sentence.Seq
	}
	annotations, err := s.Annotations(t.Context(), article)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int]string{}
	for _, a := range annotations {
		got[number[a.SentenceID]] = a.Note
		if a.Note == next {
			notes[number[a.SentenceID]] = next
		}
	}
	for sentence, note := range notes {
		if got[sentence] != note {
			t.Errorf("sentence %d has the note %q, acknowledged was %q", sentence, got[sentence], note)
		}
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("check: %v %v", found, err)
	}
}

// importBatch is how many articles the program imports in one transaction.
const importBatch = 100

// The program is killed again and again while it imports: each batch of
// articles is there as a whole or not at all.
func TestKilledImportIsWholeOrNothing(t *testing.T) {
	dir := home(t)
	sources := filepath.Join(dir, "in")
	if err := os.Mkdir(sources, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range 3 * importBatch {
		text := fmt.Sprintf("Report %d\n\nThe ministry opened shelter %d. It has %d beds.\n", i, i, i%9+1)
		write(t, filepath.Join(sources, fmt.Sprintf("%03d.txt", i)), []byte(text))
	}
	project := filepath.Join(dir, "p.glossator")
	must(t, "", "import", "--project", project, write(t, filepath.Join(dir, "a.txt"), []byte(reportText)))
	sample, err := os.ReadFile(project)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := process(t, "import", "--project", project, sources).Run(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(began)
	batches, recovered := map[int]int{}, 0
	for range *killRounds {
		write(t, project, sample)
		cmd := process(t, "import", "--project", project, sources)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(rand.Int64N(int64(whole))), func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait() // it was killed, or was faster
		timer.Stop()
		s, err := store.Open(project, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if s.Recovered() {
			recovered++
		}
		_, total, err := s.Articles(t.Context(), models.ArticleFilter{Limit: 1})
		if err != nil || (total-1)%importBatch != 0 {
			t.Errorf("%d articles: half a batch; %v", total-1, err)
		}
		batches[(total-1)/importBatch]++
		if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
			t.Errorf("check: %v %v", found, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d rounds, batches there: %v; %d found with a transaction to roll back", *killRounds, batches, recovered)
}
