package align

import (
	"github.com/steplint/steplint/parser"
)

// Align relates the units of two documents. Every unit of either has at least
// one link; where it has no counterpart the other side of that link is empty.
//
// Links of leaves (headings, levels, sentences) come from one search over both
// texts in document order: a dynamic program over beads (Gale & Church 1993)
// whose scores are log-likelihood ratios of lengths, words, kinds and
// boundaries, and whose Score is the posterior probability of the bead. The
// containers follow from their leaves: boxes (paragraphs, items, cells) are
// related with one another and with headings, rows with rows, and lists and
// tables with whatever blocks hold their counterparts, so that a list whose
// items are paragraphs in the other language has one link with all of them.
// Links cross where units were moved. lex may be nil.
//
// Links are ordered by their first source unit, those without one last, then by
// their first target unit.
func Align(src, tgt *parser.Document, lex *Lexicon) []Link {
	return Prepare(src, tgt).Align(lex)
}

// Aligned is a pair of texts that can be aligned again and again, each time
// with a better lexicon, and learned from in between. It is not safe for
// concurrent use.
type Aligned struct {
	src, tgt  *text
	exchanged bool // src is the target of the caller: the word lists start from Finnish
	beads     []match
}

// Prepare splits both texts into the units that Align relates.
func Prepare(src, tgt *parser.Document) *Aligned {
	a := &Aligned{exchanged: finnish(tgt) && !finnish(src)}
	if a.exchanged {
		src, tgt = tgt, src
	}
	a.src, a.tgt = newText(src), newText(tgt)
	a.src.lookUp(0)
	a.tgt.lookUp(1)
	return a
}

// Align aligns the texts as the function Align does.
func (a *Aligned) Align(lex *Lexicon) []Link {
	a.beads = alignLeaves(a.src, a.tgt, lex)
	links := leafLinks(a.src, a.tgt, a.beads)
	links = append(links, boxLinks(a.src, a.tgt, a.beads)...)
	if a.exchanged {
		exchange(links, a.tgt)
	}
	sortLinks(links)
	return links
}

// finnish reports whether the document is known to be in Finnish: the language
// of the source side in the word lists.
func finnish(d *parser.Document) bool { return d.Lang != nil && d.Lang.Code == "fi" }

// exchange exchanges the sides of the links; src is the new source.
func exchange(links []Link, src *text) {
	for k := range links {
		l := &links[k]
		l.Source, l.Target = l.Target, l.Source
		for p := range l.Loose {
			l.Loose[p].Target = !l.Loose[p].Target
		}
		if len(l.Source) > 0 {
			l.Kind = src.units[l.Source[0]].Kind
		}
	}
}

// match is a bead as index sets of leaves.
type match struct {
	src, tgt []int
	score    float64
}

// alignLeaves returns the beads of the two texts; every leaf is in exactly one.
func alignLeaves(src, tgt *text, lex *Lexicon) []match {
	n, m := len(src.leaves), len(tgt.leaves)
	s := newScorer(src, tgt, lex)
	b := s.narrow()
	s.setBand(b, maxSpan)
	g := newGrid(s, b, 0, n, 0, m, make([]bool, n), make([]bool, m))
	score, path := g.best()
	moves, score, path := s.moves(g, score, path)
	g.posterior(score, path)
	var out []match
	for _, p := range path {
		if p.di == 0 && g.skipTgt[p.j] || p.dj == 0 && g.skipSrc[p.i] {
			continue
		}
		if p.di == 1 && p.dj == 1 && s.unlike(p.i, p.j) {
			out = append(out, match{src: []int{p.i}, score: p.post}, match{tgt: []int{p.j}, score: p.post})
			continue
		}
		out = p.matches(out)
	}
	for _, m := range moves {
		out = append(out, s.inner(m)...)
	}
	return out
}

// matches appends the bead to out as one match, or two if it crosses.
func (p *placed) matches(out []match) []match {
	if p.cross {
		return append(out, match{[]int{p.i}, []int{p.j + 1}, p.post}, match{[]int{p.i + 1}, []int{p.j}, p.post})
	}
	m := match{score: p.post}
	for k := range p.di {
		m.src = append(m.src, p.i+k)
	}
	for k := range p.dj {
		m.tgt = append(m.tgt, p.j+k)
	}
	return append(out, m)
}
