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
		for l := range pair.Translations() {
			if l.Kind != parser.KindLevel { // of these level-mismatch tells
				compareNumbers(p, pair, gather(pair.Source, l.Source), gather(pair.Target, l.Target))
			}
		}
	},
}

// numbers are those of some units.
type numbers struct {
	doc  *parser.Document
	all  []parser.Number
	of   []int // the units
	span parser.Span
}

// text returns that of the units in lower case.
func (n *numbers) text() string {
	var b strings.Builder
	for _, u := range n.of {
		b.WriteString(strings.ToLower(n.doc.Plain(n.doc.Units()[u].Text)))
		b.WriteByte(' ')
	}
	return b.String()
}

// digits returns all digits in order: what is left when grouping and marks are
// taken away.
func (n *numbers) digits() string {
	var b strings.Builder
	for _, x := range n.all {
		b.WriteString(n.doc.Text(x.Span))
	}
	return b.String()
}

func gather(d *parser.Document, units []int) numbers {
	out := numbers{doc: d, of: units}
	for i, u := range units {
		s := d.Units()[u].Text
		if i == 0 {
			out.span = s
		}
		out.span.End = s.End
		out.all = append(out.all, d.Numbers(s)...)
	}
	return out
}

// compareNumbers reports the numbers without counterpart. Where both texts have
// as many, they stand for each other; a number of one text alone may stand
// elsewhere in the other document.
func compareNumbers(p *lint.Pass, pair *corpus.Pair, a, b numbers) {
	if len(a.all)+len(b.all) == 0 || a.digits() == b.digits() {
		return
	}
	onlyA, onlyB := difference(a, b), difference(b, a)
	if notes(onlyA) != notes(onlyB) {
		onlyA, onlyB = slices.DeleteFunc(onlyA, isNote), slices.DeleteFunc(onlyB, isNote)
	}
	if grouped(a) == grouped(b) || inMillions(a) != inMillions(b) {
		return
	}
	if once(onlyA) == once(onlyB) {
		onlyA, onlyB = unique(onlyA), unique(onlyB)
		for i, n := range onlyB {
			p.Report(lint.Finding{
				File: b.doc.File, Span: n.Token,
				Msg:     lint.Msg{"“%s” here, “%s” in the Finnish text", "tässä ”%s”, suomenkielisessä tekstissä ”%s”", "här ”%s”, i den finska texten ”%s”"},
				Args:    []any{b.doc.Text(n.Token), a.doc.Text(onlyA[i].Token)},
				Related: []lint.Related{sourcePlace(pair, onlyA[i].Token)},
			})
		}
		return
	}
	if n := telling(onlyA, a, b); n != nil {
		p.Report(lint.Finding{
			File: b.doc.File, Span: b.span,
			Msg:     lint.Msg{"the number “%s” in the Finnish text is missing here", "suomenkielisen tekstin luku ”%s” puuttuu tästä", "talet ”%s” i den finska texten saknas här"},
			Args:    []any{a.doc.Text(n.Token)},
			Related: []lint.Related{sourcePlace(pair, n.Token)},
		})
	} else if n := telling(onlyB, b, a); n != nil {
		p.Report(lint.Finding{
			File: b.doc.File, Span: n.Token,
			Msg:     lint.Msg{"the number “%s” is not in the Finnish text", "lukua ”%s” ei ole suomenkielisessä tekstissä", "talet ”%s” finns inte i den finska texten"},
			Args:    []any{b.doc.Text(n.Token)},
			Related: []lint.Related{sourcePlace(pair, a.span)},
		})
	}
}

