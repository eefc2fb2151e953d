package report

import (
	"strings"

	"github.com/steplint/steplint/parser"
)

// line is a line as it is printed; width counts the columns it takes.
type line struct {
	text  string
	width int
}

// wrap returns the text on lines of at most that many columns, at least one
// line, broken at white space where there is some. Line breaks of the text
// become spaces. The words of the spans, which are in order, stand in brackets,
// in colour too where there is colour.
func wrap(text string, marked []parser.Span, columns int, color bool) []line {
	var out []line
	var now []cell // of the line
	used, space := 0, -1
	push := func(cs []cell) {
		var l line
		for _, c := range cs {
			l.text += c.shown
			l.width += c.width
		}
		l.text = strings.TrimRight(l.text, " ")
		out = append(out, l)
	}
	for _, c := range bracketed(text, marked, color) {
		blank := c.shown == " "
		if used+c.width > columns && used > 0 {
			rest := now[len(now):]
			if space >= 0 && !blank {
				rest = now[space+1:]
				now = now[:space]
			}
			push(now)
			now, used, space = append([]cell(nil), rest...), 0, -1
			for _, r := range rest {
				used += r.width
			}
		}
		if blank {
			if used == 0 {
				continue
			}
			space = len(now)
		}
		now = append(now, c)
		used += c.width
	}
	push(now)
	return out
}

// bracketed returns the cells of the text with brackets around the marked spans.
// White space is a blank each; the colours are part of the cells they begin and
// end with.
func bracketed(text string, marked []parser.Span, color bool) []cell {
	var out []cell
	begin, end := openSign, closeSign
	if color {
		begin, end = yellow+openSign, closeSign+reset
	}
	for _, c := range cells(text, parser.Span{End: len(text)}) {
		for len(marked) > 0 && marked[0].End <= c.start {
			out = append(out, cell{c.start, c.start, end, 1})
			marked = marked[1:]
		}
		if len(marked) > 0 && marked[0].Start == c.start {
			out = append(out, cell{c.start, c.start, begin, 1})
		}
		if strings.ContainsRune("\t\r\n", rune(text[c.start])) {
			c.shown, c.width = " ", 1
		}
		out = append(out, c)
	}
	if len(marked) > 0 {
		out = append(out, cell{len(text), len(text), end, 1})
	}
	return out
}

// fill returns the parts with the separator between them on lines of at most
// that many columns; a longer part is broken.
func fill(parts []string, separator string, columns int) []string {
	var out []string
	var now strings.Builder
	used := 0
	for _, p := range parts {
		lines := wrap(p, nil, max(columns, leastText), false)
		if used > 0 && (len(lines) > 1 || used+len(separator)+lines[0].width > columns) {
			out = append(out, now.String())
			now.Reset()
			used = 0
		}
		if used > 0 {
			now.WriteString(separator)
			used += len(separator)
		}
		for i, l := range lines {
			if i > 0 {
				out = append(out, now.String())
				now.Reset()
				used = 0
			}
			now.WriteString(l.text)
			used += l.width
		}
	}
	return append(out, now.String())
}
