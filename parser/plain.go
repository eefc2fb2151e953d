package parser

import (
	"iter"
	"sort"
	"strings"
)

// mark is a stretch of the source that a reader doesn't see as it stands: a tag,
// the address of a link, an entity, all that stands between two texts.
type mark struct {
	Span
	text string // what the reader sees in its place
}

// Markup reports whether the document has markup, so that not all of its source
// is seen: Markdown or HTML.
func (d *Document) Markup() bool { return d.markup }

// InCode reports whether the span lies in a piece of code within a text: between
// backticks or in a <code> element. An author's spelling does not hold there.
func (d *Document) InCode(s Span) bool {
	u := d.UnitAt(s)
	if !d.Markup() || u < 0 {
		return false
	}
	before := d.Src[d.Units()[u].Start:s.Start]
	return strings.Count(before, "`")%2 == 1 || strings.LastIndex(before, "<code") > strings.LastIndex(before, "</code")
}

// Plain returns the text of the span as a reader sees it: without markup, and
// with entities decoded. Of a span that holds no markup it is Text.
func (d *Document) Plain(s Span) string {
	marks := d.marksIn(s)
	if len(marks) == 0 {
		return d.Text(s)
	}
	var b strings.Builder
	at := s.Start
	for _, m := range marks {
		b.WriteString(d.Src[at:max(at, m.Start)])
		b.WriteString(m.text)
		at = m.End
	}
	b.WriteString(d.Src[at:max(at, s.End)])
	return b.String()
}

// Source returns where Plain(s)[plain.Start:plain.End] stands in the source. It
// starts and ends at what the reader sees, with whole entities. Unless Text and
// Plain of it are the same, an edit of the span would touch markup.
func (d *Document) Source(s, plain Span) Span {
	r := reading{marks: d.marksIn(s), src: s.Start}
	return r.source(plain)
}

// marksIn returns the marks that touch the span.
func (d *Document) marksIn(s Span) []mark {
	i := sort.Search(len(d.marks), func(i int) bool { return d.marks[i].End > s.Start })
	n := sort.Search(len(d.marks)-i, func(k int) bool { return d.marks[i+k].Start >= s.End })
	return d.marks[i : i+n]
}

// plainly yields the spans of the source that f yields of its plain text, which
// must be in order.
func (d *Document) plainly(s Span, f func(*Document, Span) iter.Seq[Span]) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		r := reading{marks: d.marksIn(s), src: s.Start}
		p := &Document{File: &File{Name: d.Name, Src: d.Plain(s)}, Lang: d.Lang}
		for t := range f(p, Span{0, len(p.Src)}) {
			if !yield(r.source(t)) {
				return
			}
		}
	}
}

// reading is a place in a text: src in the source is plain in the plain text,
// and the marks are still to come.
type reading struct {
	marks      []mark
	src, plain int
}

// source returns where the plain text t stands. It moves on to the start of t:
// what is asked for later must not start before.
func (r *reading) source(t Span) Span {
	start, _ := r.seek(t.Start)
	if t.Empty() {
		return Span{start, start}
	}
	last := *r
	_, end := last.seek(t.End - 1)
	return Span{start, end}
}

// seek moves on to the byte of the plain text and returns the piece of the
// source, a byte or a mark, that it stands for.
func (r *reading) seek(at int) (start, end int) {
	for len(r.marks) > 0 {
		m := r.marks[0]
		seen := r.plain + max(0, m.Start-r.src)
		if at < seen {
			break
		}
		if at < seen+len(m.text) {
			return m.Start, m.End
		}
		r.plain, r.src = seen+len(m.text), m.End
		r.marks = r.marks[1:]
	}
	start = r.src + at - r.plain
	return start, start + 1
}
