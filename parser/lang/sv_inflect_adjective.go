package lang

import "strings"

// adjective adds neuter, plural, definite and masculine form and the comparison.
func (w svWord) adjective(l string) {
	w.irregularAdjective(l)
	b, last := cutLast(l)
	if last == 'a' || last == 'e' {
		return
	}
	if svIsVowel(last) {
		w.inflected(l, "tt", "a", "e", "are", "ast", "aste")
		return
	}
	if strings.HasSuffix(l, "ad") && svSyllables(l) > 1 {
		w.inflected(b, "t", "de", "t")
		return
	}
	stems := []string{l}
	if last == 'm' || strings.HasSuffix(l, "män") {
		stems = svStems(l)
	}
	for _, s := range stems {
		w.inflected(s, "a", "e", "are", "ast", "aste", "st", "ste")
	}
	for _, s := range svSyncope(l) {
		w.inflected(s, "a", "e", "are", "ast", "aste")
	}
	w.neuter(l, b, last)
}

// neuter adds the form in -t: rött, ont, trött, vitt, tunt, skrivet.
func (w svWord) neuter(l, b string, last rune) {
	_, before := svLast(l)
	switch {
	case last == 'd' && before == 'd':
		w.inflected(strings.TrimSuffix(l, "dd"), "tt")
	case last == 'd' && svIsVowel(before):
		w.inflected(b, "tt")
	case last == 'd':
		w.inflected(b, "t")
	case last == 't' && !svIsVowel(before):
	case strings.HasSuffix(l, "en") && svSyllables(l) > 1, strings.HasSuffix(l, "nn"):
		w.inflected(b, "t")
	default:
		w.inflected(l, "t")
	}
}

// inflected adds the stem with the endings. Only the weak forms, which stand for
// nouns as well, have a genitive (de ungas).
func (w svWord) inflected(stem string, endings ...string) {
	for _, e := range endings {
		set := svBare
		if strings.HasSuffix(e, "a") || strings.HasSuffix(e, "e") {
			set = svGenitive
		}
		w.add(stem+e, set, w.heads)
	}
}

// irregularAdjective adds what the table lists, also for compounds with a longer
// entry (jättestor, allsmäktig).
func (w svWord) irregularAdjective(l string) {
	before, entry := svPart(l, svComparison, func(before, entry string) bool {
		return svTwoLetters(before, entry) && (entry == "stor" || entry == "hög" || entry == "låg" || entry == "lång" || entry == "god")
	})
	for _, f := range svComparison[entry] {
		w.inflected(before+f, "")
		if strings.HasSuffix(f, "st") {
			w.inflected(before+f, "a", "e")
		}
	}
	if l == "annan" || l == "god" || l == "liten" || l == "gammal" {
		for _, f := range svComparison[l] {
			if strings.HasSuffix(f, "a") || strings.HasSuffix(f, "e") {
				w.nominal(f)
			}
		}
	}
}

// svAdjectiveShape reports whether a word may be an adjective, and whether it is
// hardly anything else. Few adjectives are without a suffix; they are a list.
// Nouns must not have their forms: *vårda, *hjälpa and *testa are verbs.
func svAdjectiveShape(l string) (may, only bool) {
	fits := func(before, _ string) bool {
		return before == "o" || before == "i" || svTwoLetters(before, "") && svSyllables(before) > 0
	}
	if strings.HasSuffix(l, "het") && svSyllables(l) > 1 {
		return false, false
	}
	if before, entry := svPart(l, svAdjectives, fits); entry != "" {
		return true, before == "" || before == "o"
	}
	if _, entry := svPart(l, svAdjectivesToo, fits); entry != "" {
		return true, false
	}
	if _, ok := svComparison[l]; ok {
		return true, false
	}
	if svSyllables(l) < 2 {
		return false, false
	}
	if strings.HasSuffix(l, "ig") && !strings.HasSuffix(l, "krig") {
		return true, true
	}
	for _, s := range svAdjectiveSuffixes {
		if strings.HasSuffix(l, s) {
			return true, false
		}
	}
	return false, false
}
