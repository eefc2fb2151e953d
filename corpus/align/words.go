package align

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// wordClass tells words, names, numbers and punctuation marks apart.
type wordClass byte

const (
	plainWord wordClass = iota
	nameWord            // capitalised, not at the start of a sentence or quotation
	numberWord
	markWord
)

// word is an entry of a text's vocabulary.
type word struct {
	text   string // lower case; of a number the digits
	class  wordClass
	norm   string  // spelling that Finnish and Swedish share, one byte a letter where it can
	closed []int16 // entries of the word lists
	lower  bool    // somewhere in the text begins with a small letter
}

// vocabulary numbers the different words of a text in order of appearance.
type vocabulary struct {
	words []word
	index map[string]int32
	buf   []byte  // scratch
	ids   []int32 // scratch
	seams []int   // scratch: see tokenize
}

// tokenize returns the different words of a leaf, ascending. It leaves in seams
// where a capitalised word follows right after one that is not.
func (v *vocabulary) tokenize(s string) []int32 {
	ids, first := v.ids[:0], true
	v.seams = v.seams[:0]
	small := -1 // end of the word before if it begins with a small letter
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		switch {
		case unicode.IsDigit(r):
			j = endOfNumber(s, i)
			ids = append(ids, v.id(s[i:j], numberWord))
			first = false
		case unicode.IsLetter(r):
			j = endOfWord(s, i)
			class := plainWord
			upper := unicode.IsUpper(r)
			if !first && upper {
				class = nameWord
				if small >= 0 && isSeam(s[small:i]) {
					v.seams = append(v.seams, i)
				}
			}
			ids = append(ids, v.id(s[i:j], class))
			if small = j; upper {
				small = -1
			}
			first = false
		default:
			if m := mark(r); m != 0 {
				ids = append(ids, v.id(string(m), markWord))
				first = first || m == '"'
			}
		}
		i = j
	}
	slices.Sort(ids)
	v.ids = ids
	return slices.Clone(slices.Compact(ids))
}

// isSeam reports whether a sentence may begin after what stands between two words.
func isSeam(between string) bool { return between == " " || between == ": " || between == ") " }

// mark returns the form under which a punctuation mark that translators keep is
// compared, 0 for any other.
func mark(r rune) rune {
	switch r {
	case '?', '!', ':', ';', '%', '€', '$', '(', '/', '–', '@', '§':
		return r
	case '"', '”', '“', '«', '»':
		return '"'
	case '—':
		return '–'
	}
	return 0
}

// endOfNumber returns the end of the number that starts at i: digits with inner
// points and commas, and groups of three after a space.
func endOfNumber(s string, i int) int {
	start := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsDigit(r):
		case (r == '.' || r == ',') && digitsAt(s, i+n, 1):
		case (r == ' ' || r == '\u00a0' || r == '\u202f') && i-start <= 3 && digitsAt(s, i+n, 3):
		default:
			return i
		}
		i += n
	}
	return i
}

func digitsAt(s string, i, n int) bool {
	if i+n > len(s) {
		return false
	}
	for ; n > 0; n-- {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		i++
	}
	return true
}

// endOfWord returns the end of the word that starts at i: letters, with inner
// apostrophes, combining marks and soft hyphens.
func endOfWord(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u00ad' {
			if r != '\'' && r != '’' {
				return i
			}
			if next, _ := utf8.DecodeRuneInString(s[i+n:]); !unicode.IsLetter(next) {
				return i
			}
		}
		i += n
	}
	return i
}

// id returns the number of the word, which it adds when it is new.
func (v *vocabulary) id(s string, class wordClass) int32 {
	b := append(v.buf[:0], byte(class))
	for _, r := range s {
		switch {
		case class == numberWord && !unicode.IsDigit(r), r == '\u00ad':
		case 'a' <= r && r <= 'z':
			b = append(b, byte(r))
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	v.buf = b
	first, _ := utf8.DecodeRuneInString(s)
	lower := unicode.IsLower(first)
	if id, ok := v.index[string(b)]; ok {
		v.words[id].lower = v.words[id].lower || lower
		return id
	}
	id := int32(len(v.words))
	w := word{text: string(b[1:]), class: class, lower: lower}
	if class == plainWord || class == nameWord {
		w.norm = normalize(w.text)
	}
	v.index[string(b)] = id
	v.words = append(v.words, w)
	return id
}

// normalize maps Finnish and Swedish spellings of loan words onto one another:
// c and k, z and s, w and v, x and ks, the voiced and the unvoiced stops, å and
// o, double and single letters. ä and ö become one byte each.
func normalize(s string) string {
	out := make([]byte, 0, len(s)+2)
	put := func(c byte) {
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	prev := rune(0)
	for i, r := range s {
		before := prev
		prev = r
		switch r {
		case 'c':
			next, _ := utf8.DecodeRuneInString(s[i+1:])
			switch next {
			case 'e', 'i', 'y', 'ä', 'ö', 'h':
				put('s')
			default:
				put('k')
			}
		case 'z':
			put('s')
		case 'w', 'f':
			put('v')
		case 'x':
			out = append(out, 'k')
			put('s')
		case 'q', 'g':
			put('k')
		case 'b':
			put('p')
		case 'd':
			put('t')
		case 'å':
			put('o')
		case 'é', 'è':
			put('e')
		case 'ü':
			put('y')
		case 'j':
			put('i')
		case 'ä':
			put('{')
		case 'ö':
			put('|')
		case 'h':
			if before != 'c' && before != 't' && before != 'p' {
				put('h')
			}
		default:
			if r < utf8.RuneSelf {
				put(byte(r))
			} else {
				out = utf8.AppendRune(out, r)
			}
		}
	}
	return string(out)
}

// cognate returns how alike two normalised words are, 0 for unrelated ones: a
// common beginning that covers most of the shorter word, or a shorter one with
// a long common subsequence.
func cognate(a, b string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 3 {
		return 0
	}
	p := 0
	for p < len(a) && a[p] == b[p] {
		p++
	}
	share := float64(p) / float64(len(a))
	if p >= 4 && share >= 0.6 {
		return min(1, 0.55+0.08*float64(p-4)+0.3*(share-0.6))
	}
	if p < 3 || len(b)-len(a) > 5 || len(a) > 40 {
		return 0
	}
	l := float64(commonSubsequence(a, b))
	if r := l / float64(len(b)); l >= 5 && r >= 0.7 {
		if s := 0.5 * r / 0.8; s >= 0.5 {
			return s
		}
	}
	return 0
}

// commonSubsequence returns the length of the longest common subsequence of two
// words of at most 45 bytes.
func commonSubsequence(a, b string) int {
	var row [46]uint8
	for i := range len(a) {
		diagonal := uint8(0)
		for j := range len(b) {
			above := row[j+1]
			switch {
			case a[i] == b[j]:
				row[j+1] = diagonal + 1
			case row[j] > above:
				row[j+1] = row[j]
			}
			diagonal = above
		}
	}
	return int(row[len(b)])
}
