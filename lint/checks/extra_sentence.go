package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// ExtraSentence finds sentences of the Swedish text that the Finnish text does not have.
var ExtraSentence = &lint.Check{
	Name:     "extra-sentence",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		side := pair.FromTarget()
		for u := range side.Orphans(parser.KindSentence) {
			if side.Merged(side.Doc.Units()[u].Parent) {
				continue // extra-cell tells it
			}
			if side.FitsNeighbour(u) && side.Score(u) < corpus.Surely {
				continue // said in one sentence there
			}
			msg := lint.Msg{
				"the sentence “%s” has no counterpart in the Finnish text",
				"virkkeellä ”%s” ei ole vastinetta suomenkielisessä tekstissä",
				"meningen ”%s” har ingen motsvarighet i den finska texten",
			}
			if !lint.Sure(side, u) {
				msg = lint.Msg{
					"there is a sentence more here, perhaps “%s”",
					"tässä on yksi virke enemmän, ehkä ”%s”",
					"här är en mening mer, kanske ”%s”",
				}
			}
			p.Extra(pair, []int{u}, msg)
		}
		for _, part := range side.Loose() {
			p.ExtraPart(pair, part, lint.Msg{
				"“%s” in this sentence has no counterpart in the Finnish text",
				"tämän virkkeen osalla ”%s” ei ole vastinetta suomenkielisessä tekstissä",
				"”%s” i den här meningen har ingen motsvarighet i den finska texten",
			})
		}
	},
}
