package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

// StepShape finds steps without a section that the other steps of their folder
// have, or that the settings ask for.
var StepShape = &lint.Check{
	Name:     "step-shape",
	Severity: lint.Warning,
	Corpus: func(p *lint.Pass, c *corpus.Corpus) {
		for _, l := range c.Lacks() {
			reportLack(p, &l)
		}
	},
}

func reportLack(p *lint.Pass, l *corpus.Lack) {
	f := lint.Finding{
		Step: l.Step, File: l.Doc.File, Span: l.At, Unit: l.Heading,
		Msg: lint.Msg{
			"the section “%s” is missing, before this",
			"osio ”%s” puuttuu, tätä ennen",
			"avsnittet ”%s” saknas, före detta",
		},
		Args: []any{l.Heading},
	}
	if l.After {
		f.Msg = lint.Msg{
			"the section “%s” is missing, after this",
			"osio ”%s” puuttuu, tämän jälkeen",
			"avsnittet ”%s” saknas, efter detta",
		}
	}
	if l.Example != nil {
		f.Related = []lint.Related{{File: l.Example.File, Span: l.Place, Msg: lint.Msg{
			"%d of the %d steps in this folder have it, such as this one",
			"se on %d askeleessa kansion %d askeleesta, esimerkiksi tässä",
			"det finns i %d av mappens %d steg, till exempel här",
		}, Args: []any{l.Have, l.Steps}}}
	}
	p.Report(f)
}
