package lang

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// svInflection makes the forms of Swedish words from their dictionary forms. There
// is no word list behind it: the shape of the lemma tells which paradigms it may
// follow, and all of these are generated, since a form that does not exist harms
// nobody as long as it is no other word either. Hence the rules are strict only
// where paradigms collide (vård, vårda; form, former; enkel, nyckel). What grammars
// list too is in the tables of sv_inflect_tables.go.
var svInflection = inflection{
	inflect: svInflect,
	endings: map[string]uint64{
		"":      1<<svBare | 1<<svGenitive,
		"s":     1 << svGenitive,
		":s":    1 << svColon,
		":n":    1 << svColon,
		":t":    1 << svColon,
		":en":   1 << svColon,
		":et":   1 << svColon,
		":ns":   1 << svColon,
		":ar":   1 << svColon,
		":er":   1 << svColon,
		":ens":  1 << svColon,
		":ets":  1 << svColon,
		":arna": 1 << svColon,
		":erna": 1 << svColon,
	},
	longest: len(":arna"),
	first:   svFirst,
	border:  svBorder,
	stop:    svStopOwners(svStop, svOwned),
}

// The sets of endings.
const (
	svBare     uint8 = iota // the form as it is
	svGenitive              // with and without -s
	svColon                 // EU:s, pdf:en
)

const svVowels = "aeiouyåäöé"

// svWord collects the forms of one lemma.
type svWord struct {
	add   func(stem string, set uint8, heads bool)
	heads bool // the lemma is long enough to be the last part of compounds
}

// nominal adds forms that take a genitive -s unless they end in a sibilant.
func (w svWord) nominal(forms ...string) {
	for _, f := range forms {
		if strings.HasSuffix(f, "s") || strings.HasSuffix(f, "x") || strings.HasSuffix(f, "z") {
			w.add(f, svBare, w.heads)
		} else {
			w.add(f, svGenitive, w.heads)
		}
	}
}

// svInflect adds the forms of a lemma, unless it is longer than words are.
func svInflect(lemma string, pos POS, add func(stem string, set uint8, heads bool)) {
	if lemma == "" || len(lemma) > longestWord/2 {
		return
	}
	w := svWord{add, utf8.RuneCountInString(lemma) >= 3}
	if pos != Verb && pos != Adjective {
		add(lemma, svColon, w.heads)
	}
	noun, adjective, verb := svReadings(lemma, pos)
	if noun {
		w.noun(lemma)
	}
	if adjective {
		w.adjective(lemma)
	}
	if verb {
		w.verb(lemma)
	}
	if pos == Name {
		w.nominal(lemma)
	}
}

// svReadings returns the parts of speech that a lemma is inflected as: the given
// one, or those that its shape allows.
func svReadings(l string, pos POS) (noun, adjective, verb bool) {
	if pos != AnyPOS {
		return pos == Noun, pos == Adjective, pos == Verb
	}
	adjective, only := svAdjectiveShape(l)
	switch last, _ := svLast(l); {
	case only:
		return false, true, false
	case svNounFirst[l]:
		return true, adjective, false
	case last == 'a':
		return !svVerbShape(l), adjective, true
	case strings.ContainsRune(svVowels, last):
		return true, adjective, svShortVerb(l)
	}
	return true, adjective, strings.HasSuffix(l, "as") && svSyllables(l) > 1 || strings.HasSuffix(l, "ås")
}

// svFirst returns the forms in which a noun begins compounds: as it is or with -s
// (konsumentskydd, arbetsgivare), without the final vowel or with another one
// (skolbok, kyrkoråd, gatukök), and the old and Latin stems.
func svFirst(l string, pos POS) []string {
	if len(l) > longestWord/2 {
		return nil
	}
	if noun, _, _ := svReadings(l, pos); !noun && pos != Name {
		return nil
	}
	out := []string{l}
	add := func(f string) {
		if utf8.RuneCountInString(f) >= 3 {
			out = append(out, f)
		}
	}
	if !strings.HasSuffix(l, "s") {
		add(l + "s")
	}
	switch b, _ := cutLast(l); {
	case strings.HasSuffix(l, "a"):
		for _, x := range []string{"", "u", "o", "e"} {
			add(b + x)
		}
	case strings.HasSuffix(l, "are"):
		add(b)
	case strings.HasSuffix(l, "e"):
		add(b)
		add(b + "s")
		if strings.HasSuffix(b, "mm") || strings.HasSuffix(b, "nn") {
			add(b[:len(b)-1])
		}
	case strings.HasSuffix(l, "ium"):
		add(strings.TrimSuffix(l, "um") + "e")
	case strings.HasSuffix(l, "eum"):
		add(strings.TrimSuffix(l, "um") + "i")
	case strings.HasSuffix(l, "an") && svSyllables(l) > 1:
		add(strings.TrimSuffix(l, "an") + "nings")
	case strings.HasSuffix(l, "nst"), strings.HasSuffix(l, "lj"):
		add(l + "e")
	}
	return out
}

