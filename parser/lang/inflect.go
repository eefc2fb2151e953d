package lang

import (
	"bytes"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
)

// POS is a part of speech.
type POS uint8

// The parts of speech of terms. An unknown one costs little in Finnish and some
// precision in Swedish.
const (
	AnyPOS POS = iota
	Noun
	Adjective
	Verb
	Name
)

// The parts of speech that no term has.
const (
	Adverb POS = Name + 1 + iota
	Pronoun
	Numeral
	Conjunction
	Adposition
	NegativeVerb
	Interjection
	Prefix
	Abbreviation
)

// Term is a word to look for in all its forms.
type Term struct {
	Lemma string // the dictionary form; letters of any case, inner hyphens
	POS   POS
	Forms []string // further forms that the rules don't give
	Not   []string // forms that are not to be found
}

// MatchKind says how a word holds a term.
type MatchKind uint8

// The kinds of matches.
const (
	WordMatch     MatchKind = iota // the word is a form of the term
	CompoundMatch                  // its last part is: asiakassuhteen, suhde
	DerivedMatch                   // its last part is, but a prefix makes another word of it: försäljare, säljare
	FirstMatch                     // its first part is: kuluttajansuoja, kuluttaja
)

// String returns the name that steplint terms match prints.
func (k MatchKind) String() string {
	return [...]string{"word", "compound", "derived", "first"}[k]
}

// TermMatch is a term found in a word.
type TermMatch struct {
	Term int // index of the term
	Kind MatchKind
}

// TermMatcher finds the forms of many terms of one language. What a word costs
// does not depend on their number. It is safe for concurrent use.
type TermMatcher struct {
	rules *inflection
	stems map[string]stemRange
	all   []stemEntry
	first map[string]stemRange // first parts of compounds
	stop  map[string][]int32   // forms that are found as these terms alone
	not   map[string][]int32   // forms that are not found as these terms

	voikko *voikkoTerms // nil without a dictionary

	starts  pairs     // the first two bytes of the stems
	buffers sync.Pool // of *[longestWord]byte: words passed to border live on the heap
}

// inflection is what the matcher has to know of a language.
type inflection struct {
	// inflect calls add with the stems of the lemma's forms: a form is a stem and
	// one of the endings of the set.
	inflect func(lemma string, pos POS, add func(stem string, set uint8, heads bool))
	// endings maps every ending to the sets (bits) that hold it; set 0 holds the
	// empty one alone.
	endings map[string]uint64
	longest int // bytes of the longest ending
	// first returns the forms in which a noun is the first part of compounds.
	first func(lemma string, pos POS) []string
	// border reports whether a compound's last part may begin at byte i of the word
	// (lower case), and whether what is before it is a prefix that derives.
	border func(word []byte, i int) (ok, derives bool)
	// stop lists the forms that are closed-class words as a rule, with the lemmas
	// that they are forms of all the same.
	stop map[string][]string
	// bare returns a word without the clitics that a stop word may have; nil if there
	// are none.
	bare func(word []byte) []byte
	// heads reports whether the lemma may be the last part of compounds as it is;
	// nil if all may.
	heads func(lemma string, pos POS) bool
}

type stemRange struct{ start, n int32 }

type stemEntry struct {
	term  int32
	set   uint8
	heads bool // last parts of compounds too, not only forms of the term
}

// NewTermMatcher returns a matcher of the terms, or nil for a language whose
// words it cannot inflect.
func NewTermMatcher(l *Lang, terms []Term) *TermMatcher {
	rules := rulesOf(l)
	if rules == nil {
		return nil
	}
	m := &TermMatcher{rules: rules, stop: map[string][]int32{}, not: map[string][]int32{}}
	owned := map[string][]string{} // the stop forms of their owners
	for form, owners := range rules.stop {
		for _, lemma := range owners {
			owned[lemma] = append(owned[lemma], form)
		}
	}
	stems, firsts := map[string][]stemEntry{}, map[string][]stemEntry{}
	for k, t := range terms {
		lemma := string(lower(nil, t.Lemma))
		add := func(stem string, set uint8, heads bool) {
			list := stems[stem]
			// the entries of one term follow one another
			for n := len(list) - 1; n >= 0 && list[n].term == int32(k); n-- {
				if list[n].set == set {
					list[n].heads = list[n].heads || heads
					return
				}
			}
			stems[stem] = append(list, stemEntry{int32(k), set, heads})
		}
		add(lemma, 0, rules.heads == nil || rules.heads(lemma, t.POS))
		rules.inflect(lemma, t.POS, add)
		for _, f := range t.Forms {
			add(string(lower(nil, f)), 0, true)
		}
		for _, f := range rules.first(lemma, t.POS) {
			firsts[f] = append(firsts[f], stemEntry{term: int32(k)})
		}
		if _, ok := rules.stop[lemma]; ok {
			m.stop[lemma] = append(m.stop[lemma], int32(k))
		}
		for _, form := range owned[lemma] {
			if form != lemma {
				m.stop[form] = append(m.stop[form], int32(k))
			}
		}
		for _, f := range t.Not {
			f = string(lower(nil, f))
			m.not[f] = append(m.not[f], int32(k))
		}
	}
	for s := range stems {
		if len(s) < 2 {
			m.starts.addAll(s)
			continue
		}
		m.starts.add(s[0], s[1])
	}
	m.stems, m.first = m.pack(stems), m.pack(firsts)
	return m
}

// pairs is a set of pairs of bytes.
type pairs [1 << 16 / 64]uint64

func (p *pairs) add(a, b byte) {
	k := uint(a)<<8 | uint(b)
	p[k/64] |= 1 << (k % 64)
}

