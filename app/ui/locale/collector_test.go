package locale_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// uses says how a text is used in the program.
type uses struct {
	plain   bool   // given to T, Mark or a function that takes a format
	counted bool   // the many of an N
	one     string // the one that belongs to it
	table   bool   // in a table: plain or counted
	at      string // where, for messages
}

// taker is a function that is given texts, by the places of these arguments.
type taker struct {
	texts     []int
	one, many int // of texts that are counted; both 0: none
}

// doors are the functions that every room calls to say something.
var doors = map[string]map[string]taker{
	"locale":     {"T": {texts: []int{0}}, "Mark": {texts: []int{0}}, "N": {one: 1, many: 2}},
	"manuscript": {"Faultf": {texts: []int{1}}},
	"models":     {"Errorf": {texts: []int{1}}, "Textf": {texts: []int{0}}, "Term": {texts: []int{0}}, "Countf": {one: 1, many: 2}},
}

// The directives of this room, see its doc.go.
const (
	tableDirective  = "//locale:texts"
	formatDirective = "//locale:format"
)

// silent are the folders whose texts no window shows.
var silent = []string{"app/cli", "app/ingest/webpage/dateparser"}

// collector gathers the texts of the program from its source.
type collector struct {
	t     *testing.T
	files *token.FileSet
	found map[string]*uses

	// of the package at hand
	name    string
	values  map[string]ast.Expr // constants by name
	takers  map[string]taker
	structs map[string]*ast.StructType
	tables  map[string][]string // struct types whose literals hold texts in these fields
}

// collect reads every package below the root of the module.
func collect(t *testing.T, root string) map[string]*uses {
	t.Helper()
	c := &collector{t: t, files: token.NewFileSet(), found: map[string]*uses{}}
	for _, room := range []string{"app", "models"} {
		err := filepath.WalkDir(filepath.Join(root, room), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.IsDir() {
				return err
			}
			below, err := filepath.Rel(root, path)
			if slices.Contains(silent, filepath.ToSlash(below)) {
				return filepath.SkipDir
			}
			c.readFolder(path)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return c.found
}

func (c *collector) readFolder(folder string) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		c.t.Fatal(err)
	}
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(c.files, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			c.t.Fatal(err)
		}
		files = append(files, file)
		c.name = file.Name.Name
	}
	c.values, c.takers = map[string]ast.Expr{}, map[string]taker{}
	c.structs, c.tables = map[string]*ast.StructType{}, map[string][]string{}
	for _, file := range files {
		for _, declaration := range file.Decls {
			c.note(declaration)
		}
	}
	for _, file := range files {
		for _, declaration := range file.Decls {
			c.readTable(declaration)
		}
		ast.Inspect(file, c.visit)
	}
}

// note remembers what the package declares.
func (c *collector) note(declaration ast.Decl) {
	switch d := declaration.(type) {
	case *ast.FuncDecl:
		if names, ok := directive(d.Doc, formatDirective); ok && len(names) == 1 {
			c.takers[d.Name.Name] = taker{texts: []int{parameter(d, names[0])}}
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.ValueSpec:
				for i, value := range s.Values {
					if d.Tok == token.CONST {
						c.values[s.Names[i].Name] = value
					}
				}
			case *ast.TypeSpec:
				if made, ok := s.Type.(*ast.StructType); ok {
					c.structs[s.Name.Name] = made
				}
				if names, ok := directive(d.Doc, tableDirective); ok {
					c.tables[s.Name.Name] = names
				}
			}
		}
	}
}

// parameter returns the place of the parameter of this name.
func parameter(f *ast.FuncDecl, name string) int {
	place := 0
	for _, field := range f.Type.Params.List {
		for _, known := range field.Names {
			if known.Name == name {
				return place
			}
			place++
		}
	}
	return -1
}

// directive returns what stands behind a directive in a comment.
func directive(doc *ast.CommentGroup, name string) (words []string, ok bool) {
	if doc == nil {
		return nil, false
	}
	for _, line := range doc.List {
		if rest, found := strings.CutPrefix(line.Text, name); found && (rest == "" || rest[0] == ' ') {
			return strings.Fields(rest), true
		}
	}
	return nil, false
}

// visit looks at calls, and at literals of struct types that hold texts.
func (c *collector) visit(node ast.Node) bool {
	switch n := node.(type) {
	case *ast.CallExpr:
		if known, ok := c.taker(n.Fun); ok {
			c.readCall(n, known)
		}
	case *ast.CompositeLit:
		switch kind := n.Type.(type) {
		case *ast.Ident:
			c.readRow(n, kind)
		case *ast.ArrayType:
			for _, element := range n.Elts {
				if row, ok := element.(*ast.CompositeLit); ok && row.Type == nil {
					c.readRow(row, kind.Elt)
				}
			}
		}
	}
	return true
}

