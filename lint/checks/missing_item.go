package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MissingItem finds list items of the Finnish text that the Swedish text lacks.
var MissingItem = &lint.Check{
	Name:     "missing-item",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		for u := range pair.FromSource().Orphans(parser.KindItem) {
			p.Missing(pair, u, lint.Msg{
				"the list item “%s” is missing in the Swedish text",
				"luettelokohta ”%s” puuttuu ruotsinkielisestä tekstistä",
				"listpunkten ”%s” saknas i den svenska texten",
			})
		}
	},
}
