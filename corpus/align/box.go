package align

import (
	"cmp"
	"slices"

	"github.com/steplint/steplint/parser"
)

// substantial is the share of a container's text that must be linked with
// another container for the two to count as counterparts: a stray sentence
// joins nothing.
const substantial = 0.4

// leafLinks returns the links of leaves.
func leafLinks(src, tgt *text, beads []match) []Link {
	beads, loose := wholeUnits(src, tgt, beads)
	links := make([]Link, 0, len(beads))
	for _, b := range beads {
		l := Link{Source: src.unitsOf(b.src), Target: tgt.unitsOf(b.tgt), Score: b.score}
		l.Kind = kindOf(src, tgt, l)
		for _, p := range loose {
			if units := [...][]int{l.Source, l.Target}[p.side()]; slices.Contains(units, p.Unit) {
				l.Loose = append(l.Loose, p)
			}
		}
		links = append(links, l)
	}
	return links
}

// unitsOf returns the units of ascending leaves.
func (t *text) unitsOf(leaves []int) []int {
	var out []int
	for _, i := range leaves {
		if u := t.leaves[i].unit; len(out) == 0 || out[len(out)-1] != u {
			out = append(out, u)
		}
	}
	return out
}

func (p *Part) side() int {
	if p.Target {
		return 1
	}
	return 0
}

func kindOf(src, tgt *text, l Link) parser.Kind {
	if len(l.Source) > 0 {
		return src.units[l.Source[0]].Kind
	}
	return tgt.units[l.Target[0]].Kind
}

func sortLinks(links []Link) {
	first := func(ids []int) int {
		if len(ids) == 0 {
			return int(^uint(0) >> 1)
		}
		return ids[0]
	}
	slices.SortStableFunc(links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(first(a.Source), first(b.Source)), cmp.Compare(first(a.Target), first(b.Target)))
	})
}

// A tier is a set of units of which none holds another and that are related
// with one another: boxes (what holds leaves, and headings and levels
// themselves), rows, and blocks.
type tier struct {
	// holder returns the unit of the tier that holds leaf unit k, or -1.
	holder func(units []parser.Unit, k int) int
	// wanted reports whether a link of these kinds is one of this tier's.
	wanted func(parser.Kind) bool
}

var tiers = [...]tier{{boxOf, isBox}, {rowOf, isRow}, {blockOf, isBlock}}

func boxOf(units []parser.Unit, k int) int {
	if p := units[k].Parent; p >= 0 && units[k].Kind == parser.KindSentence {
		return p
	}
	return k
}

func isBox(k parser.Kind) bool {
	return k == parser.KindParagraph || k == parser.KindItem || k == parser.KindCell
}

func rowOf(units []parser.Unit, k int) int {
	for ; k >= 0; k = units[k].Parent {
		if units[k].Kind == parser.KindRow {
			return k
		}
	}
	return -1
}

func isRow(k parser.Kind) bool { return k == parser.KindRow }

func blockOf(units []parser.Unit, k int) int {
	for units[k].Parent >= 0 {
		k = units[k].Parent
	}
	return k
}

func isBlock(k parser.Kind) bool { return k == parser.KindList || k == parser.KindTable }

// boxLinks relates the containers of both texts by the leaves they hold: two
// are counterparts when a substantial share of the text of either is linked
// with the other, and a link is a connected component of counterparts.
func boxLinks(src, tgt *text, beads []match) []Link {
	var links []Link
	for _, t := range tiers {
		links = append(links, t.links(src, tgt, beads)...)
	}
	return links
}

// edge is the weight of the leaf links between two containers.
type edge struct {
	src, tgt       int
	ofSrc, ofTgt   float64 // code points of either side
	weight, scored float64 // … of both, and times the score of the link
}

func (t *tier) links(src, tgt *text, beads []match) []Link {
	srcOf, srcSize := t.holders(src)
	tgtOf, tgtSize := t.holders(tgt)
	edges := t.edges(src, tgt, srcOf, tgtOf, beads)
	n := len(src.units)
	u := newUnion(n + len(tgt.units))
	var weight, scored = make([]float64, n+len(tgt.units)), make([]float64, n+len(tgt.units))
	for _, e := range edges {
		if e.ofSrc >= substantial*srcSize[e.src] || e.ofTgt >= substantial*tgtSize[e.tgt] {
			u.join(e.src, n+e.tgt)
		}
	}
	for _, e := range edges {
		if r := u.root(e.src); r == u.root(n+e.tgt) {
			weight[r] += e.weight
			scored[r] += e.scored
		}
	}
	t.nullScores(src, tgt, srcOf, tgtOf, beads, u, weight, scored)
	return t.components(src, tgt, srcSize, tgtSize, u, weight, scored)
}

