package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// UnpairedDocument finds documents without a counterpart in the other language.
var UnpairedDocument = &lint.Check{
	Name:     "unpaired-document",
	Severity: lint.Error,
	Corpus: func(p *lint.Pass, c *corpus.Corpus) {
		for _, u := range c.Unpaired {
			if u.Missing == "" {
				continue
			}
			var s parser.Span
			if u.Doc.Src != "" {
				s = u.Doc.Line(1)
			}
			p.Report(lint.Finding{
				Step: u.Step, File: u.Doc.File, Span: s,
				Msg: lint.Msg{
					"the document has no counterpart in the other language: %s is missing",
					"asiakirjalla ei ole toisenkielistä vastinetta: tiedosto %s puuttuu",
					"dokumentet har ingen motsvarighet på det andra språket: filen %s saknas",
				},
				Args: []any{u.Missing},
				Unit: u.Step,
			})
		}
	},
}
