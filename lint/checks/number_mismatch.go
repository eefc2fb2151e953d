package checks

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// NumberMismatch finds numbers that differ between a text and its translation.
var NumberMismatch = &lint.Check{
	Name:     "number-mismatch",
	Severity: lint.Error,
	Pair: func(p *lint.Pass, pair *corpus.Pair) {
		src, tgt := pair.Source.Units(), pair.Target.Units()
		for _, l := range pair.Links {
			if len(l.Source) == 0 || len(l.Target) == 0 || l.Score < surelyLinked {
				continue
			}
			if !src[l.Source[0]].Leaf() || src[l.Source[0]].Kind == parser.KindLevel || !tgt[l.Target[0]].Leaf() {
				continue
			}
			compareNumbers(p, pair, gather(pair.Source, l.Source), gather(pair.Target, l.Target))
		}
	},
}

// number is a run of digits: a decimal, a date and a clock time are several, so
// that the ways of writing them do not matter.
type number struct {
	parser.Span
	digits string // without leading zeros
}

type numbers struct {
	doc  *parser.Document
	all  []number
	text string // of the units, in lower case
	span parser.Span
}

// gather returns the numbers of the units; those in web and mail addresses, in
// the numbers of acts ("2005:32") and of credits, which differ in Swedish
// education, are left out.
func gather(d *parser.Document, units []int) numbers {
	out := numbers{doc: d}
	var b strings.Builder
	for i, u := range units {
		s := d.Units()[u].Text
		if i == 0 {
			out.span = s
		}
		out.span.End = s.End
		text := d.Text(s)
		b.WriteString(strings.ToLower(text))
		b.WriteByte(' ')
		for at := 0; at < len(text); {
			n := strings.IndexFunc(text[at:], unicode.IsSpace)
			if n < 0 {
				n = len(text) - at
			}
			if word := text[at : at+n]; counts(word, text[at+n:]) {
				out.all = appendNumbers(out.all, word, s.Start+at)
			}
			_, size := utf8.DecodeRuneInString(text[at+n:])
			at += n + size
		}
	}
	out.text = b.String()
	return out
}

// counts reports whether the digits of a word are ones to compare. rest is what
// follows it.
func counts(word, rest string) bool {
	if strings.IndexAny(word, "0123456789") < 0 {
		return false
	}
	if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@") || actNumber(word) {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	next = strings.TrimRight(next, ".,;:)")
	return next != "osp" && next != "kp" && next != "op" && next != "sp"
}

// actNumber reports whether the word has a year and a number with a colon
// between: each language has its own edition of the work cited.
func actNumber(word string) bool {
	i := strings.IndexByte(word, ':')
	return i >= 4 && i+1 < len(word) && allDigits(word[i-4:i]) && allDigits(word[i+1:i+2])
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" && s != "" }

func appendNumbers(out []number, word string, base int) []number {
	for i := 0; i < len(word); {
		if word[i] < '0' || word[i] > '9' {
			i++
			continue
		}
		j := i
		for j < len(word) && word[j] >= '0' && word[j] <= '9' {
			j++
		}
		digits := strings.TrimLeft(word[i:j-1], "0") + word[j-1:j]
		out = append(out, number{parser.Span{Start: base + i, End: base + j}, digits})
		i = j
	}
	return out
}

// compareNumbers reports the numbers without counterpart: in the target first.
func compareNumbers(p *lint.Pass, pair *corpus.Pair, a, b numbers) {
	if len(a.all) == 0 && len(b.all) == 0 {
		return
	}
	onlyA, onlyB := difference(a.all, b), difference(b.all, a)
	switch {
	case len(onlyB) > 0 && len(onlyA) > 0:
		p.Report(lint.Finding{
			File: b.doc.File, Span: onlyB[0].Span,
			Msg:     lint.Msg{"“%s” here, “%s” in the Finnish text", "tässä ”%s”, suomenkielisessä tekstissä ”%s”", "här ”%s”, i den finska texten ”%s”"},
			Args:    []any{onlyB[0].digits, onlyA[0].digits},
			Related: []lint.Related{sourcePlace(pair, onlyA[0].Span)},
		})
	case len(onlyA) > 0 && telling(a, onlyA[0]):
		p.Report(lint.Finding{
			File: b.doc.File, Span: b.span,
			Msg:     lint.Msg{"the number “%s” of the Finnish text is missing", "suomenkielisen tekstin luku ”%s” puuttuu", "den finska textens tal ”%s” fattas"},
			Args:    []any{onlyA[0].digits},
			Related: []lint.Related{sourcePlace(pair, onlyA[0].Span)},
		})
	case len(onlyB) > 0 && telling(b, onlyB[0]):
		p.Report(lint.Finding{
			File: b.doc.File, Span: onlyB[0].Span,
			Msg:     lint.Msg{"the number “%s” is not in the Finnish text", "lukua ”%s” ei ole suomenkielisessä tekstissä", "talet ”%s” finns inte i den finska texten"},
			Args:    []any{onlyB[0].digits},
			Related: []lint.Related{sourcePlace(pair, a.span)},
		})
	}
}

// difference returns the numbers that other neither has nor says in words.
func difference(all []number, other numbers) []number {
	left := slices.Clone(other.all)
	var out []number
	for _, n := range all {
		if i := slices.IndexFunc(left, func(m number) bool { return m.digits == n.digits }); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else if !inWords(n.digits, other) {
			out = append(out, n)
		}
	}
	return out
}

// inWords reports whether the text says the number without digits: as a word or
// part of one ("andragradsekvation"), as the month it counts, or in Roman
// numerals.
func inWords(digits string, in numbers) bool {
	for _, stem := range lang.NumberStems(in.doc.Lang, digits) {
		if strings.Contains(in.text, stem) {
			return true
		}
	}
	if roman := romans[digits]; roman != "" {
		for _, w := range strings.FieldsFunc(in.text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if strings.HasSuffix(w, roman) {
				return true
			}
		}
	}
	return false
}

var romans = map[string]string{"1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v", "6": "vi", "7": "vii", "8": "viii", "9": "ix", "10": "x"}

// telling reports whether a number that only one language has is worth a word:
// years, amounts and shares are, a single digit is a footnote or a list mark as
// often as not.
func telling(in numbers, n number) bool {
	if len(n.digits) < 2 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(in.doc.Src[:n.Start])
	after, _ := utf8.DecodeRuneInString(in.doc.Src[n.End:])
	return !unicode.IsLetter(before) && after != ')' && after != ']'
}
