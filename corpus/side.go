package corpus

import (
	"iter"
	"slices"

	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/parser"
)

// Side looks at a pair from one of its two documents.
type Side struct {
	Doc, Other *parser.Document
	toSource   bool      // Other is the source
	of         [][]int   // by unit of Doc: the units of Other it is linked with
	score      []float64 // by unit of Doc: of its first link
	instead    []int     // by unit of Doc: see Instead
	loose      []align.Part
	elsewhere  map[int]bool // rows that moved
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
	p.sides[1].toSource = true
	for _, l := range p.Links {
		for _, i := range l.Source {
			p.sides[0].add(i, l.Target, l.Score)
		}
		for _, j := range l.Target {
			p.sides[1].add(j, l.Source, l.Score)
		}
		for _, part := range l.Loose {
			side := &p.sides[0]
			if part.Target {
				side = &p.sides[1]
			}
			side.loose = append(side.loose, part)
		}
	}
	p.replace()
	for _, rows := range p.sides[0].MovedRows() {
		for _, u := range rows {
			p.sides[0].setElsewhere(u)
			p.sides[1].setElsewhere(p.sides[0].of[u][0])
		}
	}
}

func (s *Side) setElsewhere(row int) {
	if s.elsewhere == nil {
		s.elsewhere = map[int]bool{}
	}
	s.elsewhere[row] = true
}

func newSide(doc, other *parser.Document) Side {
	n := len(doc.Units())
	s := Side{Doc: doc, Other: other, of: make([][]int, n), score: make([]float64, n), instead: make([]int, n)}
	for i := range s.instead {
		s.instead[i] = -1
	}
	return s
}

func (s *Side) add(u int, counterparts []int, score float64) {
	if s.of[u] == nil {
		s.score[u] = score
	}
	s.of[u] = append(s.of[u], counterparts...)
}

// replace finds the units without counterpart that stand at the same place in
// both documents: the same kind, between the same neighbours.
func (p *Pair) replace() {
	here, there := &p.sides[0], &p.sides[1]
	units, other := p.Source.Units(), p.Target.Units()
	for i, u := range units {
		if len(here.of[i]) > 0 {
			continue
		}
		v := -1
		if i == 0 && len(other) > 0 {
			v = 0
		}
		switch before := here.sibling(i, -1); {
		case before >= 0 && len(here.of[before]) > 0:
			v = there.sibling(here.of[before][len(here.of[before])-1], 1)
		case before >= 0 && here.instead[before] >= 0:
			v = there.sibling(here.instead[before], 1)
		case before < 0 && u.Parent >= 0 && len(here.of[u.Parent]) == 1:
			v = there.child(here.of[u.Parent][0], u.Kind)
		}
		if v >= 0 && other[v].Kind == u.Kind && len(there.of[v]) == 0 && there.instead[v] < 0 {
			here.instead[i], there.instead[v] = v, i
		}
	}
}

// sibling returns the unit of the same parent and kind before (-1) or after (1)
// unit u, at the top the block of any kind, or -1.
func (s *Side) sibling(u, step int) int {
	units := s.Doc.Units()
	for i := u + step; i >= 0 && i < len(units); i += step {
		if units[i].Parent == units[u].Parent {
			if units[u].Parent < 0 || units[i].Kind == units[u].Kind {
				return i
			}
		} else if i < units[u].Parent || units[i].Parent < units[u].Parent {
			break
		}
	}
	return -1
}

// child returns the first unit of the kind that unit u holds, or -1.
func (s *Side) child(u int, kind parser.Kind) int {
	units := s.Doc.Units()
	for i := u + 1; i < len(units) && units[i].Parent >= u; i++ {
		if units[i].Parent == u && units[i].Kind == kind {
			return i
		}
	}
	return -1
}

// Counterparts returns the units of the other document that unit u is linked
// with, none when it has no counterpart.
func (s *Side) Counterparts(u int) []int { return s.of[u] }

