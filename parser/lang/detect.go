package lang

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Detect returns the language that the text is written in, or nil when it can't
// tell: too little text, a mixture, or a language that steplint doesn't know.
func Detect(text string) *Lang { return Weigh(text).Best() }

// Weights are what speaks for each language in a text.
type Weights struct{ fi, sv, foreign int } // foreign: for neither

// Plus returns what speaks for each language in two texts together.
func (w Weights) Plus(o Weights) Weights {
	return Weights{w.fi + o.fi, w.sv + o.sv, w.foreign + o.foreign}
}

// Best returns the language that is clearly ahead, or nil.
func (w Weights) Best() *Lang {
	l, first, second := FI, w.fi, max(w.sv, w.foreign)
	if w.sv > w.fi {
		l, first, second = SV, w.sv, max(w.fi, w.foreign)
	}
	if first < 3 || 8*second > 7*first {
		return nil
	}
	return l
}

// Leans returns the language that is ahead at all, or nil: too little to tell by,
// but enough to agree with.
func (w Weights) Leans() *Lang {
	switch {
	case w.fi > max(w.sv, w.foreign):
		return FI
	case w.sv > max(w.fi, w.foreign):
		return SV
	}
	return nil
}

// Certain returns the language for which nearly everything speaks, or nil: what
// is best for a sentence may be a matter of one ending.
func (w Weights) Certain() *Lang {
	l := w.Best()
	if l == FI && w.fi >= 2*max(w.sv, w.foreign, 4) || l == SV && w.sv >= 2*max(w.fi, w.foreign, 4) {
		return l
	}
	return nil
}

// Foreign reports whether the text is clearly in a language that steplint does
// not know, such as English.
func (w Weights) Foreign() bool { return w.foreign >= 12 && w.foreign > 2*max(w.fi, w.sv) }

// Weigh returns what speaks for each language in the text, in one pass.
func Weigh(text string) (s Weights) {
	var word [48]byte // lower case; the rest of a longer word tells nothing new
	n := 0
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		switch {
		case 'a' <= c && c <= 'z':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c >= utf8.RuneSelf && unicode.IsLetter(c):
			c = unicode.ToLower(c)
		case c == '\u00AD': // a soft hyphen stands within a word
			continue
		default:
			s.add(word[:n])
			n = 0
			continue
		}
		if n+utf8.UTFMax <= len(word) {
			n += utf8.EncodeRune(word[n:], c)
		}
	}
	s.add(word[:n])
	return s
}

// add scores one word: a function word counts most, other words by their
// endings and letters.
func (w *Weights) add(word []byte) {
	if len(word) == 0 {
		return
	}
	switch class := classes[string(word)]; {
	case class != none:
		w.of(class, 4)
	case len(word) > 3:
		w.letters(word)
		seen := none // two points for each language, however many endings fit
		for _, e := range endings[word[len(word)-1]] {
			if e.class != seen && bytes.HasSuffix(word[1:], e.ending) {
				w.of(e.class, 2)
				seen = e.class
			}
		}
	}
}

func (w *Weights) of(c class, points int) {
	switch c {
	case finnish:
		w.fi += points
	case swedish:
		w.sv += points
	case foreign:
		w.foreign += points
	}
}

// letters scores the letters and pairs of letters that one language is fond of
// or does without.
func (w *Weights) letters(word []byte) {
	double, umlaut := 0, false
	native := !consonant(word[0]) || !consonant(word[1]) // so far the word could be Finnish
	var prev byte
	for i, c := range word {
		switch c {
		case 'a', 'i', 'u', 'y', 'e', 'o':
			if c == prev {
				double++
			}
		case 0xA4, 0xB6: // the second byte of ä, ö
			umlaut = true
			if i >= 3 && word[i-2] == c {
				double++
			}
		case 0xA5: // of å
			w.sv += 3
			native = false
		case 'h':
			if prev == 't' || prev == 's' || prev == 'w' {
				w.foreign++
			}
		case 'w':
			w.foreign += 2
			native = false
		case 'b', 'c', 'f', 'q', 'x', 'z':
			native = false
		case 'g':
			native = native && prev == 'n'
		case 0xC3, 0xA9: // the first byte of ä, ö, å and é, the second of é
		default:
			if c >= utf8.RuneSelf {
				w.foreign += 2
				native = false
			}
		}
		prev = c
	}
	native = native && (!consonant(prev) || prev == 'n' || prev == 's' || prev == 't')
	switch {
	case native:
		w.fi += 2 * double
		if umlaut || len(word) > 6 {
			w.fi++
		}
	case umlaut:
		w.sv += 2
	}
}

func consonant(c byte) bool {
	return 'b' <= c && c <= 'z' && c != 'e' && c != 'i' && c != 'o' && c != 'u' && c != 'y'
}

// class says which score a word or an ending counts for.
type class uint8

const (
	none class = iota
	finnish
	swedish
	foreign
)

// classes maps every function word to its class: one look-up per word.
var classes = func() map[string]class {
	m := make(map[string]class)
	for w := range strings.FieldsSeq(foreignWords) {
		m[w] = foreign
	}
	for w := range FI.FunctionWords {
		m[w] = finnish
	}
	for w := range SV.FunctionWords {
		m[w] = swedish
	}
	return m
}()

type ending struct {
	ending []byte
	class  class
}

// endings lists the endings by their last byte, class by class.
var endings = func() (t [256][]ending) {
	for c, list := range [...][]string{finnish: fiEndings, swedish: svEndings, foreign: foreignEndings} {
		for _, e := range list {
			last := e[len(e)-1]
			t[last] = append(t[last], ending{[]byte(e), class(c)})
		}
	}
	return t
}()
