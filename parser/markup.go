package parser

import (
	"slices"
	"strings"

	"github.com/steplint/steplint/parser/lang"
)

// builder puts the blocks of a document with markup together from what its
// reader meets, in order. Blocks do not nest: a heading or a table within a list
// item ends the list.
type builder struct {
	doc    *Document
	levels *Levels
	words  *levelWords // of levels and the language, once needed
	joints []mark      // marks that come before some that are there already
	marker Span        // of an item whose text is still to come, empty when there is none
	indent int         // of the same item
	items  []flatItem  // of the list at hand
	cols   []int       // by item: its column, for nest
}

// maxListDepth is the depth from which on items stand beside each other.
const maxListDepth = 32

// finish completes the document: what stands between its texts becomes a mark.
func (b *builder) finish() {
	b.endList()
	// The Markdown parser puts a heading with lines of === after a table that it
	// found between its text and them.
	slices.SortStableFunc(b.doc.Blocks, func(a, b Block) int { return a.Range().Start - b.Range().Start })
	at := 0
	for _, block := range b.doc.Blocks {
		seen := texts(block)
		if p, ok := block.(*Paragraph); ok {
			seen = []Span{p.Span} // with its dash
		}
		for _, s := range seen {
			if !s.Empty() { // as the header of a table without one
				b.joints = append(b.joints, mark{Span{at, s.Start}, "\n"})
				at = s.End
			}
		}
	}
	b.joints = append(b.joints, mark{Span{at, len(b.doc.Src)}, "\n"})
	b.doc.marks = append(b.doc.marks, b.joints...)
	b.doc.marks = slices.DeleteFunc(b.doc.marks, func(m mark) bool { return m.Empty() })
	b.sortComments()
	b.doc.markup = len(b.doc.marks) > 0
	slices.SortFunc(b.doc.marks, func(a, b mark) int { return a.Start - b.Start })
	if b.doc.Lang == nil {
		b.doc.Lang = lang.Detect(b.doc.Plain(Span{0, len(b.doc.Src)}))
	}
}

func (b *builder) add(block Block) { b.doc.Blocks = append(b.doc.Blocks, block) }

// mark adds a mark, after those added before.
func (b *builder) mark(s Span, text string) {
	if !s.Empty() {
		b.doc.marks = append(b.doc.marks, mark{s, text})
	}
}

// heading adds a heading.
func (b *builder) heading(s Span, level int) {
	b.endList()
	b.add(&Heading{Span: s, Level: level})
}

// item opens a list item; the next text is its own.
func (b *builder) item(marker Span, indent int) { b.marker, b.indent = marker, indent }

// text adds a paragraph. In a list, of the given depth from 1 on, it is the
// text of the item that was opened, goes on with the item before, or, outside
// of any item, is one that lost its marker.
func (b *builder) text(s Span, depth int, inItem bool) {
	switch {
	case depth > 0 && !b.marker.Empty():
		b.addItem(Item{Span: Span{b.marker.Start, s.End}, Marker: b.marker, Text: s, Indent: b.indent}, depth)
	case depth > 0 && inItem && len(b.items) > 0:
		last := &b.items[len(b.items)-1]
		b.joints = append(b.joints, mark{Span{last.End, s.Start}, "\n"})
		last.Text.End, last.End = s.End, s.End
	case depth > 0 && len(b.items) > 0:
		b.addItem(Item{Span: s, Marker: Span{s.Start, s.Start}, Text: s}, depth)
	default:
		b.endList()
		b.paragraph(s)
	}
}

// paragraph adds a paragraph. A dash or bullet that was typed at its start makes
// no item of it where there is markup for items.
func (b *builder) paragraph(s Span) {
	p := &Paragraph{Span: s, Text: s}
	if m := readMarker(b.doc.Text(s)); m.size > 0 && !m.counts() {
		marker := Span{s.Start, s.Start + m.size}
		if text := b.seen(Span{marker.End, s.End}); !text.Empty() {
			p.Marker, p.Text = marker, text
		}
	}
	b.add(p)
}

