package align

import (
	"cmp"
	"math"
	"slices"
)

// What was moved is found after the first search, which can't cross: a pair of
// spans that fits is taken out of both texts, and stays out if what is left
// then aligns so much better that a move explains it.
var (
	priorMove  = math.Log(0.001)
	priorMixed = math.Log(0.02) // a whole box that becomes a sentence of another, or the reverse
)

const (
	poor       = 4.0 // a bead that scores less may stand for a move
	moveFloor  = 1.0 // least score of a moved pair
	maxMoves   = 8   // moves of one pair of texts …
	maxTries   = 10  // … and proposals tried
	maxSuspect = 96  // suspects on a side, above which the texts are too unlike
	moveMargin = 5   // leaves searched again on either side of a move
	longestBox = 12  // leaves of a moved box

	shortSection = 3   // leaves of a moved section, at least
	mostly       = 0.6 // share of its text that is in doubt
)

// moved is a pair of spans of leaves that stand at different places.
type moved struct {
	src, tgt [2]int // half-open
	score    float64
	post     float64
}

// moves finds moved sections, boxes and leaves and marks their leaves as skipped.
// It returns them with the best path of all others.
func (s *scorer) moves(g *grid, score float64, path []placed) ([]moved, float64, []placed) {
	a, b := s.doubts(g, path)
	sections := s.trimmed(apart(s.proposals(s.src.sections(a), s.tgt.sections(b)), path))
	out, score, path := s.try(g, sections, score, path)
	if len(out) > 0 {
		a, b = s.doubts(g, path)
	}
	more, score, path := s.try(g, s.proposals(s.src.doubtful(a), s.tgt.doubtful(b)), score, path)
	out = append(out, more...)
	score, path = s.withHeadings(g, out, score, path)
	return out, score, path
}

// withHeadings lets what moved take along the headings right above it where that
// is better than their own place.
func (s *scorer) withHeadings(g *grid, all []moved, score float64, path []placed) (float64, []placed) {
	part := g.part()
	heading := func(t *text, skip []bool, i int) bool { return i >= 0 && !skip[i] && t.leaves[i].class == classHeading }
	for k := range all {
		m := &all[k]
		for heading(s.src, g.skipSrc, m.src[0]-1) && heading(s.tgt, g.skipTgt, m.tgt[0]-1) {
			c := moved{src: [2]int{m.src[0] - 1, m.src[0]}, tgt: [2]int{m.tgt[0] - 1, m.tgt[0]}}
			g.skipSrc[c.src[0]], g.skipTgt[c.tgt[0]] = true, true
			if s.run(c.src[0], c.src[1], c.tgt[0], c.tgt[1])+g.change(part, c, path) <= 0 {
				g.skipSrc[c.src[0]], g.skipTgt[c.tgt[0]] = false, false
				break
			}
			m.src[0], m.tgt[0] = c.src[0], c.tgt[0]
			score, path = g.best()
		}
	}
	return score, path
}

