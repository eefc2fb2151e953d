package lang

import (
	"strings"
	"unicode/utf8"
)

// fiCut returns the word without its last n letters.
func fiCut(s string, n int) string {
	for ; n > 0 && s != ""; n-- {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}

// fiLast returns the last letter of the word, "" of none.
func fiLast(s string) string { return s[len(fiCut(s, 1)):] }

// fiVowel reports whether the letter is a vowel.
func fiVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'å', 'é':
		return true
	}
	return false
}

// fiEnds reports whether the word ends in one of the white-space separated
// endings.
func fiEnds(s, endings string) bool {
	for e := range strings.FieldsSeq(endings) {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// fiSyllables counts syllables: one for every vowel or pair of vowels.
func fiSyllables(s string) int {
	n, open := 0, false
	for _, r := range s {
		switch {
		case !fiVowel(r):
			open = false
		case open:
			open = false // the second of a pair
		default:
			n++
			open = true
		}
	}
	return n
}

// fiNuclei counts runs of vowels.
func fiNuclei(s string) int {
	n, in := 0, false
	for _, r := range s {
		v := fiVowel(r)
		if v && !in {
			n++
		}
		in = v
	}
	return n
}

// fiSplit cuts the word around its last run of vowels.
func fiSplit(s string) (head, vowels, tail string) {
	end := len(s)
	for end > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		if fiVowel(r) {
			break
		}
		end -= size
	}
	start := end
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !fiVowel(r) {
			break
		}
		start -= size
	}
	return s[:start], s[start:end], s[end:]
}

// fiCluster returns the consonants at the end.
func fiCluster(s string) string {
	_, _, tail := fiSplit(s)
	return tail
}

// fiGrades names consonant gradations by the letters of the Kotus word list; the
// strong grade, then the weak one.
var fiGrades = [...][2]string{
	0: {"kk", "k"}, 'B' - 'A': {"pp", "p"}, 'C' - 'A': {"tt", "t"},
	'D' - 'A': {"k", ""}, 'E' - 'A': {"p", "v"}, 'F' - 'A': {"t", "d"},
	'G' - 'A': {"nk", "ng"}, 'H' - 'A': {"mp", "mm"}, 'I' - 'A': {"lt", "ll"},
	'J' - 'A': {"nt", "nn"}, 'K' - 'A': {"rt", "rr"}, 'L' - 'A': {"k", "j"},
	'M' - 'A': {"k", "v"},
}

// fiNone is the gradation of words without any.
const fiNone = '-'

// fiWeaken returns the weak grade of a strong stem that ends in vowels.
func fiWeaken(stem string, g byte) string {
	if g == fiNone {
		return stem
	}
	head, vowels, tail := fiSplit(stem)
	if h, ok := strings.CutSuffix(head, fiGrades[g-'A'][0]); ok && tail == "" {
		return h + fiGrades[g-'A'][1] + vowels
	}
	return stem
}

// fiStrengthen returns the strong grade of a weak stem, which may end in a
// consonant: suhde, suhte; asiakas, asiakkas; koe, koke; hidas, hitas.
func fiStrengthen(stem string, g byte) string {
	if g == fiNone {
		return stem
	}
	head, vowels, tail := fiSplit(stem)
	strong, weak := fiGrades[g-'A'][0], fiGrades[g-'A'][1]
	if weak == "" { // the k that is not there was before the last vowel
		rest := fiCut(vowels, 1)
		return head + rest + strong + vowels[len(rest):] + tail
	}
	if h, ok := strings.CutSuffix(head, weak); ok {
		return h + strong + vowels + tail
	}
	return stem
}

// fiDown returns the gradations that a stem in the strong grade may have.
func fiDown(stem string) string {
	head, vowels, _ := fiSplit(stem)
	if vowels == "" {
		return "-"
	}
	c := fiCluster(head)
	switch {
	case strings.HasSuffix(c, "kk"):
		return "A"
	case strings.HasSuffix(c, "pp"):
		return "B"
	case strings.HasSuffix(c, "tt"):
		return "C"
	case strings.HasSuffix(c, "nk"):
		return "G"
	case strings.HasSuffix(c, "mp"):
		return "H"
	case strings.HasSuffix(c, "lt"):
		return "I"
	case strings.HasSuffix(c, "nt"):
		return "J"
	case strings.HasSuffix(c, "rt"):
		return "K"
	case c == "t" || c == "ht":
		return "F-"
	case c == "p" || c == "lp" || c == "rp":
		return "E-"
	case c == "k" && fiEnds(stem, "uku yky"):
		return "M-" // luku, puku, suku, kyky
	case (c == "lk" || c == "rk" || c == "hk") && fiEnds(stem, "i e"):
		return "DL-"
	case c == "k" || c == "lk" || c == "rk" || c == "hk":
		return "D-"
	}
	return "-"
}

// fiUp returns the gradations that a stem in the weak grade may have. The k that
// is not there is looked for between two vowels (koe, taata) and, in verbs and in
// words that end in a consonant, after h, l and r too (varas, pelätä).
func fiUp(stem string, verb bool) string {
	head, vowels, tail := fiSplit(stem)
	c := fiCluster(head)
	pair := ""
	if utf8.RuneCountInString(vowels) >= 2 && head != "" && (verb && tail == "" || fiEnds(vowels, "oe ae äe ie")) {
		pair = "D"
	}
	for k, weak := range [...]string{"nn", "ll", "rr", "mm", "ng"} {
		if strings.HasSuffix(c, weak) {
			return string("JIKHG"[k]) + pair + "-"
		}
	}
	switch {
	case strings.HasSuffix(c, "d"):
		return "F" + pair + "-"
	case c == "v" || c == "rv" || c == "lv":
		return "E" + pair + "-"
	case c == "j" || c == "lj" || c == "rj" || c == "hj":
		return "L" + pair + "-"
	case c == "k" || c == "lk" || c == "rk" || c == "nk":
		return "A" + pair + "-"
	case c == "p" || c == "lp" || c == "rp" || c == "mp":
		return "B" + pair + "-"
	case c == "t" || c == "lt" || c == "rt" || c == "nt":
		return "C" + pair + "-"
	case (tail != "" || verb) && (c == "l" || c == "r" || c == "h" || c == "" && verb):
		return "D-"
	}
	return pair + "-"
}
