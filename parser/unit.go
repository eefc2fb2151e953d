package parser

import (
	"iter"
	"sort"
)

// Kind is the kind of a Unit.
type Kind uint8

// The kinds of units. Headings, levels and sentences are leaves; the others
// hold units.
const (
	KindHeading Kind = iota + 1
	KindParagraph
	KindList
	KindItem
	KindTable
	KindLevel
	KindRow
	KindCell
	KindSentence
)

// String returns the kind's name as reports print it.
func (k Kind) String() string {
	return [...]string{"", "heading", "paragraph", "list", "item", "table", "level", "row", "cell", "sentence"}[k]
}

// Unit is a node of the document's structure.
type Unit struct {
	Span        // for an item: marker and text, nested items not included
	Text   Span // the span without marker
	Kind   Kind
	Parent int  // index of the unit that holds this one, -1 at the top
	Block  int  // index of the block in Document.Blocks
	Number int  // position among the units of the same parent and kind, from 0
	Depth  int  // nesting depth of an item, from 0; heading level; 0 otherwise
	First  bool // a leaf that is the first of its block, item or cell
}

// Leaf reports whether the unit is one that alignment works on: a heading, a
// level or a sentence.
func (u Unit) Leaf() bool {
	return u.Kind == KindHeading || u.Kind == KindLevel || u.Kind == KindSentence
}

// Units returns the structure of the document, flattened: every unit after the
// one that holds it, in document order. Leaves do not overlap. The result is
// computed once and shared; callers must not change it.
func (d *Document) Units() []Unit {
	d.unitsOnce.Do(func() { d.units = d.flatten() })
	return d.units
}

// Texts yields the running texts of the document in order: each heading, table
// header, paragraph, item and paragraph of a cell, without markers.
func (d *Document) Texts() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for _, b := range d.Blocks {
			for _, s := range texts(b) {
				if !s.Empty() && !yield(s) {
					return
				}
			}
		}
	}
}

func texts(b Block) []Span {
	switch b := b.(type) {
	case *Paragraph:
		return []Span{b.Text}
	case *List:
		return itemTexts(nil, b.Items)
	case *Table:
		out := []Span{b.Header}
		for _, r := range b.Rows {
			for _, c := range r.Cells {
				out = append(out, c.Paragraphs...)
			}
		}
		return out
	}
	return []Span{b.Range()}
}

func itemTexts(out []Span, items []Item) []Span {
	for _, it := range items {
		out = itemTexts(append(out, it.Text), it.Items)
	}
	return out
}

func (d *Document) flatten() []Unit {
	var f flattener
	f.doc = d
	for i, b := range d.Blocks {
		f.block = i
		switch b := b.(type) {
		case *Heading:
			f.add(Unit{Span: b.Span, Text: b.Span, Kind: KindHeading, Parent: -1, Depth: b.Level, First: true})
		case *Paragraph:
			p := f.add(Unit{Span: b.Span, Text: b.Text, Kind: KindParagraph, Parent: -1})
			f.sentences(p, b.Text)
		case *List:
			l := f.add(Unit{Span: b.Span, Text: b.Span, Kind: KindList, Parent: -1})
			f.items(l, b.Items, 0)
		case *Table:
			f.table(b)
		}
	}
	return f.units
}

type flattener struct {
	doc    *Document
	block  int
	units  []Unit
	number map[[2]int]int // next number by parent and kind
}

func (f *flattener) add(u Unit) int {
	u.Block = f.block
	if f.number == nil {
		f.number = map[[2]int]int{}
	}
	k := [2]int{u.Parent, int(u.Kind)}
	u.Number = f.number[k]
	f.number[k]++
	f.units = append(f.units, u)
	return len(f.units) - 1
}

func (f *flattener) sentences(parent int, s Span) {
	first := true
	for t := range f.doc.Sentences(s) {
		f.add(Unit{Span: t, Text: t, Kind: KindSentence, Parent: parent, First: first})
		first = false
	}
}

func (f *flattener) items(parent int, items []Item, depth int) {
	for _, it := range items {
		u := f.add(Unit{Span: it.Span, Text: it.Text, Kind: KindItem, Parent: parent, Depth: depth})
		f.sentences(u, it.Text)
		f.items(u, it.Items, depth+1)
	}
}

func (f *flattener) table(t *Table) {
	u := f.add(Unit{Span: t.Span, Text: t.Span, Kind: KindTable, Parent: -1})
	for i, l := range t.Levels {
		f.add(Unit{Span: l.Span, Text: l.Span, Kind: KindLevel, Parent: u, First: i == 0})
	}
	for _, r := range t.Rows {
		row := f.add(Unit{Span: r.Span, Text: r.Span, Kind: KindRow, Parent: u})
		for _, c := range r.Cells {
			cell := f.add(Unit{Span: c.Span, Text: c.Span, Kind: KindCell, Parent: row})
			for i, p := range c.Paragraphs {
				first := i == 0
				for s := range f.doc.Sentences(p) {
					f.add(Unit{Span: s, Text: s, Kind: KindSentence, Parent: cell, First: first})
					first = false
				}
			}
		}
	}
}

// UnitAt returns the index of the smallest unit that holds the span, or -1.
func (d *Document) UnitAt(s Span) int {
	units := d.Units()
	// Units are sorted by their start: the last one that starts early enough is
	// the smallest candidate, and all others hold it.
	i := sort.Search(len(units), func(i int) bool { return units[i].Start > s.Start }) - 1
	for i >= 0 && !units[i].Contains(s) {
		i = units[i].Parent
	}
	return i
}
