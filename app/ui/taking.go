package ui

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/adrg/xdg"

	"glossator/app/ui/choosing"
	"glossator/app/ui/columns"
	"glossator/app/ui/locale"
	"glossator/app/ui/picking"
	"glossator/app/workspace"
)

// What is asked before a file with several articles is added: which items of a
// feed, what the columns of a table hold.

const (
	keyFolder   = "articles.folder" // in the preferences: where files were chosen last
	textTakenIn = "Reading %s: %s articles"
)

// askArticle asks for files and folders to add.
func (a *arrivals) askArticle() {
	folder := a.app.Preferences().StringWithFallback(keyFolder, xdg.Home)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		folder = xdg.Home
	}
	page := picking.New(folder, a.work.Reads, a.over.Canvas(), picking.Actions{Closed: a.over.Gone, Add: func(paths []string, folder string) {
		a.app.Preferences().SetString(keyFolder, folder)
		a.addPaths(paths)
	}})
	a.over.Show(page.Modal())
	a.over.Focus(page.List())
}

// addOne adds a single file, or what stands at an address. Somebody chooses among
// the items of a feed and says what the columns of a table hold; everything else
// is added at once.
func (a *arrivals) addOne(place string) {
	name := filepath.Base(place)
	if info, err := os.Stat(place); err == nil && info.IsDir() {
		a.addAll(name, []string{place})
		return
	}
	ws := a.desk.ws
	a.await(name, func(ctx context.Context) (func(), error) {
		taken, err := workspace.TakeIn(ctx, place)
		switch {
		case err != nil:
			return func() { a.imported([]workspace.Imported{{Source: place, Err: err}}, nil, true) }, nil //nolint:nilerr // the report says it
		case taken.IsFeed():
			return func() { a.choose(taken) }, nil
		case taken.IsTable():
			return a.settle(taken)
		}
		return func() {
			a.add(name, true, func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error) {
				return ws.AddTaken(ctx, taken, progress)
			})
		}, nil
	})
}

// await reads something that may take a while and can be stopped, and then shows
// what came of it.
func (a *arrivals) await(name string, read func(context.Context) (func(), error)) {
	desk := a.desk
	a.busily(a.work.Long, locale.T(textReadingOf, name), func(wanted context.Context) (func(), error) {
		show, err := read(wanted)
		if err != nil {
			return nil, err
		}
		return func() {
			a.strip.Dismiss()
			if a.desk == desk { // else another project was opened meanwhile
				show()
			}
		}, nil
	})
}

// settle asks what the columns of a table hold.
func (a *arrivals) settle(taken workspace.Taken) (func(), error) {
	sheet, err := taken.Sheet()
	if err != nil || len(sheet.Columns) == 0 {
		return func() { a.addTable(taken) }, err // reading it will say what is wrong
	}
	return func() {
		page := columns.New(taken.Place, sheet, a.over.Canvas(), columns.Actions{
			Add:    func(settled workspace.Columns) { a.addTable(taken.Laid(settled)) },
			Choose: func(settled workspace.Columns) { a.choose(taken.Laid(settled)) },
			Closed: a.over.Gone,
		})
		a.over.Show(page.Modal())
		a.over.Put(page)
		a.over.Focus(page.First())
	}, nil
}

func (a *arrivals) addTable(taken workspace.Taken) {
	ws := a.desk.ws
	a.add(filepath.Base(taken.Place), false, func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error) {
		return ws.AddTaken(ctx, taken, progress)
	})
}

// choose reads what can be chosen and asks what is wanted of it.
func (a *arrivals) choose(taken workspace.Taken) {
	ws, name := a.desk.ws, filepath.Base(taken.Place)
	progress := a.countingOf(name)
	a.await(name, func(ctx context.Context) (func(), error) {
		offers, err := ws.Offers(ctx, taken, progress)
		return func() {
			page := choosing.New(taken.Place, offers, a.over.Canvas(), choosing.Actions{
				Closed: a.over.Gone, Add: func(choice workspace.Choice) { a.addChosen(taken, choice) },
			})
			a.over.Show(page.Modal())
			a.over.Put(page)
			a.over.Focus(page.List())
		}, err
	})
}

func (a *arrivals) addChosen(taken workspace.Taken, choice workspace.Choice) {
	ws, count := a.desk.ws, len(choice.Numbers)
	a.add(articles(count), count == 1, func(ctx context.Context, progress func(done, total int)) ([]workspace.Imported, error) {
		return ws.AddChosen(ctx, taken, choice, progress)
	})
}

// countingOf tells the strip how many articles were read of something whose end
// nobody knows. The window is told again only after it has shown what it was told
// before.
func (a *arrivals) countingOf(name string) func(done int) {
	var waiting atomic.Bool
	return func(done int) {
		if done < 2 || waiting.Swap(true) {
			return
		}
		a.work.Post(func() {
			waiting.Store(false)
			a.strip.Progress(locale.T(textTakenIn, name, locale.Number(done)), 0)
		})
	}
}
