package checks

import (
	"github.com/steplint/steplint/lint"
)

// UnknownSuppression finds comments to steplint that it does not understand, and
// those that name a check which cannot be suppressed.
var UnknownSuppression = &lint.Check{
	Name:     "unknown-suppression",
	Severity: lint.Error,
	Suppression: func(p *lint.Pass, s *lint.Suppression) {
		if s.Fault != nil {
			p.Report(lint.Finding{File: s.File, Span: s.Span, Msg: s.Fault.Msg, Args: s.Fault.Args})
			return
		}
		for _, c := range s.Checks {
			f := lint.Finding{File: s.File, Span: c.Span, Args: []any{c.Name}}
			switch {
			case c.Check != nil && c.Check.Suppression == nil:
				continue
			case c.Check != nil:
				f.Msg = lint.Msg{
					"%s is about the comments themselves and is not suppressed by one",
					"%s koskee itse kommentteja, eikä kommentti vaikuta siihen",
					"%s gäller själva kommentarerna och påverkas inte av en kommentar",
				}
			case c.Nearest != "":
				f.Args = append(f.Args, c.Nearest)
				f.Msg = lint.Msg{
					"there is no check “%s”; did you mean “%s”?",
					"tarkistusta ”%s” ei ole; tarkoititko ”%s”?",
					"det finns ingen kontroll ”%s”; menade du ”%s”?",
				}
				f.Fixes = []lint.Fix{{
					Title: lint.Msg{"write “%s”", "kirjoita ”%s”", "skriv ”%s”"}, Args: []any{c.Nearest},
					Edits: []lint.Edit{{File: s.File, Span: c.Span, New: c.Nearest}},
				}}
			default:
				f.Msg = lint.Msg{"there is no check “%s”", "tarkistusta ”%s” ei ole", "det finns ingen kontroll ”%s”"}
			}
			p.Report(f)
		}
	},
}
