package report

import (
	"github.com/steplint/steplint/parser"
)

// tables returns the two tables that the blocks are, and false unless the rows
// are all that is in them.
func (b *pageBuilder) tables(rows []compareRow, blocks [2]int) ([2]*pageTable, bool) {
	var out [2]*pageTable
	var units [2]int
	for side, block := range blocks {
		if units[side] = b.table(side, block); units[side] < 0 {
			return out, false
		}
	}
	var count [2]int
	for _, r := range rows {
		if r.elsewhere || r.marks&markMoved != 0 {
			return out, false
		}
		count[0] += len(r.source)
		count[1] += len(r.target)
	}
	for side, u := range units {
		if count[side] != len(leavesOf(b.docs[side], u)) {
			return out, false
		}
	}
	for side := range units {
		out[side] = b.tableOf(side, units[side], units[1-side])
	}
	return out, true
}

// table returns the unit of the block if it is a table, else -1.
func (b *pageBuilder) table(side, block int) int {
	for u, unit := range b.docs[side].Units() {
		if unit.Block == block {
			if unit.Kind == parser.KindTable {
				return u
			}
			return -1
		}
	}
	return -1
}

// tableOf returns the table with gaps for what only the other one has.
func (b *pageBuilder) tableOf(side, u, other int) *pageTable {
	t := &pageTable{}
	for _, level := range b.children(side, u, parser.KindLevel) {
		t.Levels = append(t.Levels, b.leaf(side, level))
	}
	for _, row := range b.withGaps(side, u, other, parser.KindRow) {
		if row < 0 {
			t.Rows = append(t.Rows, pageCellRow{Gap: true})
			continue
		}
		cells := b.children(side, row, parser.KindCell)
		if there := b.sides[side].Counterparts(row); len(there) == 1 {
			cells = b.withGaps(side, row, there[0], parser.KindCell)
		}
		var r pageCellRow
		for _, cell := range cells {
			if cell < 0 {
				r.Cells = append(r.Cells, pageCell{Gap: true})
				continue
			}
			var c pageCell
			for _, leaf := range leavesOf(b.docs[side], cell) {
				c.Units = append(c.Units, b.leaf(side, leaf))
			}
			r.Cells = append(r.Cells, c)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// children returns the units of the kind that unit u holds directly.
func (b *pageBuilder) children(side, u int, kind parser.Kind) []int {
	units := b.docs[side].Units()
	var out []int
	for v := u + 1; v < len(units) && units[v].Parent >= u; v++ {
		if units[v].Parent == u && units[v].Kind == kind {
			out = append(out, v)
		}
	}
	return out
}

// withGaps returns the units of the kind that unit u holds, and -1 at the places of
// those that only its counterpart has.
func (b *pageBuilder) withGaps(side, u, other int, kind parser.Kind) []int {
	here, there := b.children(side, u, kind), b.children(1-side, other, kind)
	var out []int
	for _, v := range there {
		links := b.sides[1-side].Counterparts(v)
		if len(links) == 0 && b.sides[1-side].Instead(v) < 0 && b.unlinked(1-side, v) {
			out = append(out, -1)
			continue
		}
		for len(here) > 0 && len(links) > 0 && here[0] <= links[len(links)-1] {
			out = append(out, here[0])
			here = here[1:]
		}
	}
	return append(out, here...)
}

// unlinked reports whether nothing that the unit holds has a counterpart.
func (b *pageBuilder) unlinked(side, u int) bool {
	for _, leaf := range leavesOf(b.docs[side], u) {
		if len(b.sides[side].Counterparts(leaf)) > 0 {
			return false
		}
	}
	return true
}
