package checks

import (
	"slices"
	"strings"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// MissingBullet finds list items that lost their bullet or number.
var MissingBullet = &lint.Check{
	Name:     "missing-bullet",
	Severity: lint.Error,
	Document: func(p *lint.Pass, d *parser.Document) {
		for _, b := range d.Blocks {
			if l, ok := b.(*parser.List); ok {
				missingBullets(p, d, l.Items)
			}
		}
	},
}

func missingBullets(p *lint.Pass, d *parser.Document, items []parser.Item) {
	// The nearest item with a bullet: the last one before, else the first.
	nearest := slices.IndexFunc(items, func(it parser.Item) bool { return !it.Marker.Empty() })
	for i, it := range items {
		missingBullets(p, d, it.Items)
		if !it.Marker.Empty() {
			nearest = i
			continue
		}
		f := lint.Finding{
			File: d.File, Span: it.Text,
			Msg: lint.Msg{
				"“%s” stands among list items without a bullet",
				"”%s” on luettelossa ilman luettelomerkkiä",
				"”%s” står i listan utan punkt",
			},
			Args: []any{lint.Quote(d, it.Text)},
		}
		if nearest >= 0 {
			sibling := items[nearest]
			f.Related = []lint.Related{{File: d.File, Span: sibling.Marker, Msg: lint.Msg{
				"the items beside it have one", "viereisillä kohdilla se on", "punkterna bredvid har en"}}}
			if fix, ok := bulletFix(d, it, sibling); ok {
				f.Fixes = []lint.Fix{fix}
			}
		}
		p.Report(f)
	}
}

// bulletFix gives the item the indent and the bullet of its sibling. A number is
// not guessed.
func bulletFix(d *parser.Document, it, sibling parser.Item) (lint.Fix, bool) {
	if strings.ContainsAny(d.Text(sibling.Marker), "0123456789)") {
		return lint.Fix{}, false
	}
	start := d.Line(d.LineOf(it.Text.Start)).Start
	from := d.Line(d.LineOf(sibling.Marker.Start)).Start
	return lint.Fix{
		Title: lint.Msg{"add the bullet", "lisää luettelomerkki", "lägg till punkten"},
		Edits: []lint.Edit{{File: d.File, Span: parser.Span{Start: start, End: it.Text.Start},
			New: d.Src[from:sibling.Text.Start]}},
		Safe: true,
	}, true
}
