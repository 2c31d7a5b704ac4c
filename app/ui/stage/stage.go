// Package stage is where tests play a page: a real project on disk, a queue in
// place of the goroutine that draws the window, and pictures for those who want
// to look. Only tests import it.
package stage

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"glossator/app/workspace"
	"glossator/assets"
	"glossator/models"
	"glossator/models/store"
)

// Project makes a new project file with the first codebook in a folder of the
// test. change, if any, changes the options before. Whoever opens it closes it.
func Project(t testing.TB, change ...func(*store.Options)) *store.Store {
	t.Helper()
	book, err := models.ParseCodebook(assets.CodebookJSON())
	if err != nil {
		t.Fatal(err)
	}
	options := store.Options{DeviceUID: "dv-test", Codebook: book}
	for _, set := range change {
		set(&options)
	}
	st, err := store.Create(filepath.Join(t.TempDir(), "Test.glossator"), "Test", options)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// Workspace opens a project for an annotator and closes it at the end of the
// test, after whatever is made later.
func Workspace(t testing.TB, st *store.Store, annotator string) *workspace.Workspace {
	t.Helper()
	ws, err := workspace.New(t.Context(), st, annotator)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := ws.Close(); err != nil {
			t.Error(err)
		}
	})
	return ws
}

// pictureFolder is the variable that names a folder for pictures.
const pictureFolder = "GLOSSATOR_PICTURES"

// NeedsPictures skips a test that only draws, unless the environment names a
// folder in GLOSSATOR_PICTURES.
func NeedsPictures(t testing.TB) {
	t.Helper()
	if os.Getenv(pictureFolder) == "" {
		t.Skipf("set %s to a folder to get pictures of the pages", pictureFolder)
	}
}

// Picture writes what capture returns as name.png into the folder that the
// environment names in GLOSSATOR_PICTURES. Without one it captures nothing.
func Picture(t testing.TB, name string, capture func() image.Image) {
	t.Helper()
	folder := os.Getenv(pictureFolder)
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png")) //nolint:gosec // whoever runs the tests names the folder
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, capture()); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