// seen returns the part of the span that a reader sees.
func (b *builder) seen(s Span) Span {
	plain := b.doc.Plain(s)
	return b.doc.Source(s, trim(plain, Span{0, len(plain)}))
}

func (b *builder) addItem(it Item, depth int) {
	b.items = append(b.items, flatItem{Item: it})
	b.cols = append(b.cols, 2*min(depth, maxListDepth))
	b.marker = Span{}
}

// endList adds the list of the items so far, if there are any.
func (b *builder) endList() {
	b.marker = Span{}
	if len(b.items) == 0 {
		return
	}
	l := &List{Span: Span{b.items[0].Start, b.items[len(b.items)-1].End}}
	for k := 0; k < len(b.items); {
		l.Items = append(l.Items, nest(b.items, b.cols, &k)...)
	}
	b.items, b.cols = nil, nil
	if n := len(b.doc.Blocks); n > 0 {
		if p, ok := b.doc.Blocks[n-1].(*Paragraph); ok {
			p.LeadIn = leadsIn(b.doc.Plain(p.Text), b.doc.Plain(l.Items[0].Text))
		}
	}
	b.add(l)
}

// leadsIn reports whether a list with that first item completes the paragraph.
func leadsIn(paragraph, item string) bool {
	return strings.HasSuffix(paragraph, ":") || startsLower(item) && !endsSentence(paragraph)
}

// table adds a table of rows that hold the cells with text only. Its first row
// is the header if each of the columns names a level; columns is 0 when the
// cells do not make columns.
func (b *builder) table(rows []Row, columns int) {
	if len(rows) == 0 {
		return
	}
	b.endList()
	t := &Table{Span: Span{rows[0].Start, rows[len(rows)-1].End}, Rows: rows}
	if len(rows[0].Cells) == columns {
		if levels := b.readLevels(rows[0].Cells); levels != nil {
			t.Levels, t.Header, t.HeaderLines, t.Rows = levels, rows[0].Span, 1, rows[1:]
			b.joinTexts(rows[0].Cells)
		}
	}
	b.add(t)
}

// joinTexts marks what stands between the texts of a header, which are one text.
func (b *builder) joinTexts(cells []Cell) {
	at := cells[0].End
	for i, c := range cells {
		for k, p := range c.Paragraphs {
			if i+k > 0 {
				b.joints = append(b.joints, mark{Span{at, p.Start}, "\n"})
			}
			at = p.End
		}
	}
}

// readLevels returns the level that each of the cells names, or nil when they
// don't.
func (b *builder) readLevels(cells []Cell) []Level {
	var words []headWord
	for i, c := range cells {
		for _, p := range c.Paragraphs {
			words = append(words, b.headWords(p, i)...)
		}
		if len(words) > maxHeaderWords {
			return nil
		}
	}
	if b.words == nil {
		w := newLevelWords(b.doc.Lang, b.levels)
		b.words = &w
	}
	r := &textReader{doc: b.doc, levels: *b.words}
	for _, read := range []func(*textReader, []headWord) ([]Level, int){readLabelled, readGraded, readNumbered} {
		levels, n := read(r, words)
		if len(levels) < 2 || len(levels) != len(cells) || n != len(words) {
			continue
		}
		for i, l := range levels {
			if !cells[i].Contains(l.Span) {
				return nil
			}
		}
		return levels
	}
	return nil
}

// headWords returns the words of a cell of the header. Each cell is a line.
func (b *builder) headWords(s Span, line int) []headWord {
	var words []headWord
	r := reading{marks: b.doc.marksIn(s), src: s.Start}
	plain, at := b.doc.Plain(s), 0
	for w := range strings.FieldsFuncSeq(plain, isBlank) {
		at += strings.Index(plain[at:], w)
		words = append(words, headWord{r.source(Span{at, at + len(w)}), w, line})
		at += len(w)
	}
	return words
}
