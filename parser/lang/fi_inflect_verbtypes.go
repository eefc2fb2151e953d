package lang

import (
	"strings"
	"unicode/utf8"
)

// fiVerbTypes returns all types that a verb may be of by its ending.
func fiVerbTypes(lemma string) []fiType {
	if !fiEnds(lemma, "a ä") || utf8.RuneCountInString(lemma) < 4 {
		return nil
	}
	b, st := fiCut(lemma, 1), fiCut(lemma, 2)
	up := fiUp(st, true)
	switch {
	case fiEnds(lemma, "oida öidä"):
		return []fiType{{62, "-"}, {68, "-"}}
	case fiEnds(lemma, "uoda yödä iedä"):
		return []fiType{{64, "-"}}
	case strings.HasSuffix(lemma, "käydä"):
		return []fiType{{65, "-"}}
	case fiEnds(lemma, "da dä") && fiVowelPair(st):
		if fiLast(st) == fiLast(fiCut(st, 1)) {
			return []fiType{{63, "-"}}
		}
		return []fiType{{62, "-"}}
	case fiEnds(lemma, "hda hdä"):
		return []fiType{{71, "-"}}
	case fiEnds(lemma, "juosta piestä syöstä"):
		return []fiType{{70, "-"}}
	case fiEnds(lemma, "ista istä"), fiEnds(lemma, "sta stä") && fiShortVerb(lemma):
		return []fiType{{66, up}}
	case fiEnds(lemma, "lla llä"), fiEnds(lemma, "nna nnä rra rrä") && fiShortVerb(lemma):
		return []fiType{{67, up}}
	case fiEnds(lemma, "ita itä"):
		return fiContracted(st, []fiType{{69, "-"}, {75, up}})
	case fiEnds(lemma, "eta etä"):
		return fiContracted(st, []fiType{{72, up}, {74, up}})
	case fiEnds(lemma, "ata ätä"):
		return fiContracted(st, []fiType{{73, up}})
	case fiEnds(lemma, "nota nötä"): // huonota
		return fiContracted(st, []fiType{{72, up}, {74, up}, {75, up}})
	case fiEnds(lemma, "ota ötä uta ytä"):
		return fiContracted(st, []fiType{{74, up}, {75, up}})
	case fiEnds(lemma, "aa ää"):
		return fiLongVerbTypes(lemma, b)
	case fiEnds(b, "o ö u y"):
		return []fiType{{52, fiDown(b)}}
	case strings.HasSuffix(b, "tunte"):
		return []fiType{{59, "J"}}
	case strings.HasSuffix(b, "e"):
		if fiShortVerb(lemma) {
			return []fiType{{58, fiDown(b)}}
		}
		return nil
	case strings.HasSuffix(b, "i"):
		return []fiType{{61, fiDown(b)}}
	}
	return nil
}

// fiShortVerbs are the verbs of two and three syllables in -ea, -eä, -nna, -nnä, -rra,
// -rrä, -sta and -stä, closed classes: other words of these shapes are no verbs
// (korkea, perusta), unless they end in -ista or -istä.
var fiShortVerbs = set(`
	hakea hokea kaitsea kokea koskea kulkea kutea laskea lukea polkea potea pukea puskea sotkea sulkea tukea tunkea
	tuntea imeä iskeä itkeä kitkeä kyteä kylpeä kytkeä käskeä kätkeä lähteä nylkeä päteä rypeä sylkeä särkeä
	panna mennä purra surra pierrä haista juosta kusta nousta pestä päästä piestä seistä syöstä`)

// fiShortVerb reports whether the lemma is one of the short verbs, perhaps with
// another word before it. pimeä is none, though it ends in imeä.
func fiShortVerb(lemma string) bool {
	for i := range lemma {
		if fiShortVerbs[lemma[i:]] && (i == 0 || utf8.RuneCountInString(lemma[:i]) > 2) {
			return true
		}
	}
	return false
}

// fiVowelPair reports whether the stem ends in two vowels.
func fiVowelPair(stem string) bool {
	return fiCluster(stem) == "" && fiCluster(fiCut(stem, 1)) == ""
}

// fiContracted returns the types unless the stem is one short syllable: data and
// meta are nouns.
func fiContracted(stem string, types []fiType) []fiType {
	if fiNuclei(stem) == 1 && !fiVowelPair(stem) {
		return nil
	}
	return types
}

// fiLongVerbTypes returns the types of verbs in -aa and -ää with the stem.
func fiLongVerbTypes(lemma, stem string) []fiType {
	g := fiDown(stem)
	first := strings.IndexFunc(lemma, fiVowel)
	// kaivaa: two syllables, an a in the first: kaivoi
	round := fiNuclei(lemma) == 2 && lemma[first] == 'a' && !strings.ContainsAny(lemma[first:], "ou")
	switch hard := fiEnds(stem, "ta tä") && !fiEnds(stem, "sta stä tta ttä"); {
	case hard && round:
		return []fiType{{54, g}, {53, g}, {56, g}, {57, g}}
	case hard:
		return []fiType{{54, g}, {53, g}}
	case round:
		return []fiType{{56, g}}
	}
	return []fiType{{53, g}}
}
