package lang

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// voikkoTerms judges what the rules find of Finnish terms by the readings of a
// dictionary.
type voikkoTerms struct {
	dictionary *Voikko
	lemmas     map[string][]int32 // terms by lemma
	plurals    map[string][]int32 // terms without a singular, by the one that the dictionary has
	sure       map[string][]int32 // terms by lemma and further forms, which need no dictionary
	known      []bool             // whether the dictionary has the lemma
}

// NewVoikkoMatcher returns a matcher of Finnish terms that asks a dictionary, where it
// knows the word, whether what the rules find is so.
func NewVoikkoMatcher(v *Voikko, terms []Term) *TermMatcher {
	m := NewTermMatcher(FI, terms)
	t := &voikkoTerms{v, map[string][]int32{}, map[string][]int32{}, map[string][]int32{}, make([]bool, len(terms))}
	for k := range terms {
		lemma := string(lower(nil, terms[k].Lemma))
		t.lemmas[lemma] = append(t.lemmas[lemma], int32(k))
		t.sure[lemma] = append(t.sure[lemma], int32(k))
		for _, f := range terms[k].Forms {
			f = string(lower(nil, f))
			t.sure[f] = append(t.sure[f], int32(k))
		}
		t.known[k] = t.knows(int32(k), lemma)
	}
	m.voikko = t
	return m
}

// knows reports whether the dictionary has the lemma, as it is or as the plural of
// a word that is no term then.
func (t *voikkoTerms) knows(term int32, lemma string) bool {
	s := t.dictionary.search(lemma)
	defer t.dictionary.pool.Put(s)
	var singulars []string
	for range s.readings {
		base := string(s.joined(nil, 0, len(s.parts)-1))
		if base == lemma {
			return true
		}
		if s.Case == Nominative && s.Plural && !slices.Contains(singulars, base) {
			singulars = append(singulars, base)
		}
	}
	for _, base := range singulars {
		t.plurals[base] = append(t.plurals[base], term)
	}
	return len(singulars) > 0
}

// confirm drops the matches from base on that no reading of the word agrees with,
// and corrects their kinds. The word is as the text has it; w is the same in lower
// case without hyphens around it.
func (t *voikkoTerms) confirm(word string, w []byte, base int, out []TermMatch) []TermMatch {
	s := t.dictionary.search(word)
	defer t.dictionary.pool.Put(s)
	s.matches = s.matches[:0]
	if !t.read(s, word) {
		return out
	}
	sure := t.sure[string(w)]
	kept := out[:base]
	for _, m := range out[base:] {
		k := slices.IndexFunc(s.matches, func(n TermMatch) bool { return n.Term == m.Term })
		switch {
		case slices.Contains(sure, int32(m.Term)):
			kept = append(kept, m)
		case k >= 0:
			kept = append(kept, s.matches[k])
		case m.Kind == WordMatch && !t.known[m.Term]:
			kept = append(kept, m)
		}
	}
	return kept
}

// read gathers the terms that the readings of the word hold, and reports whether
// there are any readings. Those with the fewest parts count (oppilasta is no
// oppi-lasta), and those that take the same word apart (väärin-käyttö).
func (t *voikkoTerms) read(s *voikkoSearch, word string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "-–"))
	common := !unicode.IsUpper(first)
	fewest, whole := math.MaxInt, false
	s.nouns, s.whole = s.nouns[:0], s.whole[:0]
	for range s.readings {
		last := len(s.parts) - 1
		if n := len(s.parts); !common || s.POS != Name {
			fewest = min(fewest, n)
		}
		s.key = s.joined(s.key[:0], 0, last)
		whole = whole || !s.Possessive && bytes.Equal(s.key, s.surface)
		if last == 0 && s.POS != Name {
			s.whole = append(append(s.whole, s.key...), ' ')
		}
		if last == 0 && s.POS == Noun && s.Participle == NoParticiple {
			s.nouns = append(append(s.nouns, s.base(0)...), ' ')
		}
	}
	known := false
	for range s.readings {
		known = true
		s.key = s.joined(s.key[:0], 0, len(s.parts)-1)
		switch {
		case len(s.parts) > fewest && !listed(s.whole, s.key):
		case whole && s.Possessive: // tilanne is no tila-nne
		case s.Case == Instructive && s.Degree != Positive: // the adverb nopeammin
		default:
			t.reading(s)
		}
	}
	return known
}

// reading adds the terms that the decoded reading holds. An agent participle that is
// a noun of its own as well, like sanoma, is not of the verb.
func (t *voikkoTerms) reading(s *voikkoSearch) {
	last := len(s.parts) - 1
	for k := range s.parts {
		kind := CompoundMatch
		if k == 0 {
			kind = WordMatch
		}
		s.key = s.joined(s.key[:0], k, last)
		s.add(t.lemmas[string(s.key)], kind)
		if s.Plural {
			s.add(t.plurals[string(s.key)], kind)
		}
		if k < last {
			s.key = s.joined(s.key[:0], 0, k)
			s.add(t.lemmas[string(bytes.TrimRight(s.key, "-"))], FirstMatch)
		}
	}
	if last > 0 || s.POS == Adverb || s.Participle == NoParticiple || s.Participle == Negative {
		return
	}
	if s.Participle != Agent || !listed(s.nouns, s.base(0)) {
		s.add(t.lemmas[string(s.verb)], WordMatch)
	}
}

func (s *voikkoSearch) add(terms []int32, kind MatchKind) {
	for _, k := range terms {
		s.matches = better(s.matches, 0, TermMatch{int(k), kind})
	}
}

// listed reports whether the word is among the space separated ones.
func listed(words, word []byte) bool {
	for w := range bytes.FieldsSeq(words) {
		if bytes.Equal(w, word) {
			return true
		}
	}
	return false
}
