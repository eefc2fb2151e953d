package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// ExtraItem finds list items of the Swedish text that the Finnish text does not have.
var ExtraItem = &lint.Check{
	Name:     "extra-item",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		for u := range pair.FromTarget().Orphans(parser.KindItem) {
			p.Extra(pair, u, lint.Msg{
				"the list item “%s” has no counterpart in the Finnish text",
				"luettelokohdalla ”%s” ei ole vastinetta suomenkielisessä tekstissä",
				"listpunkten ”%s” har ingen motsvarighet i den finska texten",
			})
		}
	},
}
