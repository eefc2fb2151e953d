package lang

import (
	"strings"
	"unicode/utf8"
)

// sameTail is the number of letters from which two lemmas that end in them are inflected
// alike: the last part of a compound, or a suffix with the syllable before it.
const sameTail = 4

// InflectAlike returns the form of the lemma to, one word in lower case, that form is of
// the lemma from, if that is certain: the lemmas end alike, with the same vowel harmony
// in Finnish, and the rules of the language give both forms.
func (l *Lang) InflectAlike(from, to, form string) (string, bool) {
	if form == from {
		return to, true
	}
	n := 0 // bytes that both end in
	letters := 0
	for n < min(len(from), len(to)) {
		r, size := utf8.DecodeLastRuneInString(from[:len(from)-n])
		if s, _ := utf8.DecodeLastRuneInString(to[:len(to)-n]); s != r {
			break
		}
		n += size
		letters++
	}
	rest, ok := strings.CutPrefix(form, from[:len(from)-n])
	if !ok || letters < sameTail || l == FI && backVowels(from) != backVowels(to) {
		return "", false
	}
	out := to[:len(to)-n] + rest
	return out, l.isForm(from, form) && l.isForm(to, out)
}

// isForm reports whether the word is a form of the lemma itself.
func (l *Lang) isForm(lemma, word string) bool {
	m := NewTermMatcher(l, []Term{{Lemma: lemma}})
	if m == nil {
		return false
	}
	for _, t := range m.Match(word, nil) {
		if t.Kind == WordMatch {
			return true
		}
	}
	return false
}

// backVowels reports whether a Finnish word takes endings with a, o and u.
func backVowels(word string) bool {
	i := strings.LastIndexAny(word, "aouäöy")
	return i >= 0 && strings.IndexByte("aou", word[i]) >= 0
}
