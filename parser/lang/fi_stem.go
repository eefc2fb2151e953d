package lang

import (
	"strings"
	"unicode/utf8"
)

var (
	fiStemClitics     = newWordEnds(`kaan kään kin`)
	fiStemPossessives = newWordEnds(`nsa nsä mme nne`)
	fiStemCases       = newWordEnds(`issa issä ista istä illa illä ilta iltä ille iksi itta ittä ssa ssä sta stä lla llä lta ltä lle ksi
tta ttä iden itten siin jen ien ihin ehin ahan ähän ohon öhön uhun yhyn en in an än on ön un yn na nä ta tä ja jä ia iä n t a ä`)
	fiStemPartitives = newWordEnds(`mista mistä usta ystä uutta yyttä`) // of osaaminen, opetus, laajuus
	fiStemIllatives  = newWordEnds(`aaseen ääseen eeseen`)
	fiStemGrades     = newWordEnds(`uuks yyks uus yys uud yyd uut yyt ks nt nn nd mp mm lt ll rt rr nk ng ht hd kk pp tt d v`)
)

// fiStemGrade is what the consonants at the end of a stem, which change in its
// forms, are written as.
var fiStemGrade = map[string]string{
	"uuks": "uu", "yyks": "yy", "uus": "uu", "yys": "yy", "uud": "uu", "yyd": "yy", "uut": "uu", "yyt": "yy",
	"ks": "s", "nt": "n", "nn": "n", "nd": "n", "nk": "n", "ng": "n", "mp": "m", "mm": "m", "lt": "l", "ll": "l",
	"rt": "r", "rr": "r", "ht": "h", "hd": "h", "kk": "k", "pp": "p", "tt": "t", "d": "t", "v": "p",
}

func fiStem(word string) string {
	w := fiStemPossessives.cut(fiStemClitics.cut(word))
	if s, ok := strings.CutSuffix(w, "nen"); ok && len(s) >= shortestRest {
		return s + "s"
	}
	switch end := fiStemPartitives.end(w); {
	case end != "":
		w = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(w, "a"), "ä"), "t")
	case fiStemIllatives.end(w) != "":
		w = w[:len(w)-len("seen")]
	default:
		w = fiStemCases.cut(w)
	}
	if strings.HasSuffix(w, "uu") || strings.HasSuffix(w, "yy") {
		return w // laajuutta
	}
	w = fiTrimVowels(w)
	if end := fiStemGrades.end(w); end != "" {
		return w[:len(w)-len(end)] + fiStemGrade[end]
	}
	return w
}

// fiTrimVowels cuts the plural's i or j and the vowel at the end of the word.
func fiTrimVowels(w string) string {
	vowel := func(set string) (string, bool) {
		r, n := utf8.DecodeLastRuneInString(w)
		return w[:max(0, len(w)-n)], len(w) > shortestRest && strings.ContainsRune(set, r)
	}
	last, _ := utf8.DecodeLastRuneInString(w)
	if s, ok := vowel("ij"); ok {
		w = s
	} else if s, ok := vowel("aeouyäö"); ok && strings.HasSuffix(s, string(last)) {
		w = s
	}
	if s, ok := vowel("aeouyäö"); ok {
		w = s
	}
	return w
}
