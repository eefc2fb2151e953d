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
	digits string      // without leading zeros
	at     parser.Span // the digits
	token  parser.Span // the decimal, date or time that they are part of
	note   bool        // they may be the mark of a footnote
}

type numbers struct {
	doc  *parser.Document
	all  []number
	text string // of the units, in lower case
	span parser.Span
}

// digits returns all digits in order: what is left when grouping and marks are
// taken away.
func (n *numbers) digits() string {
	var b strings.Builder
	for _, x := range n.all {
		b.WriteString(n.doc.Text(x.at))
	}
	return b.String()
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
		text := d.Plain(s)
		first := len(out.all)
		b.WriteString(strings.ToLower(text))
		b.WriteByte(' ')
		for at := 0; at < len(text); {
			n := strings.IndexFunc(text[at:], unicode.IsSpace)
			if n < 0 {
				n = len(text) - at
			}
			if word := text[at : at+n]; counts(word, text[at+n:]) {
				out.all = appendNumbers(out.all, word, at)
			}
			_, size := utf8.DecodeRuneInString(text[at+n:])
			at += n + size
		}
		for k := first; k < len(out.all); k++ {
			x := &out.all[k]
			x.at, x.token = d.Source(s, x.at), d.Source(s, x.token)
		}
	}
	out.text = b.String()
	return out
}

// counts reports whether the digits of a word are ones to compare. rest is what
// follows it.
func counts(word, rest string) bool {
	if !strings.ContainsAny(word, "0123456789") {
		return false
	}
	if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@") || actNumber(word) {
		return false
	}
	const unit = 40 // bytes: enough for the word of a unit
	next, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(rest[:min(len(rest), unit)])), " ")
	switch strings.TrimRight(next, ".,;:)") {
	case "osp", "kp":
		return false
	}
	return !strings.HasPrefix(next, "osaamispiste") && !strings.HasPrefix(next, "kompetenspoäng")
}

// actNumber reports whether the word has a year and a number with a colon
// between: each language has its own edition of the work cited.
func actNumber(word string) bool {
	i := strings.IndexByte(word, ':')
	return i >= 4 && i+1 < len(word) && allDigits(word[i-4:i]) && allDigits(word[i+1:i+2])
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" && s != "" }

// appendNumbers adds the numbers of a word without white space. Full hours are
// none.
func appendNumbers(out []number, word string, base int) []number {
	first := len(out)
	for i := 0; i < len(word); {
		if word[i] < '0' || word[i] > '9' {
			i++
			continue
		}
		j := i
		for j < len(word) && word[j] >= '0' && word[j] <= '9' {
			j++
		}
		if word[i:j] != "00" {
			out = append(out, number{
				digits: strings.TrimLeft(word[i:j-1], "0") + word[j-1:j],
				at:     parser.Span{Start: base + i, End: base + j},
				note:   footnote(word[:i], word[j:]),
			})
		}
		i = j
	}
	for k := first; k < len(out); k++ {
		out[k].token = out[k].at
		// "3,5" and "8.50" are told whole, "1–3" and "1/2019" are two.
		if k > first && out[k].at.Start == out[k-1].at.End+1 && strings.IndexByte(".,:", word[out[k-1].at.End-base]) >= 0 {
			out[k].token.Start = out[k-1].token.Start
			for m := k - 1; m >= first && out[m].token.Start == out[k].token.Start; m-- {
				out[m].token.End = out[k].token.End
			}
		}
	}
	return out
}

// footnote reports whether digits between before and after, which make a word
// with them, may be the mark of a footnote: they close a word in lower case, or
// its full stop.
func footnote(before, after string) bool {
	if strings.Trim(after, ".,;:!?)”\"") != "" {
		return false
	}
	before = strings.TrimRight(before, ".,;:!?)”\"")
	r, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLower(r)
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
				File: b.doc.File, Span: n.token,
				Msg:     lint.Msg{"“%s” here, “%s” in the Finnish text", "tässä ”%s”, suomenkielisessä tekstissä ”%s”", "här ”%s”, i den finska texten ”%s”"},
				Args:    []any{b.doc.Text(n.token), a.doc.Text(onlyA[i].token)},
				Related: []lint.Related{sourcePlace(pair, onlyA[i].token)},
			})
		}
		return
	}
	if n := telling(onlyA, a, b); n != nil {
		p.Report(lint.Finding{
			File: b.doc.File, Span: b.span,
			Msg:     lint.Msg{"the number “%s” in the Finnish text is missing here", "suomenkielisen tekstin luku ”%s” puuttuu tästä", "talet ”%s” i den finska texten saknas här"},
			Args:    []any{a.doc.Text(n.token)},
			Related: []lint.Related{sourcePlace(pair, n.token)},
		})
	} else if n := telling(onlyB, b, a); n != nil {
		p.Report(lint.Finding{
			File: b.doc.File, Span: n.token,
			Msg:     lint.Msg{"the number “%s” is not in the Finnish text", "lukua ”%s” ei ole suomenkielisessä tekstissä", "talet ”%s” finns inte i den finska texten"},
			Args:    []any{b.doc.Text(n.token)},
			Related: []lint.Related{sourcePlace(pair, a.span)},
		})
	}
}

