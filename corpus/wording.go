package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// wording returns what a text says without how it is set: its letters in lower
// case and its digits, without blanks and punctuation but what stands between
// two digits. Texts of one wording need no translation anew.
func wording(text string) string {
	var b strings.Builder
	var last, gap rune // the last rune written, and what was left out since then
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			if gap != 0 && unicode.IsDigit(r) && unicode.IsDigit(last) {
				b.WriteRune(gap)
			}
			last, gap = unicode.ToLower(r), 0
			b.WriteRune(last)
		case sign(r):
			b.WriteRune(r)
			last, gap = r, 0
		case gap == 0 || gap == ' ':
			gap = r
			if unicode.IsSpace(r) {
				gap = ' '
			}
		}
	}
	return b.String()
}

// wordings returns the wording of each leaf of the document, "" for other units.
func wordings(d *parser.Document) []string {
	out := make([]string, len(d.Units()))
	for i, u := range d.Units() {
		if u.Leaf() {
			out[i] = wording(d.Plain(u.Text))
		}
	}
	return out
}

// A word with this many letters that differs from another in one letter, but not in
// the last ones, which inflection changes, is the same word in another spelling.
const spelling, spellingEnd = 8, 3

// respelt reports whether two texts differ in nothing but the spelling of long
// words.
func respelt(old, new string) bool {
	a, b := strings.FieldsFunc(old, notWord), strings.FieldsFunc(new, notWord)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, y := strings.ToLower(a[i]), strings.ToLower(b[i])
		if x == y {
			continue
		}
		if min(utf8.RuneCountInString(x), utf8.RuneCountInString(y)) < spelling || strings.ContainsAny(x+y, "0123456789") {
			return false
		}
		if ending(x) != ending(y) || lang.EditDistance(x, y, 1) != 1 {
			return false
		}
	}
	return true
}

// sign reports whether a rune says something that is no word.
func sign(r rune) bool { return unicode.IsSymbol(r) || strings.ContainsRune("%‰§", r) }

func notWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !sign(r)
}

// ending returns the last letters of a word.
func ending(word string) string {
	r := []rune(word)
	return string(r[len(r)-spellingEnd:])
}

// likeness returns the part of the words of two texts that they share, 0 to 1.
func likeness(a, b string) float64 {
	x, y := strings.FieldsFunc(strings.ToLower(a), notWord), strings.FieldsFunc(strings.ToLower(b), notWord)
	if len(x)+len(y) == 0 {
		return 0
	}
	count := make(map[string]int, len(x))
	for _, w := range x {
		count[w]++
	}
	shared := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(x)+len(y))
}
