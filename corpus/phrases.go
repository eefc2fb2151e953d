package corpus

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Variant is a word or phrase that is written in another way than elsewhere.
type Variant struct {
	Odd   parser.Span
	Usual parser.Span // a place where it is written as usual
	// Elsewhere is how other documents write it; Usual is empty then.
	Elsewhere string
}

// PhraseVariants returns the words of a document that end in another way than in the
// same phrase elsewhere, and those that are written as two words where they are one
// word elsewhere. The time it takes grows with the text.
func PhraseVariants(d *parser.Document) []Variant {
	if d.Lang == nil {
		return nil
	}
	const perWord = 6 // bytes, or more: words that need no room elsewhere
	p := phrases{doc: d, words: make([]phraseWord, 0, len(d.Src)/perWord)}
	for u, unit := range d.Units() {
		if unit.Leaf() && u > 0 {
			p.read(unit.Text)
		}
	}
	return append(p.repeated(), p.split()...)
}

// phrases are the words of a document in their order.
type phrases struct {
	doc    *parser.Document
	leaves []phraseLeaf
	words  []phraseWord
	long   [1 << 10]uint64 // a bit for the hash of every long word
	// By hash, filled when first needed: the first place of a word that is no name, and
	// how often any stands.
	first map[uint64]int
	times map[uint64]int
}

// phraseLeaf is the text of a leaf.
type phraseLeaf struct {
	parser.Span
	plain string
}

// phraseWord is a word with the hash of its letters in lower case.
type phraseWord struct {
	hash, two        uint64 // two: of the word before and this one as one word
	leaf, start, end int32  // in the plain text of the leaf
	goes             bool   // on from the word before, with nothing but a space between
	name             bool   // part of an address, or a name with capitals within
}

// Sizes in bytes of what is compared.
const (
	shortestEnd    = 7  // of a word at the end of a phrase, and of one that comes apart
	shortestBefore = 11 // of the three words before it, with spaces
	sameAfter      = 4  // that the words after it begin with
)

// read adds the words of a leaf.
func (p *phrases) read(s parser.Span) {
	text := p.doc.Plain(s)
	leaf := int32(len(p.leaves))
	p.leaves = append(p.leaves, phraseLeaf{s, text})
	scan := wordScanner{text: text, hash: hashStart}
	for end := 0; scan.next(); end = scan.end {
		x := phraseWord{hash: scan.hash, leaf: leaf, start: int32(scan.start), end: int32(scan.end)}
		if end > 0 && blank(text[end:scan.start]) {
			x.goes = true
			x.two = scan.joined
		}
		if scan.end-scan.start >= shortestEnd {
			if x.name = scan.capital || inAddress(text, scan.start, scan.end); !x.name {
				p.long[x.hash>>6%uint64(len(p.long))] |= 1 << (x.hash % 64)
			}
		}
		p.words = append(p.words, x)
	}
}

// blank reports whether the text between two words is white space.
func blank(s string) bool { return s == " " || strings.TrimLeft(s, " \u00a0\n") == "" }

// text returns the word as it stands.
func (p *phrases) text(i int) string {
	w := &p.words[i]
	return p.leaves[w.leaf].plain[w.start:w.end]
}

// inAddress reports whether the word is part of an address.
func inAddress(text string, start, end int) bool {
	const marks = "./@:_#"
	return start > 0 && strings.IndexByte(marks, text[start-1]) >= 0 ||
		end+1 < len(text) && strings.IndexByte(marks, text[end]) >= 0 && text[end+1] > ' '
}

// span returns the place of words i to j in the source.
func (p *phrases) span(i, j int) parser.Span {
	a, b := &p.words[i], &p.words[j]
	return p.doc.Source(p.leaves[a.leaf].Span, parser.Span{Start: int(a.start), End: int(b.end)})
}

// phraseEnd is a word after three others, of which before is the hash.
type phraseEnd struct {
	before uint64
	word   int32
}