// holders returns the unit of the tier that holds each leaf, and the text size
// of every unit of the tier (at least 1; 0 for other units).
func (t *tier) holders(x *text) (of []int, size []float64) {
	of, size = make([]int, len(x.leaves)), make([]float64, len(x.units))
	for k, u := range x.units {
		if t.wanted(u.Kind) {
			size[k] = 1e-9 // also containers without leaves
		}
	}
	for i := range x.leaves {
		of[i] = t.holder(x.units, x.leaves[i].unit)
		if of[i] >= 0 {
			size[of[i]] += float64(x.leaves[i].size) + 1
		}
	}
	return of, size
}

// edges sums the leaf links by pairs of containers, in order.
func (t *tier) edges(src, tgt *text, srcOf, tgtOf []int, beads []match) []edge {
	var all []edge
	for _, b := range beads {
		ns, nt := 0.0, 0.0
		for _, i := range b.src {
			ns += float64(src.leaves[i].size) + 1
		}
		for _, j := range b.tgt {
			nt += float64(tgt.leaves[j].size) + 1
		}
		for _, i := range b.src {
			for _, j := range b.tgt {
				if srcOf[i] < 0 || tgtOf[j] < 0 {
					continue
				}
				a, c := float64(src.leaves[i].size)+1, float64(tgt.leaves[j].size)+1
				e := edge{src: srcOf[i], tgt: tgtOf[j], ofSrc: a * c / nt, ofTgt: c * a / ns}
				e.weight = e.ofSrc + e.ofTgt
				e.scored = e.weight * b.score
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.src, b.src), cmp.Compare(a.tgt, b.tgt))
	})
	out := all[:0]
	for _, e := range all {
		if k := len(out) - 1; k >= 0 && out[k].src == e.src && out[k].tgt == e.tgt {
			out[k].ofSrc += e.ofSrc
			out[k].ofTgt += e.ofTgt
			out[k].weight += e.weight
			out[k].scored += e.scored
			continue
		}
		out = append(out, e)
	}
	return out
}

// nullScores gives containers that stand alone the score of the leaves in them
// that have no counterpart.
func (t *tier) nullScores(src, tgt *text, srcOf, tgtOf []int, beads []match, u union, weight, scored []float64) {
	n := len(src.units)
	for _, b := range beads {
		if len(b.src) > 0 && len(b.tgt) > 0 {
			continue
		}
		for _, i := range b.src {
			if k := srcOf[i]; k >= 0 && u.alone(k) {
				weight[k] += float64(src.leaves[i].size) + 1
				scored[k] += b.score * (float64(src.leaves[i].size) + 1)
			}
		}
		for _, j := range b.tgt {
			if k := tgtOf[j]; k >= 0 && u.alone(n+k) {
				weight[n+k] += float64(tgt.leaves[j].size) + 1
				scored[n+k] += b.score * (float64(tgt.leaves[j].size) + 1)
			}
		}
	}
}

// components returns a link for every component that holds a wanted unit.
func (t *tier) components(src, tgt *text, srcSize, tgtSize []float64, u union, weight, scored []float64) []Link {
	n := len(src.units)
	at := make([]int, len(u.up))
	var links []Link
	var use []bool
	add := func(node int) *Link {
		r := u.root(node)
		if at[r] == 0 {
			l := Link{Score: 1}
			if weight[r] > 0 {
				l.Score = min(1, scored[r]/weight[r])
			}
			links = append(links, l)
			use = append(use, false)
			at[r] = len(links)
		}
		return &links[at[r]-1]
	}
	for k := range src.units {
		if srcSize[k] > 0 {
			l := add(k)
			l.Source = append(l.Source, k)
			use[at[u.root(k)]-1] = use[at[u.root(k)]-1] || t.wanted(src.units[k].Kind)
		}
	}
	for k := range tgt.units {
		if tgtSize[k] > 0 {
			l := add(n + k)
			l.Target = append(l.Target, k)
			use[at[u.root(n+k)]-1] = use[at[u.root(n+k)]-1] || t.wanted(tgt.units[k].Kind)
		}
	}
	out := links[:0]
	for k, l := range links {
		if use[k] {
			l.Kind = kindOf(src, tgt, l)
			out = append(out, l)
		}
	}
	return out
}

// union is a disjoint-set forest whose roots are the lowest members.
type union struct{ up, size []int }

func newUnion(n int) union {
	u := union{make([]int, n), make([]int, n)}
	for k := range u.up {
		u.up[k], u.size[k] = k, 1
	}
	return u
}

func (u union) root(k int) int {
	for u.up[k] != k {
		u.up[k] = u.up[u.up[k]]
		k = u.up[k]
	}
	return k
}

func (u union) join(a, b int) {
	a, b = u.root(a), u.root(b)
	if a != b {
		a, b = min(a, b), max(a, b)
		u.up[b] = a
		u.size[a] += u.size[b]
	}
}

// alone reports whether k is a component of its own.
func (u union) alone(k int) bool { return u.size[u.root(k)] == 1 }
