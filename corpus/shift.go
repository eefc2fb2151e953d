package corpus

import "github.com/steplint/steplint/parser"

// Shift is a stretch of cells of a level table that stand one place later or
// earlier in the target than in the source.
type Shift struct {
	Source, Target int // the cells at which it starts, which stand at the same place
	Later          bool
}

// Shift returns the shift of a table of the source: one cell too many in the
// target and another one too few, with as many cells in all.
func (p *Pair) Shift(table int) (Shift, bool) {
	here, there := p.FromSource(), p.FromTarget()
	if len(here.of[table]) != 1 {
		return Shift{}, false
	}
	other := here.of[table][0]
	if p.Target.Units()[other].Kind != parser.KindTable {
		return Shift{}, false
	}
	missing, extra := here.LostCells(table), there.LostCells(other)
	cells, others := here.cells(table), there.cells(other)
	if len(missing) != 1 || len(extra) != 1 || len(cells) != len(others) {
		return Shift{}, false
	}
	m, e := indexOf(cells, missing[0]), indexOf(others, extra[0])
	if m == e {
		return Shift{}, false
	}
	first := min(m, e)
	return Shift{Source: cells[first], Target: others[first], Later: e < m}, true
}

// cells returns the cells of a table.
func (s *Side) cells(table int) []int {
	var out []int
	units := s.Doc.Units()
	for i := table + 1; i < len(units) && units[i].Block == units[table].Block; i++ {
		if units[i].Kind == parser.KindCell {
			out = append(out, i)
		}
	}
	return out
}

func indexOf(list []int, x int) int {
	for i, y := range list {
		if x == y {
			return i
		}
	}
	return -1
}
