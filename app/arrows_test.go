package app_test

import (
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "glossator"

// walls says which rooms of ours a room may import; a trailing /... stands for
// a room and everything below it. A room that is not listed may import none.
var walls = map[string][]string{
	"":                   {"app/cli"},
	"assets":             {},
	"models":             {},
	"models/store":       {"models", "models/store/..."},
	"app":                {"app/ui", "app/workspace", "app/ingest", "assets", "models", "models/store"},
	"app/cli":            {"app", "app/ui", "app/workspace", "app/ingest", "app/segment", "app/suggest", "app/review", "app/incoming", "app/codebook", "app/agreement", "app/export", "models"},
	"app/workspace":      {"app/ingest", "app/segment", "app/suggest", "app/suggest/...", "app/review", "app/incoming", "app/codebook", "app/agreement", "app/export", "app/likeness", "models", "models/store"},
	"app/ingest":         {"app/ingest/...", "models"},
	"app/segment":        {},
	"app/suggest":        {"app/suggest/...", "models"},
	"app/review":         {"models"},
	"app/incoming":       {"app/incoming/...", "app/export", "models"}, // the names of what it reads are those of what was written
	"app/codebook":       {"models"},
	"app/agreement":      {"models"},
	"app/export":         {"app/export/...", "app/codebook", "models"},
	"app/chart":          {},
	"app/likeness":       {},
	"app/ui":             {"app/ui/...", "app/codebook", "app/workspace", "app/export", "assets", "models"},
	"app/ui/moment":      {"app/ui/locale"},
	"app/ui/languages":   {"app/ui/locale", "app/ui/widgets/...", "models"},
	"app/ui/locale":      {"assets", "models"},
	"app/ui/background":  {},
	"app/ui/stage":       {"app/ui/background", "app/workspace", "assets", "models", "models/store"},
	"app/ui/widgets/...": {"app/ui/widgets/...", "app/ui/theme", "assets/fonts"},
	"app/ui/theme":       {"app/ui/widgets/...", "assets/...", "models"},
	"app/ui/command":     {"app/ui/locale", "models"},
	"app/ui/<page>":      {"app/chart", "app/codebook", "app/ui/languages", "app/ui/locale", "app/ui/moment", "app/suggest", "app/agreement", "app/ui/background", "app/ui/command", "app/ui/theme", "app/ui/widgets/...", "app/workspace", "app/export", "assets", "models"},
	"assets/fonts":       {},
	"models/store/...":   {"models", "models/store/..."},
	"app/suggest/...":    {"app/suggest/...", "models"},
	"app/export/...":     {"app/export/...", "models"},
	"app/segment/...":    {"app/segment/..."},
	"app/ingest/...":     {"app/ingest/...", "models"},
}

// guarded says which rooms alone may import a module.
var guarded = []struct {
	module string
	rooms  []string
}{
	{"gorm.io/gorm", []string{"models/store", "models/store/..."}},
	{"github.com/glebarez", []string{"models/store", "models/store/..."}},
	{"modernc.org", []string{"models/store", "models/store/..."}},
	{"gonum.org", []string{"app/chart"}},
	{"fyne.io/fyne/v2/app", []string{""}},
	{"fyne.io", []string{"", "app/ui", "app/ui/..."}},
}

// backstage lists the rooms that only tests may import.
var backstage = []string{"app/ui/stage"}

// TestArrows keeps the walls of the design: it reads who imports whom from
// the go command, tests left out.
func TestArrows(t *testing.T) {
	t.Parallel()
	for room, imports := range rooms(t) {
		for _, imported := range imports {
			checkWall(t, room, imported)
			checkGuard(t, room, imported)
		}
	}
}

func rooms(t *testing.T) map[string][]string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-tags", "ci", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	found := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		room := strings.TrimPrefix(strings.TrimPrefix(fields[0], module), "/")
		found[room] = fields[1:]
	}
	if len(found) < len(walls)/3 {
		t.Fatalf("go list found only %d packages", len(found))
	}
	return found
}

func checkWall(t *testing.T, room, imported string) {
	t.Helper()
	target, ours := strings.CutPrefix(imported, module+"/")
	if !ours {
		return
	}
	if slices.Contains(backstage, target) {
		t.Errorf("%q imports %q, which is for tests only", room, target)
	}
	if !within(target, allowed(room)) {
		t.Errorf("%q imports %q: there is no arrow from the one to the other", room, target)
	}
}

func checkGuard(t *testing.T, room, imported string) {
	t.Helper()
	for _, guard := range guarded {
		if imported != guard.module && !strings.HasPrefix(imported, guard.module+"/") {
			continue
		}
		if !within(room, guard.rooms) {
			t.Errorf("%q imports %q, which only %q may", room, imported, guard.rooms)
		}
		return
	}
	if room == "models" && strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") {
		t.Errorf("models imports %q; it knows the standard library only", imported)
	}
}

// allowed returns what a room may import: its own entry, that of the nearest
// room above it, or, inside app/ui, that of a page.
func allowed(room string) []string {
	if list, ok := walls[room]; ok {
		return list
	}
	for above := path.Dir(room); above != "."; above = path.Dir(above) {
		if list, ok := walls[above+"/..."]; ok {
			return list
		}
	}
	if path.Dir(room) == "app/ui" {
		return walls["app/ui/<page>"]
	}
	return nil
}

func within(room string, list []string) bool {
	return slices.ContainsFunc(list, func(entry string) bool {
		below, isTree := strings.CutSuffix(entry, "/...")
		return entry == room || isTree && strings.HasPrefix(room, below+"/")
	})
}
