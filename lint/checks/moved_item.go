package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MovedItem finds list items that stand in another order than in the Finnish
// text.
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
	},
}

// sourcePlace is the place in the source that a finding in the target is about.
func sourcePlace(pair *corpus.Pair, s parser.Span) lint.Related {
	return lint.Related{File: pair.Source.File, Span: s, Msg: lint.Msg{
		"the Finnish text", "suomenkielinen teksti", "den finska texten"}}
}
