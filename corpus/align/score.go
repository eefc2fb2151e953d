package align

import "math"

// Weights of the evidence and the shape of the length model, tuned on a
// development set of curricula.
const (
	lengthWeight = 0.45
	joinedWeight = 0.8 // lengths of beads of more than two leaves
	wordWeight   = 1.1
	kindWeight   = 0.7
	boxWeight    = 1
	blockWeight  = 0.25
	caseWeight   = 0.5

	// The logarithm of the length ratio is normal (Gale & Church 1993 use the
	// ratio itself) with a variance that falls with length.
	lengthMean     = 0.02
	lengthVariance = 0.010
	lengthSpread   = 0.65
	lengthFloor    = -8.0
	joinedFloor    = -25.0

	// Scores below which two leaves are no translation of each other: by length
	// and words, and where there are words that ought to have counterparts (a
	// charge of at least so much) mostly by these.
	unlike      = -3.0
	unlikeWords = -3.5
	telling     = -2.0

	sameKind  = 0.97 // share of true pairs whose kinds agree
	sameBox   = 0.97 // … that both start a box, or both don't
	sameBlock = 0.93
	sameCase  = 0.97 // … whose first letters are both small or both not
)

// scorer gives the log-likelihood ratio of "these leaves translate each other"
// against chance for any two short spans within the band.
type scorer struct {
	src, tgt *text
	to, from [][]assoc
	// toTarget[k] holds, for source spans of k+1 leaves by their first leaf,
	// the gain of the words of each target leaf; toSource the reverse.
	toTarget, toSource table
	srcLen, tgtLen     lengths
	kinds              [classes][classes]float64
	joints             [openings][openings]float64
	small              [2][2]float64
	spread             [512]spread // by length
}

// table holds up to maxSpan numbers for every cell of a band.
type table struct {
	band
	at []int // first cell of row i
	v  [maxSpan][]float32
}

func newTable(b band, layers int) table {
	t := table{band: b, at: make([]int, len(b.lo))}
	n := 0
	for i := range b.lo {
		t.at[i] = n
		n += int(b.hi[i]-b.lo[i]) + 1
	}
	for k := range layers {
		t.v[k] = make([]float32, n)
	}
	return t
}

// has reports whether the cell belongs to the band, for an existing row.
func (t *table) has(i, j int) bool { return int(t.lo[i]) <= j && j <= int(t.hi[i]) }

// cell returns the index of a cell of the band.
func (t *table) cell(i, j int) int { return t.at[i] + j - int(t.lo[i]) }

// get returns the value of cell (i, j) for spans of k+1 leaves.
func (t *table) get(k, i, j int) float64 { return float64(t.v[k][t.cell(i, j)]) }

func newScorer(src, tgt *text, lex *Lexicon) *scorer {
	s := &scorer{src: src, tgt: tgt}
	s.to, s.from = associate(src, tgt, lex)
	s.srcLen, s.tgtLen = newLengths(src), newLengths(tgt)
	for n := range s.spread {
		v := lengthVariance + lengthSpread/float64(n+3)
		s.spread[n] = spread{-0.5 * math.Log(v), -0.5 / v}
	}
	s.setKinds()
	return s
}

// setBand tables the word evidence within the band, for spans of up to the
// given number of leaves.
func (s *scorer) setBand(b band, spans int) {
	s.toTarget, s.toSource = newTable(b, spans), newTable(b.transposed(len(s.tgt.leaves)), spans)
	fill(&s.toTarget, s.src, s.tgt, s.to, spans)
	fill(&s.toSource, s.tgt, s.src, s.from, spans)
}

// fill adds up, for every span of up to so many leaves of q and every leaf of t
// near it, what the words of the leaf gain from counterparts in the span.
func fill(out *table, q, t *text, to [][]assoc, spans int) {
	// By word of t: the strongest counterpart in the span, if there is one, and
	// its first post within the band.
	type near struct {
		gain [maxSpan]float32
		next int32
	}
	best := make([]near, len(t.words))
	for w := range best {
		best[w].gain[0] = noGain
	}
	// By word of t: whether leaves of the row's part of the band hold it, and how
	// many do. Of these leaves, first and, not included, last.
	here, count := make([]bool, len(t.words)), make([]int32, len(t.words))
	first, last := int32(0), int32(0)
	var touched []int32
	for i := range q.leaves {
		lo, hi := out.lo[i], out.hi[i]
		for ; last <= hi && int(last) < len(t.leaves); last++ {
			for _, w := range t.leaves[last].words {
				count[w]++
				here[w] = true
			}
		}
		for ; first < min(lo, last); first++ {
			for _, w := range t.leaves[first].words {
				count[w]--
				here[w] = count[w] > 0
			}
		}
		for k := 0; k < spans && i+k < len(q.leaves); k++ {
			for _, w := range q.leaves[i+k].words {
				for e := range to[w] {
					a := &to[w][e]
					if !here[a.word] {
						continue
					}
					b := &best[a.word]
					if b.gain[0] == noGain {
						touched = append(touched, a.word)
					}
					if a.gain[0] > b.gain[0] {
						b.gain = a.gain
					}
				}
			}
			row, dilution := out.v[k][out.at[i]:], q.dilution(i, k+1)
			for _, w := range touched {
				b, posts := &best[w], t.posts[w]
				for int(b.next) < len(posts) && posts[b.next] < lo {
					b.next++
				}
				g := b.gain[0] + dilution*(b.gain[k]-b.gain[0])
				for _, j := range posts[b.next:] {
					if j > hi {
						break
					}
					row[j-lo] += g
				}
			}
		}
		for _, w := range touched {
			best[w].gain[0] = noGain
		}
		touched = touched[:0]
	}
}

