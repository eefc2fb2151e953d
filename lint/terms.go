package lint

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/parser"
)

// TermsIn returns the terms of the term base that the span of the document holds,
// in order; none without a term base.
func (p *Pass) TermsIn(d *parser.Document, s parser.Span) []term.Hit {
	m := p.Terms.Matcher(d.Lang)
	if m == nil {
		return nil
	}
	return m.Find(d, s, nil)
}

// Concept returns the concept of a hit and the term that was found.
func Concept(t *corpus.Terms, h term.Hit) (*term.Concept, *term.Term) {
	c := &t.Base.Concepts[h.Concept]
	return c, &c.Terms[h.Term]
}
