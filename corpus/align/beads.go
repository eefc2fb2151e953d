package align

import "math"

// Prior probabilities of beads in texts that are meant to be parallel, tuned on
// a development set of curricula. Published priors (Gale & Church 1993) are for
// free prose and far too ready to join sentences.
var (
	priorOne      = math.Log(0.95)
	priorTwo      = math.Log(0.003) // two leaves ↔ one
	priorThree    = math.Log(0.001)
	priorTwoTwo   = math.Log(0.0003)
	priorCross    = math.Log(0.003) // two neighbours in exchanged order
	priorRun      = math.Log(0.0005)
	priorGap      = math.Log(0.0015) // a first leaf without counterpart
	priorSameBox  = math.Log(1)      // leaves of one box join more easily …
	priorOtherBox = math.Log(0.4)    // … than across its border
)

// A run of fragments stands for one leaf of the other text, as when a header is
// broken over many lines: so many at least and at most, each this short.
const (
	minRun, maxRun = maxSpan + 1, 9
	fragment       = 40
)

// bead is an edge of the search: di source leaves and dj target leaves.
type bead struct {
	di, dj int
	cross  bool
	score  float64
}

// shapes are the beads that every cell offers, besides runs.
var shapes = [...]bead{
	{di: 1, dj: 1}, {di: 1, dj: 2}, {di: 1, dj: 3}, {di: 2, dj: 1}, {di: 2, dj: 2}, {di: 3, dj: 1},
	{di: 2, dj: 2, cross: true},
}

// offers keeps the scores of the shapes at a cell, which every pass asks for.
type offers struct {
	known uint8 // bit k: score[k] is set
	score [len(shapes)]float32
}

// expand appends to out the beads with leaves on both sides that start at (i, j).
func (g *grid) expand(i, j int, out []bead) []bead {
	o := &g.whole.offers[g.whole.cell(i, j)]
	for k, b := range shapes {
		if !g.inside(i+b.di, j+b.dj) || !g.free(g.skipSrc, g.i1, i, b.di) || !g.free(g.skipTgt, g.j1, j, b.dj) {
			continue
		}
		if o.known&(1<<k) == 0 {
			o.known |= 1 << k
			o.score[k] = float32(g.offer(i, j, b))
		}
		if b.score = float64(o.score[k]); b.score > minusInf {
			out = append(out, b)
		}
	}
	return g.runs(i, j, out)
}

// offer returns the score of a bead, prior included.
func (g *grid) offer(i, j int, b bead) float64 {
	switch {
	case !b.cross:
		return g.prior(i, j, b.di, b.dj) + g.s.pair(i, i+b.di, j, j+b.dj)
	case g.s.toTarget.has(i, j+1) && g.s.toTarget.has(i+1, j):
		return priorCross + g.s.pair(i, i+1, j+1, j+2) + g.s.pair(i+1, i+2, j, j+1)
	}
	return minusInf
}

// free reports whether n leaves from k on lie before end and none is skipped.
func (g *grid) free(skip []bool, end, k, n int) bool {
	return k+n <= end && !skip[k+n-1] && (n == 1 || !skip[k])
}

// prior returns the log prior of a bead without crossing.
func (g *grid) prior(i, j, di, dj int) float64 {
	x := priorTwoTwo
	switch di + dj {
	case 2:
		return priorOne
	case 3:
		x = priorTwo
	case 4:
		if di != dj {
			x = priorThree
		}
	}
	same := true
	for k := i + 1; k < i+di; k++ {
		same = same && g.s.src.leaves[k].box == 0
	}
	for k := j + 1; k < j+dj; k++ {
		same = same && g.s.tgt.leaves[k].box == 0
	}
	if same {
		return x + priorSameBox
	}
	return x + priorOtherBox
}

// runs appends the beads of one leaf and a run of fragments.
func (g *grid) runs(i, j int, out []bead) []bead {
	if i >= g.i1 || j >= g.j1 || g.skipSrc[i] || g.skipTgt[j] {
		return out
	}
	a, b := g.s.srcLen.sum, g.s.tgtLen.sum
	for n := 1; n <= maxRun && j+n <= g.j1 && !g.skipTgt[j+n-1] && b[j+n]-b[j+n-1] <= fragment; n++ {
		if n >= minRun && g.inside(i+1, j+n) && comparable(a[i+1]-a[i], b[j+n]-b[j]) {
			out = append(out, bead{1, n, false, priorRun + g.s.run(i, i+1, j, j+n)})
		}
	}
	for n := 1; n <= maxRun && i+n <= g.i1 && !g.skipSrc[i+n-1] && a[i+n]-a[i+n-1] <= fragment; n++ {
		if n >= minRun && g.inside(i+n, j+1) && comparable(a[i+n]-a[i], b[j+1]-b[j]) {
			out = append(out, bead{n, 1, false, priorRun + g.s.run(i, i+n, j, j+1)})
		}
	}
	return out
}

// comparable reports whether two lengths are near enough for a run.
func comparable(a, b int) bool { return 5*a >= 3*b && 5*b >= 3*a }

// run scores a bead of one leaf and a run of fragments: like pair, for spans
// that the tables don't hold.
func (s *scorer) run(i0, i1, j0, j1 int) float64 {
	src := s.srcLen.charge[i1] - s.srcLen.charge[i0] + spanGain(s.tgt, s.src, s.from, j0, j1, i0, i1)
	tgt := s.tgtLen.charge[j1] - s.tgtLen.charge[j0] + spanGain(s.src, s.tgt, s.to, i0, i1, j0, j1)
	return s.length(i0, i1, j0, j1) + wordWeight*balance(src, tgt, i1-i0, j1-j0) + s.shape(i0, i1, j0, j1)
}

// spanGain adds up what the words of the leaves j0 to j1 of t gain from
// counterparts among the leaves i0 to i1 of q.
func spanGain(q, t *text, to [][]assoc, i0, i1, j0, j1 int) float64 {
	n := min(i1-i0, maxSpan) - 1
	x := 0.0
	for j := j0; j < j1; j++ {
		for _, w := range t.leaves[j].words {
			best := float32(0)
			found := false
			for i := i0; i < i1; i++ {
				for _, v := range q.leaves[i].words {
					for e := range to[v] {
						if a := &to[v][e]; a.word == w && (!found || a.gain[n] > best) {
							best, found = a.gain[n], true
						}
					}
				}
			}
			x += float64(best)
		}
	}
	return x
}
