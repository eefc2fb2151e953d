package lang

import (
	"slices"
	"strings"
)

// Stem returns what the forms of a noun have in common, roughly: the word, in lower
// case, without the endings that it seems to have. Forms of one word may have
// different stems now and then, and two words the same; it serves to count words
// in many texts, while [TermMatcher] tells what a word is. A language whose words
// it does not know it leaves as they are.
func (l *Lang) Stem(word string) string {
	switch l {
	case FI:
		return fiStem(word)
	case SV:
		return svStem(word)
	}
	return word
}

// NounForm reports whether the word has, after its stem, an ending that few words
// but nouns have.
func (l *Lang) NounForm(word, stem string) bool {
	ending, ok := strings.CutPrefix(word, stem)
	switch {
	case !ok:
		return false
	case l == SV:
		return slices.Contains(svNounEndings, ending)
	}
	return strings.HasSuffix(ending, "n") || strings.HasSuffix(ending, "a") || strings.HasSuffix(ending, "ä")
}

// Adjective reports whether the stem looks like that of an adjective or participle.
func (l *Lang) Adjective(stem string) bool {
	return l == SV && svAdjectiveEnds.end(stem) != ""
}

// Ending reports whether what follows the beginning that two stems share is no word
// but an ending.
func (l *Lang) Ending(rest string) bool {
	return len(rest) <= 1 || l == SV && slices.Contains(svDerivations, rest)
}

// Action reports whether the stem is that of a verb's name: oppiminen.
func (l *Lang) Action(stem string) bool { return l == FI && strings.HasSuffix(stem, "mis") }

// Prefix returns the length in bytes of a prefix at the beginning of the word that makes
// other words of many, 0 if it has none.
func (l *Lang) Prefix(word string) int {
	if l == SV {
		for _, p := range svStemPrefixes {
			if strings.HasPrefix(word, p) {
				return len(p)
			}
		}
	}
	return 0
}

// shortestRest is the number of bytes that are left of a word at least.
const shortestRest = 3

// wordEnds are ends of words by their last byte.
type wordEnds [256][]string

// newWordEnds reads the ends, the longest of two that fit first.
func newWordEnds(ends string) *wordEnds {
	e := new(wordEnds)
	for s := range strings.FieldsSeq(ends) {
		last := s[len(s)-1]
		e[last] = append(e[last], s)
	}
	return e
}

// end returns the first of the ends that the word has and that leaves enough of it.
func (e *wordEnds) end(word string) string {
	if word == "" {
		return ""
	}
	for _, s := range e[word[len(word)-1]] {
		if len(word)-len(s) >= shortestRest && strings.HasSuffix(word, s) {
			return s
		}
	}
	return ""
}

// cut returns the word without its end.
func (e *wordEnds) cut(word string) string { return word[:len(word)-len(e.end(word))] }
