package checks

import (
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// LinkMismatch finds web and mail addresses that one language lacks, or that are
// misspelt in one of them. Addresses of another language version are none.
var LinkMismatch = &lint.Check{
	Name:     "link-mismatch",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		src, tgt := pair.Source.Units(), pair.Target.Units()
		for _, l := range pair.Links {
			if len(l.Source) == 0 || len(l.Target) == 0 || l.Score < surelyLinked {
				continue
			}
			if src[l.Source[0]].Leaf() && tgt[l.Target[0]].Leaf() {
				compareAddresses(p, pair, l.Source, l.Target)
			}
		}
	},
}

// addresses returns the places of the web and mail addresses in the units.
func addresses(d *parser.Document, units []int) []parser.Span {
	var out []parser.Span
	for _, u := range units {
		s := d.Units()[u].Text
		text := d.Text(s)
		if !strings.Contains(text, "://") && !strings.Contains(text, "www.") && !strings.Contains(text, "@") {
			continue
		}
		at := s.Start
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" \n\r\t\u00A0()<>[]\"”", r) }) {
			at += strings.Index(d.Src[at:s.End], w)
			end := at + len(strings.TrimRight(w, ".,;:!?*_"))
			if isAddress(d.Src[at:end]) {
				out = append(out, parser.Span{Start: at, End: end})
			}
			at += len(w)
		}
	}
	return out
}

func isAddress(w string) bool {
	if strings.HasPrefix(w, "www.") || strings.HasPrefix(w, "http://") || strings.HasPrefix(w, "https://") {
		return strings.Count(w, ".") > 0
	}
	i := strings.IndexByte(w, '@')
	return i > 0 && strings.IndexByte(w[i:], '.') > 1
}

func compareAddresses(p *lint.Pass, pair *corpus.Pair, source, target []int) {
	a, b := addresses(pair.Source, source), addresses(pair.Target, target)
	switch {
	case len(a) > 0 && len(b) == 0:
		if !elsewhere(pair.Target, pair.Source.Text(a[0])) {
			p.Report(lint.Finding{
				File: pair.Target.File, Span: pair.Target.Units()[target[0]].Span,
				Msg:     lint.Msg{"the address %s of the Finnish text is missing", "suomenkielisen tekstin osoite %s puuttuu", "den finska textens adress %s fattas"},
				Args:    []any{pair.Source.Text(a[0])},
				Related: []lint.Related{sourcePlace(pair, a[0])},
			})
		}
	case len(b) > 0 && len(a) == 0:
		if !elsewhere(pair.Source, pair.Target.Text(b[0])) {
			p.Report(lint.Finding{
				File: pair.Target.File, Span: b[0],
				Msg:     lint.Msg{"the address %s is not in the Finnish text", "osoitetta %s ei ole suomenkielisessä tekstissä", "adressen %s finns inte i den finska texten"},
				Args:    []any{pair.Target.Text(b[0])},
				Related: []lint.Related{sourcePlace(pair, pair.Source.Units()[source[0]].Span)},
			})
		}
	case len(a) == len(b):
		for i := range a {
			if misspeltAddress(pair.Source.Text(a[i]), pair.Target.Text(b[i])) {
				p.Report(lint.Finding{
					File: pair.Target.File, Span: b[i],
					Msg:     lint.Msg{"the address is %s here and %s in the Finnish text", "osoite on tässä %s ja suomenkielisessä tekstissä %s", "adressen är här %s och i den finska texten %s"},
					Args:    []any{pair.Target.Text(b[i]), pair.Source.Text(a[i])},
					Related: []lint.Related{sourcePlace(pair, a[i])},
				})
			}
		}
	}
}

// elsewhere reports whether the document has the address in another place.
func elsewhere(d *parser.Document, address string) bool { return strings.Contains(d.Src, address) }

// misspeltAddress reports whether the two are one address up to a letter or two
// that name no language.
func misspeltAddress(a, b string) bool {
	const few = 2
	a, b = strings.ToLower(a), strings.ToLower(b)
	return neutral(a) != neutral(b) && lang.EditDistance(neutral(a), neutral(b), few) <= few
}

// neutral returns the address without what names a language or a scheme.
func neutral(s string) string {
	for _, cut := range []string{"https://", "http://", "www."} {
		s = strings.TrimPrefix(s, cut)
	}
	var parts []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("/-_=&?#.", r) }) {
		switch part {
		case "fi", "sv", "se", "fin", "swe", "ruotsi", "svenska", "suomi", "finska":
		default:
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "/")
}
