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
	case fiEnds(lemma, "sta stä"):
		return []fiType{{66, up}}
	case fiEnds(lemma, "lla llä nna nnä rra rrä"):
		return []fiType{{67, up}}
	case fiEnds(lemma, "ita itä"):
		return fiContracted(st, []fiType{{69, "-"}, {75, up}})
	case fiEnds(lemma, "eta etä"):
		return fiContracted(st, []fiType{{72, up}, {74, up}})
	case fiEnds(lemma, "ata ätä"):
		return fiContracted(st, []fiType{{73, up}})
	case fiEnds(lemma, "ota ötä uta ytä"):
		return fiContracted(st, []fiType{{74, up}, {75, up}})
	case fiEnds(lemma, "aa ää"):
		return fiLongVerbTypes(lemma, b)
	case fiEnds(b, "o ö u y"):
		return []fiType{{52, fiDown(b)}}
	case strings.HasSuffix(b, "tunte"):
		return []fiType{{59, "J"}}
	case strings.HasSuffix(b, "e"):
		return []fiType{{58, fiDown(b)}}
	case strings.HasSuffix(b, "i"):
		return []fiType{{61, fiDown(b)}}
	}
	return nil
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
