package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"glossator/app/ui/agreement"
	"glossator/app/ui/command"
	"glossator/app/ui/merging"
	"glossator/app/ui/reviewing"
	"glossator/app/ui/sending"
	"glossator/app/workspace"
	"glossator/models"
)

// secondCopy makes a copy of the project in which the colleague calls the
// sentences at some positions of the open article statistics and finishes it.
func (r *rig) secondCopy(positions ...int) string {
	r.t.Helper()
	path := filepath.Join(r.t.TempDir(), "Copy"+projectExtension)
	r.must(r.ws().Backup(r.t.Context(), path))
	uid := r.uid()
	ws, err := r.shell.projects.Open(r.t.Context(), path)
	r.must(err)
	r.must(ws.SignIn(r.t.Context(), colleague))
	r.must(ws.SetCodings(r.t.Context(), []string{uid}, models.CodingBlind))
	r.must(ws.OpenArticle(r.t.Context(), uid))
	for _, position := range positions {
		_, err := ws.ToggleLabel(r.t.Context(), position, "statistic")
		r.must(err)
	}
	r.must(ws.SetFinished(r.t.Context(), true))
	r.must(ws.Close())
	return path
}

// lookInto opens the file of a colleague and returns the page about it.
func (r *rig) lookInto(path string) *merging.Page {
	r.t.Helper()
	r.shell.colleagues.lookInto(path)
	r.settle()
	page, ok := r.shell.over.Top().(*merging.Page)
	if !ok {
		r.t.Fatalf("no page about %s: %q", filepath.Base(path), r.shell.strip.Text())
	}
	return page
}

func (r *rig) others(position int) int {
	sentence, _ := r.ws().Sentence(position)
	return len(sentence.Others)
}

func TestLabelsOfAColleagueComeInAndGoAgain(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	page := r.lookInto(r.secondCopy(0, 2, 5))
	if report := page.Report(); report.Added != 3 || report.Identical == 0 || len(report.UnmatchedRows) != 0 {
		t.Errorf("the page promises %+v", report)
	}
	said := texts(r.shell.window.Canvas().Overlays().Top())
	for _, want := range []string{colleague, "new here", "3", "labels are added", "Code the articles myself first"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page does not say %q: %q", want, said)
		}
	}
	page.Confirm()
	r.settle()
	r.says("3 labels of")
	if r.others(2) != 1 {
		t.Error("the labels are not shown")
	}
	r.shell.strip.Act()
	r.settle()
	if r.others(2) != 0 {
		t.Error("the labels stay after the import was undone")
	}
	r.has(0, "claim")
}

// TestImportIsUndoneInTheHistory takes the work of a colleague back after other
// steps, which stay.
func TestImportIsUndoneInTheHistory(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.lookInto(r.secondCopy(0, 2, 5)).Confirm()
	r.settle()
	r.do("label.statistic")
	r.do("view.history")
	r.press(fyne.KeyDown) // the import is below the newest step
	r.press(fyne.KeyReturn)
	undo := buttonOf(r.shell.desk.history.Object(), "Undo import")
	if undo == nil {
		t.Fatalf("the history does not offer it: %q", texts(r.shell.desk.history.Object()))
	}
	undo.Tapped(&fyne.PointEvent{})
	r.settle()
	if r.others(2) != 0 {
		t.Error("the labels stay after the import was undone")
	}
	r.has(0, "statistic+claim")
	r.do("undo")
	r.has(0, "claim")
}

// TestBlindCodingShowsNothingOfOthers reads everything that is on screen.
func TestBlindCodingShowsNothingOfOthers(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	page := r.lookInto(r.secondCopy(0, 2, 5))
	page.CodeBlind()
	page.Confirm()
	r.settle()
	r.says("stay hidden until you finish")
	r.shell.strip.Dismiss()
	for _, position := range []int{0, 2, 5} {
		r.ws().MoveTo(position)
		r.settle()
		if r.others(position) != 0 || r.ws().Suggested(position) != nil {
			t.Errorf("sentence %d has something of others or a suggestion", position)
		}
		if said := texts(r.shell.window.Content()); strings.Contains(said, colleague) || strings.Contains(said, "Other annotators") {
			t.Errorf("at sentence %d the window says %q", position, said)
		}
		if mark := r.shell.desk.reader.Mark(position); len(mark.Others) != 0 || mark.Suggested|mark.Possible != 0 {
			t.Errorf("the text marks sentence %d with %+v", position, mark)
		}
	}
	if !r.shell.desk.line.Blind() {
		t.Error("the status line says nothing")
	}
	r.do("review.check")
	if said := texts(r.shell.desk.review.Panel()); strings.Contains(said, colleague) {
		t.Errorf("check mode shows %q", said)
	}
	r.do("review.check")
	r.do("article.finished")
	r.ws().MoveTo(2)
	r.settle()
	if mark := r.shell.desk.reader.Mark(2); r.others(2) != 1 || len(mark.Others) != 1 || r.shell.desk.line.Blind() {
		t.Errorf("after finishing the text marks the sentence with %+v", mark)
	}
	found, err := r.ws().Agreement(t.Context(), workspace.AgreementFilter{SkipIntervals: true})
	r.must(err)
	if found.Independent == 0 || found.SeenFirst != 0 {
		t.Errorf("%d independent, %d seen first", found.Independent, found.SeenFirst)
	}
}

