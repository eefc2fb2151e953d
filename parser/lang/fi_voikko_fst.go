package lang

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// fst is an unweighted transducer in the format of Voikko's dictionaries, version
// 5. Integers are little-endian: a header of 16 bytes, the number of symbols,
// the symbols with a zero byte after each (the empty one, flag diacritics,
// letters, tags), and at the next multiple of 8 the cells. A state is its cells
// one after another. It never changes.
type fst struct {
	symbols []string
	flags   []flagDiacritic // of the symbols before firstLetter
	letters map[rune]uint16
	// firstLetter is the first symbol that stands for input; firstTag is the first
	// that is output alone.
	firstLetter, firstTag uint16
	features              int
	cells                 []uint64
}

// flagDiacritic is a condition on the features that a path has set before, or
// sets one.
type flagDiacritic struct {
	op             byte // P set, C clear, U unify, R require, D disallow
	feature, value uint16
}

const (
	fstMagic1, fstMagic2 = 0x00013A6E, 0x000351FA

	fstHeader = 16
	cellSize  = 8     // bytes: input and output (16 bits), target (24), further cells of the state (8)
	finalCell = 65535 // as input: a word may end here
	manyCells = 255   // as number of further cells: the next cell holds it
	mostCells = 1 << 24

	largestFST = mostCells*cellSize + 1<<24 // bytes, with the symbols

	noValue, anyValue = 0, 1 // of a feature
)

var (
	errNoFST = Errorf(Msg{
		"this is not a Voikko dictionary of format 5 (mor.vfst)", "tämä ei ole Voikon sanasto, muoto 5 (mor.vfst)", "det här är inte en Voikko-ordbok i format 5 (mor.vfst)",
	})
	errNoDictionary = Errorf(Msg{
		"there is no Voikko dictionary (mor.vfst) in this folder", "tässä kansiossa ei ole Voikon sanastoa (mor.vfst)", "i den här mappen finns ingen Voikko-ordbok (mor.vfst)",
	})
	errWeightedFST = Errorf(Msg{
		"this is a Voikko dictionary of another kind, with weights; name the file mor.vfst", "tämä on toisenlainen, painotettu Voikon sanasto; nimeä tiedosto mor.vfst", "det här är en Voikko-ordbok av annat slag, med vikter; ange filen mor.vfst",
	})
	errDamagedFST = Errorf(Msg{
		"the Voikko dictionary is damaged; install it again", "Voikon sanasto on vioittunut; asenna se uudelleen", "Voikko-ordboken är skadad; installera den på nytt",
	})
)

// parseFST reads a transducer.
func parseFST(data []byte) (*fst, error) {
	if len(data) < fstHeader+2 || binary.LittleEndian.Uint32(data) != fstMagic1 || binary.LittleEndian.Uint32(data[4:]) != fstMagic2 {
		return nil, errNoFST
	}
	if data[8] != 0 {
		return nil, errWeightedFST
	}
	f := &fst{letters: map[rune]uint16{}}
	n := int(binary.LittleEndian.Uint16(data[fstHeader:]))
	pos := fstHeader + 2
	for range n {
		end := bytes.IndexByte(data[pos:], 0)
		if end < 0 || !utf8.Valid(data[pos:pos+end]) {
			return nil, errDamagedFST
		}
		f.symbols = append(f.symbols, string(data[pos:pos+end]))
		pos += end + 1
	}
	pos = (pos + cellSize - 1) / cellSize * cellSize
	if n == 0 || n >= finalCell || f.symbols[0] != "" || pos+cellSize > len(data) {
		return nil, errDamagedFST
	}
	f.cells = make([]uint64, min((len(data)-pos)/cellSize, mostCells))
	for i := range f.cells {
		f.cells[i] = binary.LittleEndian.Uint64(data[pos+i*cellSize:])
		if int(f.at(uint32(i)).target) >= len(f.cells) {
			return nil, errDamagedFST
		}
	}
	return f, f.sortSymbols()
}

// sortSymbols tells flag diacritics, letters and tags apart, which follow each other.
func (f *fst) sortSymbols() error {
	isTag := func(s string) bool { return utf8.RuneCountInString(s) > 1 }
	k := 1
	f.flags = append(f.flags, flagDiacritic{})
	features, values := map[string]uint16{}, map[string]uint16{"": noValue, "@": anyValue}
	for ; k < len(f.symbols) && len(f.symbols[k]) > 1 && f.symbols[k][0] == '@'; k++ {
		d, ok := parseFlag(f.symbols[k], features, values)
		if !ok {
			return errDamagedFST
		}
		f.flags = append(f.flags, d)
	}
	f.firstLetter, f.features = uint16(k), len(features)
	for ; k < len(f.symbols) && !isTag(f.symbols[k]); k++ {
		r, size := utf8.DecodeRuneInString(f.symbols[k])
		if _, twice := f.letters[r]; size == 0 || twice {
			return errDamagedFST
		}
		f.letters[r] = uint16(k)
	}
	f.firstTag = uint16(k)
	for ; k < len(f.symbols); k++ {
		if !isTag(f.symbols[k]) {
			return errDamagedFST
		}
	}
	return nil
}

