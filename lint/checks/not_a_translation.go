package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// NotATranslation finds pairs whose documents do not translate each other. No
// other check compares them then.
var NotATranslation = &lint.Check{
	Name:     "not-a-translation",
	Severity: lint.Error,
	Corpus: func(p *lint.Pass, c *corpus.Corpus) {
		for _, pair := range c.Pairs {
			if !pair.Unrelated() {
				continue
			}
			p.Report(lint.Finding{
				Step: pair.Step, Unit: pair.Step,
				File: pair.Target.File, Span: firstUnit(pair.Target),
				Msg: lint.Msg{
					"the document does not look like a translation of the Finnish one",
					"asiakirja ei näytä olevan suomenkielisen asiakirjan käännös",
					"dokumentet ser inte ut att vara en översättning av det finska",
				},
				Related: []lint.Related{sourcePlace(pair, firstUnit(pair.Source))},
			})
		}
	},
}

// firstUnit returns the place of the first block.
func firstUnit(d *parser.Document) parser.Span {
	if u := d.Units(); len(u) > 0 {
		return u[0].Span
	}
	return parser.Span{}
}