// grouped returns the numbers in order of size as they are when the groups of
// long ones are joined, so that "1 500" is "1500" and a list may be in any order.
func grouped(n numbers) string {
	var out []string
	for i, x := range n.all {
		text := n.doc.Text(x.Span)
		if i > 0 && len(text) == 3 && joinsGroup(n.doc, n.all[i-1].Span, x.Span) {
			out[len(out)-1] += text
		} else {
			out = append(out, x.Digits)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// joinsGroup reports whether only a space stands between two groups of digits.
func joinsGroup(d *parser.Document, a, b parser.Span) bool {
	switch d.Src[a.End:b.Start] {
	case " ", "\u00A0", "\u202F":
		return true
	}
	return false
}

// inMillions reports whether the text counts in millions or in words for more:
// "1,5 miljoonaa" is "1 500 000".
func inMillions(n numbers) bool {
	text := n.text()
	return slices.ContainsFunc([]string{"miljoon", "miljon", "miljard", "milj.", "mrd"}, func(s string) bool { return strings.Contains(text, s) })
}

func isNote(n parser.Number) bool { return n.Note }

func notes(list []parser.Number) int {
	n := 0
	for _, x := range list {
		if x.Note {
			n++
		}
	}
	return n
}

// unique returns the list with each number once: "3D" may stand in three
// compounds of one language that are one of the other.
func unique(list []parser.Number) []parser.Number {
	var out []parser.Number
	for _, n := range list {
		if !slices.ContainsFunc(out, func(m parser.Number) bool { return m.Digits == n.Digits }) {
			out = append(out, n)
		}
	}
	return out
}

func once(list []parser.Number) int { return len(unique(list)) }

// difference returns the numbers that other neither has nor says in words. A
// year may be short. A word that both texts have stands for no digits.
func difference(in, other numbers) []parser.Number {
	left := slices.Clone(other.all)
	said := map[string]int{} // words of other that are left to stand for a number
	var out []parser.Number
	for _, n := range in.all {
		i := slices.IndexFunc(left, func(m parser.Number) bool { return m.Digits == n.Digits })
		if i < 0 {
			i = slices.IndexFunc(left, func(m parser.Number) bool { return sameYear(m.Digits, n.Digits) || sameYear(n.Digits, m.Digits) })
		}
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		if _, ok := said[n.Digits]; !ok {
			said[n.Digits] = max(0, inWords(n.Digits, other)-inWords(n.Digits, in))
		}
		if said[n.Digits] > 0 {
			said[n.Digits]--
			continue
		}
		out = append(out, n)
	}
	return out
}

func sameYear(long, short string) bool {
	return len(long) == 4 && len(short) == 2 && (long == "19"+short || long == "20"+short)
}

// telling returns the first of the numbers that only in has and that is worth a
// word: years, amounts and shares are, a single digit is a footnote or a list
// mark as often as not.
func telling(only []parser.Number, in, other numbers) *parser.Number {
	for i, n := range only {
		before, _ := utf8.DecodeLastRuneInString(in.doc.Src[:n.Span.Start])
		after, _ := utf8.DecodeRuneInString(in.doc.Src[n.Span.End:])
		token := in.doc.Text(n.Token)
		if len(token) > 2 && strings.ContainsAny(token, ".,") { // "A2.2", "1,5"
			if !strings.Contains(other.doc.Src, strings.ReplaceAll(token, ",", ".")) && !strings.Contains(other.doc.Src, strings.ReplaceAll(token, ".", ",")) {
				return &only[i]
			}
			continue
		}
		if len(n.Digits) < 2 || unicode.IsLetter(before) || after == ')' || after == ']' || citesAct(in.doc, n) {
			continue
		}
		if !strings.Contains(other.doc.Src, n.Digits) {
			return &only[i]
		}
	}
	return nil
}

// citesAct reports whether the number is part of "(609/2021)", which one language
// may leave to a footnote.
func citesAct(d *parser.Document, n parser.Number) bool {
	before, after := d.Src[:n.Span.Start], d.Src[n.Span.End:]
	return strings.HasPrefix(after, "/") && len(after) > 4 && strings.Trim(after[1:5], "0123456789") == "" ||
		strings.HasSuffix(before, "/") && len(n.Digits) == 4
}

// inWords returns how often the text says the number without digits: as a word
// or part of one ("andragradsekvation"), as the month it counts, or in Roman
// numerals.
func inWords(digits string, in numbers) int {
	roman, stems := romans[digits], lang.NumberStems(in.doc.Lang, digits)
	if roman == "" && stems == nil {
		return 0
	}
	n := 0
	for w := range strings.FieldsFuncSeq(in.text(), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if roman != "" && strings.HasSuffix(w, roman) || slices.ContainsFunc(stems, func(stem string) bool {
			return w == stem || len(stem) > 3 && strings.HasPrefix(w, stem)
		}) {
			n++
		}
	}
	return n
}

// romans leaves out those that end many words.
var romans = map[string]string{"2": "ii", "3": "iii", "4": "iv", "6": "vi", "7": "vii", "8": "viii", "9": "ix"}