// try returns which of the proposed moves make the texts align better, and the
// best path without their leaves.
func (s *scorer) try(g *grid, proposals []moved, score float64, path []placed) ([]moved, float64, []placed) {
	if len(proposals) == 0 {
		return nil, score, path
	}
	now := s.pairScores(path)
	var out []moved
	tries, part := 0, g.part()
	for _, c := range proposals {
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

// pairScores returns the score of the 1-1 bead, or half of a crossing, that each
// source leaf and each target leaf is in; a move must fit better than that.
func (s *scorer) pairScores(path []placed) (x [2][]float64) {
	x[0], x[1] = make([]float64, len(s.src.leaves)), make([]float64, len(s.tgt.leaves))
	for _, p := range path {
		switch {
		case p.di == 1 && p.dj == 1:
			x[0][p.i] = s.pair(p.i, p.i+1, p.j, p.j+1)
			x[1][p.j] = x[0][p.i]
		case p.cross:
			x[0][p.i], x[0][p.i+1] = s.pair(p.i, p.i+1, p.j+1, p.j+2), s.pair(p.i+1, p.i+2, p.j, p.j+1)
			x[1][p.j+1], x[1][p.j] = x[0][p.i], x[0][p.i+1]
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

// doubts marks the leaves of both texts that have no counterpart on the path or
// a poor one.
func (s *scorer) doubts(g *grid, path []placed) (src, tgt []bool) {
	src, tgt = make([]bool, len(s.src.leaves)), make([]bool, len(s.tgt.leaves))
	for _, p := range path {
		if p.cross {
			src[p.i] = s.pair(p.i, p.i+1, p.j+1, p.j+2) < poor
			src[p.i+1] = s.pair(p.i+1, p.i+2, p.j, p.j+1) < poor
			tgt[p.j], tgt[p.j+1] = src[p.i+1], src[p.i]
			continue
		}
		doubt := p.di == 0 || p.dj == 0
		if !doubt && p.di <= maxSpan && p.dj <= maxSpan {
			doubt = s.pair(p.i, p.i+p.di, p.j, p.j+p.dj) < poor
		}
		set(src, [2]int{p.i, p.i + p.di}, doubt)
		set(tgt, [2]int{p.j, p.j + p.dj}, doubt)
	}
	for i, skip := range g.skipSrc {
		src[i] = src[i] && !skip
	}
	for j, skip := range g.skipTgt {
		tgt[j] = tgt[j] && !skip
	}
	return src, tgt
}

// sections returns the sections most of whose text is in doubt, and the runs of
// these: each from a heading up to the next.
func (t *text) sections(doubt []bool) [][2]int {
	var out [][2]int
	start, all, lost, run := -1, 0, 0, -1
	for i := 0; i <= len(t.leaves); i++ {
		if i == len(t.leaves) || t.leaves[i].class == classHeading && t.leaves[i].opens == aBlock {
			doubtful := start >= 0 && float64(lost) >= mostly*float64(all)
			if doubtful {
				out = append(out, [2]int{start, i})
				if run < 0 {
					run = start
				}
			}
			if (!doubtful || i == len(t.leaves)) && run >= 0 {
				end := i
				if !doubtful {
					end = start
				}
				if last := out[len(out)-1]; last[0] != run {
					out = append(out, [2]int{run, end})
				}
				run = -1
			}
			start, all, lost = i, 0, 0
		}
		if i < len(t.leaves) {
			all += t.leaves[i].size
			if doubt[i] {
				lost += t.leaves[i].size
			}
		}
	}
	return slices.DeleteFunc(out, func(x [2]int) bool { return x[1]-x[0] < shortSection })
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
// first, or none when there are too many.
func (s *scorer) proposals(src, tgt [][2]int) []moved {
	if len(src) == 0 || len(tgt) == 0 || len(src) > maxSuspect || len(tgt) > maxSuspect {
		return nil
	}
	bestS, bestT := make([]moved, len(src)), make([]moved, len(tgt))
	for a, x := range src {
		for b, y := range tgt {
			if (x[1]-x[0] > 1) != (y[1]-y[0] > 1) {
				continue
			}
			m := moved{src: x, tgt: y, score: s.run(x[0], x[1], y[0], y[1])}
			if s.src.whole(x) != s.tgt.whole(y) {
				m.score += priorMixed
			}
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

// whole reports whether a span is of whole boxes.
func (t *text) whole(x [2]int) bool { return t.opens(x[0]) != nothing && t.opens(x[1]) != nothing }

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

// apart returns the pairs of which the path links nothing: the others stand where
// they should.
func apart(pairs []moved, path []placed) []moved {
	return slices.DeleteFunc(pairs, func(m moved) bool {
		return slices.ContainsFunc(path, func(p placed) bool {
			return p.di > 0 && p.dj > 0 && m.src[0] <= p.i && p.i < m.src[1] && m.tgt[0] <= p.j && p.j < m.tgt[1]
		})
	})
}

// trimmed returns the pairs of sections less what has no counterpart at their
// ends: where a section ends is not always marked.
func (s *scorer) trimmed(sections []moved) []moved {
	to, from := s.toTarget, s.toSource
	defer func() { s.toTarget, s.toSource = to, from }()
	var out []moved
	for _, m := range sections {
		for range 2 {
			score, path := s.within(m).best()
			m.score = score
			gap := func(p placed) bool { return p.di == 0 || p.dj == 0 }
			for len(path) > 0 && gap(path[0]) {
				path = path[1:]
			}
			for len(path) > 0 && gap(path[len(path)-1]) {
				path = path[:len(path)-1]
			}
			if len(path) == 0 {
				break
			}
			first, last := path[0], path[len(path)-1]
			less := moved{src: [2]int{first.i, last.i + last.di}, tgt: [2]int{first.j, last.j + last.dj}, score: m.score}
			if less == m {
				break
			}
			m = less
		}
		if m.score > moveFloor {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b moved) int { return cmp.Compare(b.score, a.score) })
	return out
}

// inner returns the matches of the leaves of a moved pair.
func (s *scorer) inner(m moved) []match {
	if m.src[1]-m.src[0] == 1 && m.tgt[1]-m.tgt[0] == 1 {
		return []match{{[]int{m.src[0]}, []int{m.tgt[0]}, m.post}}
	}
	var out []match
	g := s.within(m)
	score, path := g.best()
	g.posterior(score, path)
	for _, p := range path {
		p.post *= m.post
		out = p.matches(out)
	}
	return out
}

// within returns the grid of the leaves of a moved pair. It takes the scorer's
// tables: those of the whole are to be set again.
func (s *scorer) within(m moved) *grid {
	n := len(s.src.leaves)
	b := diagonal(m.src[1]-m.src[0], m.tgt[1]-m.tgt[0], minHalfWidth).moved(m, n)
	s.setBand(b, maxSpan)
	return newGrid(s, b, m.src[0], m.src[1], m.tgt[0], m.tgt[1], make([]bool, n), make([]bool, len(s.tgt.leaves)))
}
