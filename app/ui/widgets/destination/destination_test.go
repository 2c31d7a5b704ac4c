package destination_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"glossator/app/ui/widgets/destination"
)

func TestPathGetsItsExtension(t *testing.T) {
	test.NewApp()
	window := test.NewWindow(widget.NewLabel(""))
	defer window.Close()
	folder := t.TempDir()
	d := destination.New(folder, "out.csv", ".csv", destination.Texts{Name: "Name", Folder: "Folder", Choose: "Choose"}, window)
	told := ""
	d.OnChanged = func(path string) { told = path }
	for name, want := range map[string]string{
		"out.csv": "out.csv", "out": "out.csv", "my.report": "my.report.csv",
	} {
		d.SetName(name)
		if got := d.Path(); got != filepath.Join(folder, want) {
			t.Errorf("%q becomes %q", name, got)
		}
	}
	d.SetName(" out.CSV ")
	if got := d.Path(); got != filepath.Join(folder, "out.CSV") {
		t.Errorf("a name with spaces around it becomes %q", got)
	}
	d.SetName("out.csv")
	d.SetExtension(".zip")
	if got := filepath.Base(d.Path()); got != "out.zip" || told != d.Path() {
		t.Errorf("the name of another kind is %q", got)
	}
	d.SetName(" ")
	if got := d.Path(); got != "" {
		t.Errorf("no name becomes %q", got)
	}
}
