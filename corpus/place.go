package corpus

import "github.com/steplint/steplint/parser"

// Place returns where in the other document a counterpart of unit u should
// stand, as a span of one word, and whether it should follow that word or come
// before it. What stands beside u under the same parent tells it first.
func (s *Side) Place(u int) (at parser.Span, after bool) {
	units := s.Doc.Units()
	end := u + 1 // of what u holds
	for end < len(units) && units[end].Parent >= u {
		end++
	}
	parent := units[u].Parent
	last := end // of what its parent holds
	for last < len(units) && parent >= 0 && units[last].Parent >= parent {
		last++
	}
	if i := s.linkedLeaf(u-1, parent); i >= 0 {
		return s.wordAt(i, true), true
	}
	if i := s.linkedLeaf(end, last-1); i >= 0 {
		return s.wordAt(i, false), false
	}
	if i := s.linkedLeaf(u-1, 0); i >= 0 {
		return s.wordAt(i, true), true
	}
	if i := s.linkedLeaf(end, len(units)-1); i >= 0 {
		return s.wordAt(i, false), false
	}
	return firstWord(s.Other, parser.Span{Start: 0, End: len(s.Other.Src)}), false
}

// reach is the number of units among which a neighbour is looked for.
const reach = 100

// linkedLeaf returns the nearest leaf with a counterpart from unit i to unit
// end, whichever way that is, or -1.
func (s *Side) linkedLeaf(i, end int) int {
	step := 1
	if end < i {
		step = -1
	}
	units := s.Doc.Units()
	for range reach {
		if i < 0 || i >= len(units) {
			return -1
		}
		if units[i].Leaf() && len(s.of[i]) > 0 {
			return i
		}
		if i == end {
			return -1
		}
		i += step
	}
	return -1
}

// wordAt returns the last or the first word of the counterpart of leaf i.
func (s *Side) wordAt(i int, last bool) parser.Span {
	units := s.Other.Units()
	if last {
		return lastWord(s.Other, units[s.of[i][len(s.of[i])-1]].Text)
	}
	return firstWord(s.Other, units[s.of[i][0]].Text)
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
