package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordScanner finds the words of a text, with a hash of each. A word is letters with
// hyphens between or after them.
type wordScanner struct {
	text string
	// start and end are the place of the word.
	start, end int
	// hash is that of its letters in lower case, without hyphens; joined that of the
	// word before and this one as one word.
	hash, joined uint64

	capital bool // it has a capital after the first letter
}

// The parameters of FNV-1a, which is computed over letters.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

// next finds the next word, or returns false.
func (s *wordScanner) next() bool {
	i := s.end
	s.joined = s.hash
	s.hash = hashStart
	s.capital = false
	s.start = -1
	for i < len(s.text) {
		r, size := rune(s.text[i]), 1
		switch {
		case 'a' <= r && r <= 'z':
		case r == '-':
			if s.start < 0 {
				i++
				continue
			}
			r = 0
		case 'A' <= r && r <= 'Z':
			r |= 0x20
			s.capital = s.capital || s.start >= 0
		case r < utf8.RuneSelf:
			r = -1
		default:
			r, size = utf8.DecodeRuneInString(s.text[i:])
			switch {
			case r == '\u00ad':
				r = 0
			case !unicode.IsLetter(r):
				r = -1
			case unicode.IsUpper(r):
				r = unicode.ToLower(r)
				s.capital = s.capital || s.start >= 0
			}
		}
		if r < 0 {
			if s.start >= 0 {
				break
			}
			i += size
			continue
		}
		if s.start < 0 {
			s.start = i
		}
		if r > 0 {
			s.hash = (s.hash ^ uint64(r)) * hashPrime
			s.joined = (s.joined ^ uint64(r)) * hashPrime
		}
		i += size
	}
	s.end = i
	return s.start >= 0
}

// word returns the word as it stands.
func (s *wordScanner) word() string { return s.text[s.start:s.end] }

// lower returns the word as it is hashed: in lower case, without hyphens.
func (s *wordScanner) lower() string {
	w := strings.ToLower(s.word())
	if strings.Contains(w, "-") || strings.Contains(w, "\u00ad") {
		w = strings.ReplaceAll(strings.ReplaceAll(w, "-", ""), "\u00ad", "")
	}
	return w
}

// hashOf returns the hash of a word.
func hashOf(word string) uint64 {
	s := wordScanner{text: word}
	s.next()
	return s.hash
}