func TestTwoPeopleOfOneNameAreAskedAbout(t *testing.T) {
	r := newRig(t)
	path := r.secondCopy(0)
	r.must(r.ws().SignIn(t.Context(), colleague))
	r.settle()
	page := r.lookInto(path)
	page.Confirm() // not yet: the question is open
	if r.shell.over.Top() == nil || !strings.Contains(texts(r.shell.window.Canvas().Overlays().Top()), "Is it the same person?") {
		t.Fatal("nobody asks who it is")
	}
	page.Answer(true)
	r.settle()
	page.Confirm()
	r.settle()
	if people := r.ws().Annotators(); len(people) != 2 {
		t.Errorf("there are %d people, want the two of before", len(people))
	}
	r.has(0, "statistic")
}

func TestConflictCopyIsOffered(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	copied := r.secondCopy(0, 2)
	data, err := os.ReadFile(copied)
	r.must(err)
	path := r.ws().Path()
	name := strings.TrimSuffix(path, projectExtension) + " (Bolat's conflicted copy 2026-03-01)" + projectExtension
	r.must(os.WriteFile(name, data, 0o600))
	r.shell.end()
	r.start()
	r.says("is a second version of this project")
	r.shell.strip.Act()
	r.settle()
	if _, ok := r.shell.over.Top().(*merging.Page); !ok {
		t.Error("the second version cannot be looked at")
	}
}

// TestReviewGoesThereAndBack sends labels to a reviewer and takes the decision
// back, through files.
func TestReviewGoesThereAndBack(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.do("article.finished")
	there := r.send("review.send", "there")
	me, own := r.ws().Me().Name, r.ws().Path()

	reviewer := filepath.Join(r.home, "Reviewer"+projectExtension)
	r.shell.gate.create(reviewer)
	r.settle()
	r.must(r.ws().Rename(t.Context(), colleague))
	r.shell.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(there)})
	r.settle()
	page, ok := r.shell.over.Top().(*merging.Page)
	if !ok {
		t.Fatalf("the package is not looked into: %q", r.shell.strip.Text())
	}
	page.Confirm()
	r.settle()
	r.do("review.check")
	r.shows("Undecided")
	r.press(fyne.Key2) // a statistic as well
	r.shows("Changed")
	r.write("c")
	r.write("It counts something.")
	r.chord(ctrlEnter())
	back := r.send("review.answer", "back")

	r.shell.gate.openFile(own)
	r.settle()
	r.must(r.ws().SignIn(t.Context(), me))
	r.lookInto(back).Confirm()
	r.settle()
	r.says("1 decision came in; your own labels are as they were")
	r.has(0, "claim") // nothing of mine changes by itself
	r.do("review.responses")
	responses, ok := r.shell.desk.front.(*reviewing.Responses)
	if !ok || len(responses.Rows()) != 1 {
		t.Fatalf("no decision came back: %q", texts(r.shell.content.body))
	}
	if said := texts(responses.Object()); !strings.Contains(said, "It counts something.") || !strings.Contains(said, colleague) {
		t.Errorf("the page says %q", said)
	}
	r.write("a")
	r.has(0, "statistic+claim")
	r.write("u")
	r.has(0, "claim")
	r.write("d")
	r.write("It is a claim.")
	r.chord(ctrlEnter())
	if answered := responses.Rows()[0].Response; answered == nil || answered.Answer != models.AnswerDisagree || answered.Comment != "It is a claim." {
		t.Errorf("the answer is %+v", answered)
	}
	r.press(fyne.KeyReturn)
	r.inText()
	again := r.send("review.answer", "again")

	r.shell.gate.openFile(reviewer)
	r.settle()
	r.must(r.ws().SignIn(t.Context(), colleague))
	r.lookInto(again).Confirm()
	r.settle()
	r.says("1 answer came in.")
	r.shell.scene.checkDisputed()
	r.settle()
	r.shows("Changed")
	if said := texts(r.shell.desk.review.Panel()); !strings.Contains(said, me+" disagrees. “It is a claim.”") {
		t.Errorf("the reviewer is not told of the answer: %q", said)
	}
}

