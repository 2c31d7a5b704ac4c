package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// A reviewer has no project yet: with --new the package begins one, without it
// a wrong name stays a wrong name.
func TestMergeBeginsAProject(t *testing.T) {
	ann, ben := newDesk(t, "Ann"), newDesk(t, "Ben")
	file := write(t, filepath.Join(t.TempDir(), "0.txt"), []byte(shelters))
	article := lines[imported](t, ann.must("", "import", "--project", ann.project, "--annotator", "Ann", "--json", file))[0].Article
	ann.tag(article, "1 commitment, 2 statistic")
	parcel := filepath.Join(t.TempDir(), "for Ben.glossreview")
	ann.must("", "review", "send", ann.project, parcel, "--annotator", "Ann")
	if got := ben.try("", "merge", ben.project, parcel, "--annotator", "Ben"); got.status != 1 || !strings.Contains(got.words, "does not exist") {
		t.Errorf("status %d, %q", got.status, got.words)
	}
	out := ben.must("", "merge", ben.project, parcel, "--annotator", "Ben", "--new")
	if !strings.Contains(out, "layer of Ann: commitment 1, statistic 1, 0 articles finished") {
		t.Errorf("the merge says %q", out)
	}
	ben.must("", "check", "--project", ben.project)
}
