package parser

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Words yields the words of the span, in order: what holds a letter, a digit or
// a section sign. Punctuation is no word, but belongs to one in "Etelä-Suomi",
// "kuluttajan-", "-askeleella", "vaa'an", "t.ex", "§:n", "EU:n", "12.30" and
// "12 345".
func (d *Document) Words(s Span) iter.Seq[Span] {
	if len(d.marksIn(s)) > 0 {
		return d.plainly(s, (*Document).Words)
	}
	return func(yield func(Span) bool) {
		text := d.Src[:s.End]
		w := Span{s.Start, s.Start} // the word so far, empty when there is none
		for it := words.FromString(text[s.Start:]); it.Next(); {
			t := Span{s.Start + it.Start(), s.Start + it.End()}
			switch {
			case !isWord(text[t.Start:t.End]):
			case w.Empty():
				w = withHyphen(text, s.Start, t)
			case joined(text, w, t):
				w.End = t.End
			default:
				w = suspended(text, w)
				if !yield(w) {
					return
				}
				w = withHyphen(text, w.End, t)
			}
		}
		if !w.Empty() {
			yield(suspended(text, w))
		}
	}
}

// isWord reports whether a token of the Unicode word rules is a word.
func isWord(token string) bool {
	if c := token[0] | 0x20; 'a' <= c && c <= 'z' {
		return true
	}
	for _, r := range token {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '§' {
			return true
		}
	}
	return false
}

// hyphens are those that may stand within a word.
const hyphens = "-\u2010\u2011"

// joined reports whether t goes on the word w.
func joined(text string, w, t Span) bool {
	gap := text[w.End:t.Start]
	if gap == "" || len(gap) > utf8.UTFMax {
		return false
	}
	r, size := utf8.DecodeRuneInString(gap)
	if size < len(gap) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text[:w.End])
	switch r {
	case ':': // between letters the Unicode rules have joined it already
		return unicode.IsDigit(last) || last == '§'
	case ' ', '\u00A0', '\u2009', '\u202F':
		return thousands(text[w.Start:w.End], text[t.Start:t.End])
	}
	return strings.ContainsRune(hyphens, r)
}

// thousands reports whether next is a further group of three digits of the
// number.
func thousands(number, next string) bool {
	if n := strings.IndexFunc(next, notDigit); n >= 0 && n != 3 || n < 0 && len(next) != 3 {
		return false
	}
	first := strings.IndexFunc(number, notDigit)
	if first < 0 {
		return len(number) <= 3
	}
	r, _ := utf8.DecodeRuneInString(number[first:])
	return first > 0 && first <= 3 && unicode.IsSpace(r) && !strings.ContainsAny(number, ",.")
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// suspended returns w with the hyphen that stands for the rest of a compound:
// "muutos- ja".
func suspended(text string, w Span) Span {
	r, size := utf8.DecodeRuneInString(text[w.End:])
	if size == 0 || !strings.ContainsRune(hyphens, r) {
		return w
	}
	if next := text[w.End+size:]; next != "" && (next[0] == '-' || next[0] == '>') {
		return w
	}
	return Span{w.Start, w.End + size}
}

// withHyphen returns t with the hyphen before it that stands for the beginning
// of a compound, as in "Jätän työn -askeleella". The word before ends at min.
func withHyphen(text string, min int, t Span) Span {
	r, size := utf8.DecodeLastRuneInString(text[min:t.Start])
	if size == 0 || !strings.ContainsRune(hyphens, r) {
		return t
	}
	before, n := utf8.DecodeLastRuneInString(text[min : t.Start-size])
	first, _ := utf8.DecodeRuneInString(text[t.Start:])
	if n > 0 && !isBlank(before) && !strings.ContainsRune(openers+"/", before) || !unicode.IsLetter(first) {
		return t
	}
	return Span{t.Start - size, t.End}
}
