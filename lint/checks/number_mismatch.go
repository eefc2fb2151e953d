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
		if !footnote(word[:i], word[j:]) {
			digits := strings.TrimLeft(word[i:j-1], "0") + word[j-1:j]
			out = append(out, number{parser.Span{Start: base + i, End: base + j}, digits})
		}
		i = j
	}
	return out
}

// footnote reports whether digits between before and after, which make a word
// with them, are the mark of a footnote: they close a word in lower case, or its
// full stop.
func footnote(before, after string) bool {
	if strings.Trim(after, ".,;:!?)”\"") != "" {
		return false
	}
	before = strings.TrimRight(before, ".,;:!?)”\"")
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLower(r)
}

// compareNumbers reports the numbers without counterpart. Where both texts have
// one, the two stand for each other; a number of one text alone may be said in
// words in the other, or stand elsewhere in it.
func compareNumbers(p *lint.Pass, pair *corpus.Pair, a, b numbers) {
	onlyA, onlyB := difference(a.all, b.all), difference(b.all, a.all)
	f := lint.Finding{File: b.doc.File}
	switch {
	case len(onlyA) == 0 && len(onlyB) == 0:
		return
	case len(onlyA) == len(onlyB):
		f.Span = onlyB[0].Span
		f.Msg = lint.Msg{"“%s” here, “%s” in the Finnish text", "tässä ”%s”, suomenkielisessä tekstissä ”%s”", "här ”%s”, i den finska texten ”%s”"}
		f.Args = []any{onlyB[0].digits, onlyA[0].digits}
		f.Related = []lint.Related{sourcePlace(pair, onlyA[0].Span)}
	default:
		alone, here := telling(onlyA, a, b), false
		if alone == nil {
			alone, here = telling(onlyB, b, a), true
		}
		if alone == nil {
			return
		}
		f.Args = []any{alone.digits}
		f.Span, f.Msg = b.span, lint.Msg{"the number “%s” of the Finnish text is missing", "suomenkielisen tekstin luku ”%s” puuttuu", "den finska textens tal ”%s” fattas"}
		f.Related = []lint.Related{sourcePlace(pair, alone.Span)}
		if here {
			f.Span, f.Msg = alone.Span, lint.Msg{"the number “%s” is not in the Finnish text", "lukua ”%s” ei ole suomenkielisessä tekstissä", "talet ”%s” finns inte i den finska texten"}
			f.Related[0].Span = a.span
		}
	}
	p.Report(f)
}

// difference returns the numbers of all that other lacks. A year may be short.
func difference(all, other []number) []number {
	left := slices.Clone(other)
	var out []number
	for _, n := range all {
		i := slices.IndexFunc(left, func(m number) bool { return m.digits == n.digits })
		if i < 0 {
			i = slices.IndexFunc(left, func(m number) bool { return sameYear(m.digits, n.digits) || sameYear(n.digits, m.digits) })
		}
		if i < 0 {
			out = append(out, n)
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	return out
}

func sameYear(long, short string) bool {
	return len(long) == 4 && len(short) == 2 && (long == "19"+short || long == "20"+short)
}

// telling returns the first of the numbers that only in has and that is worth a
// word: years, amounts and shares are, a single digit is a footnote or a list
// mark as often as not.
func telling(only []number, in, other numbers) *number {
	for i, n := range only {
		before, _ := utf8.DecodeLastRuneInString(in.doc.Src[:n.Start])
		after, _ := utf8.DecodeRuneInString(in.doc.Src[n.End:])
		if len(n.digits) < 2 || unicode.IsLetter(before) || after == ')' || after == ']' {
			continue
		}
		if citesAct(in.doc, n) {
			continue
		}
		if !inWords(n.digits, other) && !strings.Contains(other.doc.Src, n.digits) {
			return &only[i]
		}
	}
	return nil
}

// citesAct reports whether the number is part of "(609/2021)", which one language
// may leave to a footnote.
func citesAct(d *parser.Document, n number) bool {
	before, after := d.Src[:n.Start], d.Src[n.End:]
	return strings.HasPrefix(after, "/") && len(after) > 4 && allDigits(after[1:5]) ||
		strings.HasSuffix(before, "/") && len(n.digits) == 4
}

// inWords reports whether the text says the number without digits: as a word or
// part of one ("andragradsekvation"), as the month it counts, or in Roman
// numerals.
func inWords(digits string, in numbers) bool {
	roman := romans[digits]
	for _, w := range strings.FieldsFunc(in.text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if roman != "" && strings.HasSuffix(w, roman) {
			return true
		}
		for _, stem := range lang.NumberStems(in.doc.Lang, digits) {
			if w == stem || len(stem) > 3 && strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

var romans = map[string]string{"1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v", "6": "vi", "7": "vii", "8": "viii", "9": "ix", "10": "x"}
