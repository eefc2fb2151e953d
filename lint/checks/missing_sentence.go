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
		side := pair.FromSource()
		for u := range side.Orphans(parser.KindSentence) {
			if side.Merged(side.Doc.Units()[u].Parent) {
				continue // missing-cell tells it
			}
			if side.FitsNeighbour(u) && side.Score(u) < corpus.Surely {
				continue // said in one sentence there
			}
			msg := lint.Msg{
				"the sentence “%s” is missing from the Swedish text",
				"virke ”%s” puuttuu ruotsinkielisestä tekstistä",
				"meningen ”%s” saknas i den svenska texten",
			}
			if !lint.Sure(side, u) {
				msg = lint.Msg{
					"there is a sentence fewer here, perhaps “%s”",
					"tässä on yksi virke vähemmän, ehkä ”%s”",
					"här är en mening mindre, kanske ”%s”",
				}
			}
			p.Missing(pair, []int{u}, msg)
		}
		for _, part := range side.Loose() {
			p.MissingPart(pair, part, lint.Msg{
				"“%s” is missing from this sentence",
				"tästä virkkeestä puuttuu ”%s”",
				"”%s” saknas i den här meningen",
			})
		}
	},
}
