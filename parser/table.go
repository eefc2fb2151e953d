package parser

// Table is a level table, or any table. Levels are the columns named by the
// header; a table without levels has rows of any number of cells.
type Table struct {
	Span
	Header      Span // the lines that name the levels
	Levels      []Level
	HeaderLines int // lines of the source that the header takes
	Rows        []Row
}

// Level is one column of a level table: "Taso 1) Perusteet" has Number 1, the
// Label "Taso 1)" and the Name "Perusteet"; "Hyvä H2" has Number 2, the Label
// "H2" and the Name "Hyvä". A level without a number has Number 0 and an empty
// Label.
type Level struct {
	Span
	Label, Name Span
	Number      int
}

// Row is a row of cells, in the order of the levels.
type Row struct {
	Span
	Cells []Cell
}

// Cell is one cell of a row: paragraphs that blank lines separate.
type Cell struct {
	Span
	Paragraphs []Span
}

// Range returns the source span of the block.
func (t *Table) Range() Span { return t.Span }

func (*Table) block() {}

// startTable is a [starter] for a level [Table]: a header that names two or
// more levels, and cells below it. A newline starts the next cell, a blank line
// the next paragraph of the same cell; the rows fill the levels in order.
func startTable(r *textReader) bool {
	end := r.chunk(r.next)
	levels, n := r.readLevels(r.next, end)
	if len(levels) < 2 {
		return false
	}
	b := tableBuilder{reader: r, columns: len(levels)}
	t := &Table{Levels: levels, HeaderLines: n}
	t.Header = Span{r.lines[r.next].text.Start, r.lines[r.next+n-1].text.End}
	i := r.next + n
	if i == end {
		// A header with a blank line below it has cells when they look like some.
		if k := r.skipBlank(i); k < len(r.lines) && r.chunk(k)-k >= 2 && r.lines[k].marker.size == 0 {
			if other, _ := r.readLevels(k, r.chunk(k)); len(other) < 2 {
				i, end = k, r.chunk(k)
			}
		}
	}
	for ; i < end; i++ {
		b.cell(i)
	}
	for {
		k := r.skipBlank(i)
		if len(b.cells) == 0 || k == len(r.lines) || !b.goesOn(k) {
			break
		}
		end = r.chunk(k)
		b.paragraph(k)
		for i = k + 1; i < end; i++ {
			b.cell(i)
		}
	}
	t.Rows = b.rows()
	t.Span = t.Header
	if len(b.cells) > 0 {
		t.End = b.cells[len(b.cells)-1].End
	}
	r.next = i
	r.add(t)
	return true
}

type tableBuilder struct {
	reader  *textReader
	columns int
	cells   []Cell
	lower   int // paragraphs that start in lower case
	stops   int // paragraphs that end in a mark
	total   int // paragraphs
	longest int // paragraphs of the longest cell before the last
}

// cell starts a cell with line i.
func (b *tableBuilder) cell(i int) {
	if n := len(b.cells); n > 0 {
		b.longest = max(b.longest, len(b.cells[n-1].Paragraphs))
	}
	b.cells = append(b.cells, Cell{Span: b.reader.lines[i].text})
	b.paragraph(i)
}

// paragraph adds line i to the last cell.
func (b *tableBuilder) paragraph(i int) {
	s := b.reader.lines[i].text
	c := &b.cells[len(b.cells)-1]
	c.Paragraphs = append(c.Paragraphs, s)
	c.End = s.End
	text := b.reader.str(s)
	b.total++
	if startsLower(text) {
		b.lower++
	}
	if endsSentence(text) {
		b.stops++
	}
}

// goesOn reports whether the chunk at line k, after a blank line, is the next
// paragraph of the last cell. A list, the header of the next table and a heading
// end the table; so does any text that starts or ends unlike the cells.
func (b *tableBuilder) goesOn(k int) bool {
	r := b.reader
	end := r.chunk(k)
	if r.opensList(k) {
		return false
	}
	if levels, _ := r.readLevels(k, end); len(levels) >= 2 {
		return false
	}
	s := r.str(r.lines[k].text)
	if b.lower == b.total && !startsLower(s) && !startsAcronym(s) {
		return false
	}
	if b.lower*2 > b.total && startsLower(s) {
		return true
	}
	if end-k > 1 {
		return b.stops*2 <= b.total || endsSentence(s) || !b.full() && !r.isHeading(k)
	}
	if b.stops == b.total && !endsSentence(s) || r.isHeading(k) && (b.stops*2 > b.total || r.headsBlock(end)) {
		return false
	}
	return r.tableBelow(end) || !b.full()
}

// full reports whether the last row has all its cells and the last cell as many
// paragraphs as the longest other one.
func (b *tableBuilder) full() bool {
	return len(b.cells)%b.columns == 0 && len(b.cells[len(b.cells)-1].Paragraphs) >= max(1, b.longest)
}

// headsBlock reports whether after the blank lines at i a list or the header of
// a table follows, so that the line before is its heading.
func (r *textReader) headsBlock(i int) bool {
	i = r.skipBlank(i)
	if i == len(r.lines) {
		return false
	}
	levels, _ := r.readLevels(i, r.chunk(i))
	return len(levels) >= 2 || r.opensList(i)
}

// tableBelow reports whether the text goes on with more cells before anything
// that ends a table: chunks of one line are paragraphs, a chunk of several holds
// cells.
func (r *textReader) tableBelow(i int) bool {
	for range 8 {
		i = r.skipBlank(i)
		if i == len(r.lines) || r.isHeading(i) || r.opensList(i) {
			return false
		}
		end := r.chunk(i)
		if levels, _ := r.readLevels(i, end); len(levels) >= 2 {
			return false
		}
		if end-i > 1 {
			return true
		}
		i = end
	}
	return false
}

// rows deals the cells out to the levels.
func (b *tableBuilder) rows() []Row {
	var out []Row
	for i := 0; i < len(b.cells); i += b.columns {
		cells := b.cells[i:min(i+b.columns, len(b.cells))]
		out = append(out, Row{Span: Span{cells[0].Start, cells[len(cells)-1].End}, Cells: cells})
	}
	return out
}
