package pdf

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing/fstest"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	pageSize  = 64 << 10 // bytes of a page of WebAssembly memory
	maxMemory = 256 << 20
	// A sandbox keeps the memory of its largest file, so that of a large one
	// is not used again.
	largeFile = 8 << 20
)

// engine is PDFium in a sandbox of its own. It is used by one file at a time.
type engine struct {
	pool     pdfium.Pool
	instance pdfium.Pdfium
	stop     context.CancelFunc // ends whatever runs in the sandbox
}

// newEngine starts a sandbox. The first start on a machine compiles PDFium,
// which takes seconds; the result is kept in the user's cache folder.
func newEngine() (*engine, error) {
	folder := cacheFolder()
	started, err := startEngine(folder)
	if err == nil || folder == "" {
		return started, err
	}
	// A cache that is damaged or cannot be written to is no reason to fail. It
	// is made anew at the next start, if it can be.
	if err := os.RemoveAll(folder); err != nil {
		return startEngine("")
	}
	if started, err = startEngine(folder); err != nil {
		return startEngine("")
	}
	return started, nil
}

func startEngine(folder string) (*engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // PDFium is built with them
		WithMemoryLimitPages(maxMemory / pageSize).
		WithCloseOnContextDone(true) // so that a call can be stopped
	if folder != "" {
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(cache)
	}
	ctx, stop := context.WithCancel(context.Background())
	pool, err := webassembly.Init(webassembly.Config{
		Context:       ctx,
		MinIdle:       0,
		MaxIdle:       1,
		MaxTotal:      1,
		FSConfig:      wazero.NewFSConfig().WithFSMount(fstest.MapFS{}, "/"), // else it is given the whole disk
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		ReuseWorkers:  true,
	})
	if err != nil {
		stop()
		return nil, err
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		stop()
		closeQuietly(pool)
		return nil, err
	}
	return &engine{pool: pool, instance: instance, stop: stop}, nil
}

// close ends the sandbox and gives its memory back.
func (e *engine) close() {
	e.stop()
	closeQuietly(e.pool)
}

// closeQuietly closes what is given up in any case.
func closeQuietly(c io.Closer) { _ = c.Close() }

// cacheFolder returns where compiled code is kept, or "" if there is no place.
func cacheFolder() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "glossator", "pdf")
}
