package checks

import (
	"strings"
	"unicode"

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
		for l := range pair.Translations() {
			compareAddresses(p, pair, l.Source, l.Target)
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
	if len(a) == len(b) {
		for i := range a {
			if misspeltAddress(pair.Source.Text(a[i]), pair.Target.Text(b[i])) {
				p.Report(lint.Finding{
					File: pair.Target.File, Span: b[i],
					Msg:     lint.Msg{"the address is %s here and %s in the Finnish text", "osoite on tässä %s ja suomenkielisessä tekstissä %s", "adressen är %s här och %s i den finska texten"},
					Args:    []any{pair.Target.Text(b[i]), pair.Source.Text(a[i])},
					Related: []lint.Related{sourcePlace(pair, a[i])},
				})
			}
		}
		return
	}
	if len(a) > len(b) {
		if s, ok := alone(pair.Source, a, pair.Target); ok {
			p.Report(lint.Finding{
				File: pair.Target.File, Span: pair.Target.Units()[target[0]].Span,
				Msg:     lint.Msg{"the address %s in the Finnish text is missing here", "suomenkielisen tekstin osoite %s puuttuu tästä", "adressen %s i den finska texten saknas här"},
				Args:    []any{pair.Source.Text(s)},
				Related: []lint.Related{sourcePlace(pair, s)},
			})
		}
	} else if s, ok := alone(pair.Target, b, pair.Source); ok {
		p.Report(lint.Finding{
			File: pair.Target.File, Span: s,
			Msg:     lint.Msg{"the address %s is not in the Finnish text", "osoitetta %s ei ole suomenkielisessä tekstissä", "adressen %s finns inte i den finska texten"},
			Args:    []any{pair.Target.Text(s)},
			Related: []lint.Related{sourcePlace(pair, pair.Source.Units()[source[0]].Span)},
		})
	}
}

// alone returns the first address of the document that the other has nowhere.
func alone(d *parser.Document, spans []parser.Span, other *parser.Document) (parser.Span, bool) {
	for _, s := range spans {
		if !strings.Contains(other.Src, d.Text(s)) {
			return s, true
		}
	}
	return parser.Span{}, false
}

// misspeltAddress reports whether the two are one address up to a letter or two
// that name no language. The digits of an address are the number of a document
// or page, which may be another one in each language.
func misspeltAddress(a, b string) bool {
	const few = 2
	a, b = neutral(strings.ToLower(a)), neutral(strings.ToLower(b))
	return a != b && lang.EditDistance(a, b, few) <= few
}

// neutral returns the address without what names a language or a scheme, each
// digit being the same.
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
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, strings.Join(parts, "/"))
}
