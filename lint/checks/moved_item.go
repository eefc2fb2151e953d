package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MovedItem finds list items and table rows that stand in another order than in the
// Finnish text.
var MovedItem = &lint.Check{
	Name:     "moved-item",
	Severity: lint.Warning,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromSource()
		for _, u := range side.MovedItems() {
			here, there := pair.Source.Units()[u], pair.Target.Units()[side.Counterparts(u)[0]]
			p.Report(lint.Finding{
				File: pair.Target.File, Span: there.Span,
				Msg: lint.Msg{
					"the list item “%s” stands in another place than in the Finnish text",
					"luettelokohta ”%s” on eri paikassa kuin suomenkielisessä tekstissä",
					"listpunkten ”%s” står på ett annat ställe än i den finska texten",
				},
				Args:    []any{lint.Quote(pair.Target, there.Text)},
				Related: []lint.Related{sourcePlace(pair, here.Span)},
			})
		}
		for _, rows := range side.MovedRows() {
			first, last := pair.Source.Units()[rows[0]], pair.Source.Units()[rows[len(rows)-1]]
			u, v := side.Counterparts(rows[0])[0], side.Counterparts(rows[len(rows)-1])[0]
			p.Report(lint.Finding{
				File: pair.Target.File, Span: parser.Span{Start: pair.Target.Units()[u].Span.Start, End: pair.Target.Units()[v].Span.End},
				Msg: lint.Msg{
					"the table row “%s” stands in another place than in the Finnish text",
					"taulukon rivi ”%s” on eri paikassa kuin suomenkielisessä tekstissä",
					"tabellraden ”%s” står på ett annat ställe än i den finska texten",
				},
				Args:    []any{lint.QuoteUnit(pair.Target, u)},
				Related: []lint.Related{sourcePlace(pair, parser.Span{Start: first.Span.Start, End: last.Span.End})},
			})
		}
	},
}

// sourcePlace is the place in the source that a finding in the target is about.
func sourcePlace(pair *corpus.Pair, s parser.Span) lint.Related {
	return lint.Related{File: pair.Source.File, Span: s, Msg: lint.Msg{
		"the Finnish text", "suomenkielinen teksti", "den finska texten"}}
}
