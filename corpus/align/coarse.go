package align

import "math"

// Scores of the coarse search, which knows only 1-1 beads and single gaps, and
// how far below the best path a cell may lie to be searched again in full.
const (
	coarseGap  = -2.5
	coarseBeam = 16
	margin     = 3 // positions added on either side: the longest bead

	// Where everything fits everything, as in texts of one line again and
	// again, only the surroundings of one best path are searched in full: so
	// many cells for every leaf, and some.
	cellsPerLeaf = 32
	fewCells     = 1 << 16
)

// narrow returns a band that holds the likely paths. It searches a wide band
// around the diagonal with 1-1 beads only, and a wider one as long as the best
// path runs along the edge.
func (s *scorer) narrow() band {
	n, m := len(s.src.leaves), len(s.tgt.leaves)
	for half := minHalfWidth; ; half *= 2 {
		b := diagonal(n, m, half)
		s.setBand(b, 1)
		c := coarse{s: s, t: newTable(b, 3)}
		out, touched := c.search()
		if !touched || 4*c.t.band.cells() > maxCells || half > max(n, m) {
			return out
		}
	}
}

var minusInf32 = float32(math.Inf(-1))

// coarse is the first search. Its table holds the score of the pair that starts
// at a cell and those of the best paths from the start and to the end. The latter
// are told from the base of their row, for over a long text they add up to more
// than its small numbers can hold.
type coarse struct {
	s                *scorer
	t                table
	fwdBase, bwdBase []float64
}

func (c *coarse) search() (out band, touched bool) {
	n, m := len(c.s.src.leaves), len(c.s.tgt.leaves)
	c.fwdBase, c.bwdBase = make([]float64, n+1), make([]float64, n+1)
	for i := 0; i <= n; i++ {
		c.forwardRow(i, n, m)
	}
	for i := n; i >= 0; i-- {
		c.backwardRow(i, n, m)
	}
	return c.around(n, m)
}

func (c *coarse) forwardRow(i, n, m int) {
	pair, fwd := c.t.v[0], c.t.v[1]
	lo, hi := int(c.t.lo[i]), int(c.t.hi[i])
	down := float32(0) // what a score of the row above is in this one
	if i > 0 {
		c.fwdBase[i] = c.fwdBase[i-1] + float64(best(fwd[c.t.at[i-1]:c.t.at[i]]))
		down = float32(c.fwdBase[i-1] - c.fwdBase[i])
	}
	for j := lo; j <= hi; j++ {
		k := c.t.at[i] + j - lo
		if i < n && j < m {
			pair[k] = float32(c.s.pair(i, i+1, j, j+1) + c.s.joints[c.s.src.leaves[i].opens][c.s.tgt.leaves[j].opens])
		}
		x := float32(0)
		if k > 0 {
			x = minusInf32
		}
		if i > 0 && j > 0 && c.t.has(i-1, j-1) {
			d := c.t.cell(i-1, j-1)
			x = max(x, fwd[d]+pair[d]+down)
		}
		if i > 0 && c.t.has(i-1, j) {
			x = max(x, fwd[c.t.cell(i-1, j)]+coarseGap+down)
		}
		if j > lo {
			x = max(x, fwd[k-1]+coarseGap)
		}
		fwd[k] = x
	}
}

func (c *coarse) backwardRow(i, n, m int) {
	pair, bwd := c.t.v[0], c.t.v[2]
	lo, hi := int(c.t.lo[i]), int(c.t.hi[i])
	up := float32(0) // what a score of the row below is in this one
	if i < n {
		next := c.t.at[i+1]
		c.bwdBase[i] = c.bwdBase[i+1] + float64(best(bwd[next:next+int(c.t.hi[i+1]-c.t.lo[i+1])+1]))
		up = float32(c.bwdBase[i+1] - c.bwdBase[i])
	}
	for j := hi; j >= lo; j-- {
		k := c.t.at[i] + j - lo
		x := float32(0)
		if i < n || j < m {
			x = minusInf32
		}
		if i < n && j < m && c.t.has(i+1, j+1) {
			x = max(x, pair[k]+bwd[c.t.cell(i+1, j+1)]+up)
		}
		if i < n && c.t.has(i+1, j) {
			x = max(x, bwd[c.t.cell(i+1, j)]+coarseGap+up)
		}
		if j < hi {
			x = max(x, bwd[k+1]+coarseGap)
		}
		bwd[k] = x
	}
}

// best returns the highest of the scores of a row.
func best(row []float32) float32 {
	x := minusInf32
	for _, y := range row {
		x = max(x, y)
	}
	return x
}

// around returns the band of the cells on good paths, and whether one of them
// on a best path lies at an edge that more cells lie beyond.
func (c *coarse) around(n, m int) (out band, touched bool) {
	fwd, bwd := c.t.v[1], c.t.v[2]
	best := c.bwdBase[0] + float64(bwd[0])
	out = band{make([]int32, n+1), make([]int32, n+1)}
	for i := range n + 1 {
		lo, hi := int(c.t.lo[i]), int(c.t.hi[i])
		first, last := hi, lo
		for j := lo; j <= hi; j++ {
			k := c.t.at[i] + j - lo
			x := c.fwdBase[i] + c.bwdBase[i] + float64(fwd[k]+bwd[k])
			if x >= best-coarseBeam {
				first, last = min(first, j), max(last, j)
			}
			if x >= best-1 && (j == lo && j > 0 || j == hi && j < m) {
				touched = true
			}
		}
		out.lo[i], out.hi[i] = int32(max(0, first-margin)), int32(min(m, last+margin))
	}
	out = out.connected(m)
	if most := cellsPerLeaf*(n+m) + fewCells; out.cells() > most {
		out = c.along(n, m, most/(2*n+2))
	}
	return out, touched
}

// along returns the band of so many positions on either side of the best path.
func (c *coarse) along(n, m, half int) band {
	pair, bwd := c.t.v[0], c.t.v[2]
	out := band{make([]int32, n+1), make([]int32, n+1)}
	for i, j, first := 0, 0, 0; ; {
		k := c.t.at[i] + j - int(c.t.lo[i])
		both, down, right := minusInf32, minusInf32, minusInf32
		if i < n {
			up := float32(c.bwdBase[i+1] - c.bwdBase[i])
			if j < m && c.t.has(i+1, j+1) {
				both = pair[k] + bwd[c.t.cell(i+1, j+1)] + up
			}
			if c.t.has(i+1, j) {
				down = bwd[c.t.cell(i+1, j)] + coarseGap + up
			}
		}
		if j < m && c.t.has(i, j+1) {
			right = bwd[k+1] + coarseGap
		}
		switch {
		case both >= down && both >= right && both > minusInf32:
			out.lo[i], out.hi[i] = int32(max(0, first-half)), int32(min(m, j+half))
			i, j, first = i+1, j+1, j+1
			continue
		case right >= down && right > minusInf32:
			j++
			continue
		}
		out.lo[i], out.hi[i] = int32(max(0, first-half)), int32(min(m, j+half))
		if i == n {
			return out.connected(m)
		}
		i, first = i+1, j
	}
}
