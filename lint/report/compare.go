package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// Compare writes the two documents of a pair side by side, each heading, level
// and sentence beside its counterpart, with the line it stands on. A unit
// without counterpart stands alone and is marked, in words too.
func Compare(w io.Writer, p *corpus.Pair, lang string, o TextOptions) error {
	c := comparison{
		Writer: bufio.NewWriter(w), TextOptions: o, lang: lang, pair: p,
		column: max(20, (max(o.Width, 60)-gutter)/2),
	}
	c.row(" ", strings.Split(plain(p.Source.Name), "\n"), []string{plain(p.Target.Name)})
	last := [2]int{-1, -1}
	for _, l := range ordered(p.Links, p) {
		if block := c.blocks(l); block != last {
			fmt.Fprintln(c)
			last = block
		}
		c.link(l)
	}
	return c.Flush()
}

// gutter is the width of what stands between and before the columns: the mark,
// two line numbers and the bar.
const gutter = 17

type comparison struct {
	*bufio.Writer
	TextOptions
	lang   string
	pair   *corpus.Pair
	column int
}

var (
	onlyHere = [2]lint.Msg{
		{"not in the Swedish text", "ei ruotsinkielisessä tekstissä", "inte i den svenska texten"},
		{"not in the Finnish text", "ei suomenkielisessä tekstissä", "inte i den finska texten"},
	}
)

func (c *comparison) blocks(l align.Link) [2]int {
	b := [2]int{-1, -1}
	if len(l.Source) > 0 {
		b[0] = c.pair.Source.Units()[l.Source[0]].Block
	}
	if len(l.Target) > 0 {
		b[1] = c.pair.Target.Units()[l.Target[0]].Block
	}
	return b
}

func (c *comparison) link(l align.Link) {
	left, right := c.cellLines(c.pair.Source, l.Source), c.cellLines(c.pair.Target, l.Target)
	mark := " "
	switch {
	case len(l.Source) == 0:
		mark = "+"
		left = c.note(onlyHere[1])
	case len(l.Target) == 0:
		mark = "-"
		right = c.note(onlyHere[0])
	case len(l.Source) != len(l.Target):
		mark = "~"
	}
	c.row(mark, left, right)
}

func (c *comparison) note(m lint.Msg) []string { return []string{" ·  " + m.In(c.lang)} }

// row writes two columns beside each other.
func (c *comparison) row(mark string, left, right []string) {
	for i := range max(len(left), len(right)) {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		pad := max(0, c.column+6-shownWidth(l))
		line := fmt.Sprintf("%s %s%s │ %s", mark, l, strings.Repeat(" ", pad), r)
		if c.Color && mark != " " {
			line = map[string]string{"+": green, "-": red, "~": yellow}[mark] + line + reset
		}
		fmt.Fprintln(c, strings.TrimRight(line, " "))
	}
}

// cellLines returns the text of the units, wrapped to the column, with the line
// number and the sign of its kind in front.
func (c *comparison) cellLines(d *parser.Document, units []int) []string {
	var out []string
	for _, u := range units {
		unit := d.Units()[u]
		head := fmt.Sprintf("%4d%s ", d.LineOf(unit.Start), sign(d, u))
		for _, s := range wrap(d.Src, unit.Text, c.column) {
			out = append(out, head+s)
			head = strings.Repeat(" ", 6)
		}
	}
	return out
}

// sign returns one character for where the unit stands.
func sign(d *parser.Document, u int) string {
	unit := d.Units()[u]
	switch unit.Kind {
	case parser.KindHeading:
		return "#"
	case parser.KindLevel:
		return "="
	}
	if !unit.First {
		return " "
	}
	switch d.Units()[unit.Parent].Kind {
	case parser.KindItem:
		return "•"
	case parser.KindCell:
		return "|"
	}
	return " "
}

// wrap returns the text on lines of at most that many columns, broken at white
// space where there is some. Line breaks of the text become spaces.
func wrap(src string, s parser.Span, columns int) []string {
	var out []string
	var line strings.Builder
	used, space, spaceUsed := 0, -1, 0
	for _, cell := range cells(src, s) {
		text, width := cell.shown, cell.width
		if src[cell.start] == '\n' || src[cell.start] == '\r' {
			text, width = " ", 1
		}
		if used+width > columns && used > 0 {
			full := line.String()
			line.Reset()
			if space > 0 && text != " " {
				out = append(out, full[:space])
				line.WriteString(full[space+1:])
				used -= spaceUsed + 1
			} else {
				out = append(out, full)
				used = 0
			}
			space = -1
		}
		if text == " " {
			if used == 0 {
				continue
			}
			space, spaceUsed = line.Len(), used
		}
		line.WriteString(text)
		used += width
	}
	return append(out, line.String())
}

func shownWidth(s string) int {
	n := 0
	for _, c := range cells(s, parser.Span{End: len(s)}) {
		n += c.width
	}
	return n
}

// ordered returns the links of leaves in reading order: that of the source, with
// each link that has no source unit right after what precedes it in the target.
func ordered(links []align.Link, p *corpus.Pair) []align.Link {
	var rows, alone []align.Link
	for _, l := range links {
		switch {
		case len(l.Source) > 0 && p.Source.Units()[l.Source[0]].Leaf():
			rows = append(rows, l)
		case len(l.Source) == 0 && p.Target.Units()[l.Target[0]].Leaf():
			alone = append(alone, l)
		}
	}
	slices.SortStableFunc(rows, func(a, b align.Link) int { return a.Source[0] - b.Source[0] })
	slices.SortStableFunc(alone, func(a, b align.Link) int { return a.Target[0] - b.Target[0] })
	var out []align.Link
	for _, l := range rows {
		for len(alone) > 0 && len(l.Target) > 0 && alone[0].Target[0] < l.Target[0] {
			out = append(out, alone[0])
			alone = alone[1:]
		}
		out = append(out, l)
	}
	return append(out, alone...)
}
