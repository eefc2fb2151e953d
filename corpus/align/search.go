package align

import "math"

// Cells whose best path scores this much less than the best of all are left out
// of the posterior: together they could not change its third decimal.
const beam = 16

var minusInf = math.Inf(-1)

// combine returns the better of two scores or, when adding up, the logarithm of
// the sum of what they stand for.
func combine(a, b float64, sum bool) float64 {
	if a < b {
		a, b = b, a
	}
	if !sum || b == minusInf || b < a-40 {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// forward fills fwd and, when looking for the best path, back.
func (g *grid) forward(sum bool) {
	for c := range g.fwd {
		for st := range g.fwd[c] {
			g.fwd[c][st] = minusInf
		}
	}
	g.fwd[0][afterBead] = 0
	for i := g.i0; i <= g.i1; i++ {
		lo, hi := g.row(i)
		for j := lo; j <= hi; j++ {
			g.forwardCell(i, j, sum)
		}
	}
}

func (g *grid) forwardCell(i, j int, sum bool) {
	c := g.cell(i, j)
	if g.alive != nil && !g.alive[c] {
		return
	}
	v, on := &g.fwd[c], g.joint(i, j)
	ready, from := minusInf, afterBead
	for st := range states {
		x := v[st] + on[st]
		if x > ready {
			from = st
		}
		ready = combine(ready, x, sum)
	}
	if ready == minusInf {
		return
	}
	g.gapBuf = g.gaps(i, j, g.gapBuf[:0])
	for _, e := range g.gapBuf {
		st, d := step{from: e.from, dj: 1}, c+1
		if !e.tgt {
			st, d = step{from: e.from, di: 1}, g.cell(i+1, j)
		}
		g.relax(d, e.to, v[e.from]+e.score, st, sum)
	}
	g.beadBuf = g.expand(i, j, g.beadBuf[:0])
	for _, b := range g.beadBuf {
		g.relax(g.cell(i+b.di, j+b.dj), afterBead, ready+b.score, step{from, int8(b.di), int8(b.dj), b.cross}, sum)
	}
}

// relax offers a score for a state of cell d.
func (g *grid) relax(d int, to state, x float64, st step, sum bool) {
	f := &g.fwd[d][to]
	if !sum {
		if x > *f {
			*f = x
			g.back[d][to] = st
		}
		return
	}
	*f = combine(*f, x, true)
}

// backward fills bwd: the score from each state to the end.
func (g *grid) backward(sum bool) {
	for c := range g.bwd {
		for st := range g.bwd[c] {
			g.bwd[c][st] = minusInf
		}
	}
	for i := g.i1; i >= g.i0; i-- {
		lo, hi := g.row(i)
		for j := hi; j >= lo; j-- {
			g.backwardCell(i, j, sum)
		}
	}
}

func (g *grid) backwardCell(i, j int, sum bool) {
	c := g.cell(i, j)
	if g.alive != nil && !g.alive[c] {
		return
	}
	v, on := &g.bwd[c], g.joint(i, j)
	ready := minusInf
	if i == g.i1 && j == g.j1 {
		ready = 0
	}
	g.beadBuf = g.expand(i, j, g.beadBuf[:0])
	for _, b := range g.beadBuf {
		ready = combine(ready, b.score+g.bwd[g.cell(i+b.di, j+b.dj)][afterBead], sum)
	}
	for st := range states {
		v[st] = ready + on[st]
	}
	g.gapBuf = g.gaps(i, j, g.gapBuf[:0])
	for _, e := range g.gapBuf {
		d := c + 1
		if !e.tgt {
			d = g.cell(i+1, j)
		}
		v[e.from] = combine(v[e.from], e.score+g.bwd[d][e.to], sum)
	}
}

// best returns the score of the best path and its beads in order; a bead
// without leaves on one side is a gap of one leaf.
func (g *grid) best() (float64, []placed) {
	g.forward(false)
	c := len(g.fwd) - 1
	on := g.joint(g.i1, g.j1)
	st, x := afterBead, minusInf
	for k := range states {
		if y := g.fwd[c][k] + on[k]; y > x {
			st, x = k, y
		}
	}
	var path []placed
	if x == minusInf {
		return x, nil
	}
	for i, j := g.i1, g.j1; i > g.i0 || j > g.j0; {
		b := g.back[g.cell(i, j)][st]
		i, j, st = i-int(b.di), j-int(b.dj), b.from
		path = append(path, placed{i: i, j: j, di: int(b.di), dj: int(b.dj), cross: b.cross})
	}
	for a, b := 0, len(path)-1; a < b; a, b = a+1, b-1 {
		path[a], path[b] = path[b], path[a]
	}
	return x, path
}

// upTo returns the score of the best path to a position where a bead starts.
func (g *grid) upTo(i, j int) float64 {
	v, on, x := &g.fwd[g.cell(i, j)], g.joint(i, j), minusInf
	for st := range states {
		x = max(x, v[st]+on[st])
	}
	return x
}

// placed is a bead at its place, with its posterior probability.
type placed struct {
	i, j, di, dj int
	cross        bool
	post         float64
}

// posterior sets the posterior probability of every bead of the best path, by
// the forward-backward algorithm over the cells near it. That of a gap is the
// probability that its leaf has no counterpart, wherever the gap stands.
func (g *grid) posterior(score float64, path []placed) {
	g.bwd = make([][states]float64, len(g.fwd))
	g.backward(false)
	alive := make([]bool, len(g.fwd))
	for c := range alive {
		for st := range states {
			alive[c] = alive[c] || g.fwd[c][st]+g.bwd[c][st] >= score-beam
		}
	}
	g.alive = alive
	g.forward(true)
	g.backward(true)
	total := g.bwd[0][afterBead]
	noSrc, noTgt := g.gapPosteriors(total)
	for k := range path {
		p := &path[k]
		switch {
		case p.dj == 0:
			p.post = noSrc[p.i-g.i0]
		case p.di == 0:
			p.post = noTgt[p.j-g.j0]
		default:
			p.post = g.beadPosterior(p, total)
		}
		p.post = min(1, max(0, p.post))
	}
	g.alive = nil
}

// gapPosteriors returns the probability of each leaf of both sides that it has
// no counterpart.
func (g *grid) gapPosteriors(total float64) (src, tgt []float64) {
	src, tgt = make([]float64, g.i1-g.i0), make([]float64, g.j1-g.j0)
	for i := g.i0; i <= g.i1; i++ {
		lo, hi := g.row(i)
		for j := lo; j <= hi; j++ {
			c := g.cell(i, j)
			if !g.alive[c] {
				continue
			}
			g.gapBuf = g.gaps(i, j, g.gapBuf[:0])
			for _, e := range g.gapBuf {
				if e.tgt {
					tgt[j-g.j0] += math.Exp(g.fwd[c][e.from] + e.score + g.bwd[c+1][e.to] - total)
				} else {
					src[i-g.i0] += math.Exp(g.fwd[c][e.from] + e.score + g.bwd[g.cell(i+1, j)][e.to] - total)
				}
			}
		}
	}
	return src, tgt
}

// beadPosterior returns the probability of a bead with leaves on both sides.
func (g *grid) beadPosterior(p *placed, total float64) float64 {
	c, on := g.cell(p.i, p.j), g.joint(p.i, p.j)
	ready := minusInf
	for st := range states {
		ready = combine(ready, g.fwd[c][st]+on[st], true)
	}
	g.beadBuf = g.expand(p.i, p.j, g.beadBuf[:0])
	for _, b := range g.beadBuf {
		if b.di == p.di && b.dj == p.dj && b.cross == p.cross {
			return math.Exp(ready + b.score + g.bwd[g.cell(p.i+b.di, p.j+b.dj)][afterBead] - total)
		}
	}
	return 0
}