// TestAnsweringGoesOn answers one decision after the other: the list stays as it
// is, and the cursor goes to what still waits.
func TestAnsweringGoesOn(t *testing.T) {
	r := newRig(t)
	r.twoLayers(1, 7)
	r.do("review.check")
	for range 3 {
		r.write("r")
		r.press(fyne.KeyReturn)
	}
	r.do("review.check")
	r.must(r.ws().SignIn(t.Context(), colleague))
	r.settle()
	r.do("review.responses")
	page, ok := r.shell.desk.front.(*reviewing.Responses)
	if !ok || len(page.Rows()) != 3 {
		t.Fatal("the decisions are not there")
	}
	first := page.Rows()[0].Decision.UID
	r.write("a")
	r.write("d")
	r.chord(ctrlEnter())
	r.write("a")
	var answers []models.Answer
	for _, row := range page.Rows() {
		if row.Response == nil {
			t.Fatal("a decision has no answer")
		}
		answers = append(answers, row.Response.Answer)
	}
	want := []models.Answer{models.AnswerAgree, models.AnswerDisagree, models.AnswerAgree}
	if page.Rows()[0].Decision.UID != first || !slices.Equal(answers, want) {
		t.Errorf("the answers are %v", answers)
	}
}

// send writes a package by a command and returns its file.
func (r *rig) send(id command.ID, name string) string {
	r.t.Helper()
	r.do(id)
	page, ok := r.shell.over.Top().(*sending.Page)
	if !ok {
		r.t.Fatal("no page to send")
	}
	page.Target().SetName(name)
	page.Confirm()
	r.settle()
	r.says("is ready to be sent")
	return filepath.Join(r.home, name+workspace.PackageExtension)
}

func TestNumbersOfAgreementOpenTheirSentences(t *testing.T) {
	r := newRig(t)
	r.codedBlind(3, 11)
	r.do("review.agreement")
	page, ok := r.shell.desk.front.(*agreement.Page)
	if !ok {
		t.Fatal("no page about agreement")
	}
	if got := page.Basis(); got != "36 independent, 0 seen first (left out)" {
		t.Errorf("the page rests on %q", got)
	}
	for range 3 { // both finished, both yes, only the first, of the whole set
		r.press(fyne.KeyDown)
	}
	r.press(fyne.KeyRight)
	r.press(fyne.KeyReturn) // claims that both gave
	if got := len(page.Sentences()); got != 18 {
		t.Errorf("%d sentences are behind the number, want 18", got)
	}
	r.press(fyne.KeyDown)
	r.press(fyne.KeyReturn)
	r.inText()
	if r.shell.desk.front != nil {
		t.Error("the page hides the sentence")
	}
}

func TestAgreementIsWrittenToAFile(t *testing.T) {
	r := newRig(t)
	r.codedBlind(3, 11)
	r.do("review.agreement")
	page, ok := r.shell.desk.front.(*agreement.Page)
	if !ok {
		t.Fatal("no page about agreement")
	}
	page.Export()
	r.settle()
	r.tap("Export")
	r.says("agreement.csv is written")
	data, err := os.ReadFile(filepath.Join(r.home, "agreement.csv"))
	if err != nil || !strings.Contains(string(data), "statistic") {
		t.Errorf("the file holds %q (%v)", data, err)
	}
	r.isCovered(false)
}

// TestTwoVersionsAreChosenFrom changes one note on two machines.
func TestTwoVersionsAreChosenFrom(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	path := filepath.Join(t.TempDir(), "Copy"+projectExtension)
	r.must(r.ws().Backup(t.Context(), path))
	uid := r.uid()
	note := func(ws *workspace.Workspace, text string) {
		sentence, _ := ws.Sentence(0)
		r.must(ws.SetNote(t.Context(), 0, sentence.Mine[0].UID, text))
	}
	there, err := r.shell.projects.Open(t.Context(), path)
	r.must(err)
	r.must(there.OpenArticle(t.Context(), uid))
	note(there, "from the laptop")
	r.must(there.Close())
	note(r.ws(), "from the office")
	r.lookInto(path).Confirm()
	r.settle()
	r.do("review.forks")
	said := texts(r.shell.window.Canvas().Overlays().Top())
	for _, want := range []string{"from the laptop", "from the office", "in the project now"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page does not say %q: %q", want, said)
		}
	}
	sentence, _ := r.ws().Sentence(0)
	before := sentence.Mine[0].Note
	r.press(fyne.Key2)
	sentence, _ = r.ws().Sentence(0)
	if forks, err := r.ws().Forks(t.Context()); err != nil || len(forks) != 0 || sentence.Mine[0].Note == before {
		t.Errorf("%d things have two versions (%v); the note is %q", len(forks), err, sentence.Mine[0].Note)
	}
	r.isCovered(false)
}

