package align

import "math"

// Prior probabilities of beads in texts that are meant to be parallel, tuned on
// a development set of curricula. Published priors (Gale & Church 1993) are for
// free prose and far too ready to join sentences.
var (
	priorOne      = math.Log(0.95)
	priorTwo      = math.Log(0.0015) // two leaves ↔ one
	priorThree    = math.Log(0.001)
	priorTwoTwo   = math.Log(0.0003)
	priorCross    = math.Log(0.003) // two neighbours in exchanged order
	priorRun      = math.Log(0.0005)
	priorGap      = math.Log(0.0015) // a first leaf without counterpart
	priorPart     = math.Log(0.06)   // … that is a part of a unit: glued to another text
	priorSameBox  = math.Log(1)      // leaves of one box join more easily …
	priorOtherBox = math.Log(0.4)    // … than across its border
)

// A run of leaves stands for one leaf of the other text, as when a header is
// broken over many lines or the paragraphs of a cell stand on one: so many at
// least and at most. Lengths that add up are what tells it; those of short
// fragments do so roughly.
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
	known uint8 // bit k: score[k] is set; knowsRuns: so are the runs
	score [len(shapes)]float32
}

const knowsRuns = 1 << len(shapes)

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
		x := priorCross + g.s.joints[g.s.src.opens(i+1)][g.s.tgt.opens(j+1)]
		return x + g.s.pair(i, i+1, j+1, j+2) + g.s.pair(i+1, i+2, j, j+1)
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
	switch a, b := g.s.src.pieces(i, i+di), g.s.tgt.pieces(j, j+dj); a + b {
	case 2:
		return priorOne
	case 3:
		x = priorTwo
	case 4:
		if a != b {
			x = priorThree
		}
	}
	same := true
	for k := i + 1; k < i+di; k++ {
		same = same && g.s.src.leaves[k].opens == nothing
	}
	for k := j + 1; k < j+dj; k++ {
		same = same && g.s.tgt.leaves[k].opens == nothing
	}
	if same {
		return x + priorSameBox
	}
	return x + priorOtherBox
}

// runs appends the beads of one leaf and a run of leaves.
func (g *grid) runs(i, j int, out []bead) []bead {
	for _, b := range g.whole.allRuns(i, j) {
		if g.inside(i+b.di, j+b.dj) && !anySet(g.skipSrc, [2]int{i, i + b.di}) && !anySet(g.skipTgt, [2]int{j, j + b.dj}) {
			out = append(out, b)
		}
	}
	return out
}

// allRuns returns the beads of one leaf and a run of leaves that start at (i, j)
// when nothing is skipped. It remembers them.
func (g *grid) allRuns(i, j int) []bead {
	c := g.cell(i, j)
	o := &g.offers[c]
	if o.known&knowsRuns != 0 {
		return g.runsAt[c]
	}
	o.known |= knowsRuns
	if i >= g.i1 || j >= g.j1 {
		return nil
	}
	var out []bead
	a, b := g.s.srcLen.sum, g.s.tgtLen.sum
	for n := minRun; n <= maxRun && g.inside(i+1, j+n) && 3*(b[j+n]-b[j]) <= 5*(a[i+1]-a[i]); n++ {
		if addUp(a[i+1]-a[i], b[j:j+n+1]) {
			out = append(out, bead{1, n, false, priorRun + g.s.run(i, i+1, j, j+n)})
		}
	}
	for n := minRun; n <= maxRun && g.inside(i+n, j+1) && 3*(a[i+n]-a[i]) <= 5*(b[j+1]-b[j]); n++ {
		if addUp(b[j+1]-b[j], a[i:i+n+1]) {
			out = append(out, bead{n, 1, false, priorRun + g.s.run(i, i+n, j, j+1)})
		}
	}
	if out != nil {
		if g.runsAt == nil {
			g.runsAt = map[int][]bead{}
		}
		g.runsAt[c] = out
	}
	return out
}

// addUp reports whether the lengths of leaves, of which sum holds the code
// points before each and after the last, add up to the given one.
func addUp(size int, sum []int) bool {
	longest, total := 0, sum[len(sum)-1]-sum[0]
	for k, x := range sum[1:] {
		longest = max(longest, x-sum[k])
	}
	if longest > fragment {
		return 5*total >= 4*size && 4*total <= 5*size
	}
	return 5*total >= 3*size && 3*total <= 5*size
}

// run scores a bead of one leaf and a run of fragments: like pair, for spans
// that the tables don't hold.
func (s *scorer) run(i0, i1, j0, j1 int) float64 {
	src := s.srcLen.charge[i1] - s.srcLen.charge[i0] + s.sourceGain(i0, i1, j0, j1)
	tgt := s.tgtLen.charge[j1] - s.tgtLen.charge[j0] + s.targetGain(i0, i1, j0, j1)
	return s.length(i0, i1, j0, j1) + wordWeight*balance(src, tgt, i1-i0, j1-j0) + s.shape(i0, i1, j0, j1)
}

// sourceGain is what the source words of a bead of any size gain from the target
// words in it.
func (s *scorer) sourceGain(i0, i1, j0, j1 int) float64 {
	if j1-j0 > 1 || !s.toSource.has(j0, i0) || !s.toSource.has(j0, i1-1) {
		return spanGain(s.tgt, s.src, s.from, j0, j1, i0, i1)
	}
	x := 0.0
	for i := i0; i < i1; i++ {
		x += s.toSource.get(0, j0, i)
	}
	return x
}

// targetGain is the reverse of sourceGain.
func (s *scorer) targetGain(i0, i1, j0, j1 int) float64 {
	if i1-i0 > 1 || !s.toTarget.has(i0, j0) || !s.toTarget.has(i0, j1-1) {
		return spanGain(s.src, s.tgt, s.to, i0, i1, j0, j1)
	}
	x := 0.0
	for j := j0; j < j1; j++ {
		x += s.toTarget.get(0, i0, j)
	}
	return x
}

// noGain is less than any gain: of a word without counterpart.
const noGain = -100

// spanGain adds up what the words of the leaves j0 to j1 of t gain from
// counterparts among the leaves i0 to i1 of q.
func spanGain(q, t *text, to [][]assoc, i0, i1, j0, j1 int) float64 {
	n := min(i1-i0, maxSpan) - 1
	best := t.bestGains()
	for j := j0; j < j1; j++ {
		for _, w := range t.leaves[j].words {
			best[w] = wordGain{true, noGain}
		}
	}
	for i := i0; i < i1; i++ {
		for _, v := range q.leaves[i].words {
			for e := range to[v] {
				if a := &to[v][e]; best[a.word].wanted {
					best[a.word].gain = max(best[a.word].gain, a.gain[n])
				}
			}
		}
	}
	x := 0.0
	for j := j0; j < j1; j++ {
		for _, w := range t.leaves[j].words {
			if g := best[w].gain; g != noGain {
				x += float64(g)
			}
		}
	}
	for j := j0; j < j1; j++ {
		for _, w := range t.leaves[j].words {
			best[w].wanted = false
		}
	}
	return x
}

// wordGain is scratch of spanGain.
type wordGain struct {
	wanted bool
	gain   float32
}

func (t *text) bestGains() []wordGain {
	if t.gains == nil {
		t.gains = make([]wordGain, len(t.words))
	}
	return t.gains
}
