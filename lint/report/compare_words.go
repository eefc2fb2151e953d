package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// token is a number, a run of digits, or a word that the texts of a row are
// compared by.
type token struct {
	parser.Span        // in the text of its unit
	unit        int    // index among the units of the row
	text        string // in lower case
	number      bool
	capital     bool
	name        bool // has a capital that no sentence starts with
}

// mostTokens is the number of words above which two texts are not compared word by
// word.
const mostTokens = 4000

// onlyIn returns, for each unit of the source and of the target, the spans of
// the numbers and names that the other text lacks. Numbers may be said in words.
// Where either text has as many names of its own they are taken for the same
// names in two languages.
func onlyIn(p *corpus.Pair, r compareRow) [2][][]parser.Span {
	docs := [2]*parser.Document{p.Source, p.Target}
	var all, names [2][]token
	out := [2][][]parser.Span{make([][]parser.Span, len(r.source)), make([][]parser.Span, len(r.target))}
	for i, units := range [][]int{r.source, r.target} {
		for k, u := range units {
			for _, t := range tokens(docs[i].Plain(docs[i].Units()[u].Text)) {
				t.unit = k
				all[i] = append(all[i], t)
			}
		}
	}
	if len(all[0])+len(all[1]) > mostTokens {
		return out // no sentence: marks would help nobody
	}
	sameDigits := digitsOf(all[0]) == digitsOf(all[1])
	for i := range all {
		left := slices.Clone(all[1-i])
		for _, t := range all[i] {
			switch {
			case t.number && !sameDigits && !takeNumber(&left, t.text) && !inWords(docs[1-i].Lang, t.text, left):
				out[i][t.unit] = append(out[i][t.unit], t.Span)
			case t.name && !slices.ContainsFunc(left, t.sameName):
				names[i] = append(names[i], t)
			}
		}
	}
	if len(names[0]) == len(names[1]) {
		return out
	}
	for i := range names {
		for _, t := range names[i] {
			out[i][t.unit] = append(out[i][t.unit], t.Span)
		}
		for _, spans := range out[i] {
			slices.SortFunc(spans, func(a, b parser.Span) int { return a.Start - b.Start })
		}
	}
	return out
}

func digitsOf(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		if t.number {
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// takeNumber takes one number with these digits, leading zeros aside, out of the
// tokens.
func takeNumber(in *[]token, digits string) bool {
	value := strings.TrimLeft(digits, "0")
	i := slices.IndexFunc(*in, func(t token) bool { return t.number && strings.TrimLeft(t.text, "0") == value })
	if i >= 0 {
		*in = slices.Delete(*in, i, i+1)
	}
	return i >= 0
}

func inWords(l *lang.Lang, digits string, in []token) bool {
	return slices.ContainsFunc(lang.NumberStems(l, digits), func(stem string) bool {
		return slices.ContainsFunc(in, func(t token) bool { return strings.HasPrefix(t.text, stem) })
	})
}

// sameName reports whether the words may be forms of one name: one begins with
// the other, or they share what an ending leaves of a name.
func (t token) sameName(other token) bool {
	const stem = 4
	a, b, n := t.text, other.text, 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n == min(len(a), len(b)) && other.capital || utf8.RuneCountInString(strings.ToValidUTF8(a[:n], "")) >= stem
}

// tokens returns the numbers and words of a text in order. Addresses have none,
// and a label of letters and digits is neither.
func tokens(text string) []token {
	var out []token
	start := true // of a sentence
	at := 0
	for field := range strings.FieldsSeq(text) {
		at += strings.Index(text[at:], field)
		if !strings.Contains(field, "://") && !strings.HasPrefix(field, "www.") && !strings.Contains(field, "@") {
			out, start = appendTokens(out, field, at, start)
		}
		at += len(field)
	}
	if text == strings.ToUpper(text) { // a heading in capitals
		for i := range out {
			out[i].name = false
		}
	}
	return out
}

func appendTokens(out []token, field string, at int, start bool) ([]token, bool) {
	for i := 0; i < len(field); {
		r, n := utf8.DecodeRuneInString(field[i:])
		in := unicode.IsLetter
		switch {
		case '0' <= r && r <= '9':
			in = func(r rune) bool { return '0' <= r && r <= '9' }
		case !unicode.IsLetter(r):
			start = start || strings.ContainsRune(".!?:", r)
			i += n
			continue
		}
		end := i + n
		for end < len(field) {
			r, n := utf8.DecodeRuneInString(field[end:])
			if !in(r) && !unicode.Is(unicode.M, r) {
				break
			}
			end += n
		}
		t := token{Span: parser.Span{Start: at + i, End: at + end}, text: strings.ToLower(field[i:end])}
		before, _ := utf8.DecodeLastRuneInString(field[:i])
		switch {
		case !unicode.IsLetter(r):
			t.number = true
		default:
			t.capital = unicode.IsUpper(r)
			after, _ := utf8.DecodeRuneInString(field[end:])
			t.name = t.capital && !start && end-i > n && !unicode.IsDigit(after)
		}
		if !t.number || !unicode.IsLetter(before) {
			out = append(out, t)
		}
		start = false
		i = end
	}
	return out, start
}