// Instead returns the unit that stands at the place of u in the other document
// when neither has a counterpart, or -1: a free translation or another text.
func (s *Side) Instead(u int) int { return s.instead[u] }

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
			if kind == parser.KindRow && (s.textElsewhere(i) || s.partial(i)) {
				continue
			}
			if !yield(i) {
				return
			}
		}
	}
}

// OrphanRuns yields what Orphans yields, siblings that stand in a row together when
// they are many.
func (s *Side) OrphanRuns(kind parser.Kind) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		all := slices.Collect(s.Orphans(kind))
		for len(all) > 0 {
			n := 1
			for n < len(all) && s.instead[all[n-1]] < 0 && s.instead[all[n]] < 0 && s.sibling(all[n-1], 1) == all[n] {
				n++
			}
			if n < manyOrphans {
				n = 1
			}
			if !yield(all[:n:n]) {
				return
			}
			all = all[n:]
		}
	}
}

// textElsewhere reports whether what unit u holds has counterparts outside any
// unit of its kind.
func (s *Side) textElsewhere(u int) bool {
	units := s.Doc.Units()
	for i := u + 1; i < len(units) && units[i].Parent >= u; i++ {
		if units[i].Leaf() && len(s.of[i]) > 0 {
			return true
		}
	}
	return false
}

// manyOrphans is the number of orphans in a row from which they are one gap: what
// is listed one by one is read by nobody.
const manyOrphans = 3

// OrphanBlocks yields the blocks without counterpart, as units: alone, a heading
// or lead-in together with what is below it when that has none either, or many
// of these in a row together.
func (s *Side) OrphanBlocks() iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		sections := s.orphanSections()
		for len(sections) > 0 {
			n := 1
			for n < len(sections) && s.follows(sections[n-1], sections[n]) {
				n++
			}
			if n < manyOrphans {
				n = 1
			}
			if !yield(slices.Concat(sections[:n]...)) {
				return
			}
			sections = sections[n:]
		}
	}
}

// orphanSections returns the blocks without counterpart: alone, or a heading or
// lead-in together with what is below it.
func (s *Side) orphanSections() [][]int {
	var all [][]int
	open := false // the last section reaches up to here
	for i, u := range s.Doc.Units() {
		if u.Parent >= 0 {
			continue
		}
		orphan := len(s.of[i]) == 0
		switch last := len(all) - 1; {
		case orphan && open && s.below(i, all[last]):
			all[last] = append(all[last], i)
		case orphan:
			all = append(all, []int{i})
		}
		open = orphan
	}
	return all
}

// follows reports whether section b begins where a ends and no other text stands
// in the place of either.
func (s *Side) follows(a, b []int) bool {
	units := s.Doc.Units()
	return units[a[len(a)-1]].Block+1 == units[b[0]].Block && s.instead[a[0]] < 0 && s.instead[b[0]] < 0
}

// below reports whether block i belongs to the section that starts with a
// heading, or is the list that the lead-in before it is completed by.
func (s *Side) below(i int, section []int) bool {
	units := s.Doc.Units()
	if units[section[0]].Kind == parser.KindHeading {
		return units[i].Kind != parser.KindHeading
	}
	p, ok := s.Doc.Blocks[units[section[0]].Block].(*parser.Paragraph)
	return ok && p.LeadIn && len(section) == 1 && units[i].Kind == parser.KindList
}

// Loose returns the parts of units that have no counterpart although the unit has.
func (s *Side) Loose() []align.Part { return s.loose }

// Complete reports whether everything that unit u holds has a counterpart.
func (s *Side) Complete(u int) bool {
	units := s.Doc.Units()
	for i := u + 1; i < len(units) && units[i].Parent >= u; i++ {
		if len(s.of[i]) == 0 || slices.ContainsFunc(s.loose, func(p align.Part) bool { return p.Unit == i }) {
			return false
		}
	}
	return true
}
