package corpus

import (
	"cmp"
	"slices"
	"strings"

	"github.com/steplint/steplint/parser"
)

// common is a section that most steps have.
type common struct {
	id    int
	have  []bool  // by pair
	count int     // pairs that have it
	place float64 // where it stands in them on average, from 0 at the start to 1
	keys  [2][]string
}

// lacks returns what the steps lack of the sections that most of them have.
func (s *sections) lacks() []Lack {
	all := s.common()
	var out []Lack
	for k, p := range s.pairs {
		var lacks []Lack
		for i := range all {
			if !all[i].have[k] && !s.has(p, &all[i]) {
				if lack, ok := s.lack(k, all, i); ok {
					lacks = append(lacks, lack)
				}
			}
		}
		if 2*len(lacks) <= len(all) { // or it is another kind of text
			out = append(out, lacks...)
		}
	}
	return out
}

// common returns the sections that most steps have, in the order in which they
// stand.
func (s *sections) common() []common {
	byID := map[int]*common{}
	s.pairsOf = map[int][]int{}
	for k, uses := range s.uses {
		n := [2]float64{float64(len(s.pairs[k].Source.Units())), float64(len(s.pairs[k].Target.Units()))}
		for _, h := range uses {
			id := s.root(h.id)
			c := byID[id]
			if c == nil {
				c = &common{id: id}
				byID[id] = c
			}
			if of := s.pairsOf[id]; len(of) == 0 || of[len(of)-1] != k {
				s.pairsOf[id] = append(of, k)
				c.count++
				c.place += float64(h.unit) / n[h.side]
			}
		}
	}
	for key, id := range s.ids {
		if c := byID[s.root(id)]; c != nil {
			side := 0
			if strings.HasPrefix(key, "sv") {
				side = 1
			}
			c.keys[side] = append(c.keys[side], key[2:])
		}
	}
	var out []common
	for _, c := range byID {
		if c.count >= len(s.pairs)-max(1, len(s.pairs)/oneIn) {
			c.place /= float64(c.count)
			c.have = make([]bool, len(s.pairs))
			for _, k := range s.pairsOf[c.id] {
				c.have[k] = true
			}
			out = append(out, *c)
		}
	}
	slices.SortFunc(out, func(a, b common) int { return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.id, b.id)) })
	return out
}

// longHeading is the number of bytes from which a heading is not there by chance in
// the middle of a sentence.
const longHeading = 16

// has reports whether a text of the pair holds the heading of a section as
// something else: in a sentence, or run together with what follows.
func (s *sections) has(p *Pair, c *common) bool {
	for side, d := range []*parser.Document{p.Source, p.Target} {
		for _, u := range d.Units() {
			if !u.Leaf() {
				continue
			}
			text := onlyLetters(d.Plain(u.Text))
			if slices.ContainsFunc(c.keys[side], func(key string) bool {
				return strings.HasPrefix(text, key) || strings.HasSuffix(text, key) || len(key) >= longHeading && strings.Contains(text, key)
			}) {
				return true
			}
		}
	}
	return false
}

// besides reports whether some step has a heading and the section: then it is no
// other wording of that.
func (s *sections) besides(id int, c *common) bool {
	return slices.ContainsFunc(s.pairsOf[s.root(id)], func(k int) bool { return c.have[k] })
}

// lack returns what pair k lacks with section i; false when it has a heading in that
// place that may be another wording of it.
func (s *sections) lack(k int, all []common, i int) (Lack, bool) {
	p := s.pairs[k]
	for side, d := range []*parser.Document{p.Source, p.Target} {
		from, to := s.between(k, side, all, i)
		if to < 0 {
			to = len(d.Units())
		}
		for _, h := range s.uses[k] {
			if h.side == side && h.unit > from && h.unit < to && !s.besides(h.id, &all[i]) {
				return Lack{}, false
			}
		}
	}
	example, h := s.example(all[i])
	if example == nil {
		return Lack{}, false
	}
	lack := Lack{
		Step: p.Step, Doc: p.Source, Heading: example.Source.Plain(example.Source.Units()[h].Text),
		Have: all[i].count, Steps: len(s.pairs), Example: example.Source, Place: example.Source.Units()[h].Span,
	}
	_, next := s.between(k, 0, all, i)
	lack.At, lack.After = besideUnit(p.Source, next)
	return lack, true
}

// between returns the headings of pair k that stand before and after the place of
// section i in one language, or -1.
func (s *sections) between(k, side int, all []common, i int) (before, after int) {
	before, after = -1, -1
	for _, h := range s.uses[k] {
		if h.side != side {
			continue
		}
		at := slices.IndexFunc(all, func(c common) bool { return c.id == s.root(h.id) })
		if at >= 0 && at < i {
			before = h.unit
		}
		if at > i && after < 0 {
			after = h.unit
		}
	}
	return before, after
}

// example returns the first pair with the section and its heading in the source;
// nil when no source has it.
func (s *sections) example(c common) (*Pair, int) {
	for k, uses := range s.uses {
		for _, h := range uses {
			if h.side == 0 && s.root(h.id) == c.id {
				return s.pairs[k], h.unit
			}
		}
	}
	return nil, -1
}
