package corpus

import (
	"iter"

	"github.com/steplint/steplint/parser"
)

// Side looks at a pair from one of its two documents.
type Side struct {
	Doc, Other *parser.Document
	of         [][]int   // by unit of Doc: the units of Other it is linked with
	score      []float64 // by unit of Doc: of its first link
}

// FromSource returns the pair as seen from the source.
func (p *Pair) FromSource() *Side {
	p.sidesOnce.Do(p.link)
	return &p.sides[0]
}

// FromTarget returns the pair as seen from the target.
func (p *Pair) FromTarget() *Side {
	p.sidesOnce.Do(p.link)
	return &p.sides[1]
}

func (p *Pair) link() {
	p.sides = [2]Side{newSide(p.Source, p.Target), newSide(p.Target, p.Source)}
	for _, l := range p.Links {
		for _, i := range l.Source {
			p.sides[0].add(i, l.Target, l.Score)
		}
		for _, j := range l.Target {
			p.sides[1].add(j, l.Source, l.Score)
		}
	}
}

func newSide(doc, other *parser.Document) Side {
	n := len(doc.Units())
	return Side{Doc: doc, Other: other, of: make([][]int, n), score: make([]float64, n)}
}

func (s *Side) add(u int, counterparts []int, score float64) {
	if s.of[u] == nil {
		s.score[u] = score
	}
	s.of[u] = append(s.of[u], counterparts...)
}

// Counterparts returns the units of the other document that unit u is linked
// with, none when it has no counterpart.
func (s *Side) Counterparts(u int) []int { return s.of[u] }

// Score returns the probability of unit u's link, or of its having none.
func (s *Side) Score(u int) float64 { return s.score[u] }

// Orphans yields the units of the kind without a counterpart whose parent has
// one: what is missing as a part of something larger is not missing again.
func (s *Side) Orphans(kind parser.Kind) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, u := range s.Doc.Units() {
			if u.Kind != kind || len(s.of[i]) > 0 || u.Parent >= 0 && len(s.of[u.Parent]) == 0 {
				continue
			}
			if !yield(i) {
				return
			}
		}
	}
}

// Place returns where in the other document a counterpart of unit u should
// stand, as a span of one word, and whether it should follow that word or come
// before it.
func (s *Side) Place(u int) (at parser.Span, after bool) {
	units := s.Doc.Units()
	for i := u - 1; i >= 0 && i > u-64; i-- {
		if n := len(s.of[i]); n > 0 && units[i].Leaf() {
			return lastWord(s.Other, s.Other.Units()[s.of[i][n-1]].Text), true
		}
	}
	for i := u + 1; i < len(units) && i < u+64; i++ {
		if len(s.of[i]) > 0 && units[i].Leaf() {
			return firstWord(s.Other, s.Other.Units()[s.of[i][0]].Text), false
		}
	}
	return firstWord(s.Other, parser.Span{Start: 0, End: len(s.Other.Src)}), false
}

func firstWord(d *parser.Document, s parser.Span) parser.Span {
	for w := range d.Words(s) {
		return w
	}
	return s
}

func lastWord(d *parser.Document, s parser.Span) parser.Span {
	last := s
	for w := range d.Words(s) {
		last = w
	}
	return last
}

// OrphanBlocks yields the blocks without counterpart, as units: alone, or a
// heading together with the blocks below it when these have none either.
func (s *Side) OrphanBlocks() iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		var section []int
		units := s.Doc.Units()
		for i, u := range units {
			if u.Parent >= 0 {
				continue
			}
			orphan := len(s.of[i]) == 0
			if len(section) > 0 && orphan && u.Kind != parser.KindHeading && units[section[0]].Kind == parser.KindHeading {
				section = append(section, i)
				continue
			}
			if len(section) > 0 && !yield(section) {
				return
			}
			section = nil
			if orphan {
				section = []int{i}
			}
		}
		if len(section) > 0 {
			yield(section)
		}
	}
}

// LostCells returns the cells of a table of Doc that have no cell of their own
// in the other document, although the row has: those without counterpart, and,
// where the other table has fewer cells, those that share one.
func (s *Side) LostCells(table int) []int {
	var lost []int
	units := s.Doc.Units()
	shared := map[int]bool{} // cells of the other document that are taken
	fewer := s.fewerCells(table)
	for i := table + 1; i < len(units) && units[i].Block == units[table].Block; i++ {
		if units[i].Kind != parser.KindCell || len(s.of[units[i].Parent]) == 0 {
			continue
		}
		if len(s.of[i]) == 0 {
			lost = append(lost, i)
			continue
		}
		c := s.of[i][0]
		if fewer && len(s.of[i]) == 1 && shared[c] {
			lost = append(lost, i)
		}
		shared[c] = true
	}
	return lost
}

// Merged reports whether unit u is a cell beside one that has no cell of its own
// in the other document, so that the sentences of the two cannot be told apart:
// both may stand in the one cell there.
func (s *Side) Merged(u int) bool {
	units := s.Doc.Units()
	if units[u].Kind != parser.KindCell || len(s.of[u]) != 1 {
		return false
	}
	for _, step := range []int{-1, 1} {
		for i := u + step; i >= 0 && i < len(units) && units[i].Block == units[u].Block; i += step {
			if units[i].Kind != parser.KindCell {
				continue
			}
			if len(s.of[i]) == 0 || len(s.of[i]) == 1 && s.of[i][0] == s.of[u][0] {
				return true
			}
			break
		}
	}
	return false
}

func (s *Side) fewerCells(table int) bool {
	n := 0
	for _, t := range s.of[table] {
		n += countCells(s.Other.Units(), t)
	}
	return n < countCells(s.Doc.Units(), table)
}

func countCells(units []parser.Unit, table int) int {
	n := 0
	for i := table + 1; i < len(units) && units[i].Block == units[table].Block; i++ {
		if units[i].Kind == parser.KindCell {
			n++
		}
	}
	return n
}
