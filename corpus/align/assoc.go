package align

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
)

// Evidence of words, as measured on a development set of curricula: how strong
// an association is, and how often a word of a class has a counterpart in a
// true pair (its rate).
const (
	closedStrength  = 0.7
	contentStrength = 0.8
	shortName       = 0.8 // a name of three letters or fewer in both texts
	cognateFloor    = 0.5

	numberRate  = 0.9
	markRate    = 0.6
	nameRate    = 0.45
	contentRate = 0.35
	learnedRate = 0.75 // times the strongest association of the lexicon
	matchedRate = 0.9  // times the strength, for a word that has a counterpart

	gainCap     = 3.5
	chargeFloor = -1.5

	maxSpan = 3 // leaves of a span that scores are tabled for
)

// assoc says that a word of one text may translate a word of the other.
type assoc struct {
	word int32            // in the text that is scored
	gain [maxSpan]float32 // what it adds to the log-likelihood against a span of 1, 2, … leaves
}

// associate fills the two association lists: to[f] are the target words that
// the source word f may stand for, with what their presence is worth; from[s]
// the reverse. It also sets the charge of every leaf.
func associate(src, tgt *text, lex *Lexicon) (to, from [][]assoc) {
	ofSrc, ofTgt := lex.numbers(src, false), lex.numbers(tgt, true)
	bySrc := wordPairs(src, tgt, ofSrc, lex.matcher(ofTgt))
	byTgt := exchanged(bySrc, len(tgt.words))
	rates := lex.rates(tgt, ofTgt, true)
	to = gains(byTgt, rates, src)
	tgt.setCharges(rates)
	rates = lex.rates(src, ofSrc, false)
	from = gains(bySrc, rates, tgt)
	src.setCharges(rates)
	return to, from
}

// exchanged returns the pairs with their words exchanged, in the order of the
// first, of which there are n kinds.
func exchanged(pairs []wordPair, n int) []wordPair {
	at := make([]int, n+1)
	for _, p := range pairs {
		at[p.other+1]++
	}
	for k := range n {
		at[k+1] += at[k]
	}
	out := make([]wordPair, len(pairs))
	for _, p := range pairs {
		out[at[p.other]] = wordPair{p.other, p.word, p.strength}
		at[p.other]++
	}
	return out
}

// gains turns the strengths of every scored word into gains, listed by the
// words of the other text that bring them. The pairs are in order of the scored
// word, and are put in order of strength for each.
func gains(pairs []wordPair, rates []float64, other *text) [][]assoc {
	out := lists(len(other.words), pairs)
	for len(pairs) > 0 {
		n := 1
		for n < len(pairs) && pairs[n].word == pairs[0].word {
			n++
		}
		run := pairs[:n]
		slices.SortFunc(run, func(a, b wordPair) int {
			return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(a.other, b.other))
		})
		weigh(run, rates[run[0].word], other, out)
		pairs = pairs[n:]
	}
	return out
}

// lists returns n empty lists with room for the pairs of each other word.
func lists(n int, pairs []wordPair) [][]assoc {
	count := make([]int, n)
	for _, p := range pairs {
		count[p.other]++
	}
	out, all := make([][]assoc, n), make([]assoc, len(pairs))
	for w, k := range count {
		out[w], all = all[:0:k], all[k:]
	}
	return out
}

// weigh adds to out what one scored word, whose pairs come strongest first,
// gains from each of its counterparts: the more the fewer leaves of the other
// text hold one that is nearly as good.
func weigh(run []wordPair, rate float64, other *text, out [][]assoc) {
	seen := other.seen
	other.mark++
	none := charge(rate)
	count, k := 0, 0
	a, strongest, held := assoc{}, float32(-1), 0 // the last one, and what it was worked out from
	for _, p := range run {
		for k < len(run) && run[k].strength >= 0.8*p.strength {
			for _, u := range other.posts[run[k].other] {
				if seen[u] != other.mark {
					seen[u] = other.mark
					count++
				}
			}
			k++
		}
		if p.strength != strongest || count != held {
			strongest, held = p.strength, count
			strength := float64(p.strength)
			chance := (float64(count) + 0.5) / float64(len(other.leaves)+1)
			r := max(rate, matchedRate*strength)
			miss := 1.0
			for n := range a.gain {
				miss *= 1 - chance
				a.gain[n] = float32(min(gainCap, math.Log(1-r+r*strength/max(1-miss, chance))) - none)
			}
		}
		a.word = p.word
		out[p.other] = append(out[p.other], a)
	}
}

// charge is the log-likelihood of a word without counterpart.
func charge(rate float64) float64 { return max(chargeFloor, math.Log(1-rate)) }

// setCharges sums the charges of the words of every leaf.
func (t *text) setCharges(rates []float64) {
	cost := make([]float64, len(rates))
	for w, r := range rates {
		cost[w] = charge(r)
	}
	for i := range t.leaves {
		l := &t.leaves[i]
		l.charge = 0
		for _, w := range l.words {
			l.charge += cost[w]
		}
	}
}

