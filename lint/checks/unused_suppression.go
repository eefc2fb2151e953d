package checks

import (
	"github.com/steplint/steplint/lint"
)

// UnusedSuppression finds comments and accepted texts that suppress nothing.
var UnusedSuppression = &lint.Check{
	Name:     "unused-suppression",
	Severity: lint.Warning,
	Suppression: func(p *lint.Pass, s *lint.Suppression) {
		if s.Expired != "" {
			p.Report(lint.Finding{
				File: s.File, Span: s.Span, Args: []any{s.Expired},
				Msg: lint.Msg{
					"this was accepted until %s: remove it, or give it a later day",
					"tämä hyväksyttiin %s asti: poista se tai anna myöhempi päivä",
					"detta godtogs till %s: ta bort det eller ange en senare dag",
				},
			})
		}
		for _, c := range s.Checks {
			if c.Used || !c.Judged || c.Check.Suppression != nil {
				continue
			}
			msg := lint.Msg{
				"%s finds nothing here that this comment would suppress: it can go",
				"%s ei löydä tästä mitään, minkä kommentti peittäisi: sen voi poistaa",
				"%s hittar inget här som kommentaren skulle dölja: den kan tas bort",
			}
			if s.Config {
				msg = lint.Msg{
					"%s finds nothing that this accepts: it can go",
					"%s ei löydä mitään, minkä tämä hyväksyisi: sen voi poistaa",
					"%s hittar inget som detta godtar: det kan tas bort",
				}
			}
			p.Report(lint.Finding{File: s.File, Span: c.Span, Msg: msg, Args: []any{c.Name}})
		}
	},
}
