// The race detector checks pointers in a way that C memory does not keep to.

//go:build !race

package store_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"sync"
	"unsafe"

	"modernc.org/libc"
	sqlite "modernc.org/sqlite/lib"
)

// operation is one thing that SQLite asked of the system.
type operation struct {
	file string // "" : the project, "-journal": its journal
	kind operationKind
	at   int64
	data []byte
}

type operationKind int

const (
	wrote operationKind = iota
	truncated
	synced
	acknowledgedHere // the store has promised what was done before
)

// recorder stands between SQLite and the system and writes down what is done
// to one file and its journal. The files themselves are written as ever.
type recorder struct {
	mu    sync.Mutex
	path  string
	log   []operation
	files map[uintptr]string // open files of interest by their address
	real  map[uintptr]uintptr
	table map[uintptr]uintptr // a table of methods of the system's to one of ours
	keep  []any               // functions that only C code points to
}

// theRecorder is registered once: SQLite keeps the address for ever.
var theRecorder = sync.OnceValue(func() *recorder {
	r := &recorder{files: map[uintptr]string{}, real: map[uintptr]uintptr{}, table: map[uintptr]uintptr{}}
	tls := libc.NewTLS()
	system := sqlite.Xsqlite3_vfs_find(tls, 0)
	if system == 0 {
		panic("no file system is registered")
	}
	mine := at[sqlite.Tsqlite3_vfs](system)
	open := *(*func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32)(pointerTo(&mine.FxOpen))
	mine.FxOpen = r.function(func(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32 {
		code := open(tls, vfs, name, file, flags, out)
		if code == 0 && name != 0 {
			r.opened(file, libc.GoString(name))
		}
		return code
	})
	return r
})

// at reads the memory of C at an address as a value of Go.
func at[T any](address uintptr) *T { return (*T)(*(*unsafe.Pointer)(unsafe.Pointer(&address))) }

// pointerTo returns where a function of C's is kept, to be read as one of Go.
func pointerTo(function *uintptr) unsafe.Pointer {
	return unsafe.Pointer(&struct{ f uintptr }{*function})
}

// function returns the address by which C calls a function of Go.
func (r *recorder) function(f any) uintptr {
	r.keep = append(r.keep, f)
	return (*[2]uintptr)(unsafe.Pointer(&f))[1]
}

// record begins a new log for the project at path.
func (r *recorder) record(path string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.path, r.log = path, nil
}

// acknowledge notes that the store has promised something.
func (r *recorder) acknowledge() { r.note(operation{kind: acknowledgedHere}) }

func (r *recorder) note(o operation) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.log = append(r.log, o)
}

// stop ends the log and returns it.
func (r *recorder) stop() []operation {
	r.mu.Lock()
	defer r.mu.Unlock()
	log := r.log
	r.path, r.log = "", nil
	return log
}

// opened gives a file of interest our own methods.
func (r *recorder) opened(file uintptr, name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	suffix, ours := strings.CutPrefix(name, r.path)
	if r.path == "" || !ours || suffix != "" && suffix != "-journal" {
		return
	}
	methods := at[sqlite.Tsqlite3_file](file)
	system := methods.FpMethods
	r.files[file], r.real[file] = suffix, system
	if r.table[system] == 0 {
		r.table[system] = r.methods(system)
	}
	methods.FpMethods = r.table[system]
}

// interesting returns which file an address is, "?" for one that has been
// closed.
func (r *recorder) interesting(file uintptr) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if name, ok := r.files[file]; ok && r.path != "" {
		return name
	}
	return "?"
}

// methods makes a table that notes and then calls the system's.
func (r *recorder) methods(system uintptr) uintptr {
	table := *at[sqlite.Tsqlite3_io_methods](system)
	write := *(*func(*libc.TLS, uintptr, uintptr, int32, int64) int32)(pointerTo(&table.FxWrite))
	truncate := *(*func(*libc.TLS, uintptr, int64) int32)(pointerTo(&table.FxTruncate))
	sync := *(*func(*libc.TLS, uintptr, int32) int32)(pointerTo(&table.FxSync))
	closing := *(*func(*libc.TLS, uintptr) int32)(pointerTo(&table.FxClose))
	table.FiVersion = 1 // without memory maps, which nobody could record
	table.FxWrite = r.function(func(tls *libc.TLS, file, data uintptr, n int32, offset int64) int32 {
		if name := r.interesting(file); name != "?" {
			held := unsafe.Slice(at[byte](data), n)
			r.note(operation{file: name, kind: wrote, at: offset, data: bytes.Clone(held)})
		}
		return write(tls, file, data, n, offset)
	})
	table.FxTruncate = r.function(func(tls *libc.TLS, file uintptr, size int64) int32 {
		if name := r.interesting(file); name != "?" {
			r.note(operation{file: name, kind: truncated, at: size})
		}
		return truncate(tls, file, size)
	})
	table.FxSync = r.function(func(tls *libc.TLS, file uintptr, flags int32) int32 {
		code := sync(tls, file, flags)
		if name := r.interesting(file); name != "?" && code == 0 {
			r.note(operation{file: name, kind: synced})
		}
		return code
	})
	table.FxClose = r.function(func(tls *libc.TLS, file uintptr) int32 {
		r.mu.Lock()
		delete(r.files, file)
		delete(r.real, file)
		r.mu.Unlock()
		return closing(tls, file)
	})
	r.keep = append(r.keep, &table)
	return uintptr(unsafe.Pointer(&table))
}

// sector is what a disk writes as a whole, in bytes.
const sector = 512

// powerCut returns what a disk may hold after the power failed behind the
// first n operations: all that was synced, and of the rest any part, in
// sectors. A file that was never synced may be missing; nil stands for that.
func powerCut(before []byte, log []operation, n int, random *rand.Rand) (project, journal []byte) {
	project = survivors(bytes.Clone(before), "", log[:n], random)
	journal = survivors(nil, "-journal", log[:n], random)
	return project, journal
}

func survivors(content []byte, file string, log []operation, random *rand.Rand) []byte {
	last := -1
	for i, o := range log {
		if o.file == file && o.kind == synced {
			last = i
		}
	}
	for i, o := range log {
		switch {
		case o.file != file || o.kind == acknowledgedHere || o.kind == synced:
		case i < last || random.IntN(3) > 0:
			content = o.apply(content, i < last, random)
		}
	}
	return content
}

// apply does an operation to a content; one that was not synced may be done in
// part.
func (o operation) apply(content []byte, whole bool, random *rand.Rand) []byte {
	if o.kind == truncated {
		if int64(len(content)) > o.at {
			return content[:o.at]
		}
		return append(content, make([]byte, o.at-int64(len(content)))...)
	}
	if missing := o.at + int64(len(o.data)) - int64(len(content)); missing > 0 {
		content = append(content, make([]byte, missing)...)
	}
	torn := !whole && random.IntN(2) == 0
	for from := 0; from < len(o.data); from += sector {
		if torn && random.IntN(2) == 0 {
			continue
		}
		copy(content[o.at+int64(from):], o.data[from:min(from+sector, len(o.data))])
	}
	return content
}
