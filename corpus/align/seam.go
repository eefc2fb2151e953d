package align

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// A seam is where a sentence may begin although no full stop ends the one before:
// a capitalised word in running text that is no name, for elsewhere the same text
// has it with a small letter, or it is an everyday word. Leaves are cut there, so that what one language has
// too much can be told even when it is glued to something else. The parts of one
// unit join at no cost.
const (
	shortPart = 30 // bytes of the shortest part
	fewWords  = 7  // words of the shortest part that may be told: a name is shorter
	maxSeams  = 2  // a unit with more is full of titles or labels
	maxPlaces = 8  // places looked at: a unit with more is, too
)

// seamed is a leaf with places in its plain text where there may be seams.
type seamed struct {
	leaf int
	at   []int
}

// cut cuts leaves at their seams.
func (t *text) cut(doc *parser.Document, all []seamed) {
	out := t.leaves[:0:0]
	from := 0
	for _, s := range all {
		parts := t.parts(doc, &t.leaves[s.leaf], s.at)
		if len(parts) < 2 || len(parts) > maxSeams+1 {
			continue
		}
		out = append(append(out, t.leaves[from:s.leaf]...), parts...)
		from = s.leaf + 1
	}
	if from > 0 {
		t.leaves = append(out, t.leaves[from:]...)
	}
}

// parts returns the leaf as the parts that its seams make of it.
func (t *text) parts(doc *parser.Document, l *leaf, at []int) []leaf {
	if len(at) > maxPlaces {
		return nil
	}
	plain := doc.Plain(l.text)
	var cuts []int
	last := 0
	for _, i := range at {
		if i-last > shortPart && len(plain)-i > shortPart && t.begins(plain, i) {
			cuts = append(cuts, i)
			last = i
		}
	}
	if len(cuts) == 0 {
		return nil
	}
	var out []leaf
	start := 0
	for _, end := range append(cuts, len(plain)) {
		p := *l
		p.text = doc.Source(l.text, parser.Span{Start: start, End: trimmed(plain, end)})
		s := plain[start:end]
		p.size, p.small, p.soft, p.count = utf8.RuneCountInString(s), small(s), start > 0, len(strings.Fields(s))
		if p.soft {
			p.opens = nothing
		}
		p.words = t.tokenize(s)
		out = append(out, p)
		start = end
	}
	return out
}

// trimmed returns end less the space before it.
func trimmed(s string, end int) int {
	for end > 0 && s[end-1] == ' ' {
		end--
	}
	return end
}

// begins reports whether a sentence may begin at byte i of a text: its first word
// is one that has a small letter elsewhere, no hyphen makes a title of it, and the
// word before does not lead on to a name.
func (t *text) begins(plain string, i int) bool {
	s := plain[i:]
	n := endOfWord(s, 0)
	if strings.HasPrefix(s[n:], "-") || strings.Contains(s, " -") || leadsOn(plain[:i]) {
		return false
	}
	w := &t.words[t.id(s[:n], plainWord)]
	if w.lower || t.lang == nil {
		return w.lower
	}
	side := 1
	if t.lang == lang.FI {
		side = 0
	}
	return t.lang.FunctionWords[w.text] || len(wordIndexes()[side].entries(w.text, nil)) > 0
}

// leadsOn reports whether the text ends in a word that no sentence ends in, so that
// what follows with a capital is a name or title.
func leadsOn(before string) bool {
	before = strings.TrimRight(before, " ")
	i := len(before)
	for i > 0 && before[i-1] != ' ' {
		i--
	}
	return determiners[before[i:]]
}

// determiners are Swedish articles, possessives and prepositions; Finnish has none
// that stand before a name alone.
var determiners = map[string]bool{
	"en": true, "ett": true, "den": true, "det": true, "de": true, "denna": true, "detta": true, "dessa": true,
	"min": true, "mitt": true, "mina": true, "din": true, "ditt": true, "dina": true, "sin": true, "sitt": true, "sina": true,
	"vår": true, "vårt": true, "våra": true, "er": true, "ert": true, "era": true, "hans": true, "hennes": true, "deras": true,
	"i": true, "på": true, "under": true, "över": true, "från": true, "till": true, "av": true, "med": true, "för": true,
	"om": true, "hos": true, "vid": true, "genom": true, "mellan": true, "enligt": true, "inom": true, "via": true, "mot": true,
}