// dilution is how much of what chance gains with the number of leaves in a span a
// word of it is given: all when they are equally long, little when short ones
// stand beside a long one.
func (t *text) dilution(i, n int) float32 {
	if n == 1 {
		return 0
	}
	if t.pieces(i, i+n) < n {
		return 1 // what is glued to a sentence has to show that it belongs there
	}
	sum, longest := 0, 0
	for k := i; k < i+n; k++ {
		sum += t.leaves[k].size + 1
		longest = max(longest, t.leaves[k].size+1)
	}
	return float32(math.Log(float64(sum)/float64(longest)) / math.Log(float64(n)))
}

// words is the evidence of the words of two spans of at most maxSpan leaves.
func (s *scorer) words(i0, i1, j0, j1 int) float64 {
	src := s.srcLen.charge[i1] - s.srcLen.charge[i0]
	tgt := s.tgtLen.charge[j1] - s.tgtLen.charge[j0]
	for j := j0; j < j1; j++ {
		tgt += s.toTarget.get(i1-i0-1, i0, j)
	}
	for i := i0; i < i1; i++ {
		src += s.toSource.get(j1-j0-1, j0, i)
	}
	return balance(src, tgt, s.src.pieces(i0, i1), s.tgt.pieces(j0, j1))
}

// balance averages how well the words of two spans are covered by each other.
// When several leaves stand for one, it is that one's words that count: a leaf
// joined to it must cover words that its neighbour leaves uncovered.
func balance(src, tgt float64, di, dj int) float64 {
	x := 0.5 * (src + tgt)
	switch {
	case di > 1 && dj == 1:
		return min(x, tgt)
	case di == 1 && dj > 1:
		return min(x, src)
	}
	return x
}

// shape is the evidence of kinds and depths.
func (s *scorer) shape(i0, i1, j0, j1 int) float64 {
	x := 0.0
	for i := i0; i < i1; i++ {
		for j := j0; j < j1; j++ {
			a, b := &s.src.leaves[i], &s.tgt.leaves[j]
			x += s.kinds[a.class][b.class]
			if a.class == b.class && a.class != classParagraph && a.class != classCell {
				x += depth(a.depth == b.depth)
			}
		}
	}
	if n := (i1 - i0) * (j1 - j0); n > 1 {
		x /= float64(n)
	}
	return x + s.small[s.src.leaves[i0].small][s.tgt.leaves[j0].small]
}

// depth weighs headings, items and levels of the same or of other depth or
// number.
func depth(same bool) float64 {
	if same {
		return 0.15
	}
	return -0.75
}

// pair returns the log-likelihood ratio of the source leaves i0 to i1 and the
// target leaves j0 to j1 (half-open, at most maxSpan each).
func (s *scorer) pair(i0, i1, j0, j1 int) float64 {
	return s.length(i0, i1, j0, j1) + wordWeight*s.words(i0, i1, j0, j1) + s.shape(i0, i1, j0, j1)
}

// unlike reports whether two leaves that only their place brings together are
// none of each other's translation. Where the words are known it is they that
// tell: a translation may be free, and longer or shorter for it.
func (s *scorer) unlike(i, j int) bool {
	length, words := s.length(i, i+1, j, j+1), wordWeight*s.words(i, i+1, j, j+1)
	if s.src.leaves[i].charge+s.tgt.leaves[j].charge < 2*telling {
		return length/2+words < unlikeWords
	}
	return length+words < unlike
}

// setKinds weighs agreement and difference of kind and boundaries by how common
// each is in the two texts: agreement on what every leaf has proves nothing.
func (s *scorer) setKinds() {
	var kind [classes]float64
	var box, block, small [2]float64
	total := 0.0
	for _, t := range []*text{s.src, s.tgt} {
		for i := range t.leaves {
			l := &t.leaves[i]
			kind[l.class]++
			small[l.small]++
			box[min(l.opens, 1)]++
			block[l.opens/aBlock]++
			total++
		}
	}
	total++
	for a := range kind {
		p := max(kind[a]/total, 0.02)
		for b := range kind {
			if a == b {
				s.kinds[a][b] = kindWeight * math.Log(sameKind/p)
			} else {
				s.kinds[a][b] = kindWeight * math.Log((1-sameKind)/(2-sameKind-p))
			}
		}
	}
	s.small = agreement(small, total, sameCase, caseWeight)
	boxes, blocks := agreement(box, total, sameBox, boxWeight), agreement(block, total, sameBlock, blockWeight)
	for a := range openings {
		for b := range openings {
			s.joints[a][b] = boxes[min(a, 1)][min(b, 1)] + blocks[a/aBlock][b/aBlock]
		}
	}
}

// agreement is the log-likelihood ratio of two yes-no marks that agree in the
// given share of true pairs, weighted.
func agreement(count [2]float64, total, same, weight float64) (x [2][2]float64) {
	for a := range 2 {
		p := (count[a] + 1) / (total + 2)
		x[a][a] = weight * math.Log((same+(1-same)*p)/p)
		x[a][1-a] = weight * math.Log(1-same)
	}
	return x
}
