package align

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// The file of a lexicon is text: this line, comments that begin with #, and one
// association a line: source key, tab, target key, tab, strength.
const (
	formatName    = "steplint lexicon "
	formatVersion = "1"
)

// decimals is the precision of strengths, in memory as in the file, so that a
// lexicon finds the same after it was written and read.
const decimals = 3

// round returns the strength with as many decimals as the file has.
func round(strength float64) float64 {
	scale := math.Pow10(decimals)
	return math.Round(strength*scale) / scale
}

// Write writes the lexicon as ReadLexicon reads it, sorted by keys: the same
// lexicon is always the same bytes.
func (x *Lexicon) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s%s\n", formatName, formatVersion)
	if x == nil {
		return out.Flush()
	}
	if x.pairs > 0 {
		fmt.Fprintf(out, "# learned from %d pairs of documents, %d links\n", x.pairs, x.links)
	}
	targets := make([]string, len(x.target))
	for k, id := range x.target {
		targets[id] = k
	}
	for _, k := range slices.Sorted(maps.Keys(x.source)) {
		row := slices.Clone(x.rows[x.source[k]])
		slices.SortFunc(row, func(a, b entry) int { return cmp.Compare(targets[a.target], targets[b.target]) })
		for _, e := range row {
			fmt.Fprintf(out, "%s\t%s\t%.*f\n", k, targets[e.target], decimals, e.strength)
		}
	}
	return out.Flush()
}

// Len returns the number of associations.
func (x *Lexicon) Len() int {
	n := 0
	if x != nil {
		for _, row := range x.rows {
			n += len(row)
		}
	}
	return n
}

// Pairs returns the number of pairs of documents that the lexicon was learned
// from, 0 for one that was read.
func (x *Lexicon) Pairs() int { return x.pairs }

// IsLexicon reports whether a file that begins so is a lexicon of some version.
func IsLexicon(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimPrefix(data, []byte("\uFEFF")), []byte(formatName))
}

// ReadLexicon returns the lexicon of the file with that name and content. The
// associations may stand in any order, as merging may leave them, but none of
// them twice. The error is a *parser.Error.
func ReadLexicon(name string, data []byte) (*Lexicon, error) {
	r := lexiconReader{
		file: parser.NewFile(name, string(data)),
		lex:  &Lexicon{source: map[string]int32{}, target: map[string]int32{}},
	}
	r.header()
	for n := 2; n <= r.file.LineCount() && r.err == nil; n++ {
		r.line(n)
	}
	if r.err == nil {
		r.build()
	}
	if r.err != nil {
		return nil, r.err
	}
	return r.lex, nil
}

// lexiconReader is the state of one ReadLexicon.
type lexiconReader struct {
	file  *parser.File
	lex   *Lexicon
	found []readEntry
	err   error // the first
}

// readEntry is an association with the line that it stands on.
type readEntry struct {
	source, line int32
	entry
}

// fail keeps the error at a byte offset of the file unless there is one already.
func (r *lexiconReader) fail(pos int, m lang.Msg, args ...any) {
	if r.err != nil {
		return
	}
	p := r.file.Position(pos)
	what := lang.Errorf(m, args...)
	r.err = &parser.Error{Name: r.file.Name, Line: p.Line, Column: p.Column, What: lang.Msg{EN: what.In("en"), FI: what.In("fi"), SV: what.In("sv")}}
}

func (r *lexiconReader) header() {
	first := r.file.Line(1)
	version, ok := strings.CutPrefix(r.file.Text(first), formatName)
	switch {
	case !ok:
		r.fail(first.Start, lang.Msg{
			"not a lexicon: the first line should be %q",
			"tämä ei ole sanasto: ensimmäisen rivin pitäisi olla %q",
			"detta är inget lexikon: den första raden borde vara %q",
		}, formatName+formatVersion)
	case version != formatVersion:
		r.fail(first.Start+len(formatName), lang.Msg{
			"lexicon of format %q; this program reads format %s: learn it anew with it",
			"sanaston muoto on %q, mutta tämä ohjelma lukee muotoa %s: opi sanasto sillä uudelleen",
			"lexikonets format är %q, men detta program läser format %s: lär in det på nytt",
		}, version, formatVersion)
	}
}

