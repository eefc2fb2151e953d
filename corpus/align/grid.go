package align

import "math"

// A state says what came before a position of the search: a bead, or a gap, a
// run of leaves without counterpart, in which a box has begun or none has.
type state uint8

const (
	afterBead state = iota
	srcGapBox
	srcGapInside
	tgtGapBox
	tgtGapInside
	states // their number
)

// Log-likelihoods of one more leaf in a gap. What is missing from a translation
// is mostly a whole box, or sentences of one box; a gap that begins inside one
// and goes on into the next is rare. A single sentence is as likely to be
// missing at the start or end of its box as from its middle.
var (
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
	runsAt           map[int][]bead // by cell
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

// begun returns the state of a gap whose first leaf is k, or that has come to k
// without the start of a box; box is the state of one that begins with a box.
func begun(t *text, k int, box state) state {
	if t.leaves[k].opens != nothing {
		return box
	}
	return box + 1
}

// alone returns the score of a first leaf in a gap.
func alone(t *text, k int) float64 {
	if t.onSeam(k) {
		return priorPart
	}
	return priorGap
}

// extend returns the score of one more leaf in a gap.
func extend(t *text, k int, box bool) float64 {
	switch next := t.leaves[k].opens != nothing; {
	case box && next:
		return gapNext
	case box:
		return gapWithin
	case next:
		return gapStraddle
	}
	return gapInside
}

// joint returns what goes on with a bead at (i, j) by state: whether a box or a
// block begins on both sides or on neither since the bead before. It does not
// matter where in between: a first sentence without counterpart leaves the
// boundary where it was.
func (g *grid) joint(i, j int) [states]float64 {
	a, b := opened(g.s.src, g.skipSrc, i), opened(g.s.tgt, g.skipTgt, j)
	w := &g.s.joints
	return [states]float64{
		afterBead: w[a][b], srcGapInside: w[a][b], tgtGapInside: w[a][b],
		srcGapBox: max(w[max(a, aBox)][b], w[aBlock][b]),
		tgtGapBox: max(w[a][max(b, aBox)], w[a][aBlock]),
	}
}

// opened returns what leaf i opens, or a skipped one right before it.
func opened(t *text, skip []bool, i int) opening {
	o := t.opens(i)
	for ; i > 0 && skip[i-1]; i-- {
		o = max(o, t.leaves[i-1].opens)
	}
	return o
}

// gap is an edge of the search that consumes one leaf without counterpart, or a
// skipped one.
type gap struct {
	from, to state
	tgt      bool // the leaf is one of the target
	score    float64
}

// gaps appends to out the gap edges that leave (i, j). A source gap may be followed by a target gap but not the reverse, so
// that every alignment is one path.
func (g *grid) gaps(i, j int, out []gap) []gap {
	if i < g.i1 && g.inside(i+1, j) {
		if g.skipSrc[i] {
			for st := range states {
				out = append(out, gap{st, st, false, 0})
			}
		} else {
			to := begun(g.s.src, i, srcGapBox)
			out = append(out, gap{afterBead, to, false, alone(g.s.src, i)},
				gap{srcGapBox, srcGapBox, false, extend(g.s.src, i, true)},
				gap{srcGapInside, to, false, extend(g.s.src, i, false)})
		}
	}
	if j < g.j1 && g.inside(i, j+1) {
		if g.skipTgt[j] {
			for st := range states {
				out = append(out, gap{st, st, true, 0})
			}
		} else {
			to := begun(g.s.tgt, j, tgtGapBox)
			for st := range tgtGapBox {
				out = append(out, gap{st, to, true, alone(g.s.tgt, j)})
			}
			out = append(out, gap{tgtGapBox, tgtGapBox, true, extend(g.s.tgt, j, true)},
				gap{tgtGapInside, to, true, extend(g.s.tgt, j, false)})
		}
	}
	return out
}
