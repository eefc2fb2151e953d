package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// List is a run of items.
type List struct {
	Span
	Items []Item
}

// Item is one item of a list. An item that lost its bullet has an empty Marker.
type Item struct {
	Span         // marker and text, nested items not included
	Marker, Text Span
	Indent       int    // code points before the marker, or before the text without one
	Items        []Item // nested
}

// Range returns the source span of the block.
func (l *List) Range() Span { return l.Span }

func (*List) block() {}

// marker is what opens a list item. size is its length in bytes; 0 is none.
type marker struct {
	size   int
	kind   rune // the bullet itself, or '1' for a number and 'a' for a letter
	number int  // of a number or letter
}

// dash reports whether the marker is a dash, which in running text also opens
// a line of dialogue or an aside.
func (m marker) dash() bool { return m.size > 0 && strings.ContainsRune("-–—", m.kind) }

// counts reports whether the marker is a number or a letter.
func (m marker) counts() bool { return m.kind == '1' || m.kind == 'a' }

const bullets = "•◦‣⁃∙·●○▪▫■□◆◇►▸➢➤✓✔*+-–—\uF0B7\uF0A7"

// readMarker returns the marker that opens the text: a bullet, a number or a
// letter with a stop or bracket; white space must follow.
func readMarker(s string) marker {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(bullets, r) {
		if n == len(s) || !blankAt(s, n) {
			// A round bullet needs no space to be one.
			if n < len(s) && strings.ContainsRune("•●▪■", r) {
				return marker{size: n, kind: r}
			}
			return marker{}
		}
		return marker{size: n, kind: r}
	}
	return readCounter(s)
}

func readCounter(s string) marker {
	i, open := 0, s[0] == '('
	if open {
		i++
	}
	m := marker{kind: '1'}
	start := i
	for i < len(s) && i-start < 3 && s[i] >= '0' && s[i] <= '9' {
		m.number = 10*m.number + int(s[i]-'0')
		i++
	}
	if i == start && i+1 < len(s) && s[i] >= 'a' && s[i] <= 'z' && s[i+1] == ')' {
		m.kind, m.number = 'a', int(s[i]-'a')+1
		i++
	}
	if i == start || i == len(s) || s[i] != ')' && (s[i] != '.' || open) {
		return marker{}
	}
	i++
	if i == len(s) || !blankAt(s, i) {
		return marker{}
	}
	m.size = i
	return m
}

func blankAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsSpace(r)
}

// startList is a [starter] for a [List].
func startList(r *textReader) bool {
	if !r.opensList(r.next) {
		return false
	}
	b := listBuilder{reader: r}
	for r.next < len(r.lines) {
		end := r.chunk(r.next)
		for r.next < end && b.take(r.next, end) {
			r.next++
		}
		if r.next < end {
			break
		}
		if i := r.skipBlank(r.next); i < len(r.lines) && b.goesOn(i) {
			r.next = i
			continue
		}
		break
	}
	r.add(b.list())
	return true
}

// opensList reports whether line i is the first item of a list.
func (r *textReader) opensList(i int) bool {
	l := &r.lines[i]
	end := r.chunk(i)
	switch {
	case l.marker.size == 0:
		// An item that lost its bullet, indented as those that follow.
		return i+1 < end && l.indent > 0 && r.lines[i+1].marker.size > 0 && r.lines[i+1].bodyCol == l.indent
	case l.body.Empty():
		return false
	case l.marker.counts():
		// "1. Taustaa" alone on its line is a numbered heading.
		return l.indent > 0 || r.hasMarker(i+1, end) || r.countsOn(end, l.marker)
	case l.marker.dash():
		return l.indent > 0 || r.hasMarker(i+1, end)
	}
	return true
}

// countsOn reports whether the next line after the blank ones carries the next
// number.
func (r *textReader) countsOn(i int, m marker) bool {
	i = r.skipBlank(i)
	return i < len(r.lines) && r.lines[i].marker.kind == m.kind && r.lines[i].marker.number == m.number+1
}

// flatItem is an item before nesting.
type flatItem struct {
	Item
	kind    rune
	bodyCol int
	number  int
}

type listBuilder struct {
	reader *textReader
	items  []flatItem
	chunk  int // end of the chunk that these are counted in
	marked int // its lines with a marker
	ended  int // those of them that end in a mark
}

