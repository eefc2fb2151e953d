package parser

import (
	"sync"

	"github.com/steplint/steplint/parser/lang"
)

// Document is one parsed text. All spans point into File.Src.
type Document struct {
	*File
	Lang   *lang.Lang // nil when no language could be told
	Blocks []Block    // in document order, not overlapping
	// Fixable says that Src is what stands on disk, byte for byte, so that
	// edits by span can be written back.
	Fixable bool

	unitsOnce sync.Once
	units     []Unit
}

// Block is a Heading, Paragraph, List or Table: a closed set.
type Block interface {
	Range() Span
	block()
}

// Heading is a short line of its own that names what follows. Level 1 is the
// title of the document.
type Heading struct {
	Span
	Level int
}

// Paragraph is running text between blank lines. A dialogue dash or hyphen
// that opens it is its Marker and not part of Text.
type Paragraph struct {
	Span
	Marker, Text Span
	LeadIn       bool // a list completes it
}

// List is a run of items.
type List struct {
	Span
	Items []Item
}

// Item is one item of a list. An item that lost its bullet has an empty Marker.
type Item struct {
	Span         // marker and text, nested items not included
	Marker, Text Span
	Indent       int    // code points before the marker, or before the text without one
	Items        []Item // nested
}

// Table is a level table, or any table. Levels are the columns named by the
// header; a table without levels has rows of any number of cells.
type Table struct {
	Span
	Header      Span // the lines that name the levels
	Levels      []Level
	HeaderLines int // lines of the source that the header takes
	Rows        []Row
}

// Level is one column of a level table: "Taso 1) Perusteet" has Number 1, the
// Label "Taso 1)" and the Name "Perusteet"; "Hyvä H2" has Number 2, the Label
// "H2" and the Name "Hyvä".
type Level struct {
	Span
	Label, Name Span
	Number      int
}

// Row is a row of cells, in the order of the levels.
type Row struct {
	Span
	Cells []Cell
}

// Cell is one cell of a row: paragraphs that blank lines separate.
type Cell struct {
	Span
	Paragraphs []Span
}

// Range returns the source span of the block.
func (h *Heading) Range() Span { return h.Span }

// Range returns the source span of the block.
func (p *Paragraph) Range() Span { return p.Span }

// Range returns the source span of the block.
func (l *List) Range() Span { return l.Span }

// Range returns the source span of the block.
func (t *Table) Range() Span { return t.Span }

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
