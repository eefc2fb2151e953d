package checks

import (
	"cmp"
	"slices"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// PhraseVariant finds a long word that is spelt in another way than everywhere else
// in the document or in the other documents, and a phrase that is written in another
// way than elsewhere in the document.
var PhraseVariant = &lint.Check{
	Name:     "phrase-variant",
	Severity: lint.Warning,
	Compares: true,
	Document: func(p *lint.Pass, d *parser.Document) {
		found := slices.Concat(spellingVariants(p, d), corpus.PhraseVariants(d))
		slices.SortStableFunc(found, func(a, b corpus.Variant) int { return cmp.Compare(a.Odd.Start, b.Odd.Start) })
		for i, v := range found {
			if i == 0 || v.Odd.Start >= found[i-1].Odd.End {
				reportVariant(p, d, v)
			}
		}
	},
}

// spellingVariants returns the long words that stand once, in another spelling than
// they mostly have.
func spellingVariants(p *lint.Pass, d *parser.Document) []corpus.Variant {
	const usual = 2 // times that make a spelling usual in the document
	words := corpus.LongWords(d)
	here, all := corpus.NewSpellings(d.Lang, words), p.Corpus.Misspelt(d.Lang)
	var out []corpus.Variant
	for _, w := range words {
		if w.Count > 1 {
			continue
		}
		if o, n := here.Usual(w); o != nil && n >= usual {
			out = append(out, corpus.Variant{Odd: w.First, Usual: o.First})
		} else if o := all[w.Text]; o != "" {
			out = append(out, corpus.Variant{Odd: w.First, Elsewhere: o})
		}
	}
	return out
}

func reportVariant(p *lint.Pass, d *parser.Document, v corpus.Variant) {
	f := lint.Finding{
		File: d.File, Span: v.Odd,
		Msg: lint.Msg{
			"“%s” is spelt “%s” in other documents", "”%s” on muissa asiakirjoissa kirjoitettu ”%s”", "”%s” stavas ”%s” i andra dokument",
		},
		Args: []any{d.Text(v.Odd), v.Elsewhere},
	}
	if v.Elsewhere == "" {
		f.Msg = lint.Msg{
			"“%s” is spelt “%s” elsewhere in the document", "”%s” on muualla asiakirjassa kirjoitettu ”%s”", "”%s” stavas ”%s” på andra ställen i dokumentet",
		}
		f.Args[1] = d.Text(v.Usual)
		f.Related = []lint.Related{{File: d.File, Span: v.Usual, Msg: lint.Msg{
			"the usual spelling", "tavallinen kirjoitusasu", "den vanliga stavningen"}}}
	}
	p.Report(f)
}