func (r *lexiconReader) line(n int) {
	at := r.file.Line(n)
	text := r.file.Text(at)
	if text == "" || text[0] == '#' {
		return
	}
	source, rest, _ := strings.Cut(text, "\t")
	target, strength, ok := strings.Cut(rest, "\t")
	switch {
	case !ok && conflict(text):
		r.fail(at.Start, lang.Msg{
			"an unresolved merge conflict",
			"yhdistämisen ristiriita on ratkaisematta",
			"en olöst sammanslagningskonflikt",
		})
	case !ok:
		r.fail(at.Start, lang.Msg{
			"expected a Finnish word, a Swedish word and a strength with tabs between",
			"rivillä pitäisi olla suomen sana, ruotsin sana ja vahvuus sarkaimin erotettuina",
			"raden borde ha ett finskt ord, ett svenskt ord och en styrka, åtskilda av tabbar",
		})
	}
	start := at.Start + len(source) + 1
	e := readEntry{source: r.key(r.lex.source, at.Start, source), line: int32(n)}
	e.target = r.key(r.lex.target, start, target)
	e.strength = r.strength(start+len(target)+1, strength)
	r.found = append(r.found, e)
}

// conflict reports whether the line is what version control leaves where two
// versions could not be merged.
func conflict(line string) bool {
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// key returns the number of the key, which it adds when it is new.
func (r *lexiconReader) key(ids map[string]int32, pos int, key string) int32 {
	id, ok := ids[key]
	if ok || r.err != nil {
		return id
	}
	if i := badKey(key); i >= 0 {
		r.fail(pos+i, lang.Msg{
			"%q: a key is the beginning of a word in small letters, at most %d of them",
			"%q: avain on sanan alku pienillä kirjaimilla, enintään %d merkkiä",
			"%q: en nyckel är början av ett ord med små bokstäver, högst %d tecken",
		}, key, keyLength)
	}
	id = int32(len(ids))
	ids[key] = id
	return id
}

// badKey returns where the key is not as key returns it, -1 if it is.
func badKey(key string) int {
	n := 0
	for i, r := range key {
		_, size := utf8.DecodeRuneInString(key[i:])
		letter := unicode.IsLetter(r) || n > 0 && (unicode.IsMark(r) || r == '\'' || r == '’')
		if n == keyLength || !letter || unicode.ToLower(r) != r || r == utf8.RuneError && size == 1 {
			return i
		}
		n++
	}
	if n == 0 {
		return 0
	}
	return -1
}

// strength returns the value of a number above 0, at most 1, with its decimals.
func (r *lexiconReader) strength(pos int, s string) float64 {
	n := 0
	good := len(s) == 2+decimals && s[1] == '.'
	for i := 0; good && i < len(s); i++ {
		if i != 1 {
			good = '0' <= s[i] && s[i] <= '9'
			n = 10*n + int(s[i]) - '0'
		}
	}
	scale := math.Pow10(decimals)
	if !good || n == 0 || float64(n) > scale {
		r.fail(pos, lang.Msg{
			"%q: a strength has %d decimals, and is above 0 and at most 1",
			"%q: vahvuudessa on %d desimaalia, ja se on suurempi kuin 0 ja enintään 1",
			"%q: en styrka har %d decimaler och är större än 0 och högst 1",
		}, s, decimals)
	}
	return float64(n) / scale
}

// build puts what was found into the lexicon.
func (r *lexiconReader) build() {
	slices.SortFunc(r.found, func(a, b readEntry) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target), cmp.Compare(a.line, b.line))
	})
	again := 0
	for k := 1; k < len(r.found); k++ {
		a, b := r.found[k-1], r.found[k]
		if a.source == b.source && a.target == b.target && (again == 0 || b.line < r.found[again].line) {
			again = k
		}
	}
	if again > 0 {
		r.fail(r.file.Line(int(r.found[again].line)).Start, lang.Msg{
			"the two words stand on line %d already",
			"samat sanat ovat jo rivillä %d",
			"samma ord står redan på rad %d",
		}, r.found[again-1].line)
		return
	}
	x := r.lex
	x.rows = make([][]entry, len(x.source))
	all := make([]entry, len(r.found))
	for k, f := range r.found {
		all[k] = f.entry
	}
	for k, f := range r.found {
		n := len(x.rows[f.source])
		x.rows[f.source] = all[k-n : k+1 : k+1]
	}
	x.setBest(len(x.target))
}
