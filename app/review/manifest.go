package review

import (
	"fmt"
	"strconv"
	"strings"

	"glossator/models"
)

// Extension is the end of a package's file name.
const Extension = ".glossreview"

// Kind says what a package is for.
type Kind string

// The kinds of packages.
const (
	KindReview Kind = "review" // a layer that somebody is asked to look through
	KindAnswer Kind = "answer" // decisions, comments and responses about a layer
)

// Manifest is what a package says about itself. A writer fills in Kind, Sender
// and Message; [Write] makes the rest.
type Manifest struct {
	Format          string `json:"format"` // see [Version]
	Kind            Kind   `json:"kind"`
	PackageUID      string `json:"package"` // made of the content, so that the same content has the same one
	ProjectUID      string `json:"project"`
	ProjectName     string `json:"project_name"`
	CodebookVersion string `json:"codebook_version"`
	Sender          string `json:"sender"`            // her name
	Message         string `json:"message,omitempty"` // what she wrote to go with it
	AsOf            int64  `json:"as_of"`             // milliseconds, of the newest revision; 0: there is none
	Parts           []Part `json:"parts"`
}

// Part is what the manifest says about another part of the package.
type Part struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`   // bytes, unpacked
	SHA256 string `json:"sha256"` // of the unpacked bytes, 64 hexadecimal digits
}

// Version is the version of the format that this program writes, and the newest
// that it reads.
const Version = 1

const (
	formatName    = "glossator-review"
	prefixPackage = "pk-"
)

// The parts of a package in the order in which they stand in it.
const (
	manifestPart   = "manifest.json"
	codebookPart   = "codebook.json"
	annotatorsPart = "annotators.json"
	articlesPart   = "articles.jsonl"
	revisionsPart  = "revisions.jsonl"
	exposuresPart  = "exposures.jsonl"
	summaryPart    = "summary.html"
)

// contentParts are the parts that the manifest vouches for.
var contentParts = []string{codebookPart, annotatorsPart, articlesPart, revisionsPart, exposuresPart, summaryPart}

// formatOf names a version of the format.
func formatOf(version int) string { return fmt.Sprintf("%s/%d", formatName, version) }

// understood says why a package of this format cannot be read, nil when it can.
func understood(format, file string) error {
	number, ours := strings.CutPrefix(format, formatName+"/")
	version, err := strconv.Atoi(number)
	switch {
	case !ours || err != nil || version < 1:
		return notPackage(file)
	case version > Version:
		return models.Errorf(models.CodeNewer,
			"%s was made by a newer version of this program; nothing was read. Update the program, then open it again.", file)
	}
	return nil
}
