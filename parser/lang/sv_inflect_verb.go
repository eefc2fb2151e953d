package lang

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// verb adds the finite forms, the supine and the s-forms of a verb, or the s-forms
// of a deponent. Participles are adjectives of their own, and bare imperatives are
// left out: they are nouns as a rule (sätt, håll, slut, tal).
func (w svWord) verb(l string) {
	add := func(f string) { w.add(f, svBare, false) }
	active, s := strings.CutSuffix(l, "s")
	if s && svIsVowel(lastOf(active)) && svSyllables(active) > 0 {
		l, add = active, func(f string) {
			if strings.HasSuffix(f, "s") {
				w.add(f, svBare, false)
			}
		}
	}
	if !svStrongVerb(l, add) {
		svWeakVerb(l, add)
	}
}

func lastOf(s string) rune {
	r, _ := svLast(s)
	return r
}

// svStrongVerb adds the forms of a verb of the table, alone or prefixed. It reports
// whether those are all: what looks like a prefixed one may be a weak verb that is
// derived from it or has nothing to do with it (bevara, befara, förkunna, beta).
func svStrongVerb(l string, add func(string)) bool {
	before, entry := svPart(l, svStrong, svPrefixed)
	if entry == "" {
		return false
	}
	for _, f := range svStrong[entry] {
		add(before + f)
		add(before + f + "s")
	}
	for _, f := range svPresent[entry] {
		add(before + f)
	}
	add(l + "s")
	if b, ok := strings.CutSuffix(l, "a"); ok && svSyllables(entry) > 1 {
		svPresentTense(b, add)
	} else {
		add(l + "r")
	}
	return before == "" && !svWeakToo[entry]
}

// svPrefixed accepts any word before a long stem (kart-lägga, tydlig-göra) and
// the prefixes before a short one (an-se, but not m-äta).
func svPrefixed(before, entry string) bool {
	if len(entry) > 4 && svTwoLetters(before, entry) && svSyllables(before) > 0 || svVerbPrefixes[before] {
		return true
	}
	for i := range before {
		if i > 1 && svVerbPrefixes[before[:i]] && svVerbPrefixes[before[i:]] {
			return true
		}
	}
	return false
}

// svWeakVerb adds the forms of the three weak conjugations that the stem allows.
func svWeakVerb(l string, add func(string)) {
	b, last := cutLast(l)
	if last != 'a' {
		if svIsVowel(last) {
			for _, e := range []string{"r", "dde", "tt", "s", "ddes", "tts"} {
				add(l + e)
			}
		}
		return
	}
	for _, e := range []string{"r", "de", "t", "s", "des", "ts"} {
		add(l + e)
	}
	if !svSecond(b) {
		return
	}
	svPresentTense(b, add)
	if strings.HasSuffix(b, "mm") || strings.HasSuffix(b, "nn") {
		b = b[:len(b)-1]
	}
	for _, f := range svPast(b) {
		add(f)
		add(f + "s")
	}
}

// svPresentTense adds the present of a consonant stem, which after r is the bare
// stem: köper, köps, läses; hör, hörs.
func svPresentTense(b string, add func(string)) {
	add(b + "er")
	add(b + "es")
	if !strings.HasSuffix(b, "s") {
		add(b + "s")
	}
	if strings.HasSuffix(b, "r") || strings.HasSuffix(b, "stjäl") || svBareStem[b] {
		add(b)
	}
}

// svPast returns past and supine of the second conjugation: köpte, byggde, mötte,
// lyfte, ledde, sände.
func svPast(b string) []string {
	h, last := cutLast(b)
	_, before := svLast(b)
	switch {
	case last == 't' && !svIsVowel(before):
		return []string{b + "e", b}
	case strings.ContainsRune("kpstxf", last):
		return []string{b + "te", b + "t"}
	case last == 'd' && svIsVowel(before):
		return []string{b + "de", h + "tt"}
	case last == 'd':
		return []string{b + "e", h + "t"}
	case last == 'n':
		return []string{b + "de", b + "te", b + "t"}
	}
	return []string{b + "de", b + "t"}
}

// svSecond reports whether a stem may be of the second conjugation. Its verbs are
// old ones with i-umlaut and so a front vowel, or one of a few others; new verbs
// and those with a derivational suffix are of the first. Without that, former were
// a form of forma and tester of testa.
func svSecond(b string) bool {
	if _, entry := svPart(b, svSecondStems, svPrefixed); entry != "" {
		return true
	}
	i := strings.LastIndexAny(b, svVowels)
	if i < 0 {
		return false
	}
	vowel, _ := utf8.DecodeRuneInString(b[i:])
	if !strings.ContainsRune("eiyäö", vowel) || slices.Contains(svFirstEnds, b[i:]) {
		return false
	}
	last, before := svLast(b)
	switch {
	case svIsVowel(before):
		return true
	case strings.ContainsRune("lrn", last):
		return last == before
	case last == 't':
		return false
	case strings.HasSuffix(b, "sk"), strings.HasSuffix(b, "ns"):
		return false
	}
	return true
}

// svVerbShape reports whether a word in -a is a verb and hardly a noun: a strong
// one, or a prefixed one in -la, -na, -ra after another consonant (uppfostra,
// förhandla), from which nouns in -an are made.
func svVerbShape(l string) bool {
	if before, entry := svPart(l, svStrong, svPrefixed); entry != "" && (before == "" || svVerbPrefixes[before]) {
		return !svNounToo[entry]
	}
	b, _ := cutLast(l)
	last, before := svLast(b)
	if !strings.ContainsRune("lnr", last) || svIsVowel(before) || before == last || before == 'r' {
		return false
	}
	for _, table := range []map[string]bool{svBound, svParticles} {
		for p := range table {
			if rest, ok := strings.CutPrefix(b, p); ok && len(p) > 1 && svSyllables(rest) > 0 {
				return true
			}
		}
	}
	return false
}

// svShortVerb reports whether a word in another vowel may be a verb: of one
// syllable, alone or after a prefix (bo, uppnå, bero), in -e one of a few.
func svShortVerb(l string) bool {
	_, entry := svPart(l, svStrong, svPrefixed)
	switch {
	case entry != "":
		return true
	case strings.HasSuffix(l, "e"):
		return strings.HasSuffix(l, "ske") && svSyllables(l) == 1
	case svSyllables(l) == 1:
		return true
	}
	for p := range svVerbPrefixes {
		if rest, ok := strings.CutPrefix(l, p); ok && svSyllables(rest) == 1 && len(rest) > 1 {
			return true
		}
	}
	return false
}
