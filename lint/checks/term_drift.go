package checks

import (
	"cmp"
	"slices"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/term"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// TermDrift finds terms that have now one translation in Swedish, now another: terms
// of the term base within a document, and other nouns within a document and in
// several.
var TermDrift = &lint.Check{
	Name:     "term-drift",
	Severity: lint.Warning,
	Corpus: func(p *lint.Pass, c *corpus.Corpus) {
		if p.Terms.Matcher(lang.SV) != nil {
			for _, pair := range c.Pairs {
				if !pair.Unrelated() {
					p.At(pair)
					knownDrift(p, pair)
				}
			}
		}
		for _, d := range c.Renderings().Drifts() {
			for k := range d.Places {
				p.At(d.Places[k].Pair)
				reportDrift(p, &d, &d.Places[k])
			}
		}
	},
}

// reportDrift reports the first place of another translation in a document, unless
// the term base knows the term.
func reportDrift(p *lint.Pass, d *corpus.Drift, at *corpus.DriftPlace) {
	src := at.Pair.Source
	for _, h := range p.TermsIn(src, src.Units()[src.UnitAt(at.Source)].Text) {
		if h.Kind == lang.WordMatch && h.Span.Start < at.Source.End && at.Source.Start < h.Span.End {
			return
		}
	}
	usual := &d.First
	f := lint.Finding{
		Severity: lint.Info, File: at.Pair.Target.File, Span: at.Target,
		Msg: lint.Msg{
			"“%s” is “%s” here, in other documents “%s” (%d against %d)", "”%s” on tässä ”%s”, muissa asiakirjoissa ”%s” (%d vastaan %d)", "”%s” heter ”%s” här, i andra dokument ”%s” (%d mot %d)",
		},
		Args: []any{src.Text(at.Source), at.Pair.Target.Text(at.Target), d.Usual, d.Pairs, d.UsualPairs},
	}
	if at.Usual != nil {
		usual = at.Usual
		f.Severity = lint.Warning
		f.Msg = lint.Msg{
			"“%s” is “%s” here and “%s” elsewhere in the document", "”%s” on tässä ”%s”, muualla asiakirjassa ”%s”", "”%s” heter ”%s” här, men ”%s” på andra ställen i dokumentet",
		}
		f.Args = f.Args[:3]
	}
	f.Related = []lint.Related{
		{File: usual.Pair.Target.File, Span: usual.Target, Msg: lint.Msg{"as elsewhere", "niin kuin muualla", "som på andra ställen"}},
		sourcePlace(at.Pair, at.Source),
	}
	p.Report(f)
}

// knownDrift reports the terms of the term base that have several translations in
// the document.
func knownDrift(p *lint.Pass, pair *corpus.Pair) {
	uses := renderings(p, pair)
	slices.SortStableFunc(uses, func(a, b rendering) int { return cmp.Compare(a.concept, b.concept) })
	for len(uses) > 0 {
		n := 1
		for n < len(uses) && uses[n].concept == uses[0].concept {
			n++
		}
		reportKnown(p, pair, uses[:n])
		uses = uses[n:]
	}
}

// rendering is a place where a term of the target stands for one of the source.
type rendering struct {
	concept, term  int
	source, target parser.Span
}

// renderings returns the renderings of all concepts in linked texts. Where a text
// has several terms of a concept it plays with words, and tells nothing.
func renderings(p *lint.Pass, pair *corpus.Pair) []rendering {
	var out []rendering
	tgt := pair.Target.Units()
	for l := range pair.Translations() {
		if len(l.Source) != 1 || len(l.Target) != 1 {
			continue
		}
		var there []term.Hit
		for _, h := range pair.SourceTerms(p.Terms, l.Source[0]) {
			if h.Kind != lang.WordMatch || cutOff(pair.Source, h) || !severalTerms(&p.Terms.Base.Concepts[h.Concept], pair.Target.Lang) {
				continue
			}
			if there == nil {
				there = append(p.TermsIn(pair.Target, tgt[l.Target[0]].Text), term.Hit{Concept: -1})
			}
			found := -1
			for k, o := range there {
				if o.Concept != h.Concept || o.Kind != lang.WordMatch {
					continue
				}
				if found >= 0 && there[found].Term != o.Term {
					found = -1
					break
				}
				found = k
			}
			if found >= 0 {
				out = append(out, rendering{h.Concept, there[found].Term, h.Span, there[found].Span})
			}
		}
	}
	return out
}

// severalTerms reports whether the concept has more than one term in the language.
func severalTerms(c *term.Concept, l *lang.Lang) bool {
	n := 0
	for k := range c.Terms {
		if c.Terms[k].Lang == l {
			n++
		}
	}
	return n > 1
}

// reportKnown reports the places of one concept that have another term than most,
// the preferred one if as many have that.
func reportKnown(p *lint.Pass, pair *corpus.Pair, uses []rendering) {
	const usual = 2 // places that make a usage
	c := &p.Terms.Base.Concepts[uses[0].concept]
	count := make([]int, len(c.Terms))
	for _, u := range uses {
		count[u.term]++
	}
	best := mostUsed(c, count)
	if count[best] == len(uses) {
		return
	}
	if count[best] < usual || 2*count[best] <= len(uses) {
		// Few places tell: what else the document calls it, where the source names nothing.
		count = occurrences(p, pair, uses[0].concept, count)
		if best = mostUsed(c, count); count[best] <= usual || !slices.ContainsFunc(uses, func(u rendering) bool { return u.term == best }) {
			return
		}
	}
	first := uses[slices.IndexFunc(uses, func(u rendering) bool { return u.term == best })]
	var told []parser.Span
	for _, u := range uses {
		if u.term == best || slices.Contains(told, u.target) {
			continue
		}
		told = append(told, u.target)
		p.Report(lint.Finding{
			File: pair.Target.File, Span: u.target,
			Msg: lint.Msg{
				"“%s” is “%s” here and “%s” in %d other places of the document", "”%s” on tässä ”%s”, asiakirjan %[4]d muussa kohdassa ”%[3]s”", "”%s” heter här ”%s”, men ”%s” på %d andra ställen i dokumentet",
			},
			Args: []any{pair.Source.Text(u.source), c.Terms[u.term].Text, c.Terms[best].Text, count[best]},
			Related: []lint.Related{
				{File: pair.Target.File, Span: first.target, Msg: lint.Msg{"as elsewhere", "niin kuin muualla", "som på andra ställen"}},
				sourcePlace(pair, u.source),
			},
		})
	}
}

// mostUsed returns the term that is counted most often, of several the preferred one.
func mostUsed(c *term.Concept, count []int) int {
	best := 0
	for k := range c.Terms {
		if count[k] > count[best] || count[k] == count[best] && c.Terms[k].Status < c.Terms[best].Status {
			best = k
		}
	}
	return best
}

// occurrences counts the terms of the concept in the target, where those that count
// says are used stand; not where the source has another concept of that name.
func occurrences(p *lint.Pass, pair *corpus.Pair, concept int, used []int) []int {
	count := make([]int, len(used))
	c, side := &p.Terms.Base.Concepts[concept], pair.FromTarget()
	for v, unit := range pair.Target.Units() {
		if !unit.Leaf() {
			continue
		}
		for _, h := range p.TermsIn(pair.Target, unit.Text) {
			if h.Concept == concept && h.Kind == lang.WordMatch && used[h.Term] > 0 && !namesakeIn(p, pair, side.Counterparts(v), c, h.Term) {
				count[h.Term]++
			}
		}
	}
	return count
}

// namesakeIn reports whether leaves of the source hold another concept which has a term
// like that of c.
func namesakeIn(p *lint.Pass, pair *corpus.Pair, leaves []int, c *term.Concept, k int) bool {
	return slices.ContainsFunc(leaves, func(u int) bool {
		return slices.ContainsFunc(pair.SourceTerms(p.Terms, u), func(h term.Hit) bool {
			o := &p.Terms.Base.Concepts[h.Concept]
			return o != c && slices.ContainsFunc(o.Terms, func(t term.Term) bool { return t.Lang == c.Terms[k].Lang && t.Text == c.Terms[k].Text })
		})
	})
}
