package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/width"

	"github.com/steplint/steplint/parser"
)

// cell is what a terminal shows for the bytes from start to end of a text. It
// is safe to print: control characters, escape sequences and bidirectional
// controls are spelt out, and what would be invisible is made visible.
type cell struct {
	start, end int
	shown      string
	width      int // in terminal columns; 0 only for what joins the cell before
}

const tabStop = 4

// cells returns the cells of the span of src, in order and without gaps.
func cells(src string, s parser.Span) []cell {
	out := make([]cell, 0, s.Len())
	column := 0
	for i := s.Start; i < s.End; {
		first := len(out)
		switch c := src[i]; {
		case c == '[' && opensCommand(src[:i]):
			text := fmt.Sprintf("<U+%04X>", c)
			out = append(out, cell{i, i + 1, text, len(text)})
		case c == '\t':
			n := tabStop - column%tabStop
			out = append(out, cell{i, i + 1, strings.Repeat(" ", n), n})
		case ' ' <= c && c <= '~' && (i+1 == s.End || src[i+1] < utf8.RuneSelf):
			out = append(out, cell{i, i + 1, src[i : i+1], 1})
		default:
			clusters := graphemes.FromString(src[i:s.End])
			clusters.Next()
			out = appendCluster(out, src, parser.Span{Start: i, End: i + len(clusters.Value())})
		}
		for _, c := range out[first:] {
			column += c.width
		}
		i = out[len(out)-1].end
	}
	return out
}

// opensCommand reports whether a bracket after the text would begin a command for
// a CI runner, see command.
func opensCommand(before string) bool {
	before = strings.TrimRightFunc(before, func(r rune) bool {
		return unseen(r) || r < utf8.RuneSelf && unicode.IsLetter(r)
	})
	before, ok := strings.CutSuffix(before, "#")
	return ok && strings.HasSuffix(strings.TrimRightFunc(before, unseen), "#")
}

// unseen reports whether r cannot be seen but is shown as it is after a symbol.
func unseen(r rune) bool { return r == '\u200D' || unicode.Is(unicode.Variation_Selector, r) }

// appendCluster appends the cells of one grapheme cluster: one cell for what is
// drawn together and one for every character that has to be spelt out.
func appendCluster(out []cell, src string, s parser.Span) []cell {
	start := s.Start // of the piece that is drawn together
	flush := func(end int) {
		if piece := src[start:end]; piece != "" {
			if r, _ := utf8.DecodeRuneInString(piece); unicode.Is(unicode.M, r) {
				out = append(out, cell{start, end, "◌" + piece, 1})
			} else {
				out = append(out, cell{start, end, piece, columns(piece)})
			}
		}
	}
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(src[i:s.End])
		if text := spell(r, src[i:i+n], src[start:i]); text != "" {
			flush(i)
			start = i + n
			out = append(out, cell{i, start, text, utf8.RuneCountInString(text)})
		}
		i += n
	}
	flush(s.End)
	return out
}

// spell returns what to show instead of r, which is written as raw and stands
// after the rest of its cluster; empty when r can be shown as it is.
func spell(r rune, raw, before string) string {
	switch {
	case r == utf8.RuneError && len(raw) == 1:
		return fmt.Sprintf("<0x%02X>", raw[0])
	case r == '\u00AD':
		return "¬" // as word processors show a soft hyphen
	case r != ' ' && unicode.Is(unicode.Zs, r):
		return "⍽"
	case unseen(r):
		if symbol(before) {
			return "" // part of an emoji
		}
	case unicode.IsGraphic(r) && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		return ""
	}
	return fmt.Sprintf("<U+%04X>", r)
}

// symbol reports whether the cluster begins with what may carry an emoji
// presentation: a symbol, or the base of a keycap.
func symbol(cluster string) bool {
	r, n := utf8.DecodeRuneInString(cluster)
	return n > 0 && (unicode.Is(unicode.S, r) || strings.ContainsRune("0123456789#*‼⁉〰〽", r))
}

