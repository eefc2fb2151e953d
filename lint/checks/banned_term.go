package checks

import (
	"strings"

	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// BannedTerm finds terms that the term base says not to use.
var BannedTerm = &lint.Check{
	Name:     "banned-term",
	Severity: lint.Error,
	Document: func(p *lint.Pass, d *parser.Document) {
		m := p.Terms.Unapproved(d.Lang)
		if m == nil {
			return
		}
		for u, unit := range d.Units() {
			if !unit.Leaf() {
				continue
			}
			for _, h := range m.Find(d, unit.Text, nil) {
				c, t := lint.Concept(p.Terms, h)
				if h.Kind == lang.FirstMatch || t.Status == term.Deprecated && !sameConcept(p, d, u, h.Concept) {
					continue
				}
				reportBanned(p, d, h, c, t)
			}
		}
	},
}

// sameConcept reports whether the counterpart of leaf u holds the same concept: a
// deprecated term may be the right one for another.
func sameConcept(p *lint.Pass, d *parser.Document, u, concept int) bool {
	side := p.Side(d)
	if side == nil {
		return false
	}
	for _, v := range side.Counterparts(u) {
		for _, h := range p.TermsIn(side.Other, side.Other.Units()[v].Text) {
			if h.Concept == concept && h.Kind == lang.WordMatch {
				return true
			}
		}
	}
	return false
}

func reportBanned(p *lint.Pass, d *parser.Document, h term.Hit, c *term.Concept, t *term.Term) {
	f := lint.Finding{
		File: d.File, Span: h.Span,
		Msg:  lint.Msg{"“%s” is not to be used", "”%s” ei ole käytettävä termi", "”%s” ska inte användas"},
		Args: []any{t.Text},
	}
	if t.Status == term.Deprecated {
		f.Severity = lint.Warning
	}
	if use := c.In(d.Lang)[0]; use.Status == term.Preferred {
		f.Msg = lint.Msg{"“%s” is not to be used: write “%s”", "”%s” ei ole käytettävä termi: kirjoita ”%s”", "”%s” ska inte användas: skriv ”%s”"}
		f.Args = append(f.Args, use.Text)
		word := d.Text(h.Span)
		if form, ok := d.Lang.InflectAlike(strings.ToLower(t.Text), use.Text, strings.ToLower(word)); ok {
			f.Fixes = []lint.Fix{{
				Title: lint.Msg{"write “%s”", "kirjoita ”%s”", "skriv ”%s”"}, Args: []any{form},
				Edits: []lint.Edit{{File: d.File, Span: h.Span, New: sameCase(word, form)}},
			}}
		}
	}
	p.Report(f)
}

// sameCase returns the word with a capital if like begins with one.
func sameCase(like, word string) string {
	r, w := []rune(like), []rune(word)
	if len(r) == 0 || len(w) == 0 || strings.ToLower(string(r[0])) == string(r[0]) {
		return word
	}
	return strings.ToUpper(string(w[0])) + string(w[1:])
}
