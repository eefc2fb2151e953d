package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MissingCell finds cells of a table of the Finnish text without a cell of their own in the Swedish text:
// left out, run together with the cell beside it, or shifted.
var MissingCell = &lint.Check{
	Name:     "missing-cell",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromSource()
		for u, unit := range pair.Source.Units() {
			if unit.Kind != parser.KindTable {
				continue
			}
			if s, ok := pair.Shift(u); ok {
				reportShift(p, pair, s)
				continue
			}
			for _, c := range side.LostCells(u) {
				p.Missing(pair, []int{c}, lint.Msg{
					"the Swedish table has no cell for “%s”",
					"ruotsinkielisessä taulukossa ei ole solua tekstille ”%s”",
					"den svenska tabellen saknar en cell för ”%s”",
				})
			}
		}
	},
}

// reportShift reports cells that stand beside their place, once, where the shift
// starts.
func reportShift(p *lint.Pass, pair *corpus.Pair, s corpus.Shift) {
	here, there := pair.Source.Units()[s.Source], pair.Target.Units()[s.Target]
	msg := lint.Msg{
		"the cells from this one on stand one place earlier than in the Finnish table",
		"solut ovat tästä alkaen yhtä paikkaa aiemmin kuin suomenkielisessä taulukossa",
		"cellerna står från och med denna en plats tidigare än i den finska tabellen",
	}
	if s.Later {
		msg = lint.Msg{
			"the cells from this one on stand one place later than in the Finnish table",
			"solut ovat tästä alkaen yhtä paikkaa myöhemmin kuin suomenkielisessä taulukossa",
			"cellerna står från och med denna en plats senare än i den finska tabellen",
		}
	}
	p.Report(lint.Finding{
		File: pair.Target.File, Span: there.Span, Msg: msg,
		Related: []lint.Related{sourcePlace(pair, here.Span)},
	})
}
