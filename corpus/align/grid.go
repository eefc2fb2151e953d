package align

import "math"

// A state says what came before a position of the search: a bead, or a gap, a
// run of leaves without counterpart, that began at the start of a box or inside
// one.
type state uint8

const (
	afterBead state = iota
	srcGapBox
	srcGapInside
	tgtGapBox
	tgtGapInside
	states // their number
)

// Log-likelihoods of a gap's shape. What is missing from a translation is
// mostly a whole box, or sentences of one box; a gap that begins inside one and
// goes on into the next is rare.
var (
	gapWhole    = math.Log(1.6)  // ends with the box, having begun with one
	gapCut      = math.Log(0.5)  // began with a box and ends inside one
	gapWithin   = math.Log(0.25) // one more sentence of a box that lacks its first ones
	gapInside   = math.Log(0.05) // one more sentence of a box that has its first ones
	gapNext     = math.Log(0.05) // the next box as well
	gapStraddle = math.Log(0.01) // the next box after part of one
)

// grid is a search over the positions between source and target leaves: from
// (i0, j0) to (i1, j1), within a band. Skipped leaves take no part.
type grid struct {
	s                *scorer
	b                band
	i0, j0, i1, j1   int
	skipSrc, skipTgt []bool
	at               []int             // first cell of row i0+k
	fwd, bwd         [][states]float64 // best or summed log score, by cell
	back             [][states]step
	alive            []bool // cells worth summing over; nil: all
	whole            *grid  // the grid that this one is a part of, or itself
	offers           []offers
	beadBuf          []bead
	gapBuf           []gap
}

// step is how the best path came to a state.
type step struct {
	from   state
	di, dj int8
	cross  bool
}

func newGrid(s *scorer, b band, i0, i1, j0, j1 int, skipSrc, skipTgt []bool) *grid {
	g := &grid{s: s, b: b, skipSrc: skipSrc, skipTgt: skipTgt}
	g.whole = g
	g.limit(i0, i1, j0, j1)
	g.offers = make([]offers, len(g.fwd))
	return g
}

// part returns a grid without limits that shares what g knows of beads.
func (g *grid) part() *grid {
	return &grid{s: g.s, b: g.b, skipSrc: g.skipSrc, skipTgt: g.skipTgt, whole: g}
}

// limit sets the corners of the grid.
func (g *grid) limit(i0, i1, j0, j1 int) {
	g.i0, g.i1, g.j0, g.j1 = i0, i1, j0, j1
	g.at = g.at[:0]
	n := 0
	for i := i0; i <= i1; i++ {
		g.at = append(g.at, n)
		lo, hi := g.row(i)
		n += max(0, hi-lo+1)
	}
	if n > cap(g.fwd) {
		g.fwd, g.back = make([][states]float64, n), make([][states]step, n)
	}
	g.fwd, g.back = g.fwd[:n], g.back[:n]
}

// row returns the first and last position of row i within the grid.
func (g *grid) row(i int) (lo, hi int) {
	return max(g.j0, int(g.b.lo[i])), min(g.j1, int(g.b.hi[i]))
}

// inside reports whether the position belongs to the grid.
func (g *grid) inside(i, j int) bool {
	if i > g.i1 || j > g.j1 {
		return false
	}
	lo, hi := g.row(i)
	return lo <= j && j <= hi
}

// cell returns the index of a position inside the grid.
func (g *grid) cell(i, j int) int {
	return g.at[i-g.i0] + j - max(g.j0, int(g.b.lo[i]))
}

// open returns the state and score of a gap that begins with a leaf.
func open(t *text, k int, box state) (state, float64) {
	if t.leaves[k].box == 1 {
		return box, priorGap
	}
	return box + 1, priorGap
}

// extend returns the score of one more leaf in a gap.
func extend(t *text, k int, box bool) float64 {
	switch next := t.leaves[k].box == 1; {
	case box && next:
		return gapNext
	case box:
		return gapWithin
	case next:
		return gapStraddle
	}
	return gapInside
}

// closing returns the scores of leaving each state at (i, j).
func (g *grid) closing(i, j int) (x [states]float64) {
	x[srcGapBox], x[tgtGapBox] = gapCut, gapCut
	if g.s.src.starts(i) == 1 {
		x[srcGapBox] = gapWhole
	}
	if g.s.tgt.starts(j) == 1 {
		x[tgtGapBox] = gapWhole
	}
	return x
}

// gap is an edge of the search that consumes one leaf without counterpart, or a
// skipped one.
type gap struct {
	from, to state
	tgt      bool // the leaf is one of the target
	score    float64
}

// gaps appends to out the gap edges that leave (i, j), whose closing scores are
// given. A source gap may be followed by a target gap but not the reverse, so
// that every alignment is one path.
func (g *grid) gaps(i, j int, end *[states]float64, out []gap) []gap {
	if i < g.i1 && g.inside(i+1, j) {
		if g.skipSrc[i] {
			for st := range states {
				out = append(out, gap{st, st, false, 0})
			}
		} else {
			to, x := open(g.s.src, i, srcGapBox)
			out = append(out, gap{afterBead, to, false, x},
				gap{srcGapBox, srcGapBox, false, extend(g.s.src, i, true)},
				gap{srcGapInside, srcGapInside, false, extend(g.s.src, i, false)})
		}
	}
	if j < g.j1 && g.inside(i, j+1) {
		if g.skipTgt[j] {
			for st := range states {
				out = append(out, gap{st, st, true, 0})
			}
		} else {
			to, x := open(g.s.tgt, j, tgtGapBox)
			for st := range tgtGapBox {
				out = append(out, gap{st, to, true, x + end[st]})
			}
			out = append(out, gap{tgtGapBox, tgtGapBox, true, extend(g.s.tgt, j, true)},
				gap{tgtGapInside, tgtGapInside, true, extend(g.s.tgt, j, false)})
		}
	}
	return out
}