// columns returns the number of terminal columns of a grapheme cluster.
func columns(cluster string) int {
	r, n := utf8.DecodeRuneInString(cluster)
	kind := width.LookupRune(r).Kind()
	switch {
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
		return 2
	case unicode.Is(unicode.Regional_Indicator, r) && len(cluster) > n: // a flag
		return 2
	case strings.ContainsRune(cluster, '\uFE0F'): // drawn as an emoji
		return 2
	}
	return 1
}

var spaces = strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ")

// plain returns s on one line and safe to print.
func plain(s string) string {
	s = spaces.Replace(s)
	var b strings.Builder
	for _, c := range cells(s, parser.Span{End: len(s)}) {
		b.WriteString(c.shown)
	}
	return b.String()
}

// visible returns s with only that spelt out which acts on who reads it: control
// characters, those that turn the direction, and commands for a CI runner.
func visible(s string) string {
	acts := func(r rune) bool { return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) }
	if strings.ContainsFunc(s, acts) {
		var b strings.Builder
		for _, r := range s {
			if acts(r) {
				fmt.Fprintf(&b, "<U+%04X>", r)
			} else {
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	return NoCommand(s)
}

// excerpt is the visible part of a line with a marked range of columns.
type excerpt struct {
	text         string
	before, mark int // columns before the mark and of the mark, at least one
}

// excerptOf returns the line on which the span starts, cut to the given number
// of columns around the span. The mark goes to the end of the line when the
// span goes further, and stands after the line when the span starts there.
func excerptOf(f *parser.File, s parser.Span, avail int) excerpt {
	line := f.Line(f.LineOf(s.Start))
	from := min(max(s.Start, line.Start), line.End)
	to := max(from, min(s.End, line.End))
	// Only what can be seen is looked at: a line may be a megabyte long.
	window := parser.Span{
		Start: boundary(f.Src, max(line.Start, from-3*avail)),
		End:   boundary(f.Src, min(line.End, to+3*avail, from+6*avail)),
	}
	cs := cells(f.Src, window)
	i := 0
	for i < len(cs) && cs[i].end <= from {
		i++
	}
	j := i
	for j < len(cs) && (cs[j].start < to || j == i) {
		j++
	}
	a, b := around(cs, i, j, avail, window != line)
	return render(cs, a, b, i, j, a > 0 || window.Start > line.Start, b < len(cs) || window.End < line.End)
}

// around returns the cells to show: as many as fit around the marked cells i
// to j, and from i on as far as they fit when there are too many.
func around(cs []cell, i, j, avail int, isCut bool) (a, b int) {
	total := 0
	for _, c := range cs {
		total += c.width
	}
	if total <= avail && !isCut {
		return 0, len(cs)
	}
	avail -= 2 // room for … on both sides
	used := 0
	for a, b = i, i; b < j && (b == i || used+cs[b].width <= avail*3/4); b++ {
		used += cs[b].width
	}
	for {
		grown := false
		if a > 0 && used+cs[a-1].width <= avail {
			a, grown = a-1, true
			used += cs[a].width
		}
		if b < len(cs) && used+cs[b].width <= avail {
			used += cs[b].width
			b, grown = b+1, true
		}
		if !grown {
			return a, b
		}
	}
}

func render(cs []cell, a, b, i, j int, cutBefore, cutAfter bool) excerpt {
	var e excerpt
	var text strings.Builder
	if cutBefore {
		text.WriteString("…")
		e.before++
	}
	for k := a; k < b; k++ {
		text.WriteString(cs[k].shown)
		switch {
		case k < i:
			e.before += cs[k].width
		case k < j:
			e.mark += cs[k].width
		}
	}
	if cutAfter {
		text.WriteString("…")
		if j > b {
			e.mark++
		}
	}
	e.text, e.mark = text.String(), max(e.mark, 1)
	return e
}

// boundary returns the offset or, within a code point, the start of it.
func boundary(src string, offset int) int {
	for i := offset; i > 0 && i > offset-utf8.UTFMax && i < len(src); i-- {
		if utf8.RuneStart(src[i]) {
			return i
		}
	}
	return offset
}
