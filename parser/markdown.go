package parser

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// markdownReader reads the blocks of GitHub's Markdown. Code and front matter
// are no text.
type markdownReader struct {
	*builder
	src   []byte // as long as the source
	shown string // the source, with spaces in the place of comments to steplint
	known int    // the end of the last marker
}

// readMarkdown fills the document's blocks from its source.
func readMarkdown(d *Document, levels *Levels) {
	if deepMarkdown(d.Src) {
		readText(d, levels)
		return
	}
	r := markdownReader{builder: &builder{doc: d, levels: levels}, src: []byte(d.Src)}
	front := frontMatter(d.Src)
	for i, c := range r.src {
		switch {
		case i < front:
			r.src[i] = '\n'
		case c == '\r': // which the parser doesn't take for white space everywhere
			r.src[i] = ' '
		}
	}
	d.Comments = findComments(d.File, true)
	r.shown = d.Src
	if len(d.Comments) > 0 {
		d.blankComments(r.src)
		r.shown = string(r.src)
	}
	r.blocks(newMarkdownParser().Parse(text.NewReader(r.src)), 0)
	r.finish()
}

// frontMatter returns the length of the byte order mark and of the YAML or TOML
// between lines of --- or +++ with which the text starts.
func frontMatter(src string) int {
	start := len(src) - len(strings.TrimPrefix(src, bom))
	fence, rest, _ := strings.Cut(src[start:], "\n")
	fence = strings.TrimRight(fence, " \t\r")
	first, _, _ := strings.Cut(rest, "\n")
	switch fence {
	case "+++":
	case "---": // also a thematic break, when no key follows
		if !strings.Contains(first, ":") && !strings.HasPrefix(first, "#") && !strings.HasPrefix(first, "---") {
			return start
		}
	default:
		return start
	}
	for rest != "" {
		line, after, _ := strings.Cut(rest, "\n")
		line = strings.TrimRight(line, " \t\r")
		if line == fence || fence == "---" && line == "..." {
			return len(src) - len(after)
		}
		rest = after
	}
	return start
}

// blocks reads the children of a block, which stand in that many lists.
func (r *markdownReader) blocks(parent ast.Node, depth int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			for _, s := range r.texts(n, false) {
				r.heading(s, n.Level)
			}
		case *ast.Paragraph, *ast.TextBlock:
			for _, s := range r.texts(n, false) {
				r.text(s, depth, depth > 0)
			}
		case *ast.List:
			r.list(n, depth+1)
		case *ast.Blockquote:
			r.blocks(n, depth)
		case *east.Table:
			r.tableOf(n)
		case *ast.HTMLBlock:
			r.html(r.extent(n), element{lists: depth, inItem: depth > 0})
		}
	}
}

func (r *markdownReader) list(l *ast.List, depth int) {
	for n := l.FirstChild(); n != nil; n = n.NextSibling() {
		m, indent := r.markerOf(n, l.Marker)
		r.known = m.End
		r.item(m, indent)
		r.blocks(n, depth)
		r.marker = Span{}
	}
	if depth == 1 {
		r.endList()
	}
}

// markerOf returns the marker of an item, which ends in that byte, and how many
// code points stand before it. The parser counts a tab that it has read in part
// as up to three bytes too many.
func (r *markdownReader) markerOf(item ast.Node, last byte) (Span, int) {
	src := r.doc.Src
	pos := min(item.Pos(), len(src)-1)
	for start := pos; start >= max(0, pos-3); start-- {
		end := start
		for end < len(src) && src[end] >= '0' && src[end] <= '9' {
			end++
		}
		if end == len(src) || src[end] != last {
			continue
		}
		line := 1 + strings.LastIndexByte(src[:start], '\n')
		if before := src[min(start, max(line, r.known)):start]; strings.Trim(before, bom+" \t\r>") == "" {
			return Span{start, end + 1}, runes(strings.TrimPrefix(src[line:start], bom))
		}
	}
	return Span{pos, pos + 1}, 0
}

func (r *markdownReader) tableOf(t *east.Table) {
	var rows []Row
	columns := 0
	for n := t.FirstChild(); n != nil; n = n.NextSibling() {
		var row Row
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if p := r.texts(c, true); len(p) > 0 {
				row.Cells = append(row.Cells, Cell{Span{p[0].Start, p[len(p)-1].End}, p})
			}
		}
		for _, c := range r.surplus(n) {
			row.Cells = append(row.Cells, Cell{c, []Span{c}})
		}
		if n := len(row.Cells); n > 0 {
			row.Span = Span{row.Cells[0].Start, row.Cells[n-1].End}
			rows = append(rows, row)
		}
		if n == t.FirstChild() {
			columns = n.ChildCount()
		}
	}
	r.table(rows, columns)
}

// surplus returns the cells of a row beyond those of the header: no browser
// shows them, but they are text that somebody wrote.
func (r *markdownReader) surplus(row ast.Node) []Span {
	last := row.LastChild()
	if last == nil || last.Lines().Len() == 0 {
		return nil
	}
	var out []Span
	src := r.doc.Src
	at := last.Lines().At(0).Stop
	end := r.doc.Line(r.doc.LineOf(at)).End
	at += len(src[at:end]) - len(strings.TrimLeft(src[at:end], " \t|"))
	for at < end {
		next := at
		for next < end && (src[next] != '|' || src[next-1] == '\\') {
			next++
		}
		if s := trim(src, Span{at, next}); !s.Empty() {
			out = append(out, s)
		}
		at = next + 1
	}
	return out
}

// extent returns the span of the lines of a block.
func (r *markdownReader) extent(n ast.Node) Span {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return Span{}
	}
	s := Span{lines.At(0).Start, lines.At(lines.Len() - 1).Stop}
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		s.End = max(s.End, h.ClosureLine.Stop)
	}
	return s
}

// breaksLine reports whether inline HTML is a line break.
func breaksLine(tag []byte) bool {
	name := bytes.TrimRight(bytes.TrimPrefix(tag, []byte("<")), "/> \t")
	return bytes.EqualFold(name, []byte("br"))
}
