package term

import (
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"

	"github.com/steplint/steplint/parser"
)

// Format is a file format of term bases.
type Format string

// The formats. All are read and written; SKOS is written as Turtle.
const (
	TSV  Format = "tsv"  // of ours: a table
	TOML Format = "toml" // of ours: tables of concepts
	TBX  Format = "tbx"  // ISO 30042
	SKOS Format = "skos" // W3C, in Turtle or RDF/XML
)

// Formats lists the formats, in the order in which messages name them.
var Formats = []Format{TSV, TOML, TBX, SKOS}

// Omitted counts what a file holds and a term base has no place for.
type Omitted struct {
	Terms    map[string]int // terms in other languages, by code; "" for none
	Concepts int            // concepts without a Finnish or Swedish term
	Details  map[string]int // by the name that the file has for them
}

// Read reads a term base in any of the formats, which the name's extension tells
// or else the content. The errors are *parser.Error, one for each entry or part of
// one that is left out because it is broken.
func Read(name string, data []byte) (*Base, Omitted, []error) {
	f, err := parser.Decode(name, data)
	if err != nil {
		return new(Base), Omitted{}, []error{err}
	}
	b := newBuilder(f)
	switch {
	case looksLikeXML(f.Src):
		b.xml()
	case isTurtle(name, f.Src):
		b.turtle()
	case FormatOf(name) == TOML || FormatOf(name) == "" && tomlConcept.MatchString(f.Src):
		b.toml()
	default:
		b.tsv()
	}
	return b.finish()
}

// FormatOf returns the format that a file name's extension stands for, or "".
func FormatOf(name string) Format {
	switch strings.ToLower(path.Ext(name)) {
	case ".tsv", ".tab":
		return TSV
	case ".toml":
		return TOML
	case ".tbx", ".martif":
		return TBX
	case ".ttl", ".turtle", ".nt", ".rdf", ".skos":
		return SKOS
	}
	return ""
}

// Write writes the term base in the format. The error is that of w.
func (b *Base) Write(w io.Writer, f Format) error {
	switch f {
	case TSV:
		return b.WriteTSV(w)
	case TOML:
		return b.writeTOML(w)
	case TBX:
		return b.writeTBX(w)
	case SKOS:
		return b.writeSKOS(w)
	}
	return fmt.Errorf("unknown format %q", f)
}

var (
	xmlStart    = regexp.MustCompile(`^\s*<([?!]|[\pL_][\pL\d_.-]*(:[\pL_][\pL\d_.-]*)?(\s|/?>))`)
	turtleStart = regexp.MustCompile(`(?i)^(\s|#.*\n)*(@prefix|@base|prefix\s+\S*:|base\s*<|<[^>\s]*>\s)`)
	tomlConcept = regexp.MustCompile(`(?m)^\s*\[\[\s*concept\s*\]\]`)
)

func looksLikeXML(src string) bool { return xmlStart.MatchString(src) }

func isTurtle(name, src string) bool {
	return FormatOf(name) == SKOS || FormatOf(name) == "" && turtleStart.MatchString(src)
}
