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
	// Comments are those to steplint, "<!-- steplint-… -->", in order; in plain text
	// alone on their lines. No text of the document shows them, and where they stand
	// on lines of their own it has the blocks that it would have without these.
	Comments []Span
	// Fixable says that Src is what stands on disk, byte for byte, so that
	// edits by span can be written back.
	Fixable bool

	markup    bool
	marks     []mark // in order, not overlapping; in plain text only those of comments
	unitsOnce sync.Once
	units     []Unit
}

// Block is a Heading, Paragraph, List or Table: a closed set.
type Block interface {
	Range() Span
	block()
}
