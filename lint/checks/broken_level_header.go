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
			f := lint.Finding{
				File: d.File, Span: t.Header,
				Msg: lint.Msg{
					"the levels of the table stand neither all on one line nor one on each",
					"taulukon tasot eivät ole samalla rivillä eivätkä kukin omallaan",
					"tabellens nivåer står varken på samma rad eller på var sin",
				},
			}
			if named(t) {
				f.Fixes = []lint.Fix{headerFix(d, t)}
			}
			p.Report(f)
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

// named reports whether all levels have a name, or none: otherwise it cannot be
// told whose the names are.
func named(t *parser.Table) bool {
	n := 0
	for _, l := range t.Levels {
		if !l.Name.Empty() {
			n++
		}
	}
	return n == 0 || n == len(t.Levels)
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
