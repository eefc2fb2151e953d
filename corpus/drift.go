package corpus

import (
	"cmp"
	"slices"
	"strings"

	"github.com/steplint/steplint/parser"
)

// Drift is a noun of the source that has another translation here and there than
// mostly.
type Drift struct {
	Usual      string // translation, in a form that the texts have
	UsualPairs int    // that have it
	First      Usage  // its first place in the corpus
	// Places are those of the other translation: one in every pair that has a text
	// with it which no pair before has.
	Places []DriftPlace
	Pairs  int // that have the other translation
}

// DriftPlace is the first place of the other translation in a pair.
type DriftPlace struct {
	Usage
	Usual *Usage // the first place of the usual translation in the pair, nil if it has none
}

// Usage is a place where a word stands, and its translation.
type Usage struct {
	Pair           *Pair
	Source, Target parser.Span
}

// Drifts returns the drifts of the corpus in the order in which their nouns first
// stand. The time that it takes grows with the texts.
func (r *Renderings) Drifts() []Drift {
	var out []Drift
	d := drifter{Renderings: r, target: counter{count: make([]int, len(r.words[1].list))}, source: counter{count: make([]int, len(r.words[0].list))}}
	at := make([][]int32, len(r.texts)) // by text: its links
	for k, l := range r.links {
		at[l.text] = append(at[l.text], int32(k))
	}
	for f := range r.best {
		for _, o := range d.others(int32(f)) {
			out = append(out, d.drift(int32(f), o, at))
		}
	}
	return out
}

// use is a link in which a noun has a translation.
type use struct{ link, word int32 }

// drift gathers the places of two translations of noun f. The usual one is that of
// more pairs.
func (d *drifter) drift(f int32, o other, at [][]int32) Drift {
	usual := other{word: d.best[f].word}
	for _, n := range d.words[0].list[f].texts {
		if d.holds(n, usual.word) {
			usual.texts = append(usual.texts, n)
		}
	}
	if a, b := d.pairs(o, at), d.pairs(usual, at); a > b || a == b && len(o.texts) > len(usual.texts) {
		o.word, o.texts, usual.word, usual.texts = usual.word, usual.texts, o.word, o.texts
	}
	var uses []use
	for _, side := range []other{usual, o} {
		for _, n := range side.texts {
			for _, k := range at[n] {
				uses = append(uses, use{k, side.word})
			}
		}
	}
	slices.SortFunc(uses, func(a, b use) int { return cmp.Compare(a.link, b.link) })
	out := Drift{Usual: d.form(uses, f, usual.word)}
	told := map[int32]bool{}
	for len(uses) > 0 {
		pair := d.links[uses[0].link].pair
		n := 1
		for n < len(uses) && d.links[uses[n].link].pair == pair {
			n++
		}
		d.place(&out, uses[:n], f, usual.word, told)
		uses = uses[n:]
	}
	if out.Pairs >= out.UsualPairs || !o.part && clearly*out.Pairs > out.UsualPairs {
		// Not clear which is the usual one, or whether there is one: two senses.
		out.Places = slices.DeleteFunc(out.Places, func(p DriftPlace) bool { return p.Usual == nil })
	}
	return out
}

// pairs returns the number of pairs that have the translation.
func (d *drifter) pairs(o other, at [][]int32) int {
	known := map[*Pair]bool{}
	for _, n := range o.texts {
		for _, k := range at[n] {
			known[d.links[k].pair] = true
		}
	}
	return len(known)
}

// place adds what the uses of one pair are to the drift.
func (d *drifter) place(out *Drift, uses []use, f, usual int32, told map[int32]bool) {
	var at DriftPlace
	fresh, has := false, false
	for _, u := range uses {
		switch {
		case u.word != usual:
			if !has {
				at.Usage = d.usage(u.link, f, u.word)
			}
			has = true
			text := d.links[u.link].text
			fresh = fresh || !told[text]
			told[text] = true
		case at.Usual == nil:
			first := d.usage(u.link, f, usual)
			at.Usual = &first
		}
	}
	if at.Usual != nil {
		if out.UsualPairs == 0 {
			out.First = *at.Usual
		}
		out.UsualPairs++
	}
	if has {
		out.Pairs++
	}
	if fresh {
		out.Places = append(out.Places, at)
	}
}

// form returns how the usual translation is written in the first uses: the shortest
// form that is no exception.
func (d *drifter) form(uses []use, f, usual int32) string {
	const first, few = 20, 2
	count := map[string]int{}
	n := 0
	for _, u := range uses {
		if u.word == usual && n < first {
			n++
			use := d.usage(u.link, f, usual)
			count[strings.ToLower(use.Pair.Target.Text(use.Target))]++
		}
	}
	best := ""
	for w, c := range count {
		if c < few && n > few {
			continue
		}
		if best == "" || len(w) < len(best) || len(w) == len(best) && w < best {
			best = w
		}
	}
	return cmp.Or(best, d.words[1].list[usual].short)
}

// usage returns where the words stand in a link.
func (d *drifter) usage(link, source, target int32) Usage {
	l := d.links[link]
	return Usage{l.pair, d.find(l.pair.Source, l.unit[0], 0, source), d.find(l.pair.Target, l.unit[1], 1, target)}
}

// find returns the first place of the word in a leaf.
func (d *drifter) find(doc *parser.Document, unit, side int, word int32) parser.Span {
	s := doc.Units()[unit].Text
	text := doc.Plain(s)
	for scan := (wordScanner{text: text}); scan.next(); {
		if k, ok := d.words[side].known[scan.hash]; ok && d.words[side].forms[k].id == word {
			return doc.Source(s, parser.Span{Start: scan.start, End: scan.end})
		}
	}
	return s
}
