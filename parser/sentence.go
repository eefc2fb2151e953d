package parser

import "iter"

// Sentences yields the sentences of the span, in order, without the white
// space between them.
func (d *Document) Sentences(s Span) iter.Seq[Span] {
	return func(yield func(Span) bool) { yield(s) }
}
