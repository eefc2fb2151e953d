package report

import (
	"slices"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

// pageStep is a step as the page shows it: the two texts beside each other and
// what was found in them. Fields have short names because there are as many of
// them as there are sentences.
type pageStep struct {
	Name     string        `json:"n"`
	Files    [2]string     `json:"f"` // of the Finnish and of the Swedish text; one may be empty
	Groups   []pageGroup   `json:"g"`
	Findings []pageFinding `json:"d"`
}

// pageGroup is what belongs together: rows of one block and its counterpart, or two
// tables.
type pageGroup struct {
	Rows   []pageRow     `json:"r,omitempty"`
	Tables [2]*pageTable `json:"t,omitzero"`
}

// pageRow holds units beside their counterparts.
type pageRow struct {
	Marks mark       `json:"m,omitempty"`
	Units [2][]*leaf `json:"u"`
	// See is the line on which the source's units stand that this row, at their
	// counterparts' place, only refers to; 0 for none.
	See int `json:"e,omitempty"`
}

// leaf is a heading, a level or a sentence.
type leaf struct {
	ID     int      `json:"i"` // index of the unit in its document
	Kind   string   `json:"k,omitempty"`
	Depth  int      `json:"d,omitempty"`
	Line   int      `json:"l"`
	Text   string   `json:"x"`
	Only   [][2]int `json:"o,omitempty"` // stretches that the other text lacks
	Orphan bool     `json:"n,omitempty"` // has no counterpart
}

// pageTable is a table of one language. Where the other language has a row or a
// cell more, it has a gap.
type pageTable struct {
	Levels []*leaf       `json:"h,omitempty"`
	Rows   []pageCellRow `json:"r"`
}

type pageCellRow struct {
	Cells []pageCell `json:"c,omitempty"`
	Gap   bool       `json:"g,omitempty"`
}

type pageCell struct {
	Units []*leaf `json:"u,omitempty"`
	Gap   bool    `json:"g,omitempty"`
}

// pageOf returns the step of a pair.
func pageOf(p *corpus.Pair, found []lint.Finding) pageStep {
	b := pageBuilder{pair: p, docs: [2]*parser.Document{p.Source, p.Target}, sides: [2]*corpus.Side{p.FromSource(), p.FromTarget()}}
	s := pageStep{Name: plain(p.Step), Files: [2]string{plain(p.Source.Name), plain(p.Target.Name)}}
	last := [2]int{-1, -1}
	var rows []compareRow
	flush := func() {
		if len(rows) > 0 {
			s.Groups = append(s.Groups, b.group(rows, last))
			rows = nil
		}
	}
	for _, r := range compareRows(p) {
		if block := blocksOf(p, r, last); block != last {
			flush()
			last = block
		}
		rows = append(rows, r)
	}
	flush()
	s.Findings = pageFindings(b.docs[:], found)
	return s
}

// singlePage returns the step of a document without counterpart.
func singlePage(u *corpus.Unpaired, found []lint.Finding) pageStep {
	side := sideOf(u.Doc)
	var b pageBuilder
	b.docs[side] = u.Doc
	s := pageStep{Name: plain(u.Step)}
	s.Files[side] = plain(u.Doc.Name)
	block := -1
	for i, unit := range u.Doc.Units() {
		if !unit.Leaf() {
			continue
		}
		if unit.Block != block {
			block = unit.Block
			s.Groups = append(s.Groups, pageGroup{})
		}
		var r pageRow
		r.Units[side] = []*leaf{b.leaf(side, i)}
		g := &s.Groups[len(s.Groups)-1]
		g.Rows = append(g.Rows, r)
	}
	s.Findings = pageFindings(b.docs[:], found)
	return s
}

type pageBuilder struct {
	pair  *corpus.Pair // nil for a single document
	docs  [2]*parser.Document
	sides [2]*corpus.Side
}

// group returns the rows of a block: two tables beside each other where both are
// one and nothing of them stands elsewhere.
func (b *pageBuilder) group(rows []compareRow, blocks [2]int) pageGroup {
	if t, ok := b.tables(rows, blocks); ok {
		return pageGroup{Tables: t}
	}
	var g pageGroup
	for _, r := range rows {
		row := pageRow{Marks: r.marks}
		only := [2][][]parser.Span{make([][]parser.Span, len(r.source)), make([][]parser.Span, len(r.target))}
		if r.marks&(markMissing|markExtra|markInstead) == 0 && !r.elsewhere {
			only = onlyIn(b.pair, r)
		}
		if r.elsewhere {
			row.See = b.docs[0].LineOf(b.docs[0].Units()[r.source[0]].Start)
			r.source = nil
		}
		for side, units := range [2][]int{r.source, r.target} {
			for k, u := range units {
				l := b.leaf(side, u)
				if !r.elsewhere {
					l.Only = b.stretches(side, u, only[side][k])
				}
				row.Units[side] = append(row.Units[side], l)
			}
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// leaf returns the unit as the page shows it.
func (b *pageBuilder) leaf(side, u int) *leaf {
	d := b.docs[side]
	unit := d.Units()[u]
	l := &leaf{ID: u, Kind: kindSign(d, u), Line: d.LineOf(unit.Start), Text: shownText(d.Plain(unit.Text))}
	if l.Kind == " " {
		l.Kind = ""
	}
	if unit.Parent >= 0 && d.Units()[unit.Parent].Kind == parser.KindItem {
		item := d.Units()[unit.Parent]
		l.Depth = item.Depth + 1
		if l.Kind == "•" {
			l.Kind = "•" + shownText(d.Text(parser.Span{Start: item.Start, End: item.Text.Start}))
		}
	} else if unit.Kind == parser.KindHeading {
		l.Depth = unit.Depth
	}
	if b.pair != nil {
		l.Orphan = len(b.sides[side].Counterparts(u)) == 0
	}
	return l
}

// stretches returns the spans of a unit's plain text, and its parts without
// counterpart, in UTF-16 code units of the shown text.
func (b *pageBuilder) stretches(side, u int, spans []parser.Span) [][2]int {
	d := b.docs[side]
	text := d.Plain(d.Units()[u].Text)
	var out [][2]int
	at, units := 0, 0
	for _, s := range spans {
		units += utf16Len(text[at:s.Start])
		n := utf16Len(text[s.Start:s.End])
		out = append(out, [2]int{units, units + n})
		at, units = s.End, units+n
	}
	for _, part := range b.sides[side].Loose() {
		if part.Unit == u {
			c := cursor{doc: d}
			c.seek(u)
			out = append(out, [2]int{c.at(part.Text.Start), c.at(part.Text.End)})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}
