package parser

import (
	"cmp"
	"slices"
	"strings"
)

// Comments to steplint look like those of HTML, in every format.
const (
	commentStart = "<!--"
	commentEnd   = "-->"
	addressed    = "steplint-"
)

// addresses reports whether the text is a comment to steplint and nothing else. It
// may lack its end.
func addresses(text string) bool {
	body, ok := strings.CutPrefix(text, commentStart)
	if !ok || !strings.HasPrefix(strings.TrimLeft(body, " \t\r\n"), addressed) {
		return false
	}
	end := strings.Index(body, commentEnd)
	return end < 0 || end == len(body)-len(commentEnd)
}

// findComments returns the comments to steplint that stand on lines of their own.
// In Markdown those within a block of code are part of it.
func findComments(f *File, markdown bool) []Span {
	if !strings.Contains(f.Src, addressed) {
		return nil
	}
	var out []Span
	fence := ""
	for n := 1; n <= f.LineCount(); n++ {
		s := trim(f.Src, f.Line(n))
		text := f.Text(s)
		if markdown {
			fence = fenceAfter(fence, text)
		}
		if fence == "" && addresses(text) {
			out = append(out, s)
		}
	}
	return out
}

// fenceAfter returns the fence of the code that the text stands in after a line,
// "" when it stands in none.
func fenceAfter(fence, line string) string {
	if fence != "" {
		if rest, ok := strings.CutPrefix(line, fence); ok && strings.Trim(rest, fence[:1]) == "" {
			return ""
		}
		return fence
	}
	for _, mark := range []string{"`", "~"} {
		rest := strings.TrimLeft(line, mark)
		if n := len(line) - len(rest); n >= 3 && !(mark == "`" && strings.Contains(rest, mark)) {
			return line[:n]
		}
	}
	return ""
}

// wholeLine returns the span with the rest of its line and the line end.
func (f *File) wholeLine(s Span) Span {
	n := f.LineOf(s.Start)
	line := Span{f.Line(n).Start, len(f.Src)}
	if n < len(f.lines) {
		line.End = f.lines[n]
	}
	return line
}

// hideComments notes the comments of a plain text and makes marks of their lines:
// no text that goes on below them holds them.
func (d *Document) hideComments(comments []Span) {
	d.Comments = comments
	for _, c := range comments {
		d.marks = append(d.marks, mark{d.wholeLine(c), ""})
	}
}

// comment notes a comment within markup.
func (b *builder) comment(at Span) {
	if addresses(b.doc.Text(at)) {
		b.doc.Comments = append(b.doc.Comments, at)
	}
}

// sortComments puts the comments in order, each once.
func (b *builder) sortComments() {
	slices.SortFunc(b.doc.Comments, func(x, y Span) int { return cmp.Compare(x.Start, y.Start) })
	end := -1
	b.doc.Comments = slices.DeleteFunc(b.doc.Comments, func(c Span) bool {
		again := c.Start < end
		end = max(end, c.End)
		return again
	})
}

// blankComments puts spaces in the place of the comments in src, which is as long
// as the source, and of the line end before each, so that to a parser of Markdown
// there is no line: not even a blank one, which would end a paragraph or a list.
func (d *Document) blankComments(src []byte) {
	for _, c := range d.Comments {
		start := c.Start
		for start > 0 && src[start-1] != '\n' {
			start--
		}
		for i := max(0, start-1); i < c.End; i++ {
			src[i] = ' '
		}
	}
}
