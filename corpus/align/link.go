// Package align relates the units of a text to the units of its translation.
package align

import "github.com/steplint/steplint/parser"

// Link relates units of the source to units of the target. One side is empty
// where a unit has no counterpart. Source and Target are indices into
// Document.Units of the two documents, ascending; all units of a link have the
// same kind unless the kinds differ between the languages, then Kind is that of
// the source.
type Link struct {
	Kind           parser.Kind
	Source, Target []int
	// Score is the posterior probability of the link, 0 to 1.
	Score float64
	// Loose are parts of the units without a counterpart.
	Loose []Part
}

// Part is a part of a unit, from or to where a sentence begins although none
// ended: a text of its own that is glued to another.
type Part struct {
	Unit   int  // that it is a part of
	Target bool // a unit of the target
	Text   parser.Span
	Score  float64 // probability that the other text does not have it
}
