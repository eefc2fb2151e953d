package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MissingSentence finds sentences of the Finnish text that the Swedish text lacks.
var MissingSentence = &lint.Check{
	Name:     "missing-sentence",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		for u := range pair.FromSource().Orphans(parser.KindSentence) {
			p.Missing(pair, u, lint.Msg{
				"the sentence “%s” is missing in the Swedish text",
				"virke ”%s” puuttuu ruotsinkielisestä tekstistä",
				"meningen ”%s” saknas i den svenska texten",
			})
		}
	},
}