// parseFlag reads a flag diacritic like @P.FEATURE.VALUE@ or @D.FEATURE@.
func parseFlag(s string, features, values map[string]uint16) (flagDiacritic, bool) {
	inner, closed := strings.CutSuffix(s[1:], "@")
	op, rest, ok := strings.Cut(inner, ".")
	if !closed || !ok || len(op) != 1 || !strings.Contains("PCURD", op) {
		return flagDiacritic{}, false
	}
	feature, value, ok := strings.Cut(rest, ".")
	if !ok {
		value = "@"
	}
	number := func(m map[string]uint16, key string) uint16 {
		n, ok := m[key]
		if !ok {
			n = uint16(len(m))
			m[key] = n
		}
		return n
	}
	return flagDiacritic{op[0], number(features, feature), number(values, value)}, true
}

// cell is a transition.
type cell struct {
	in, out uint16
	target  uint32
	more    uint32 // further cells of the state, in its first one
}

// at returns cell i, which must be there.
func (f *fst) at(i uint32) cell {
	c := f.cells[i]
	return cell{uint16(c), uint16(c >> 16), uint32(c>>32) & (mostCells - 1), uint32(c >> 56)}
}

// state returns the cells of the state that begins with cell i: those from there
// to end, but for the one at skip. In a damaged file there may be none.
func (f *fst) state(i uint32) (skip, end uint32) {
	count := uint32(len(f.cells))
	if i >= count {
		return 0, 0
	}
	n := uint64(f.at(i).more) + 1
	if n == manyCells+1 && i+1 < count {
		skip = i + 1
		n = f.cells[skip]&math.MaxUint32 + 2
	}
	return skip, i + uint32(min(n, uint64(count-i)))
}

// Bounds of the search for the analyses of one word, for damaged files and for
// what only looks like a word: those of curricula take 700 steps on average and
// the longest ones 8,000.
const (
	fstSteps    = 50_000 // transitions that are tried
	fstDepth    = 1_000  // transitions in a row
	fstAnalyses = 64
)

// walker looks for the paths of one word through a transducer. Its zero value
// with a transducer is ready.
type walker struct {
	*fst
	in       []uint16 // the word
	out      []uint16 // of the path so far, without empty symbols
	features []uint16 // their values on the path so far
	steps    int

	outputs []uint16 // of the paths found, one after another
	ends    []int    // of each
}

// walk finds the paths that the word takes. One with a letter that the transducer
// doesn't have takes none.
func (w *walker) walk(word []byte) {
	w.in, w.out, w.outputs, w.ends, w.steps = w.in[:0], w.out[:0], w.outputs[:0], w.ends[:0], 0
	for len(word) > 0 {
		r, size := utf8.DecodeRune(word)
		s, ok := w.letters[r]
		if !ok {
			return
		}
		w.in = append(w.in, s)
		word = word[size:]
	}
	w.features = slices.Grow(w.features[:0], w.fst.features)[:w.fst.features]
	clear(w.features)
	w.from(0, 0, 0)
}

// path returns the output of path k.
func (w *walker) path(k int) []uint16 {
	start := 0
	if k > 0 {
		start = w.ends[k-1]
	}
	return w.outputs[start:w.ends[k]]
}

// from follows the transitions of the state that begins with cell i, after pos
// symbols of the word. Those without input are the first ones of a state.
func (w *walker) from(i uint32, pos, depth int) {
	skip, end := w.state(i)
	for ; i < end; i++ {
		if w.steps++; w.steps > fstSteps || depth > fstDepth {
			return
		}
		c := w.at(i)
		switch {
		case i == skip && skip != 0:
		case c.in == finalCell:
			if pos == len(w.in) && len(w.ends) < fstAnalyses {
				w.outputs = append(w.outputs, w.out...)
				w.ends = append(w.ends, len(w.outputs))
			}
		case c.in < w.firstLetter:
			w.silent(c, pos, depth)
		case pos == len(w.in):
			return
		case i < skip:
			if c.in == w.in[pos] {
				w.follow(c, pos+1, depth)
			}
		default:
			w.letter(i, end, pos, depth)
			return
		}
	}
}

// silent follows a transition without input, if its flag diacritic allows it.
func (w *walker) silent(c cell, pos, depth int) {
	if c.in == 0 {
		w.follow(c, pos, depth)
		return
	}
	d := w.flags[c.in]
	old := w.features[d.feature]
	value, ok := old, true
	switch d.op {
	case 'P':
		value = d.value
	case 'C':
		value = noValue
	case 'U':
		ok = old == noValue || old == d.value
		value = d.value
	case 'R':
		ok = old == d.value || d.value == anyValue && old != noValue
	case 'D':
		ok = old != d.value && (d.value != anyValue || old == noValue)
	}
	if ok {
		w.features[d.feature] = value
		w.follow(c, pos, depth)
		w.features[d.feature] = old
	}
}

// letter follows those of the cells from start to end, sorted by input, that take
// the next letter of the word.
func (w *walker) letter(start, end uint32, pos, depth int) {
	want := w.in[pos]
	for hi := end; start < hi; {
		if mid := start + (hi-start)/2; w.at(mid).in < want {
			start = mid + 1
		} else {
			hi = mid
		}
	}
	for ; start < end && w.steps <= fstSteps; start++ {
		c := w.at(start)
		if c.in != want {
			return
		}
		w.follow(c, pos+1, depth)
	}
}

// follow goes on in the target of a transition.
func (w *walker) follow(c cell, pos, depth int) {
	n := len(w.out)
	if c.out >= w.firstLetter && int(c.out) < len(w.symbols) {
		w.out = append(w.out, c.out)
	}
	w.from(c.target, pos, depth+1)
	w.out = w.out[:n]
}
