package align

import (
	"unicode/utf8"

	"github.com/steplint/steplint/parser"
)

// text is one side of an alignment: its leaves in document order and the words
// they hold.
type text struct {
	doc    *parser.Document
	units  []parser.Unit
	leaves []leaf
	vocabulary
	posts [][]int32 // by word: the leaves that hold it, ascending
	seen  []int32   // scratch: the last mark put on a leaf
	mark  int32
}

// leaf is a heading, level or sentence with what the scores look at.
type leaf struct {
	unit   int // index into text.units
	size   int // code points
	class  class
	depth  int
	box    uint8 // 1: first leaf of its heading, paragraph, item, level or cell
	block  uint8 // 1: first leaf of its block
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

func newText(doc *parser.Document) *text {
	t := &text{doc: doc, units: doc.Units()}
	t.vocabulary.index = map[string]int32{}
	box, block := -1, -1
	for k, u := range t.units {
		if !u.Leaf() {
			continue
		}
		l := leaf{unit: k, depth: u.Depth, size: utf8.RuneCountInString(doc.Text(u.Text))}
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
		l.box, l.block = bit(holder != box), bit(u.Block != block)
		box, block = holder, u.Block
		l.words = t.tokenize(doc.Text(u.Text))
		t.leaves = append(t.leaves, l)
	}
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

func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// starts returns 1 if leaf i opens a box; the end of the text does.
func (t *text) starts(i int) uint8 {
	if i < len(t.leaves) {
		return t.leaves[i].box
	}
	return 1
}
