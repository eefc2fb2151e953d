package checks

import (
	"strings"
	"unicode"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// UnevenBullet finds list items whose bullet or number is of another kind than that
// of their siblings.
var UnevenBullet = &lint.Check{
	Name:     "uneven-bullet",
	Severity: lint.Warning,
	Document: func(p *lint.Pass, d *parser.Document) {
		for _, b := range d.Blocks {
			if l, ok := b.(*parser.List); ok {
				unevenBullets(p, d, l.Items)
			}
		}
	},
}

func unevenBullets(p *lint.Pass, d *parser.Document, items []parser.Item) {
	const fewest = 3 // of one kind, or nothing tells which is the usual one
	count := map[string]int{}
	usual := parser.Item{} // the first one of the kind that most items have
	for _, it := range items {
		unevenBullets(p, d, it.Items)
		kind := bulletKind(d, it)
		count[kind]++
		if kind != "" && (usual.Marker.Empty() || count[kind] > count[bulletKind(d, usual)]) {
			usual = it
		}
	}
	most := count[bulletKind(d, usual)]
	// Where many differ, somebody means something by it.
	if odd := len(items) - most - count[""]; most < fewest || odd > max(1, most/4) {
		return
	}
	for _, it := range items {
		switch kind := bulletKind(d, it); {
		case kind == "", kind == bulletKind(d, usual): // of a lost bullet missing-bullet tells
			continue
		case isBullet(kind) != isBullet(bulletKind(d, usual)): // rather a list within the list
			continue
		}
		f := lint.Finding{
			File: d.File, Span: it.Marker,
			Msg: lint.Msg{
				"this item begins with “%s”, the others with “%s”",
				"tämän kohdan merkki on ”%s”, muiden ”%s”",
				"den här punkten har tecknet ”%s”, de andra ”%s”",
			},
			Args: []any{d.Text(it.Marker), d.Text(usual.Marker)},
			Related: []lint.Related{{File: d.File, Span: usual.Marker, Msg: lint.Msg{
				"as here", "niin kuin tässä", "som här"}}},
		}
		if isBullet(d.Text(it.Marker)) && isBullet(d.Text(usual.Marker)) {
			f.Fixes = []lint.Fix{{
				Title: lint.Msg{"use the same bullet", "käytä samaa luettelomerkkiä", "använd samma punkttecken"},
				Edits: []lint.Edit{{File: d.File, Span: it.Marker, New: d.Text(usual.Marker)}},
				Safe:  true,
			}}
		}
		p.Report(f)
	}
}

// bulletKind returns the bullet of the item, with "1" for its number and "a" for its
// letter; nothing for an item without.
func bulletKind(d *parser.Document, it parser.Item) string {
	marker := strings.TrimSpace(d.Text(it.Marker))
	if isBullet(marker) {
		return marker
	}
	number := strings.TrimLeftFunc(marker, unicode.IsDigit)
	if number != marker {
		return "1" + number
	}
	return "a" + strings.TrimLeftFunc(marker, unicode.IsLetter)
}

// isBullet reports whether the marker is no number or letter.
func isBullet(marker string) bool {
	return !strings.ContainsFunc(marker, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsLetter(r) })
}