// pieces returns how many units the leaves i to end stand for, when the parts of
// one unit count as one.
func (t *text) pieces(i, end int) int {
	n := 1
	for k := i + 1; k < end; k++ {
		if !t.leaves[k].soft {
			n++
		}
	}
	return n
}

// onSeam reports whether leaf i is a part of a unit.
func (t *text) onSeam(i int) bool {
	return t.leaves[i].soft || i+1 < len(t.leaves) && t.leaves[i+1].soft
}

// wholeUnits puts together the matches that hold parts of one unit, and takes out
// the parts without counterpart of units that have one: those are returned as
// excess.
func wholeUnits(src, tgt *text, beads []match) ([]match, []Part) {
	if !src.cutUp() && !tgt.cutUp() {
		return beads, nil
	}
	bySrc, byTgt := map[int]int{}, map[int]int{} // first bead with both sides of a unit
	u := newUnion(len(beads))
	for k, b := range beads {
		if len(b.src) == 0 || len(b.tgt) == 0 {
			continue
		}
		joinUnits(u, k, src, b.src, bySrc)
		joinUnits(u, k, tgt, b.tgt, byTgt)
	}
	// Parts of a unit that has no counterpart at all are one again.
	lostSrc, lostTgt := map[int]int{}, map[int]int{}
	for k, b := range beads {
		switch {
		case len(b.src) == 0 && !partOf(tgt, b.tgt, byTgt):
			joinUnits(u, k, tgt, b.tgt, lostTgt)
		case len(b.tgt) == 0 && !partOf(src, b.src, bySrc):
			joinUnits(u, k, src, b.src, lostSrc)
		}
	}
	var excess []Part
	out := make([]match, 0, len(beads))
	at := map[int]int{}
	for k, b := range beads {
		if len(b.src) == 0 && partOf(tgt, b.tgt, byTgt) {
			excess = tgt.loose(excess, b.tgt[0], true, b.score)
			continue
		}
		if len(b.tgt) == 0 && partOf(src, b.src, bySrc) {
			excess = src.loose(excess, b.src[0], false, b.score)
			continue
		}
		r := u.root(k)
		if first, ok := at[r]; ok && r != k {
			m := &out[first]
			m.src, m.tgt = append(slices.Clone(m.src), b.src...), append(slices.Clone(m.tgt), b.tgt...)
			slices.Sort(m.src)
			slices.Sort(m.tgt)
			m.score = min(m.score, b.score)
			continue
		}
		at[r] = len(out)
		out = append(out, b)
	}
	return out, excess
}

// loose appends leaf i as a part without counterpart, unless it is so short that it
// may be a name.
func (t *text) loose(out []Part, i int, target bool, score float64) []Part {
	l := &t.leaves[i]
	if l.count < fewWords {
		return out
	}
	return append(out, Part{l.unit, target, l.text, score})
}

func joinUnits(u union, k int, t *text, leaves []int, first map[int]int) {
	for _, i := range leaves {
		if !t.onSeam(i) {
			continue
		}
		unit := t.leaves[i].unit
		if f, ok := first[unit]; ok {
			u.join(f, k)
		} else {
			first[unit] = k
		}
	}
}

// partOf reports whether the only leaf is a part of a unit that has a counterpart.
func partOf(t *text, leaves []int, linked map[int]int) bool {
	if len(leaves) != 1 {
		return false
	}
	_, ok := linked[t.leaves[leaves[0]].unit]
	return ok && t.onSeam(leaves[0])
}

// cutUp reports whether a leaf of the text is only a part of a unit.
func (t *text) cutUp() bool {
	return slices.ContainsFunc(t.leaves, func(l leaf) bool { return l.soft })
}