// grouped returns the numbers in order of size as they are when the groups of
// long ones are joined, so that "1 500" is "1500" and a list may be in any order.
func grouped(n numbers) string {
	var out []string
	for i, x := range n.all {
		text := n.doc.Text(x.at)
		if i > 0 && len(text) == 3 && joinsGroup(n.doc, n.all[i-1].at, x.at) {
			out[len(out)-1] += text
		} else {
			out = append(out, x.digits)
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
	return slices.ContainsFunc([]string{"miljoon", "miljon", "miljard", "milj.", "mrd"}, func(s string) bool { return strings.Contains(n.text, s) })
}

func isNote(n number) bool { return n.note }

func notes(list []number) int {
	n := 0
	for _, x := range list {
		if x.note {
			n++
		}
	}
	return n
}

// unique returns the list with each number once: "3D" may stand in three
// compounds of one language that are one of the other.
func unique(list []number) []number {
	var out []number
	for _, n := range list {
		if !slices.ContainsFunc(out, func(m number) bool { return m.digits == n.digits }) {
			out = append(out, n)
		}
	}
	return out
}

func once(list []number) int { return len(unique(list)) }

// difference returns the numbers that other neither has nor says in words. A
// year may be short. A word that both texts have stands for no digits.
func difference(in, other numbers) []number {
	left := slices.Clone(other.all)
	said := map[string]int{} // words of other that are left to stand for a number
	var out []number
	for _, n := range in.all {
		i := slices.IndexFunc(left, func(m number) bool { return m.digits == n.digits })
		if i < 0 {
			i = slices.IndexFunc(left, func(m number) bool { return sameYear(m.digits, n.digits) || sameYear(n.digits, m.digits) })
		}
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		if _, ok := said[n.digits]; !ok {
			said[n.digits] = max(0, inWords(n.digits, other)-inWords(n.digits, in))
		}
		if said[n.digits] > 0 {
			said[n.digits]--
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
func telling(only []number, in, other numbers) *number {
	for i, n := range only {
		before, _ := utf8.DecodeLastRuneInString(in.doc.Src[:n.at.Start])
		after, _ := utf8.DecodeRuneInString(in.doc.Src[n.at.End:])
		if len(n.digits) < 2 || unicode.IsLetter(before) || after == ')' || after == ']' || citesAct(in.doc, n) {
			continue
		}
		if !strings.Contains(other.doc.Src, n.digits) {
			return &only[i]
		}
	}
	return nil
}

// citesAct reports whether the number is part of "(609/2021)", which one language
// may leave to a footnote.
func citesAct(d *parser.Document, n number) bool {
	before, after := d.Src[:n.at.Start], d.Src[n.at.End:]
	return strings.HasPrefix(after, "/") && len(after) > 4 && allDigits(after[1:5]) ||
		strings.HasSuffix(before, "/") && len(n.digits) == 4
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
	for w := range strings.FieldsFuncSeq(in.text, func(r rune) bool { return !unicode.IsLetter(r) }) {
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
