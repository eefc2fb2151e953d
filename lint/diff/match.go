// Package diff compares two texts: by lines, as a unified diff that git and
// patch apply, and by words, for people.
//
// The work grows about linearly with the texts, whatever they hold, and the
// result depends on nothing but them: no clock bounds the search.
package diff

import (
	"sort"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// window is the largest number of tokens, both sides together, that go to the
// quadratic search at once. It also keeps the runes that stand for tokens below
// the surrogates, which no string can hold.
const window = 4096

// maxDepth bounds how often a gap between anchors is split by anchors of its own.
const maxDepth = 16

// run says that the n tokens from a on in the old text are the n tokens from b
// on in the new text.
type run struct{ a, b, n int }

// edit says that the tokens [a0,a1) of the old text became the tokens [b0,b1)
// of the new text.
type edit struct{ a0, a1, b0, b1 int }

// edits returns what differs between two token sequences, in order; between two
// edits stands at least one token that both sequences have.
func edits(a, b []string) []edit {
	var out []edit
	i, j := 0, 0
	for _, r := range append(match(a, b), run{len(a), len(b), 0}) {
		if i < r.a || j < r.b {
			out = append(out, edit{i, r.a, j, r.b})
		}
		i, j = r.a+r.n, r.b+r.n
	}
	return out
}

// match returns the runs that two token sequences have in common, in order.
func match(a, b []string) []run {
	ids := make(map[string]int)
	m := &matcher{}
	x, y := intern(ids, a), intern(ids, b)
	m.inA, m.inB = make([]int, len(ids)), make([]int, len(ids))
	m.match(x, y, 0)
	return m.runs
}

// token is one token of a sequence: what it is and where it stands.
type token struct{ id, at int }

func intern(ids map[string]int, texts []string) []token {
	out := make([]token, len(texts))
	for i, s := range texts {
		id, ok := ids[s]
		if !ok {
			id = len(ids)
			ids[s] = id
		}
		out[i] = token{id, i}
	}
	return out
}

type matcher struct {
	runs     []run
	inA, inB []int // by token id: how often it stands in the part at hand; 0 in between
}

// equal notes that two tokens are matched. Calls come in text order.
func (m *matcher) equal(x, y token) {
	if k := len(m.runs) - 1; k >= 0 {
		if last := &m.runs[k]; last.a+last.n == x.at && last.b+last.n == y.at {
			last.n++
			return
		}
	}
	m.runs = append(m.runs, run{x.at, y.at, 1})
}

// match matches the common beginning and end, then what lies between.
func (m *matcher) match(a, b []token, depth int) {
	for len(a) > 0 && len(b) > 0 && a[0].id == b[0].id {
		m.equal(a[0], b[0])
		a, b = a[1:], b[1:]
	}
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n].id == b[len(b)-1-n].id {
		n++
	}
	i, j := len(a)-n, len(b)-n
	if i > 0 && j > 0 {
		m.middle(a[:i], b[:j], depth)
	}
	for k := range n {
		m.equal(a[i+k], b[j+k])
	}
}

// middle matches two parts that differ at both ends. Tokens that the other side
// lacks are left out first: no match can use them, so the result stays minimal
// and texts with nothing in common cost nothing.
func (m *matcher) middle(a, b []token, depth int) {
	m.count(a, b, 1)
	x, y := keep(a, m.inB), keep(b, m.inA)
	var anchors []run
	small := len(x)+len(y) <= window
	if !small && depth < maxDepth {
		anchors = m.anchors(x, y)
	}
	m.count(a, b, -1)
	switch {
	case small:
		m.note(x, y, search(x, y))
	case len(anchors) > 0:
		i, j := 0, 0
		for _, r := range anchors {
			m.match(x[i:r.a], y[j:r.b], depth+1)
			m.equal(x[r.a], y[r.b])
			i, j = r.a+1, r.b+1
		}
		m.match(x[i:], y[j:], depth+1)
	default:
		m.slide(x, y)
	}
}

func (m *matcher) count(a, b []token, step int) {
	for _, t := range a {
		m.inA[t.id] += step
	}
	for _, t := range b {
		m.inB[t.id] += step
	}
}

// keep returns the tokens that the other side has too.
func keep(ts []token, other []int) []token {
	var out []token
	for _, t := range ts {
		if other[t.id] > 0 {
			out = append(out, t)
		}
	}
	return out
}

// anchors returns the longest sequence of tokens that stand exactly once on
// each side, in the same order on both (what patience diff splits at).
func (m *matcher) anchors(a, b []token) []run {
	once := func(t token) bool { return m.inA[t.id] == 1 && m.inB[t.id] == 1 }
	where := make(map[int]int)
	for j, t := range b {
		if once(t) {
			where[t.id] = j
		}
	}
	// The longest increasing subsequence: ends[k] is the candidate that ends the
	// best sequence of length k+1, before[c] the candidate in front of c.
	var all []run
	var ends, before []int
	for i, t := range a {
		if !once(t) {
			continue
		}
		j := where[t.id]
		k := sort.Search(len(ends), func(k int) bool { return all[ends[k]].b > j })
		prev := -1
		if k > 0 {
			prev = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, 0)
		}
		ends[k] = len(all)
		all, before = append(all, run{i, j, 1}), append(before, prev)
	}
	out := make([]run, len(ends))
	for k := len(ends) - 1; k >= 0; k-- {
		c := ends[k]
		out[k] = all[c]
		if k > 0 {
			ends[k-1] = before[c]
		}
	}
	return out
}

// slide matches two long parts that have no anchors (every token repeats) a
// window at a time. What follows the last match of a window is seen again by
// the next one, unless that would mean hardly to move.
func (m *matcher) slide(a, b []token) {
	for len(a) > 0 && len(b) > 0 {
		i := min(len(a), max(window/2, window-len(b)))
		j := min(len(b), window-i)
		runs := search(a[:i], b[:j])
		m.note(a, b, runs)
		if len(runs) > 0 && i+j < len(a)+len(b) {
			r := runs[len(runs)-1]
			if endA, endB := r.a+r.n, r.b+r.n; 2*(endA+endB) >= i+j {
				i, j = endA, endB
			}
		}
		a, b = a[i:], b[j:]
	}
}

// note adds runs that count from the starts of a and b.
func (m *matcher) note(a, b []token, runs []run) {
	for _, r := range runs {
		for k := range r.n {
			m.equal(a[r.a+k], b[r.b+k])
		}
	}
}

// search returns the runs that a and b, together at most window tokens, have in
// common, counted from their starts. It gives every token a rune for go-diff.
func search(a, b []token) []run {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	letters := make(map[int]rune)
	spell := func(ts []token) []rune {
		out := make([]rune, len(ts))
		for i, t := range ts {
			r, ok := letters[t.id]
			if !ok {
				r = rune(len(letters))
				letters[t.id] = r
			}
			out[i] = r
		}
		return out
	}
	x, y := spell(a), spell(b)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // the default makes the result depend on the machine
	var runs []run
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(x, y, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		case diffmatchpatch.DiffEqual:
			runs = append(runs, run{i, j, n})
			i, j = i+n, j+n
		}
	}
	return runs
}
