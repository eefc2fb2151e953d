package align

// band is the part of the matrix of source and target leaves that is searched:
// row i holds the positions lo[i] to hi[i], both included, of the target. There
// is a row for every position from 0 to the number of source leaves; lo and hi
// never fall.
type band struct{ lo, hi []int32 }

// Narrowest half width of a band, and the most cells that a search may hold.
const (
	minHalfWidth = 30
	maxCells     = 6 << 20
)

// diagonal returns the band around the diagonal with the given half width.
func diagonal(n, m, half int) band {
	b := band{make([]int32, n+1), make([]int32, n+1)}
	for i := range n + 1 {
		c := m / 2
		if n > 0 {
			c = int(int64(i) * int64(m) / int64(n))
		}
		lo, hi := max(0, c-half), min(m, c+half)
		if i == 0 {
			lo = 0
		}
		if i == n {
			hi = m
		}
		b.lo[i], b.hi[i] = int32(lo), int32(hi)
	}
	return b.connected(m)
}

// connected makes sure that the rows overlap, so that a path can pass from the
// first to the last.
func (b band) connected(m int) band {
	n := len(b.lo) - 1
	b.lo[0], b.hi[n] = 0, int32(m)
	for i := 1; i <= n; i++ {
		b.lo[i] = max(b.lo[i], b.lo[i-1])
		b.hi[i] = max(b.hi[i], b.hi[i-1])
	}
	for i := n; i > 0; i-- {
		b.lo[i] = min(b.lo[i], b.hi[i-1])
	}
	for i := n; i > 0; i-- {
		b.lo[i-1] = min(b.lo[i-1], b.lo[i])
	}
	return b
}

// cells returns the number of cells of the band.
func (b band) cells() int {
	n := 0
	for i := range b.lo {
		n += int(b.hi[i]-b.lo[i]) + 1
	}
	return n
}

// transposed returns the band with rows and columns exchanged; m is the number
// of target leaves.
func (b band) transposed(m int) band {
	t := band{make([]int32, m+1), make([]int32, m+1)}
	i := 0
	for j := range m + 1 {
		for i < len(b.hi)-1 && int(b.hi[i]) < j {
			i++
		}
		t.lo[j] = int32(i)
	}
	i = len(b.lo) - 1
	for j := m; j >= 0; j-- {
		for i > 0 && int(b.lo[i]) > j {
			i--
		}
		t.hi[j] = int32(i)
	}
	return t
}

// moved returns the band, which is that of a moved pair alone, as one of the whole
// text of n source leaves.
func (b band) moved(m moved, n int) band {
	out := band{make([]int32, n+1), make([]int32, n+1)}
	for i := range n + 1 {
		k := min(max(i-m.src[0], 0), len(b.lo)-1)
		out.lo[i], out.hi[i] = int32(m.tgt[0])+b.lo[k], int32(m.tgt[0])+b.hi[k]
		switch {
		case i < m.src[0]:
			out.lo[i], out.hi[i] = int32(m.tgt[0]), int32(m.tgt[0])
		case i > m.src[1]:
			out.lo[i], out.hi[i] = int32(m.tgt[1]), int32(m.tgt[1])
		}
	}
	return out
}
