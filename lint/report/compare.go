package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// Compare writes the two documents of a pair side by side: each heading, level
// and sentence beside its counterpart, with the line it stands on, in the order
// of the source. Where the columns would be too narrow the two texts stand below
// each other. What differs has a sign in front, numbers and names that only one
// of two texts has stand in brackets; the signs used are explained at the end,
// and the last line counts. A moved unit stands beside its counterpart, and its
// place in the target refers to the line.
func Compare(w io.Writer, p *corpus.Pair, lang string, o TextOptions) error {
	if o.Width <= 0 {
		o.Width = 100
	}
	c := newComparison(w, p, lang, o)
	c.write("", c.wrapped(plain(p.Source.Name), nil), c.wrapped(plain(p.Target.Name), nil))
	last := [2]int{-1, -1}
	for _, r := range compareRows(p) {
		if block := blocksOf(p, r, last); block != last {
			fmt.Fprintln(c)
			last = block
		}
		c.row(r)
	}
	c.legend()
	c.summary()
	return c.Flush()
}

// leastWidth is the number of columns from which two texts fit beside each other.
const leastWidth = 60

// marksWidth is that of the signs in front of a row: three at the most.
const marksWidth = 3

// leastText is the width of a text however narrow the terminal is.
const leastText = 10

type comparison struct {
	*bufio.Writer
	TextOptions
	lang    string
	pair    *corpus.Pair
	digits  int // of a line number
	column  int // width of a text
	stacked bool
	signs   map[string]bool // that the output holds
	count   map[mark]int
}

func newComparison(w io.Writer, p *corpus.Pair, lang string, o TextOptions) *comparison {
	c := &comparison{
		Writer: bufio.NewWriter(w), TextOptions: o, lang: lang, pair: p,
		stacked: o.Width < leastWidth,
		signs:   map[string]bool{}, count: map[mark]int{},
	}
	lines := max(p.Source.LineOf(len(p.Source.Src)), p.Target.LineOf(len(p.Target.Src)))
	c.digits = max(4, len(strconv.Itoa(lines)))
	if c.stacked {
		c.digits = len(strconv.Itoa(lines))
		c.column = o.Width - marksWidth - len("fi ") - c.head()
	} else {
		c.column = (o.Width-marksWidth-barWidth)/2 - c.head()
	}
	c.column = max(c.column, leastText)
	return c
}

const bar, barWidth = " │ ", 3

// head is the width of what stands before a text: line number, kind, blank.
func (c *comparison) head() int { return c.digits + 2 }

// blocksOf returns the blocks that the row is part of, given those of the row
// before; where a text has none in this row, it is still in the same.
func blocksOf(p *corpus.Pair, r compareRow, last [2]int) [2]int {
	if len(r.source) > 0 && !r.elsewhere {
		last[0] = p.Source.Units()[r.source[0]].Block
	}
	if len(r.target) > 0 {
		last[1] = p.Target.Units()[r.target[0]].Block
	}
	return last
}

var (
	onlyHere = [2]lint.Msg{
		{"not in the Swedish text", "ei ruotsinkielisessä tekstissä", "inte i den svenska texten"},
		{"not in the Finnish text", "ei suomenkielisessä tekstissä", "inte i den finska texten"},
	}
	seeLine = lint.Msg{"see line %d", "ks. rivi %d", "se rad %d"}
)

func (c *comparison) row(r compareRow) {
	marks := ""
	for _, m := range markSigns {
		if r.marks&m.mark != 0 {
			marks += m.sign
		}
	}
	if r.elsewhere {
		at := c.pair.Source.LineOf(c.pair.Source.Units()[r.source[0]].Start)
		c.write(marks, c.note(seeLine, at), c.start(r.target))
		return
	}
	var only [2][][]parser.Span
	if r.marks&(markMissing|markExtra|markInstead) == 0 {
		only = onlyIn(c.pair, r)
	}
	left := c.texts(c.pair.Source, r.source, only[0])
	right := c.texts(c.pair.Target, r.target, only[1])
	switch {
	case len(left) == 0:
		left = c.note(onlyHere[1])
	case len(right) == 0:
		right = c.note(onlyHere[0])
	}
	c.tally(r)
	c.write(marks, left, right)
}

// tally counts the row.
func (c *comparison) tally(r compareRow) {
	c.count[r.marks&(markMissing|markExtra|markInstead)]++
	if r.marks&markMoved != 0 {
		c.count[markMoved]++
	}
}

// write writes two columns beside or below each other, the marks in front.
func (c *comparison) write(marks string, left, right []line) {
	for s := range strings.SplitSeq(marks, "") {
		c.signs[s] = true
	}
	marks += strings.Repeat(" ", marksWidth-len([]rune(marks)))
	none := strings.Repeat(" ", marksWidth)
	if color := markColor(marks); c.Color && color != "" {
		sign := strings.TrimRight(marks, " ")
		marks = color + sign + reset + marks[len(sign):]
	}
	print := func(parts ...string) {
		fmt.Fprintln(c, strings.TrimRight(strings.Join(parts, ""), " "))
	}
	if c.stacked {
		for i, side := range [][]line{left, right} {
			label := [...]string{"fi ", "sv "}[i]
			for _, l := range side {
				print(marks, label, l.text)
				marks, label = none, "   "
			}
		}
		return
	}
	for i := range max(len(left), len(right)) {
		var l, r line
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		print(marks, l.text, strings.Repeat(" ", max(0, c.head()+c.column-l.width)), bar, r.text)
		marks = none
	}
}

// note returns a remark that stands where a text would.
func (c *comparison) note(m lint.Msg, args ...any) []line {
	out := c.wrapped(fmt.Sprintf(m.In(c.lang), args...), nil)
	out[0].text = strings.Repeat(" ", c.digits-1) + "·" + out[0].text[c.digits:]
	if c.Color {
		for i := range out {
			out[i].text = dim + out[i].text + reset
		}
	}
	return out
}

// texts returns the texts of the units with the number of the line and the sign
// of the kind in front. only are the words to mark, by unit; it may be nil.
func (c *comparison) texts(d *parser.Document, units []int, only [][]parser.Span) []line {
	var out []line
	for i, u := range units {
		var marked []parser.Span
		if only != nil {
			marked = only[i]
		}
		unit := d.Units()[u]
		sign := kindSign(d, u)
		c.signs[sign] = true
		lines := c.wrapped(d.Plain(unit.Text), marked)
		head := fmt.Sprintf("%*d%s ", c.digits, d.LineOf(unit.Start), sign)
		lines[0].text = head + lines[0].text[c.head():]
		out = append(out, lines...)
	}
	return out
}

// start returns as much of the texts of the units of the target as one line holds.
func (c *comparison) start(units []int) []line {
	const dots = " …"
	c.column -= 2
	lines := c.texts(c.pair.Target, units, nil)
	c.column += 2
	if len(lines) > 1 {
		lines[0] = line{lines[0].text + dots, lines[0].width + 2}
	}
	return lines[:1]
}

// wrapped returns the text as lines below each other, each after the blank that
// a head takes.
func (c *comparison) wrapped(text string, marked []parser.Span) []line {
	if len(marked) > 0 {
		c.signs[openSign] = true
	}
	out := wrap(text, marked, c.column, c.Color)
	for i, l := range out {
		out[i] = line{strings.Repeat(" ", c.head()) + l.text, c.head() + l.width}
	}
	return out
}

// kindSign returns one character for where the unit stands.
func kindSign(d *parser.Document, u int) string {
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
