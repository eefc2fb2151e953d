package align

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// text is one side of an alignment: its leaves in document order and the words
// they hold.
type text struct {
	lang   *lang.Lang
	units  []parser.Unit
	leaves []leaf
	vocabulary
	posts [][]int32 // by word: the leaves that hold it, ascending
	seen  []int32   // scratch: the last mark put on a leaf
	mark  int32
	gains []wordGain // scratch, by word
}

// leaf is a heading, level or sentence, or a part of one, with what the scores
// look at.
type leaf struct {
	unit   int // index into text.units
	text   parser.Span
	size   int // code points
	class  class
	depth  int
	opens  opening
	small  uint8 // 1: begins with a small letter
	soft   bool  // goes on with the unit of the leaf before: see seams
	count  int   // words of a part
	words  []int32
	charge float64 // log-likelihood when no word has a counterpart
}

// class is the kind of text that a leaf belongs to.
type class uint8

const (
	classHeading class = iota
	classParagraph
	classItem
	classLevel
	classCell
	classes // their number
)

// opening is the largest unit that a leaf is the first of.
type opening uint8

const (
	nothing  opening = iota
	aBox             // a heading, paragraph, item, level or cell
	aBlock           // a box that begins a block
	openings         // their number
)

func newText(doc *parser.Document) *text {
	t := &text{lang: doc.Lang, units: doc.Units()}
	t.vocabulary.index = map[string]int32{}
	box, block := -1, -1
	var seams []seamed
	for k, u := range t.units {
		if !u.Leaf() {
			continue
		}
		plain := doc.Plain(u.Text)
		l := leaf{unit: k, text: u.Text, depth: u.Depth, size: utf8.RuneCountInString(plain)}
		holder := u.Parent
		switch {
		case u.Kind == parser.KindHeading:
			l.class, holder = classHeading, k
		case u.Kind == parser.KindLevel:
			l.class, l.depth, holder = classLevel, u.Number, k
		case holder < 0:
			l.class, holder = classParagraph, k
		default:
			l.class, l.depth = classOf(t.units[holder].Kind), t.units[holder].Depth
		}
		switch {
		case u.Block != block:
			l.opens = aBlock
		case holder != box:
			l.opens = aBox
		}
		box, block = holder, u.Block
		l.small = small(plain)
		l.words = t.tokenize(plain)
		if len(t.seams) > 0 {
			seams = append(seams, seamed{len(t.leaves), slices.Clone(t.seams)})
		}
		t.leaves = append(t.leaves, l)
	}
	t.cut(doc, seams)
	t.seen = make([]int32, len(t.leaves))
	t.post()
	return t
}

// post lists the leaves of every word.
func (t *text) post() {
	t.posts = make([][]int32, len(t.words))
	count, total := make([]int32, len(t.words)), 0
	for i := range t.leaves {
		for _, w := range t.leaves[i].words {
			count[w]++
			total++
		}
	}
	all := make([]int32, total)
	for w, n := range count {
		t.posts[w], all = all[:0:n], all[n:]
	}
	for i := range t.leaves {
		for _, w := range t.leaves[i].words {
			t.posts[w] = append(t.posts[w], int32(i))
		}
	}
}

func classOf(k parser.Kind) class {
	switch k {
	case parser.KindItem:
		return classItem
	case parser.KindCell:
		return classCell
	}
	return classParagraph
}

// small returns 1 if the first letter is a small one.
func small(s string) uint8 {
	for _, r := range s {
		if unicode.IsLetter(r) {
			if unicode.IsLower(r) {
				return 1
			}
			break
		}
	}
	return 0
}

// opens returns what leaf i is the first of; the end of the text counts as a
// block.
func (t *text) opens(i int) opening {
	if i < len(t.leaves) {
		return t.leaves[i].opens
	}
	return aBlock
}
