package checks

import (
	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/diff"
)

// StaleTranslation finds texts whose source has changed, in the history of the
// documents, since they did. It reports what [corpus.FindOutdated] has found.
var StaleTranslation = &lint.Check{
	Name:     "stale-translation",
	Severity: lint.Warning,
	History:  true,
	Corpus: func(p *lint.Pass, c *corpus.Corpus) {
		for i := range c.Outdated {
			reportOutdated(p, &c.Outdated[i])
		}
	},
}

func reportOutdated(p *lint.Pass, o *corpus.Outdated) {
	const around = 30 // code points beside a change that are shown
	src, tgt := o.Pair.Source, o.Pair.Target
	changed := lint.Related{
		File: src.File, Span: src.Units()[o.Source[0]].Span,
		Msg:  lint.Msg{"the Finnish text, changed in %s of %s", "suomenkielinen teksti, muuttunut versiossa %s (%s)", "den finska texten, ändrad i version %s den %s"},
		Args: []any{o.Changed.Commit, o.Changed.Date},
	}
	if o.Changed == (corpus.Version{}) {
		changed.Args = nil
		changed.Msg = lint.Msg{"the Finnish text, changed and not committed yet", "suomenkielinen teksti, muutosta ei ole vielä viety versioon", "den finska texten, ändrad men inte incheckad än"}
	}
	p.Report(lint.Finding{
		Step: o.Pair.Step,
		File: tgt.File, Span: tgt.Units()[o.Target[0]].Span,
		Msg: lint.Msg{
			"the Finnish text has changed since this was written: %s",
			"suomenkielinen teksti on muuttunut tämän kirjoittamisen jälkeen: %s",
			"den finska texten har ändrats sedan detta skrevs: %s",
		},
		Args:    []any{diff.Excerpt(diff.Words(o.Old, o.New), around)},
		Related: []lint.Related{changed},
		Unit:    o.New, // another change is another finding
	})
}
