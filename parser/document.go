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

	marks     []mark // in order, not overlapping; none in plain text
	unitsOnce sync.Once
	units     []Unit
}

// Block is a Heading, Paragraph, List or Table: a closed set.
type Block interface {
	Range() Span
	block()
}
