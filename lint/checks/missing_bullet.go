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
		here, known := markedThere(p, d, it)
		if known && !here {
			continue // both languages have a line without bullet
		}
		f := lint.Finding{
			File: d.File, Span: it.Text,
			Msg: lint.Msg{
				"“%s” stands among list items without a bullet",
				"”%s” on luettelossa ilman luettelomerkkiä",
				"”%s” står i listan utan punkttecken",
			},
			Args: []any{lint.Quote(d, it.Text)},
		}
		if nearest >= 0 {
			sibling := items[nearest]
			f.Related = []lint.Related{{File: d.File, Span: sibling.Marker, Msg: lint.Msg{
				"the items beside it have one", "viereisillä kohdilla se on", "punkterna intill har ett"}}}
			if fix, ok := bulletFix(d, it, sibling); ok {
				fix.Safe = known
				f.Fixes = []lint.Fix{fix}
			}
		}
		p.Report(f)
	}
}

// markedThere reports whether the counterpart of the item is an item with a
// bullet, and whether it is an item at all.
func markedThere(p *lint.Pass, d *parser.Document, it parser.Item) (marked, known bool) {
	side := p.Side(d)
	if side == nil {
		return false, false
	}
	u := d.UnitAt(it.Text)
	for u >= 0 && d.Units()[u].Kind != parser.KindItem {
		u = d.Units()[u].Parent
	}
	if u < 0 || len(side.Counterparts(u)) != 1 {
		return false, false
	}
	v := side.Other.Units()[side.Counterparts(u)[0]]
	return v.Text.Start > v.Start, v.Kind == parser.KindItem
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
		Title: lint.Msg{"add the bullet", "lisää luettelomerkki", "lägg till punkttecknet"},
		Edits: []lint.Edit{{File: d.File, Span: parser.Span{Start: start, End: it.Text.Start},
			New: d.Src[from:sibling.Text.Start]}},
	}, true
}
