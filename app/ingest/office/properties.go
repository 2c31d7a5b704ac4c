package office

import (
	"encoding/xml"
	"errors"
	"io/fs"

	"glossator/app/ingest/container"
)

// maxProperty is the most bytes of a property that are kept.
const maxProperty = 4096

// properties are what a file says about itself, in the terms of Dublin Core
// that both families of formats use.
type properties struct {
	values  map[string]string
	current string
}

func (p *properties) start(name string, _ xml.StartElement) error {
	p.current = name
	return nil
}

func (p *properties) end(string) error {
	p.current = ""
	return nil
}

func (p *properties) text(data []byte) error {
	if p.current != "" && len(p.values[p.current]) < maxProperty {
		p.values[p.current] += string(data[:min(len(data), maxProperty)])
	}
	return nil
}

// readProperties reads the part of this name. What a file says about itself is
// of no weight, so faults in that part are passed over.
func readProperties(file *container.Container, part string) map[string]string {
	p := properties{values: map[string]string{}}
	data, err := file.Read(part)
	if err != nil || walk(data, &p) != nil {
		return nil
	}
	return p.values
}

// readStyles adds the styles that a part declares. A missing part declares
// none.
func readStyles(file *container.Container, part string, into styles) error {
	data, err := file.Read(part)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return walk(data, &styleReader{found: into})
}