// rate is how often a word has a counterpart in a true pair when no lexicon
// knows it. Words that no list knows, and function words, say nothing by the
// absence of one.
func (w *word) rate() float64 {
	switch {
	case w.class == numberWord:
		return numberRate
	case w.class == markWord:
		return markRate
	case w.class == nameWord && len(w.text) > 3:
		return nameRate
	case len(w.closed) > 0 && int(w.closed[0]) >= len(closedWords):
		return contentRate
	}
	return 0
}

// wordPair says that a word and a word of the other text may translate each
// other.
type wordPair struct {
	word, other int32
	strength    float32
}

// wordPairs returns the associated words of two texts in order, each pair once
// with its strongest evidence: that of a lexicon, if there is one, by the numbers of
// the source words.
func wordPairs(src, tgt *text, numbers []int32, learned func(int32, func(int32, float64))) []wordPair {
	byEntry := make([][]int32, len(closedWords)+len(contentWords))
	byStem := map[[2]byte][]int32{}
	for s, w := range tgt.words {
		for _, e := range w.closed {
			byEntry[e] = append(byEntry[e], int32(s))
		}
		if len(w.norm) >= 3 {
			k := [2]byte{w.norm[0], w.norm[1]}
			byStem[k] = append(byStem[k], int32(s))
		}
	}
	best := make([]float64, len(tgt.words))
	var hits []int32
	var pairs []wordPair
	for f := range src.words {
		w := &src.words[f]
		hit := func(s int32, a float64) {
			if best[s] == 0 {
				hits = append(hits, s)
			}
			best[s] = max(best[s], a)
		}
		for _, e := range w.closed {
			for _, s := range byEntry[e] {
				hit(s, listStrength(e))
			}
		}
		switch {
		case w.class == numberWord || w.class == markWord || len(w.text) <= 3 && w.class == nameWord:
			strength := 1.0
			if w.class == nameWord {
				strength = shortName
			}
			if s, ok := tgt.index[string(byte(w.class))+w.text]; ok {
				hit(s, strength)
			}
		}
		if len(w.norm) >= 3 {
			for _, s := range byStem[[2]byte{w.norm[0], w.norm[1]}] {
				if a := cognate(w.norm, tgt.words[s].norm); a >= cognateFloor {
					hit(s, a)
				}
			}
		}
		if numbers != nil && numbers[f] >= 0 {
			learned(numbers[f], hit)
		}
		slices.Sort(hits)
		for _, s := range hits {
			pairs = append(pairs, wordPair{int32(f), s, float32(best[s])})
			best[s] = 0
		}
		hits = hits[:0]
	}
	return pairs
}

// listStrength returns how strong an association the entry of the word lists is.
func listStrength(entry int16) float64 {
	if int(entry) < len(closedWords) {
		return closedStrength
	}
	return contentStrength
}

// wordIndex finds the entries of closedWords, and after them those of
// contentWords, by form and by beginning.
type wordIndex struct {
	forms map[string][]int16
	stems [1 << stemBits][]stem // by a hash of their first bytes
	short []stem                // of two bytes
}

type stem struct {
	text  string
	entry int16
}

const stemBits = 10

// stemKey hashes the first three bytes.
func stemKey(s string) int {
	return (int(s[0])<<6 ^ int(s[1])<<3 ^ int(s[2])) & (1<<stemBits - 1)
}

var wordIndexes = sync.OnceValue(func() *[2]wordIndex {
	var ix [2]wordIndex
	for side := range ix {
		x := &ix[side]
		x.forms = map[string][]int16{}
		for e, w := range slices.Concat(closedWords[:], contentWords[:]) {
			for form := range strings.FieldsSeq([...]string{w.fi, w.sv}[side]) {
				switch s, ok := strings.CutSuffix(form, "*"); {
				case !ok:
					x.forms[form] = append(x.forms[form], int16(e))
				case len(s) < 3:
					x.short = append(x.short, stem{s, int16(e)})
				default:
					k := stemKey(s)
					x.stems[k] = append(x.stems[k], stem{s, int16(e)})
				}
			}
		}
	}
	return &ix
})

// lookUp looks the words up in the word lists; side 0 is Finnish.
func (t *text) lookUp(side int) {
	ix := &wordIndexes()[side]
	for k := range t.words {
		w := &t.words[k]
		w.closed = ix.entries(w.text, w.closed)
	}
}

// entries appends to out the entries of a word in lower case.
func (ix *wordIndex) entries(s string, out []int16) []int16 {
	out = append(out, ix.forms[s]...)
	for _, st := range ix.short {
		if strings.HasPrefix(s, st.text) {
			out = append(out, st.entry)
		}
	}
	if len(s) < 3 {
		return out
	}
	for _, st := range ix.stems[stemKey(s)] {
		if strings.HasPrefix(s, st.text) {
			out = append(out, st.entry)
		}
	}
	return out
}
