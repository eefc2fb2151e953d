package report

import (
	"slices"
	"sort"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
)

// mark is what is special about a row; several marks can come together.
type mark uint8

const (
	markMissing mark = 1 << iota
	markExtra
	markInstead // neither text has a counterpart, and both stand at the same place
	markJoined
	markMoved
	markForm
)

// compareRow is a row of the comparison: leaves of both documents. elsewhere
// marks the place in the target of units that stand in another row, beside
// their counterparts.
type compareRow struct {
	source, target []int
	marks          mark
	elsewhere      bool
}

// compareRows returns the rows in the order of the source. What only the target
// has follows what precedes it there.
func compareRows(p *corpus.Pair) []compareRow {
	var rows, pending []compareRow
	moved, replaced := movedLeaves(p), map[int]bool{}
	for _, l := range p.Links {
		switch {
		case !leaves(p.Source, l.Source) || !leaves(p.Target, l.Target): // what holds them
		case len(l.Source) == 0:
			pending = append(pending, compareRow{target: l.Target, marks: markExtra})
		case len(l.Target) == 0:
			rows = append(rows, compareRow{source: l.Source, marks: markMissing})
		default:
			r := compareRow{source: l.Source, target: l.Target}
			if len(l.Source) != len(l.Target) {
				r.marks |= markJoined
			}
			if form(p.Source, l.Source[0]) != form(p.Target, l.Target[0]) {
				r.marks |= markForm
			}
			for _, part := range l.Loose {
				if part.Target {
					r.marks |= markExtra
				} else {
					r.marks |= markMissing
				}
			}
			if moved[l.Source[0]] {
				r.marks |= markMoved
				pending = append(pending, compareRow{source: l.Source, target: l.Target, marks: markMoved, elsewhere: true})
			}
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b compareRow) int { return a.source[0] - b.source[0] })
	rows = joinReplaced(p, rows, replaced)
	pending = slices.DeleteFunc(pending, func(r compareRow) bool { return replaced[r.target[0]] })
	slices.SortStableFunc(pending, func(a, b compareRow) int { return a.target[0] - b.target[0] })
	var out []compareRow
	for _, r := range rows {
		for len(pending) > 0 && len(r.target) > 0 && r.marks&markMoved == 0 && pending[0].target[0] < r.target[0] {
			out = append(out, pending[0])
			pending = pending[1:]
		}
		out = append(out, r)
	}
	return append(out, pending...)
}

// joinReplaced puts what stands instead of each other into one row, and notes
// the leaves of the target that are in such rows.
func joinReplaced(p *corpus.Pair, rows []compareRow, replaced map[int]bool) []compareRow {
	var out []compareRow
	side, in := p.FromSource(), -1 // in: the unit whose row this is
	for _, r := range rows {
		top := -1
		if r.marks&markMissing != 0 {
			for u := r.source[0]; u >= 0; u = p.Source.Units()[u].Parent {
				if side.Instead(u) >= 0 {
					top = u
				}
			}
		}
		switch {
		case top < 0:
			out = append(out, r)
		case top == in:
			out[len(out)-1].source = append(out[len(out)-1].source, r.source...)
		default:
			r = compareRow{source: slices.Clone(r.source), marks: markInstead}
			r.target = leavesOf(p.Target, side.Instead(top))
			for _, v := range r.target {
				replaced[v] = true
			}
			out = append(out, r)
		}
		in = top
	}
	return out
}

// leaves reports whether all units are leaves.
func leaves(d *parser.Document, units []int) bool {
	return !slices.ContainsFunc(units, func(u int) bool { return !d.Units()[u].Leaf() })
}

// leavesOf returns the leaf u itself or those that unit u holds.
func leavesOf(d *parser.Document, u int) []int {
	units := d.Units()
	var out []int
	for v := u; v < len(units) && (v == u || units[v].Parent >= u); v++ {
		if units[v].Leaf() {
			out = append(out, v)
		}
	}
	return out
}

// form tells apart running text, list items and tables.
func form(d *parser.Document, leaf int) parser.Kind {
	unit := d.Units()[leaf]
	switch {
	case unit.Kind == parser.KindLevel:
		return parser.KindCell
	case unit.Kind == parser.KindHeading || d.Units()[unit.Parent].Kind == parser.KindParagraph:
		return parser.KindParagraph
	}
	return d.Units()[unit.Parent].Kind
}

// movedLeaves marks the leaves of the source that stand in another order in the
// target: those of moved items and blocks, and of the others those that must be
// taken out so that the most remain in order.
func movedLeaves(p *corpus.Pair) []bool {
	units, side := p.Source.Units(), p.FromSource()
	moved := make([]bool, len(units))
	for _, u := range side.MovedItems() {
		moved[u] = true
	}
	for _, run := range side.MovedBlocks() {
		for _, u := range run {
			moved[u] = true
		}
	}
	var seq []int
	for i, u := range units {
		if u.Parent >= 0 && moved[u.Parent] {
			moved[i] = true
		}
		if u.Leaf() && !moved[i] && len(side.Counterparts(i)) > 0 {
			seq = append(seq, i)
		}
	}
	keep := rising(seq, func(i int) int { return side.Counterparts(i)[0] })
	for _, i := range seq {
		moved[i] = !keep[i]
	}
	return moved
}

// rising returns the elements of a longest subsequence of seq whose values do
// not fall.
func rising(seq []int, value func(int) int) map[int]bool {
	var ends []int // ends[n]: the index in seq of the least end of n+1 elements
	before := make([]int, len(seq))
	for i, x := range seq {
		n := sort.Search(len(ends), func(n int) bool { return value(seq[ends[n]]) > value(x) })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	keep := map[int]bool{}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			keep[seq[i]] = true
		}
	}
	return keep
}
