package align

import "math"

// spread is the normal density of the log ratio of two lengths: its logarithm
// at the mean, and how that falls with the square of the distance.
type spread struct{ peak, fall float64 }

// lengths knows the lengths of the leaves of a text and how they spread.
type lengths struct {
	sum            []int     // code points before each leaf
	charge         []float64 // word charges before each leaf
	mean, variance float64
	log, chance    [maxSpan][]float64 // by span length and first leaf
}

func newLengths(t *text) lengths {
	n := len(t.leaves)
	l := lengths{sum: make([]int, n+1), charge: make([]float64, n+1), mean: 4, variance: 0.5}
	var s, q float64
	for i := range t.leaves {
		l.sum[i+1] = l.sum[i] + t.leaves[i].size
		l.charge[i+1] = l.charge[i] + t.leaves[i].charge
		x := math.Log(float64(t.leaves[i].size + 3))
		s += x
		q += x * x
	}
	if n > 0 {
		l.mean = s / float64(n)
		l.variance = max(q/float64(n)-l.mean*l.mean, 0.05) + 0.05
	}
	for k := range maxSpan {
		l.log[k], l.chance[k] = make([]float64, n), make([]float64, n)
		for i := range n - k {
			l.log[k][i], l.chance[k][i] = l.span(i, i+k+1)
		}
	}
	return l
}

// span returns the log length of a span and the log-density of that by chance.
func (l *lengths) span(i0, i1 int) (x, chance float64) {
	if n := i1 - i0; n <= maxSpan && l.log[n-1] != nil && i0 < len(l.log[n-1]) && l.log[n-1][i0] != 0 {
		return l.log[n-1][i0], l.chance[n-1][i0]
	}
	n := float64(i1 - i0)
	x = math.Log(float64(l.sum[i1] - l.sum[i0] + 3))
	v := l.variance / n
	d := x - l.mean - math.Log(n)
	return x, -0.5*d*d/v - 0.5*math.Log(v)
}

// length compares the lengths of two spans. A translation may be free, but
// leaves that are said to be one in the other text must add up.
func (s *scorer) length(i0, i1, j0, j1 int) float64 {
	la, ca := s.srcLen.span(i0, i1)
	lb, cb := s.tgtLen.span(j0, j1)
	n := min(s.srcLen.sum[i1]-s.srcLen.sum[i0], s.tgtLen.sum[j1]-s.tgtLen.sum[j0])
	v := &s.spread[min(n, len(s.spread)-1)]
	d := lb - la - lengthMean
	x := v.peak + v.fall*d*d - 0.5*(ca+cb)
	if s.src.pieces(i0, i1) == 1 && s.tgt.pieces(j0, j1) == 1 {
		return lengthWeight * max(lengthFloor, x)
	}
	return joinedWeight * max(joinedFloor, x)
}