// repeated returns the words of phrases that stand once in a form in which the phrase
// elsewhere ends in another.
func (p *phrases) repeated() []Variant {
	const fewest, most = 3, 50 // places of a phrase looked at
	var ends []phraseEnd
	var seen [1 << 12]uint8 // by part of the hash: to sort but what may stand often enough
	for i := 3; i < len(p.words); i++ {
		w := p.words[i-3 : i+1]
		if w[3].end-w[3].start < shortestEnd || !w[1].goes || !w[2].goes || !w[3].goes || w[2].end-w[0].start < shortestBefore {
			continue
		}
		e := phraseEnd{(w[0].hash*31+w[1].hash)*31 + w[2].hash, int32(i)}
		if k := e.before % uint64(len(seen)); seen[k] < fewest {
			seen[k]++
		}
		ends = append(ends, e)
	}
	ends = slices.DeleteFunc(ends, func(e phraseEnd) bool { return seen[e.before%uint64(len(seen))] < fewest })
	slices.SortFunc(ends, func(a, b phraseEnd) int {
		return cmp.Or(cmp.Compare(a.before, b.before), cmp.Compare(a.word, b.word))
	})
	var out []Variant
	for len(ends) > 0 {
		n := 1
		for n < len(ends) && ends[n].before == ends[0].before {
			n++
		}
		if n >= fewest {
			out = p.variants(ends[:min(n, most)], out)
		}
		ends = ends[n:]
	}
	return out
}

// variants appends the ends of one phrase that are slips for another.
func (p *phrases) variants(ends []phraseEnd, out []Variant) []Variant {
	times := func(hash uint64) int {
		n := 0
		for _, e := range ends {
			if p.words[e.word].hash == hash {
				n++
			}
		}
		return n
	}
	for _, e := range ends {
		if times(p.words[e.word].hash) > 1 {
			continue
		}
		for _, o := range ends {
			if p.alikeAfter(e.word, o.word) && p.slip(p.text(int(e.word)), p.text(int(o.word))) && times(p.words[o.word].hash) > 1 {
				out = append(out, Variant{Odd: p.span(int(e.word), int(e.word)), Usual: p.span(int(o.word), int(o.word))})
				break
			}
		}
	}
	return out
}

// alikeAfter reports whether the words after both go on from them and begin alike.
func (p *phrases) alikeAfter(i, j int32) bool {
	if int(max(i, j))+1 >= len(p.words) {
		return false
	}
	a, b := &p.words[i+1], &p.words[j+1]
	return a.goes && b.goes && sameStart(p.text(int(i+1)), p.text(int(j+1))) >= sameAfter
}

// slip reports whether one word may be a slip for the other: one letter apart, but not
// as the numbers and genders of a word are.
func (p *phrases) slip(a, b string) bool {
	l := p.doc.Lang
	a, b = strings.ToLower(a), strings.ToLower(b)
	if lang.EditDistance(a, b, 1) != 1 {
		return false
	}
	if l.Stem(a) != l.Stem(b) {
		return true
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	n := sameStart(a, b)
	switch {
	case len(a) == len(b):
		return false
	case l == lang.SV:
		return a[n:] == "s"
	}
	return a[n] != 'i'
}

// split returns the words that are written as one word here and as two there. Two words
// of which each stands elsewhere too are no word.
func (p *phrases) split() []Variant {
	var out []Variant
	for i := range p.words {
		w := &p.words[i]
		if !w.goes || p.long[w.two>>6%uint64(len(p.long))]&(1<<(w.two%64)) == 0 || !p.mayJoin(p.text(i-1), p.text(i)) {
			continue
		}
		if k := p.joined(strings.ToLower(p.text(i-1) + p.text(i))); k >= 0 && p.alone(i) {
			out = append(out, Variant{Odd: p.span(i-1, i), Usual: p.span(k, k)})
		}
	}
	return out
}

// count fills first and times.
func (p *phrases) count() {
	if p.first != nil {
		return
	}
	p.first, p.times = map[uint64]int{}, map[uint64]int{}
	for i := range p.words {
		w := &p.words[i]
		p.times[w.hash]++
		if _, ok := p.first[w.hash]; !ok && !w.name {
			p.first[w.hash] = i
		}
	}
}

// joined returns the first place of the word, or -1.
func (p *phrases) joined(word string) int {
	p.count()
	if i, ok := p.first[hashOf(word)]; ok && strings.ToLower(p.text(i)) == word {
		return i
	}
	return -1
}

// alone reports whether word i or the one before it stands nowhere but here.
func (p *phrases) alone(i int) bool {
	p.count()
	return p.times[p.words[i].hash] == 1 || p.times[p.words[i-1].hash] == 1 && !p.doc.Lang.FunctionWords[strings.ToLower(p.text(i-1))]
}

// mayJoin reports whether two words may be one that has come apart: a Finnish genitive
// stands before its noun by right, and little words stand before or after anything.
func (p *phrases) mayJoin(first, second string) bool {
	return len(first)+len(second) >= shortestEnd && utf8.RuneCountInString(first) > 1 && utf8.RuneCountInString(second) > 2 &&
		!p.doc.Lang.FunctionWords[strings.ToLower(second)] && !strings.HasSuffix(first, "-") &&
		!(p.doc.Lang == lang.FI && strings.HasSuffix(first, "n"))
}