// addAll adds the pairs that begin with s, which is shorter than one.
func (p *pairs) addAll(s string) {
	for a := range 256 {
		for b := range 256 {
			if s == "" || s[0] == byte(a) {
				p.add(byte(a), byte(b))
			}
		}
	}
}

func (p *pairs) has(a, b byte) bool {
	k := uint(a)<<8 | uint(b)
	return p[k/64]&(1<<(k%64)) != 0
}

// pack puts the entries of the stems one after another.
func (m *TermMatcher) pack(stems map[string][]stemEntry) map[string]stemRange {
	out := make(map[string]stemRange, len(stems))
	keys := make([]string, 0, len(stems))
	for s := range stems {
		keys = append(keys, s)
	}
	slices.Sort(keys)
	for _, s := range keys {
		out[s] = stemRange{int32(len(m.all)), int32(len(stems[s]))}
		m.all = append(m.all, stems[s]...)
	}
	return out
}

// Match appends to out the terms that the word holds, each once with the best
// kind, and returns it. The word is one token of any case, without punctuation
// around it; hyphens before and after it do not count. It does not allocate when
// out has room.
func (m *TermMatcher) Match(word string, out []TermMatch) []TermMatch {
	if len(word) > longestWord/2 {
		return out
	}
	buf, _ := m.buffers.Get().(*[longestWord]byte)
	if buf == nil {
		buf = new([longestWord]byte)
	}
	defer m.buffers.Put(buf)
	w := bytes.Trim(lower(buf[:0], word), "-–")
	if len(w) < 2 {
		return out
	}
	owners, stopped := m.stopped(w)
	not := m.not[string(w)]
	base := len(out)
	var sets [longestEnding + 1]uint64 // of the ending of so many bytes
	for n := range min(len(w)-1, m.rules.longest, longestEnding) + 1 {
		sets[n] = m.rules.endings[string(w[len(w)-n:])]
	}
	for j := range len(w) - 1 {
		if !m.starts.has(w[j], w[j+1]) {
			continue // most words and parts of words begin as no term does
		}
		for n := min(len(w)-1-j, m.rules.longest, longestEnding); n >= 0; n-- {
			if sets[n] == 0 {
				continue
			}
			r, ok := m.stems[string(w[j:len(w)-n])]
			if !ok {
				continue
			}
			for _, e := range m.all[r.start : r.start+r.n] {
				if sets[n]&(1<<e.set) == 0 || stopped && !slices.Contains(owners, e.term) || slices.Contains(not, e.term) {
					continue
				}
				switch {
				case j == 0:
					out = better(out, base, TermMatch{int(e.term), WordMatch})
				case e.heads:
					switch ok, derives := m.rules.border(w, j); {
					case ok && derives:
						out = better(out, base, TermMatch{int(e.term), DerivedMatch})
					case ok:
						out = better(out, base, TermMatch{int(e.term), CompoundMatch})
					}
				}
			}
		}
	}
	if !stopped {
		out = m.firstParts(w, not, base, out)
	}
	if m.voikko != nil && len(out) > base {
		out = m.voikko.confirm(word, w, base, out)
	}
	return out
}

// stopped reports whether the word is a stop word, and the terms that it is found as
// all the same.
func (m *TermMatcher) stopped(w []byte) (owners []int32, ok bool) {
	if owners, ok = m.stop[string(w)]; ok {
		return owners, true
	}
	if _, ok = m.rules.stop[string(w)]; ok || m.rules.bare == nil {
		return nil, ok
	}
	if b := m.rules.bare(w); len(b) < len(w) {
		if owners, ok = m.stop[string(b)]; !ok {
			_, ok = m.rules.stop[string(b)]
		}
	}
	return owners, ok
}

// firstParts appends the terms that are the first part of the word.
func (m *TermMatcher) firstParts(w []byte, not []int32, base int, out []TermMatch) []TermMatch {
	for i := shortestPart; i <= len(w)-shortestPart; i++ {
		r, ok := m.first[string(w[:i])]
		if !ok {
			continue
		}
		rest := i
		if w[i] == '-' {
			rest++
		}
		if ok, derives := m.rules.border(w, rest); !ok || derives {
			continue
		}
		for _, e := range m.all[r.start : r.start+r.n] {
			if !slices.Contains(not, e.term) {
				out = better(out, base, TermMatch{int(e.term), FirstMatch})
			}
		}
	}
	return out
}

const (
	longestWord   = 256 // bytes of a word, twice: of one in lower case
	longestEnding = 40  // bytes
	shortestPart  = 2   // bytes of either part of a compound of which the term is the first
)

// better adds a match unless the term is among those from base on with as good a
// kind.
func better(out []TermMatch, base int, t TermMatch) []TermMatch {
	for k := base; k < len(out); k++ {
		if out[k].Term == t.Term {
			out[k].Kind = min(out[k].Kind, t.Kind)
			return out
		}
	}
	return append(out, t)
}

// around reports whether byte i of the word is inside of one of the texts, which
// begins at byte from or later.
func around(word []byte, i, from int, texts [][]byte) bool {
	for _, s := range texts {
		for k := max(from, i-len(s)+1); k < i; k++ {
			if bytes.HasPrefix(word[k:], s) {
				return true
			}
		}
	}
	return false
}

// lower appends s in lower case, without soft hyphens, to b.
func lower(b []byte, s string) []byte {
	for _, r := range s {
		if r != '\u00ad' {
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}

// rulesOf returns the inflection of a language, or nil.
func rulesOf(l *Lang) *inflection {
	switch l {
	case FI:
		return &fiInflection
	case SV:
		return &svInflection
	}
	return nil
}