// readRow takes the texts of a literal whose type is under the directive.
func (c *collector) readRow(literal *ast.CompositeLit, kind ast.Expr) {
	if named, ok := kind.(*ast.Ident); ok {
		if names, ok := c.tables[named.Name]; ok {
			c.readStruct(literal, c.structs[named.Name], names)
		}
	}
}

func (c *collector) taker(function ast.Expr) (taker, bool) {
	switch f := function.(type) {
	case *ast.Ident:
		if known, ok := c.takers[f.Name]; ok {
			return known, true
		}
		known, ok := doors[c.name][f.Name]
		return known, ok
	case *ast.SelectorExpr:
		if room, ok := f.X.(*ast.Ident); ok {
			if known, ok := doors[room.Name][f.Sel.Name]; ok {
				return known, true
			}
		}
		known, ok := c.takers[f.Sel.Name] // a method
		return known, ok
	}
	return taker{}, false
}

func (c *collector) readCall(call *ast.CallExpr, known taker) {
	for _, place := range known.texts {
		if place < len(call.Args) {
			if text, ok := c.text(call.Args[place]); ok {
				c.use(text, call).plain = true
			}
		}
	}
	if known.many == 0 || known.many >= len(call.Args) {
		return
	}
	one, ok := c.text(call.Args[known.one])
	many, also := c.text(call.Args[known.many])
	if ok && also {
		use := c.use(many, call)
		use.counted, use.one = true, one
	}
}

// readTable takes the texts of a declaration under the directive.
func (c *collector) readTable(declaration ast.Decl) {
	d, ok := declaration.(*ast.GenDecl)
	if !ok || d.Tok == token.TYPE {
		return
	}
	names, marked := directive(d.Doc, tableDirective)
	for _, spec := range d.Specs {
		s, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		own, alone := directive(s.Doc, tableDirective)
		if !marked && !alone {
			continue
		}
		for _, value := range s.Values {
			c.readValue(value, nil, append(names, own...))
		}
	}
}

// readValue takes the texts in a value; kind is the type of a literal that
// leaves it out.
func (c *collector) readValue(value, kind ast.Expr, names []string) {
	if text, ok := c.text(value); ok {
		if len(names) == 0 {
			c.use(text, value).table = true
		}
		return
	}
	literal, ok := value.(*ast.CompositeLit)
	if !ok {
		return
	}
	if literal.Type != nil {
		kind = literal.Type
	}
	switch k := kind.(type) {
	case *ast.MapType:
		for _, element := range literal.Elts {
			if pair, ok := element.(*ast.KeyValueExpr); ok {
				c.readValue(pair.Value, k.Value, names)
			}
		}
	case *ast.ArrayType:
		for _, element := range literal.Elts {
			if pair, ok := element.(*ast.KeyValueExpr); ok {
				element = pair.Value
			}
			c.readValue(element, k.Elt, names)
		}
	case *ast.StructType:
		c.readStruct(literal, k, names)
	case *ast.Ident:
		c.readStruct(literal, c.structs[k.Name], names)
	}
}

// readStruct takes the texts in the fields of these names; none: in all.
func (c *collector) readStruct(literal *ast.CompositeLit, kind *ast.StructType, names []string) {
	var order []string
	if kind != nil {
		for _, field := range kind.Fields.List {
			for _, name := range field.Names {
				order = append(order, name.Name)
			}
		}
	}
	for i, element := range literal.Elts {
		name := ""
		if i < len(order) {
			name = order[i]
		}
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			element = pair.Value
			if key, ok := pair.Key.(*ast.Ident); ok {
				name = key.Name
			}
		}
		if len(names) == 0 || slices.Contains(names, name) {
			c.readValue(element, nil, nil)
		}
	}
}

// text is the value of an expression that is known here: a literal, several
// joined, or a constant of the package.
func (c *collector) text(expression ast.Expr) (string, bool) {
	switch e := expression.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.ParenExpr:
		return c.text(e.X)
	case *ast.BinaryExpr:
		left, ok := c.text(e.X)
		right, also := c.text(e.Y)
		return constant.StringVal(constant.BinaryOp(constant.MakeString(left), token.ADD, constant.MakeString(right))), ok && also
	case *ast.Ident:
		value, ok := c.values[e.Name]
		if !ok || value == expression {
			return "", false
		}
		return c.text(value)
	}
	return "", false
}

func (c *collector) use(text string, at ast.Node) *uses {
	known, ok := c.found[text]
	if !ok {
		known = &uses{at: c.files.Position(at.Pos()).String()}
		c.found[text] = known
	}
	return known
}