// take adds line i, which belongs to a chunk that ends before end, and returns
// false when the list ends before it.
func (b *listBuilder) take(i, end int) bool {
	r := b.reader
	l := &r.lines[i]
	if l.marker.size == 0 || l.body.Empty() {
		if len(b.items) > 0 && r.wrapped {
			if l.marker.size == 0 && l.indent > b.last().Indent {
				b.last().Text.End, b.last().End = l.text.End, l.text.End
				return true
			}
			return false
		}
		return b.takeBare(i, end)
	}
	b.items = append(b.items, flatItem{
		Item: Item{
			Span:   l.text,
			Marker: Span{l.text.Start, l.text.Start + l.marker.size},
			Text:   l.body,
			Indent: l.indent,
		},
		kind: l.marker.kind, bodyCol: l.bodyCol, number: l.marker.number,
	})
	return true
}

// takeBare adds a line without marker as an item that lost its bullet. A line
// that is not indented is one only between items, or when it starts in lower
// case as the others do.
func (b *listBuilder) takeBare(i, end int) bool {
	r := b.reader
	l := &r.lines[i]
	if len(b.items) > 0 && l.indent == 0 && !r.hasMarker(i+1, end) {
		s := r.str(l.text)
		if !startsLower(s) || !startsLower(r.str(b.items[0].Text)) {
			return false
		}
	}
	if len(b.items) > 0 {
		if l.indent == 0 && r.str(l.text)[l.text.Len()-1] == ':' {
			return false // the lead-in of a list of its own
		}
		if b.goesOnFrom(i-1, end) {
			b.last().Text.End, b.last().End = l.text.End, l.text.End
			return true
		}
	}
	b.items = append(b.items, flatItem{
		Item:    Item{Span: l.text, Marker: Span{l.text.Start, l.text.Start}, Text: l.text, Indent: l.indent},
		bodyCol: l.indent,
	})
	return true
}

// goesOnFrom reports whether a line without marker continues line i: most items
// of the chunk, which ends before end, close with a mark, and line i does not.
// The last item does not count, which often is the only one to do so.
func (b *listBuilder) goesOnFrom(i, end int) bool {
	r := b.reader
	if b.chunk != end {
		b.chunk, b.marked, b.ended = end, 0, 0
		k := end - 1
		for k > 0 && r.lines[k].marker.size == 0 {
			k--
		}
		for k--; k >= 0 && !r.lines[k].blank(); k-- {
			if r.lines[k].marker.size > 0 {
				b.marked++
				if endsSentence(r.str(r.lines[k].text)) {
					b.ended++
				}
			}
		}
	}
	if endsSentence(r.str(r.lines[i].text)) {
		return false
	}
	// Line i itself is counted when it has a marker.
	others := b.marked
	if r.lines[i].marker.size > 0 {
		others--
	}
	return others > 0 && b.ended*2 > others
}

func (b *listBuilder) last() *flatItem { return &b.items[len(b.items)-1] }

// goesOn reports whether line i, after blank lines, is the next item of the
// same list: the same bullet, or the next number.
func (b *listBuilder) goesOn(i int) bool {
	m := b.reader.lines[i].marker
	if m.size == 0 || b.reader.lines[i].body.Empty() {
		return false
	}
	for k := len(b.items) - 1; k >= 0; k-- {
		it := &b.items[k]
		if it.kind == m.kind && it.Indent == b.reader.lines[i].indent {
			return !m.counts() || m.number == it.number+1
		}
	}
	return false
}

// lookBack is the number of items among which one without marker looks for its
// place.
const lookBack = 100

// list nests the items by indent: an item that stands further right than the
// one before belongs to it. One without marker stands beside the nearest item
// whose text or marker starts where it starts.
func (b *listBuilder) list() *List {
	cols := make([]int, len(b.items))
	for i, it := range b.items {
		cols[i] = it.Indent
		if it.kind != 0 || i == 0 {
			continue
		}
		cols[i] = cols[i-1]
		for k := i - 1; k >= max(0, i-lookBack); k-- {
			if p := &b.items[k]; p.kind != 0 && (p.bodyCol == it.Indent || p.Indent == it.Indent) {
				cols[i] = cols[k]
				break
			}
		}
	}
	if b.items[0].kind == 0 && len(b.items) > 1 {
		cols[0] = cols[1]
	}
	l := &List{Span: Span{b.items[0].Start, b.last().End}}
	for k := 0; k < len(b.items); {
		l.Items = append(l.Items, nest(b.items, cols, &k)...)
	}
	return l
}

// nest returns the items from *k on that stand at the column of the first, one
// code point more or less being no difference, each with those that stand
// further right below it.
func nest(flat []flatItem, cols []int, k *int) []Item {
	var out []Item
	for col := cols[*k]; *k < len(flat) && (cols[*k] >= col || len(out) == 0); {
		if len(out) > 0 && cols[*k] > col+1 {
			parent := &out[len(out)-1]
			parent.Items = append(parent.Items, nest(flat, cols, k)...)
			continue
		}
		out = append(out, flat[*k].Item)
		*k++
	}
	return out
}