// svBorder wants two letters with a vowel before the border and three after it,
// no suffix there that is a word as well, and no prefix with an -s, which never
// links one (förslag is not förs-lag).
func svBorder(word []byte, i int) (ok, derives bool) {
	first, last := word[:i], word[i:]
	n := utf8.RuneCount(last)
	switch {
	case n < 3:
		return false, false
	case first[i-1] == '-':
		return true, false
	case string(first) == "o":
		return n > 3, true
	case utf8.RuneCount(first) < 2, !bytes.ContainsAny(first, svVowels), svSuffixHeads[string(last)], around(word, i, 0, svWholes):
		return false, false
	}
	if s := first[:i-1]; first[i-1] == 's' && !svBound[string(first)] {
		if svBound[string(s)] || svParticles[string(s)] || bytes.HasSuffix(s, []byte("för")) || bytes.HasSuffix(s, []byte("upp")) {
			return false, false
		}
	}
	return true, svDerives(first, last)
}

// svDerives reports whether what precedes the last part makes another word of it:
// a bound prefix always, also after another prefix (återförsäljare), a particle
// only before a noun that a verb underlies (undervisning, not underrubrik).
func svDerives(first, last []byte) bool {
	if svBound[string(first)] {
		return true
	}
	if !svParticles[string(first)] {
		for j := 1; j < len(first); j++ {
			if svBound[string(first[j:])] && (svBound[string(first[:j])] || svParticles[string(first[:j])]) {
				return true
			}
		}
		return false
	}
	for _, s := range svVerbal {
		if bytes.Contains(last, s) {
			return true
		}
	}
	return false
}

// svLast returns the last two letters, in reverse.
func svLast(s string) (last, before rune) {
	last, n := utf8.DecodeLastRuneInString(s)
	before, _ = utf8.DecodeLastRuneInString(s[:len(s)-n])
	return last, before
}

// cutLast cuts the last letter off.
func cutLast(s string) (string, rune) {
	r, n := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-n], r
}

func svIsVowel(r rune) bool { return strings.ContainsRune(svVowels, r) }

// svSyllables counts the vowels of a word.
func svSyllables(s string) int {
	n := 0
	for _, r := range s {
		if svIsVowel(r) {
			n++
		}
	}
	return n
}

// svStems returns the stem as it is and with the doubled m or n that a short vowel
// brings about before an ending: program-met, vän-ner, allmän-na.
func svStems(l string) []string {
	b, r := cutLast(l)
	if r != 'm' && r != 'n' {
		return []string{l}
	}
	if last, before := svLast(b); !svIsVowel(last) || svIsVowel(before) {
		return []string{l}
	}
	return []string{l, l + string(r)}
}

// svSyncope returns the stems of a word in unstressed -el, -en, -er without that
// vowel: nyckel, nyckl-; vacker, vackr-; himmel, himl-.
func svSyncope(l string) []string {
	b, c := cutLast(l)
	h, v := cutLast(b)
	last, before := svLast(h)
	if v != 'e' || c != 'l' && c != 'n' && c != 'r' || svIsVowel(last) || svSyllables(h) == 0 {
		return nil
	}
	out := []string{h + string(c)}
	if last == before {
		h, _ = cutLast(h)
		out = append(out, h+string(c))
	}
	return out
}

// svPart returns the longest entry of the table that the word is or ends in, with
// what is before it.
func svPart[V any](l string, table map[string]V, fits func(before, entry string) bool) (before, entry string) {
	for i := range l {
		if _, ok := table[l[i:]]; ok && (i == 0 || fits(l[:i], l[i:])) {
			return l[:i], l[i:]
		}
	}
	return "", ""
}

// svTwoLetters is what any first part of a compound fulfils.
func svTwoLetters(before, _ string) bool { return utf8.RuneCountInString(before) > 1 }
