package align

import (
	"encoding/binary"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/steplint/steplint/parser"
)

// Texts are two documents that translate each other.
type Texts struct{ Source, Target *parser.Document }

const (
	learnFrom   = 0.5 // least score of a link that teaches
	discount    = 1   // so that no link is evidence for itself
	minStrength = 0.1
	rivalShare  = 0.5 // least share of the strongest association of either word
)

// Learn returns the lexicon of the pairs. Each round aligns the texts with the
// lexicon of the round before and learns from the links; two are enough.
func Learn(pairs iter.Seq[Texts], rounds int) *Lexicon {
	var texts []*Aligned
	for p := range pairs {
		texts = append(texts, Prepare(p.Source, p.Target))
	}
	var lex *Lexicon
	for range rounds {
		var l Learner
		for _, a := range texts {
			a.beads = alignLeaves(a.src, a.tgt, lex)
			l.Add(a)
		}
		lex = l.Lexicon()
	}
	return lex
}

// Learner gathers what aligned texts teach. Words are associated by how often
// linked leaves hold both, in the discounted form of the Dice coefficient
// 2(c-1)/(a+b), where c links hold both and a and b either. Links that hold the
// same words count as one: a text that stands in many documents is no more
// evidence than in one. The order of the texts does not matter. The zero value
// has learned nothing; it is safe for concurrent use.
type Learner struct {
	mu     sync.Mutex
	sample sample
}

// Add learns from texts that have been aligned. It keeps nothing of them.
func (l *Learner) Add(a *Aligned) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sample.begin()
	l.sample.add(a)
	l.sample.pairs++
}

// Lexicon returns what has been learned so far.
func (l *Learner) Lexicon() *Lexicon {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sample.begin()
	return l.sample.lexicon()
}

// begin makes the zero sample ready.
func (s *sample) begin() {
	if s.known == nil {
		s.keys, s.known = [2]map[string]int32{{}, {}}, map[string]bool{}
	}
}

// sample holds the keys of the two sides of every link that teaches.
type sample struct {
	keys  [2]map[string]int32
	count [2][]int32   // links that hold a key
	links [][2][]int32 // keys, ascending
	known map[string]bool
	pairs int
	buf   []byte
}

func (s *sample) add(a *Aligned) {
	ids := [2][]int32{s.number(0, a.src), s.number(1, a.tgt)}
	for _, m := range a.beads {
		if m.score < learnFrom || len(m.src) == 0 || len(m.tgt) == 0 {
			continue
		}
		l := [2][]int32{collect(a.src, m.src, ids[0]), collect(a.tgt, m.tgt, ids[1])}
		if s.isNew(l) {
			s.links = append(s.links, l)
			for side, keys := range l {
				for _, k := range keys {
					s.count[side][k]++
				}
			}
		}
	}
}

// isNew reports whether no link before held the same words.
func (s *sample) isNew(l [2][]int32) bool {
	b := s.buf[:0]
	for _, keys := range l {
		for _, k := range keys {
			b = binary.LittleEndian.AppendUint32(b, uint32(k))
		}
		b = append(b, 0xff, 0xff, 0xff, 0xff)
	}
	s.buf = b
	if s.known[string(b)] {
		return false
	}
	s.known[string(b)] = true
	return true
}

// number returns the key of every word of the text, -1 for numbers and marks.
func (s *sample) number(side int, t *text) []int32 {
	ids := make([]int32, len(t.words))
	for w := range t.words {
		ids[w] = -1
		if t.words[w].norm == "" {
			continue
		}
		k := key(t.words[w].text)
		id, ok := s.keys[side][k]
		if !ok {
			k = strings.Clone(k) // not to keep the text that it is a part of
			id = int32(len(s.count[side]))
			s.keys[side][k] = id
			s.count[side] = append(s.count[side], 0)
		}
		ids[w] = id
	}
	return ids
}

// collect returns the keys of some leaves.
func collect(t *text, leaves []int, ids []int32) []int32 {
	var out []int32
	for _, i := range leaves {
		for _, w := range t.leaves[i].words {
			if ids[w] >= 0 {
				out = append(out, ids[w])
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// lexicon counts which keys stand in the same links.
func (s *sample) lexicon() *Lexicon {
	x := &Lexicon{source: s.keys[0], target: s.keys[1], rows: make([][]entry, len(s.count[0])), pairs: s.pairs, links: len(s.links)}
	holds := make([][]int32, len(s.count[0]))
	for n, l := range s.links {
		for _, f := range l[0] {
			holds[f] = append(holds[f], int32(n))
		}
	}
	both := make([]int32, len(s.count[1]))
	var touched []int32
	for f, links := range holds {
		if len(links) <= discount {
			continue
		}
		for _, n := range links {
			for _, k := range s.links[n][1] {
				if both[k] == 0 {
					touched = append(touched, k)
				}
				both[k]++
			}
		}
		slices.Sort(touched)
		for _, k := range touched {
			a := round(2 * float64(both[k]-discount) / float64(s.count[0][f]+s.count[1][k]))
			if a >= minStrength {
				x.rows[f] = append(x.rows[f], entry{k, a})
			}
			both[k] = 0
		}
		touched = touched[:0]
	}
	x.setBest(len(s.count[1]))
	x.prune()
	return x
}

// prune drops associations that are weak for both words: words that merely keep
// company with each other's translations.
func (x *Lexicon) prune() {
	for f, row := range x.rows {
		x.rows[f] = slices.DeleteFunc(row, func(e entry) bool {
			return e.strength < rivalShare*min(x.best[0][f], x.best[1][e.target])
		})
	}
}
