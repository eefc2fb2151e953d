package align

import (
	"cmp"
	"math"
	"slices"
)

// Moved leaves are found after the first search, which can't cross: a pair of
// spans that fits is taken out of both texts, and stays out if what is left
// then aligns so much better that a move explains it.
var priorMove = math.Log(0.001)

const (
	poor       = 4.0 // a bead that scores less may stand for a move
	moveFloor  = 1.0 // least score of a moved pair
	maxMoves   = 8   // moves of one pair of texts …
	maxTries   = 10  // … and proposals tried
	maxSuspect = 96  // suspects on a side, above which the texts are too unlike
	moveMargin = 5   // leaves searched again on either side of a move
	longestBox = 12  // leaves of a moved box
)

// moved is a pair of spans of leaves that stand at different places.
type moved struct {
	src, tgt [2]int // half-open
	score    float64
	post     float64
}

// moves finds moved boxes and leaves and marks their leaves as skipped. It
// returns them with the best path of all others.
func (s *scorer) moves(g *grid, score float64, path []placed) ([]moved, float64, []placed) {
	src, tgt := s.suspects(path)
	if len(src) == 0 || len(tgt) == 0 || len(src) > maxSuspect || len(tgt) > maxSuspect {
		return nil, score, path
	}
	now := s.pairScores(path)
	var out []moved
	tries, part := 0, g.part()
	for _, c := range s.proposals(src, tgt) {
		if c.score <= max(now[0][c.src[0]], now[1][c.tgt[0]]) || anySet(g.skipSrc, c.src) || anySet(g.skipTgt, c.tgt) {
			continue
		}
		if tries++; tries > maxTries || len(out) == maxMoves {
			break
		}
		set(g.skipSrc, c.src, true)
		set(g.skipTgt, c.tgt, true)
		gain := c.score + priorMove + g.change(part, c, path)
		if gain <= 0 {
			set(g.skipSrc, c.src, false)
			set(g.skipTgt, c.tgt, false)
			continue
		}
		c.post = 1 / (1 + math.Exp(-gain))
		out = append(out, c)
		score, path = g.best()
	}
	return out, score, path
}

// pairScores returns the score of the 1-1 bead that each source leaf and each
// target leaf is in; a move must fit better than that.
func (s *scorer) pairScores(path []placed) (x [2][]float64) {
	x[0], x[1] = make([]float64, len(s.src.leaves)), make([]float64, len(s.tgt.leaves))
	for _, p := range path {
		if p.di == 1 && p.dj == 1 {
			x[0][p.i] = s.pair(p.i, p.i+1, p.j, p.j+1)
			x[1][p.j] = x[0][p.i]
		}
	}
	return x
}

func anySet(x []bool, span [2]int) bool { return slices.Contains(x[span[0]:span[1]], true) }

func set(x []bool, span [2]int, v bool) {
	for k := span[0]; k < span[1]; k++ {
		x[k] = v
	}
}

// suspects returns the boxes and leaves of both texts that have no counterpart
// on the path or a poor one.
func (s *scorer) suspects(path []placed) (src, tgt [][2]int) {
	doubtS, doubtT := make([]bool, len(s.src.leaves)), make([]bool, len(s.tgt.leaves))
	for _, p := range path {
		doubt := p.di == 0 || p.dj == 0 || p.cross
		if !doubt && p.di <= maxSpan && p.dj <= maxSpan {
			doubt = s.pair(p.i, p.i+p.di, p.j, p.j+p.dj) < poor
		}
		set(doubtS, [2]int{p.i, p.i + p.di}, doubt && !p.cross)
		set(doubtT, [2]int{p.j, p.j + p.dj}, doubt && !p.cross)
	}
	return s.src.doubtful(doubtS), s.tgt.doubtful(doubtT)
}

// doubtful returns the leaves in doubt, and the boxes all of whose leaves are.
func (t *text) doubtful(doubt []bool) [][2]int {
	var out [][2]int
	start := 0
	for i := range t.leaves {
		if t.leaves[i].opens != nothing {
			start = i
		}
		if doubt[i] {
			out = append(out, [2]int{i, i + 1})
		}
		if n := i + 1 - start; n > 1 && n <= longestBox && t.opens(i+1) != nothing && !slices.Contains(doubt[start:i+1], false) {
			out = append(out, [2]int{start, i + 1})
		}
	}
	return out
}

// proposals returns the pairs of suspects that are each other's best, best
// first.
func (s *scorer) proposals(src, tgt [][2]int) []moved {
	bestS, bestT := make([]moved, len(src)), make([]moved, len(tgt))
	for a, x := range src {
		for b, y := range tgt {
			if (x[1]-x[0] > 1) != (y[1]-y[0] > 1) {
				continue
			}
			m := moved{src: x, tgt: y, score: s.run(x[0], x[1], y[0], y[1])}
			if m.score > bestS[a].score {
				bestS[a] = m
			}
			if m.score > bestT[b].score {
				bestT[b] = m
			}
		}
	}
	var out []moved
	for _, m := range bestS {
		if m.score > moveFloor && slices.ContainsFunc(bestT, func(o moved) bool { return o.src == m.src && o.tgt == m.tgt }) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b moved) int { return cmp.Compare(b.score, a.score) })
	return out
}

// change returns how much better the texts align since the pair was marked as
// skipped. Only the part of the path around it is searched again.
func (g *grid) change(part *grid, c moved, path []placed) float64 {
	a, b := 0, len(path)-1
	for k, p := range path {
		if p.di == 0 || p.dj == 0 {
			continue
		}
		if p.i <= c.src[0]-moveMargin && p.j <= c.tgt[0]-moveMargin {
			a = k
		}
		if p.i >= c.src[1]+moveMargin && p.j >= c.tgt[1]+moveMargin && k < b {
			b = k
		}
	}
	i0, j0, i1, j1 := g.i0, g.j0, g.i1, g.j1
	if a > 0 {
		i0, j0 = path[a].i, path[a].j
	}
	if b < len(path)-1 {
		i1, j1 = path[b].i, path[b].j
	}
	part.limit(i0, i1, j0, j1)
	now, _ := part.best()
	return now - (g.upTo(i1, j1) - g.upTo(i0, j0))
}

// inner returns the matches of the leaves of a moved pair.
func (s *scorer) inner(m moved) []match {
	if m.src[1]-m.src[0] == 1 && m.tgt[1]-m.tgt[0] == 1 {
		return []match{{[]int{m.src[0]}, []int{m.tgt[0]}, m.post}}
	}
	n := len(s.src.leaves)
	b := band{make([]int32, n+1), make([]int32, n+1)}
	for i := range n + 1 {
		lo, hi := m.tgt[0], m.tgt[1]
		switch {
		case i < m.src[0]:
			hi = lo
		case i > m.src[1]:
			lo = hi
		}
		b.lo[i], b.hi[i] = int32(lo), int32(hi)
	}
	s.setBand(b, maxSpan)
	g := newGrid(s, b, m.src[0], m.src[1], m.tgt[0], m.tgt[1], make([]bool, n), make([]bool, len(s.tgt.leaves)))
	score, path := g.best()
	g.posterior(score, path)
	var out []match
	for _, p := range path {
		p.post *= m.post
		out = p.matches(out)
	}
	return out
}
