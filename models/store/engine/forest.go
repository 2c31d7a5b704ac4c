package engine

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Tree is a table of a damaged file, or a piece of one, as its pages show it.
type Tree struct {
	Root  int64     // the page where it begins
	Owner string    // the table that it is known to belong to; empty: not known
	Rows  [][]Value // some of its rows
}

// Forest is what the pages of a damaged file hold.
type Forest struct {
	Trees  []Tree           // with rows, in the order of their roots
	Roots  map[string]int64 // of tables that what is left of the list of tables names
	Broken bool             // pages of a table are lost
}

// The types of pages of a table ("Database File Format", 1.6).
const (
	innerTable  = 0x05
	innerHeader = 12
	leafHeader  = 8
	childNumber = 4 // bytes
	samples     = 8 // rows of a tree that are looked at
)

// pages reads the pages of a file by their numbers, from 1.
type pages struct {
	file  *os.File
	size  int64
	count int64
}

func (p pages) read(number int64) ([]byte, error) {
	raw := make([]byte, p.size)
	if _, err := p.file.ReadAt(raw, (number-1)*p.size); err != nil {
		return nil, fmt.Errorf("read page %d: %w", number, err)
	}
	return raw, nil
}

// ReadForest finds the tables of a closed file by its pages. A page that leads
// to one that is lost is left out: what else it leads to are pieces, each a
// tree of its own. Free pages count as gone.
func ReadForest(path string) (f Forest, err error) {
	file, err := os.Open(path)
	if err != nil {
		return f, fmt.Errorf("open: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	s, err := survey(file)
	if err != nil {
		return f, err
	}
	f.Roots = s.roots
	joined := map[int64]bool{} // pages that a sound one leads to
	for number, below := range s.below {
		if slices.ContainsFunc(below, s.lost) {
			f.Broken = true
			s.kinds[number] = 0
			continue
		}
		for _, child := range below {
			joined[child] = true
		}
	}
	owners := s.owners()
	for number := int64(2); number <= s.count; number++ {
		if s.lost(number) || joined[number] {
			continue
		}
		rows, err := s.sample(number)
		if err != nil {
			return f, err
		}
		if len(rows) > 0 {
			f.Trees = append(f.Trees, Tree{Root: number, Owner: owners[number], Rows: rows})
		}
	}
	return f, nil
}

// surveyed is what a look at every page tells.
type surveyed struct {
	pages

	kinds []byte            // by number: the type of a page of a table, else 0
	below map[int64][]int64 // of inner pages
	roots map[string]int64  // of tables that are named
}

// survey looks at every page.
func survey(file *os.File) (s surveyed, err error) {
	info, err := file.Stat()
	if err != nil {
		return s, fmt.Errorf("look at the file: %w", err)
	}
	var start [headerSize]byte
	if _, err := file.ReadAt(start[:], 0); err != nil {
		return s, fmt.Errorf("read the header: %w", err)
	}
	size := pageSize(start[:])
	if size < minPageSize {
		return s, cutShort(filepath.Base(file.Name()))
	}
	s = surveyed{
		pages: pages{file: file, size: size, count: info.Size() / size},
		below: map[int64][]int64{}, roots: map[string]int64{},
	}
	s.kinds = make([]byte, s.count+1)
	free := s.freePages(start[:])
	for number := int64(2); number <= s.count; number++ {
		raw, err := s.read(number)
		if err != nil {
			return s, err
		}
		if free[number] {
			continue
		}
		switch raw[0] {
		case innerTable:
			s.kinds[number], s.below[number] = innerTable, below(raw)
		case leafTable:
			if first := sampleRows(raw, 1); len(first) > 0 && isEntry(first[0]) {
				noteRoots(sampleRows(raw, len(raw)), s.roots)
				continue
			}
			s.kinds[number] = leafTable
		}
	}
	return s, nil
}

// lost reports whether a number is not that of a page of a table.
func (s surveyed) lost(number int64) bool {
	return number < 2 || number > s.count || s.kinds[number] == 0 //nolint:mnd // the first page is nobody's child
}

// owners returns for each page the table whose name is known, on the way down
// from its root.
func (s surveyed) owners() map[int64]string {
	found := map[int64]string{}
	for name, root := range s.roots {
		for queue := []int64{root}; len(queue) > 0; queue = queue[1:] {
			if _, seen := found[queue[0]]; !seen {
				found[queue[0]] = name
				queue = append(queue, s.below[queue[0]]...)
			}
		}
	}
	return found
}

// sample reads some rows of the first leaf under a page.
func (s surveyed) sample(number int64) ([][]Value, error) {
	for range maxDepth {
		below := s.below[number]
		if len(below) == 0 {
			break
		}
		number = below[0]
	}
	raw, err := s.read(number)
	if err != nil || raw[0] != leafTable {
		return nil, err
	}
	return sampleRows(raw, samples), nil
}

// maxDepth is how deep a tree of a file of any size is at most.
const maxDepth = 20

// below returns the pages that an inner page leads to.
func below(raw []byte) (list []int64) {
	for _, at := range cells(raw, innerHeader) {
		list = append(list, int64(binary.BigEndian.Uint32(raw[at:])))
	}
	return append(list, int64(binary.BigEndian.Uint32(raw[leafHeader:])))
}

// cells returns where the cells of a page begin, none for what is no such page.
func cells(raw []byte, header int) (list []int) {
	const atCount, pointer = 3, 2
	count := int(binary.BigEndian.Uint16(raw[atCount:]))
	if header+count*pointer > len(raw) {
		return nil
	}
	for i := range count {
		at := int(binary.BigEndian.Uint16(raw[header+i*pointer:]))
		if at < header+count*pointer || at+childNumber > len(raw) {
			return nil
		}
		list = append(list, at)
	}
	return list
}

// sampleRows reads up to so many rows of a leaf.
func sampleRows(raw []byte, most int) (rows [][]Value) {
	for _, at := range cells(raw, leafHeader) {
		if len(rows) == most {
			break
		}
		cell := raw[at:]
		size, n := varint(cell)
		cell = cell[n:]
		_, m := varint(cell) // the number of the row
		if n == 0 || m == 0 {
			return nil
		}
		cell = cell[m:]
		row, ok := parseRecord(cell[:min(onPage(size, len(raw)), len(cell))])
		if !ok {
			return nil
		}
		rows = append(rows, row)
	}
	return rows
}

// onPage is how many bytes of a payload lie on its leaf; the rest overflows
// ("Database File Format", 1.6).
func onPage(payload uint64, usable int) int {
	const apart, fraction, embedded, less = 35, 32, 12, 23
	if payload <= uint64(usable-apart) { //nolint:gosec // a page has 512 bytes at least
		return int(payload) //nolint:gosec // smaller than a page
	}
	least := (usable-embedded)*fraction/256 - less                //nolint:mnd // 32 of 256, as the header says
	kept := least + int((payload-uint64(least))%uint64(usable-4)) //nolint:gosec,mnd // smaller than a page
	if kept <= usable-apart {
		return kept
	}
	return least
}

// isEntry reports whether a row is one of the list of tables: type, name, table,
// root, definition.
func isEntry(row []Value) bool {
	const width = 5
	return len(row) == width && slices.Contains([]string{"table", "index", "trigger", "view"}, row[0].Text) &&
		row[1].Kind == Text && row[2].Kind == Text
}

func noteRoots(rows [][]Value, roots map[string]int64) {
	for _, row := range rows {
		if isEntry(row) && row[0].Text == "table" && row[3].Integer > 1 {
			roots[row[1].Text] = row[3].Integer
		}
	}
}

// freePages returns the pages of the list of free ones, as far as it can be
// followed.
func (p pages) freePages(header []byte) map[int64]bool {
	const atFree, head = 32, 8
	free := map[int64]bool{}
	next := int64(binary.BigEndian.Uint32(header[atFree:]))
	for next > 1 && next <= p.count && !free[next] {
		free[next] = true
		raw, err := p.read(next)
		if err != nil {
			return free
		}
		next = int64(binary.BigEndian.Uint32(raw))
		count := int(binary.BigEndian.Uint32(raw[childNumber:]))
		for i := range min(count, (len(raw)-head)/childNumber) {
			free[int64(binary.BigEndian.Uint32(raw[head+i*childNumber:]))] = true
		}
	}
	return free
}
