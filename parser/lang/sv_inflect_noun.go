package lang

import "strings"

// noun adds the forms of a noun: definite, plural, definite plural, each with the
// genitive. Gender is not known; both articles are generated.
func (w svWord) noun(l string) {
	w.nominal(l)
	w.irregularNoun(l)
	b, last := cutLast(l)
	switch {
	case last == 'a':
		w.nounInA(l, b)
	case last == 'e':
		w.nounInE(l, b)
	case svIsVowel(last):
		w.endings(l, "n", "t", "et", "en", "r", "rna", "ar", "arna", "er", "erna", "na")
	default:
		w.nounInConsonant(l, last)
	}
}

// endings adds the stem with each of the endings.
func (w svWord) endings(stem string, endings ...string) {
	for _, e := range endings {
		w.nominal(stem + e)
	}
}

// irregularNoun adds the plurals with umlaut and the like, also of compounds. Their
// definite form adds -na, -a or -en.
func (w svWord) irregularNoun(l string) {
	if before, entry := svPart(l, svOtherForms, svTwoLetters); entry != "" {
		for _, f := range svOtherForms[entry] {
			w.nominal(before + f)
		}
	}
	before, entry := svPart(l, svPlurals, svTwoLetters)
	if entry == "" {
		return
	}
	for _, f := range svPlurals[entry] {
		f = before + f
		w.nominal(f)
		switch {
		case strings.HasSuffix(f, "er"), strings.HasSuffix(f, "ar"):
			w.nominal(f + "na")
		case strings.HasSuffix(f, "män"):
			w.nominal(f + "nen")
		case strings.HasSuffix(f, "on"), strings.HasSuffix(f, "ss"):
			w.nominal(f + "en")
		case strings.HasSuffix(f, "en"), strings.HasSuffix(f, "an"):
			w.nominal(f + "a")
		}
	}
}

// nounInA adds the forms of the first declension and of the neuters: the Greek ones
// in -ma (tema, schema; not firma, mamma) and öga, öra, hjärta.
func (w svWord) nounInA(l, b string) {
	w.nominal(l + "n")
	w.endings(b, "or", "orna")
	_, before := svLast(b)
	switch {
	case strings.HasSuffix(l, "ia"):
		w.endings(b, "en", "er", "erna")
	case strings.HasSuffix(l, "ma") && before != 'r' && before != 'm' && before != 'l':
		w.endings(l, "t", "na")
		w.endings(b, "er", "erna")
	case strings.HasSuffix(l, "öga"), strings.HasSuffix(l, "öra"), strings.HasSuffix(l, "hjärta"), l == "data":
		w.endings(l, "t", "na")
	}
}

// nounInE adds the forms of nouns in -e: agents in -are, participles, abstracts in
// -else and -ie, and what is either like pojke or like yrke.
func (w svWord) nounInE(l, b string) {
	switch {
	case strings.HasSuffix(l, "are") && svSyllables(l) > 2:
		w.nominal(l+"n", l+"t", b+"n", b+"na")
	case strings.HasSuffix(l, "else"), strings.HasSuffix(l, "ie"), strings.HasSuffix(l, "je"):
		w.endings(l, "n", "t", "r", "rna")
	case strings.HasSuffix(l, "nde") && svSyllables(l) > 2:
		w.endings(l, "n", "t", "na", "r", "rna")
	default:
		w.endings(l, "n", "t", "na")
		w.endings(b, "ar", "arna")
	}
}

// nounInConsonant adds the forms of all other nouns.
func (w svWord) nounInConsonant(l string, last rune) {
	plurals := []string{"ar", "arna", "er", "erna"}
	ends := func(table map[string]bool) bool {
		_, entry := svPart(l, table, svTwoLetters)
		return entry != ""
	}
	switch {
	case strings.HasSuffix(l, "het"):
	case svDiscipline(l), svUmlaut(l), ends(svNoEnding):
		plurals = nil
	case ends(svErEnding):
		plurals = plurals[2:]
	case ends(svArEnding):
		plurals = plurals[:2]
	case svStrongStem(l):
		plurals = plurals[:2]
	}
	for _, s := range svStems(l) {
		w.endings(s, "en", "et")
		w.endings(s, plurals...)
	}
	if _, before := svLast(l); strings.ContainsRune("lrn", last) && strings.ContainsRune("aeo", before) {
		w.endings(l, "n", "na")
		for _, s := range svSyncope(l) {
			w.endings(s, "et", "en", "ar", "arna", "er", "erna")
		}
	}
	if b, ok := strings.CutSuffix(l, "um"); ok && svSyllables(b) > 0 {
		w.endings(b, "et", "en", "er", "erna", "a")
	}
	if b, ok := strings.CutSuffix(l, "amen"); ok {
		w.endings(b, "amina", "aminas")
	}
	if b, ok := strings.CutSuffix(l, "an"); ok && svSyllables(b) > 0 {
		w.endings(b, "ningar", "ningarna")
	}
}

// svDiscipline reports whether a noun in -ik names a field. Those have no plural,
// but a word in -iker for who works in it: politik, politiker.
func svDiscipline(l string) bool {
	for _, s := range []string{"itik", "atik", "etik", "istik"} {
		if strings.HasSuffix(l, s) {
			return true
		}
	}
	return false
}

// svStrongStem reports whether a noun is the bare stem of a strong verb, the present of
// which its plural in -er would be: sätt, sätter.
func svStrongStem(l string) bool {
	before, entry := svPart(l+"a", svStrong, svPrefixed)
	return entry != "" && (before == "" || svVerbPrefixes[before]) && !svStrongNouns[entry[:len(entry)-1]]
}

// svUmlaut reports whether a noun has umlaut in the plural and so no other plural:
// land, länder, not landar.
func svUmlaut(l string) bool {
	f := svPlurals[l]
	return len(f) > 0 && !strings.ContainsAny(l, "äö") && strings.ContainsAny(f[0], "äö")
}
