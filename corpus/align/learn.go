package align

import (
	"iter"
	"slices"

	"github.com/steplint/steplint/parser"
)

// Texts are two documents that translate each other.
type Texts struct{ Source, Target *parser.Document }

const (
	learnFrom   = 0.5 // least score of a link that teaches
	discount    = 1   // so that no link is evidence for itself
	minStrength = 0.1
)

// Learn returns the lexicon of the pairs: words are associated by how often
// linked leaves hold both, in the discounted form of the Dice coefficient
// 2(c-1)/(a+b), where c leaves hold both and a and b either. Each round aligns
// the texts with the lexicon of the round before; two are enough. The order of
// the pairs does not matter.
func Learn(pairs iter.Seq[Texts], rounds int) *Lexicon {
	var texts [][2]*text
	for p := range pairs {
		a, b := p.Source, p.Target
		if finnish(b) && !finnish(a) {
			a, b = b, a
		}
		texts = append(texts, [2]*text{newText(a), newText(b)})
	}
	var lex *Lexicon
	for range rounds {
		lex = learn(texts, lex)
	}
	return lex
}

// sample holds the keys of the two sides of every link that teaches.
type sample struct {
	keys  [2]map[string]int32
	count [2][]int32   // links that hold a key
	links [][2][]int32 // keys, ascending
}

func learn(texts [][2]*text, lex *Lexicon) *Lexicon {
	s := sample{keys: [2]map[string]int32{{}, {}}}
	for _, t := range texts {
		ids := [2][]int32{s.number(0, t[0]), s.number(1, t[1])}
		for _, m := range alignLeaves(t[0], t[1], lex) {
			if m.score >= learnFrom && len(m.src) > 0 && len(m.tgt) > 0 {
				s.links = append(s.links, [2][]int32{s.collect(0, t[0], m.src, ids[0]), s.collect(1, t[1], m.tgt, ids[1])})
			}
		}
	}
	return s.lexicon()
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
			id = int32(len(s.count[side]))
			s.keys[side][k] = id
			s.count[side] = append(s.count[side], 0)
		}
		ids[w] = id
	}
	return ids
}

// collect returns the keys of some leaves and counts them.
func (s *sample) collect(side int, t *text, leaves []int, ids []int32) []int32 {
	var out []int32
	for _, i := range leaves {
		for _, w := range t.leaves[i].words {
			if ids[w] >= 0 {
				out = append(out, ids[w])
			}
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	for _, k := range out {
		s.count[side][k]++
	}
	return out
}

// lexicon counts which keys stand in the same links.
func (s *sample) lexicon() *Lexicon {
	x := &Lexicon{source: s.keys[0], target: s.keys[1], rows: make([][]entry, len(s.count[0]))}
	x.best[0], x.best[1] = make([]float64, len(s.count[0])), make([]float64, len(s.count[1]))
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
			a := 2 * float64(both[k]-discount) / float64(s.count[0][f]+s.count[1][k])
			if a >= minStrength {
				x.rows[f] = append(x.rows[f], entry{k, a})
				x.best[0][f] = max(x.best[0][f], a)
				x.best[1][k] = max(x.best[1][k], a)
			}
			both[k] = 0
		}
		touched = touched[:0]
	}
	return x
}