// codedBlind is twoLayers with both coding blind.
func (r *rig) codedBlind(articles, sentences int) {
	r.t.Helper()
	r.blindly = true
	r.twoLayers(articles, sentences)
	r.blindly = false
}

func (r *rig) answering() {
	r.t.Helper()
	r.twoLayers(1, 3)
	r.do("review.check")
	r.write("r")
	r.press(fyne.KeyReturn)
	r.do("review.check")
	r.must(r.ws().SignIn(r.t.Context(), colleague))
	r.settle()
	r.do("review.responses")
}

// mergingTouches try the commands about the work of colleagues, see touches.
var mergingTouches = map[command.ID]func(r *rig){
	"labels.open":   func(r *rig) { r.do("labels.open"); r.escapes() },
	"review.send":   func(r *rig) { r.do("review.send"); r.escapes() },
	"review.answer": func(r *rig) { r.do("review.answer"); r.escapes() },
	"export.gold":   exportsGold,
	"review.forks":  func(r *rig) { r.do("review.forks"); r.says("Nothing has two versions") },
	"review.blind": func(r *rig) {
		r.do("review.blind")
		if !r.ws().Blind() || !r.shell.desk.line.Blind() {
			r.t.Error("the article is not coded blind")
		}
		r.do("review.blind")
		if r.ws().Blind() || r.shell.desk.line.Blind() {
			r.t.Error("the article stays blind")
		}
	},
	"review.agreement": func(r *rig) {
		r.do("review.agreement")
		if said := texts(r.shell.content.body); !strings.Contains(said, "Nothing to compare yet") {
			r.t.Errorf("the page says %q", said)
		}
		r.do("review.agreement")
		r.inText()
	},
	"review.responses": func(r *rig) {
		r.do("review.responses")
		if said := texts(r.shell.content.body); !strings.Contains(said, "Nobody has decided") {
			r.t.Errorf("the page says %q", said)
		}
		r.do("review.responses")
		r.inText()
	},
	"answer.agree":    func(r *rig) { r.answering(); r.do("answer.agree"); r.says("as the decision says") },
	"answer.disagree": func(r *rig) { r.answering(); r.do("answer.disagree"); r.left(); r.press(fyne.KeyEscape); r.left() },
	"answer.discuss":  func(r *rig) { r.answering(); r.do("answer.discuss"); r.left(); r.press(fyne.KeyEscape); r.left() },
	"answer.next":     func(r *rig) { r.answering(); r.do("answer.next"); r.left() },
	"answer.previous": func(r *rig) { r.answering(); r.do("answer.previous"); r.left() },
	"answer.undo":     func(r *rig) { r.answering(); r.do("answer.agree"); r.do("answer.undo"); r.says("") },
	"answer.open":     func(r *rig) { r.answering(); r.do("answer.open"); r.inText() },
}

// TestPackageIsFoundByKeys opens the work of a colleague without a mouse: a letter
// goes to the file, Enter opens it.
func TestPackageIsFoundByKeys(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	r.send("review.send", "yesterday")
	r.file("yes.txt", "No file of a colleague.")
	r.do("labels.open")
	r.settle()
	r.write("y")
	r.press(fyne.KeyReturn)
	r.settle()
	if _, ok := r.shell.over.Top().(*merging.Page); !ok {
		t.Errorf("the package is not looked into: %q", r.shell.strip.Text())
	}
}

// TestPackageGivenAtTheStartIsLookedInto opens the program with a package, as a
// desktop does with a file that was pressed twice.
func TestPackageGivenAtTheStartIsLookedInto(t *testing.T) {
	r := newRig(t)
	r.do("label.claim")
	path := r.send("review.send", "there")
	other, err := r.shell.projects.Create(t.Context(), filepath.Join(r.home, "Other"+projectExtension))
	r.must(err)
	r.must(other.Close())
	r.shell.Begin(other.Path(), []string{path})
	r.settle()
	if _, ok := r.shell.over.Top().(*merging.Page); !ok {
		t.Errorf("the package is not looked into: %q", r.shell.strip.Text())
	}
}
