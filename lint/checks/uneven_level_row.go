package checks

import (
	"slices"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// UnevenLevelRow finds rows of a level table with fewer cells than the table has
// levels. Where the other language shows which cell is missing, missing-cell and
// extra-cell say so instead.
var UnevenLevelRow = &lint.Check{
	Name:     "uneven-level-row",
	Severity: lint.Error,
	Document: func(p *lint.Pass, d *parser.Document) {
		for u, unit := range d.Units() {
			if unit.Kind != parser.KindTable {
				continue
			}
			if t := d.Blocks[unit.Block].(*parser.Table); uneven(t) && !cellsTold(p, d, u) {
				unevenRows(p, d, t)
			}
		}
	},
}

func uneven(t *parser.Table) bool {
	return len(t.Levels) > 0 && slices.ContainsFunc(t.Rows, func(r parser.Row) bool { return len(r.Cells) != len(t.Levels) })
}

func unevenRows(p *lint.Pass, d *parser.Document, t *parser.Table) {
	for n, r := range t.Rows {
		if len(r.Cells) == len(t.Levels) {
			continue
		}
		p.Report(lint.Finding{
			File: d.File, Span: r.Cells[0].Paragraphs[0],
			Msg: lint.Msg{
				"row %d of the table fills %d of %d levels",
				"taulukon rivillä %d soluja on %d, tasoja %d",
				"tabellens rad %d fyller %d av %d nivåer",
			},
			Args: []any{n + 1, len(r.Cells), len(t.Levels)},
			Related: []lint.Related{{File: d.File, Span: t.Header, Msg: lint.Msg{
				"the levels", "tasot", "nivåerna"}}},
		})
	}
}

// cellsTold reports whether the pair shows which cells of the table, unit u,
// have no cell of their own in the other language, or the other way round, or
// that the levels differ.
func cellsTold(p *lint.Pass, d *parser.Document, u int) bool {
	here := p.Side(d)
	if here == nil {
		return false
	}
	there := p.Side(here.Other)
	if !here.SameLevels(u) || len(here.LostCells(u)) > 0 {
		return true
	}
	return slices.ContainsFunc(here.Counterparts(u), func(v int) bool { return len(there.LostCells(v)) > 0 })
}
