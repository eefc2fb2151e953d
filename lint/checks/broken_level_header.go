package checks

import (
	"strings"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// BrokenLevelHeader finds headers of level tables whose levels stand neither all
// on one line nor one a line.
var BrokenLevelHeader = &lint.Check{
	Name:     "broken-level-header",
	Severity: lint.Error,
	Document: func(p *lint.Pass, d *parser.Document) {
		for _, b := range d.Blocks {
			t, ok := b.(*parser.Table)
			if !ok || len(t.Levels) == 0 || wholeHeader(d, t) {
				continue
			}
			p.Report(lint.Finding{
				File: d.File, Span: t.Header,
				Msg: lint.Msg{
					"the %d levels of the table are broken over %d lines",
					"taulukon %d tasoa on katkottu %d riville",
					"tabellens %d nivåer är brutna över %d rader",
				},
				Args:  []any{len(t.Levels), t.HeaderLines},
				Fixes: []lint.Fix{headerFix(d, t)},
			})
		}
	},
}

// wholeHeader reports whether the levels stand on one line, or each whole on a
// line of its own.
func wholeHeader(d *parser.Document, t *parser.Table) bool {
	if t.HeaderLines == 1 {
		return true
	}
	if t.HeaderLines != len(t.Levels) {
		return false
	}
	for _, l := range t.Levels {
		if strings.Contains(d.Text(l.Span), "\n") {
			return false
		}
	}
	return true
}

func headerFix(d *parser.Document, t *parser.Table) lint.Fix {
	eol := "\n"
	if strings.Contains(d.Text(t.Header), "\r\n") {
		eol = "\r\n"
	}
	lines := make([]string, len(t.Levels))
	for i, l := range t.Levels {
		lines[i] = strings.Join(strings.Fields(d.Text(l.Span)), " ")
	}
	return lint.Fix{
		Title: lint.Msg{"put each level on a line of its own", "kirjoita kukin taso omalle rivilleen", "skriv varje nivå på en egen rad"},
		Edits: []lint.Edit{{File: d.File, Span: t.Header, New: strings.Join(lines, eol)}},
		Safe:  true,
	}
}
