package parser

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// inlineReader walks through the text of a block: what no node of text covers
// is markup.
type inlineReader struct {
	*markdownReader
	split bool   // at line breaks
	all   Span   // the text
	start int    // of the part at hand
	at    int    // the end of what was read
	joint string // what stands between there and the next text
	seen  bool   // something visible in the part
	known int    // marks before the part
	out   []Span
}

// texts returns the text of a block that holds inline markup, or none when a
// reader sees nothing of it, and adds its marks. The text covers the markup at
// its ends, too. With split, line breaks part it.
func (r *markdownReader) texts(n ast.Node, split bool) []Span {
	s := trim(r.shown, r.extent(n))
	if s.Empty() {
		return nil
	}
	in := inlineReader{markdownReader: r, split: split, all: s, start: s.Start, at: s.Start, known: len(r.doc.marks)}
	in.walk(n)
	in.part(s.End)
	return in.out
}

func (r *inlineReader) walk(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			r.see(Span{n.Segment.Start, n.Segment.Stop}, n.IsRaw())
		case *ast.AutoLink:
			at := n.Pos() + len("<")
			r.see(Span{at, at + len(n.Label(r.src))}, true)
		case *ast.RawHTML:
			r.tag(n)
		default:
			r.walk(n)
		}
	}
}

func (r *inlineReader) tag(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
	r.comment(Span{first.Start, last.Stop})
	if !breaksLine(first.Value(r.src)) {
		return
	}
	r.joint = "\n"
	if r.split {
		r.part(first.Start)
		r.start, r.at, r.known = last.Stop, last.Stop, len(r.doc.marks)
	}
}

// see takes visible text; escapes and entities are read unless it is raw.
func (r *inlineReader) see(s Span, raw bool) {
	s.Start, s.End = max(s.Start, r.at), min(s.End, r.all.End)
	if s.Empty() {
		return
	}
	r.gap(s.Start)
	text := r.doc.Text(s)
	for i := 0; i < len(text) && !raw; i++ {
		switch text[i] {
		case '\\':
			if i+1 < len(text) && util.IsPunct(text[i+1]) {
				r.mark(Span{s.Start + i, s.Start + i + 1}, "")
				i++
			}
		case '&':
			if n, decoded := entity(text[i:]); n > 0 {
				r.mark(Span{s.Start + i, s.Start + i + n}, decoded)
				i += n - 1
			}
		}
	}
	r.at = s.End
	r.seen = r.seen || strings.TrimFunc(r.doc.Plain(s), isBlank) != ""
}

// gap marks what stands before the next text, which starts at end: nothing that
// is seen, except that a line break is a space.
func (r *inlineReader) gap(end int) {
	gap := r.doc.Src[r.at:end]
	if strings.Contains(gap, "\n") {
		r.joint = "\n"
	}
	if strings.TrimFunc(gap, isBlank) != "" {
		r.mark(Span{r.at, end}, r.joint)
	}
	r.joint = ""
}

// part ends the part at hand.
func (r *inlineReader) part(end int) {
	r.gap(max(r.at, end))
	s := trim(r.shown, Span{r.start, max(r.start, end)})
	if r.seen && !s.Empty() {
		r.out = append(r.out, s)
	} else {
		r.doc.marks = r.doc.marks[:r.known]
	}
	r.seen = false
}
