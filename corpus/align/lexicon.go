package align

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// keyLength is the number of letters by which the lexicon knows a word. Five
// letters serve both languages as well as a stemmer does.
const keyLength = 5

// Lexicon holds associations between the words of two languages, learned from
// the user's own texts. A nil Lexicon is empty.
type Lexicon struct {
	source, target map[string]int32 // number of a key
	rows           [][]entry        // by source key, ascending by target
	best           [2][]float64     // strongest association by source key and by target key

	pairs, links int // that it was learned from
}

// entry is the association of a source key with a target key, 0 to 1.
type entry struct {
	target   int32
	strength float64
}

// key returns the beginning of the word by which the lexicon knows it.
func key(s string) string {
	n := 0
	for i := range s {
		if n == keyLength {
			return s[:i]
		}
		n++
	}
	return s
}

// setBest finds the strongest association of every key; there are n target keys.
func (x *Lexicon) setBest(n int) {
	x.best = [2][]float64{make([]float64, len(x.rows)), make([]float64, n)}
	for f, row := range x.rows {
		for _, e := range row {
			x.best[0][f] = max(x.best[0][f], e.strength)
			x.best[1][e.target] = max(x.best[1][e.target], e.strength)
		}
	}
}

// numbers returns the number of every word's key, -1 for one that x lacks.
func (x *Lexicon) numbers(t *text, target bool) []int32 {
	if x == nil {
		return nil
	}
	keys := x.source
	if target {
		keys = x.target
	}
	out := make([]int32, len(t.words))
	for k := range t.words {
		out[k] = -1
		if w := &t.words[k]; w.norm != "" {
			if id, ok := keys[key(w.text)]; ok {
				out[k] = id
			}
		}
	}
	return out
}

// rates returns how often each word of t, whose numbers are given, has a
// counterpart in a true pair.
func (x *Lexicon) rates(t *text, numbers []int32, target bool) []float64 {
	r := make([]float64, len(t.words))
	for k := range t.words {
		r[k] = t.words[k].rate()
	}
	if x == nil {
		return r
	}
	best := x.best[0]
	if target {
		best = x.best[1]
	}
	for k, id := range numbers {
		if id >= 0 {
			r[k] = max(r[k], learnedRate*best[id])
		}
	}
	return r
}

// matcher returns a function that reports the words of the target text, whose
// numbers are given, which the lexicon associates with a source key.
func (x *Lexicon) matcher(numbers []int32) func(id int32, hit func(int32, float64)) {
	if x == nil {
		return nil
	}
	// By key the first word, and by word the next one with its key; both plus one.
	first, next := make([]int32, len(x.best[1])), make([]int32, len(numbers))
	for s := len(numbers) - 1; s >= 0; s-- {
		if id := numbers[s]; id >= 0 {
			next[s], first[id] = first[id], int32(s)+1
		}
	}
	return func(id int32, hit func(int32, float64)) {
		for _, e := range x.rows[id] {
			for s := first[e.target]; s > 0; s = next[s-1] {
				hit(s-1, e.strength)
			}
		}
	}
}

// termStrength is how strong the association of two terms of one concept is.
const termStrength = 0.7

// With returns a lexicon that knows the pairs of words as well, which a term base
// says to translate each other; x, which may be nil, stays as it is.
func (x *Lexicon) With(pairs [][2]string) *Lexicon {
	if len(pairs) == 0 {
		return x
	}
	y := &Lexicon{source: map[string]int32{}, target: map[string]int32{}}
	if x != nil {
		y.source, y.target, y.rows = maps.Clone(x.source), maps.Clone(x.target), slices.Clone(x.rows)
		y.pairs, y.links = x.pairs, x.links
	}
	for _, p := range pairs {
		f, s := number(y.source, key(strings.ToLower(p[0]))), number(y.target, key(strings.ToLower(p[1])))
		if int(f) == len(y.rows) {
			y.rows = append(y.rows, nil)
		}
		row := slices.Clone(y.rows[f])
		i, ok := slices.BinarySearchFunc(row, s, func(e entry, t int32) int { return cmp.Compare(e.target, t) })
		if !ok {
			row = slices.Insert(row, i, entry{target: s})
		}
		row[i].strength = max(row[i].strength, termStrength)
		y.rows[f] = row
	}
	y.setBest(len(y.target))
	return y
}

// number returns the number of a key, a new one if it has none.
func number(keys map[string]int32, k string) int32 {
	id, ok := keys[k]
	if !ok {
		id = int32(len(keys))
		keys[k] = id
	}
	return id
}
