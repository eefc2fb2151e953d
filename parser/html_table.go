package parser

// htmlTable is a table while it is read. A table within a cell is text of the
// cell.
type htmlTable struct {
	cells []Cell // with text
	rowOf []int  // by cell: its row
	sizes []int  // by row: its cells, also those without text
	empty bool   // the last cell has no text yet
	spans bool   // a cell takes several rows or columns
}

func (t *htmlTable) row() { t.sizes = append(t.sizes, 0) }

func (t *htmlTable) cell(spans bool) {
	if len(t.sizes) == 0 {
		t.row()
	}
	t.sizes[len(t.sizes)-1]++
	t.empty, t.spans = true, t.spans || spans
}

// text adds a paragraph to the last cell.
func (t *htmlTable) text(s Span) {
	if t.empty {
		t.cells = append(t.cells, Cell{Span: s})
		t.rowOf = append(t.rowOf, len(t.sizes)-1)
		t.empty = false
	}
	c := &t.cells[len(t.cells)-1]
	c.Paragraphs = append(c.Paragraphs, s)
	c.End = s.End
}

func (t *htmlTable) hasText() bool { return len(t.cells) > 0 }

// rows returns the rows that have text.
func (t *htmlTable) rows() []Row {
	var out []Row
	for i := 0; i < len(t.cells); {
		k := i + 1
		for k < len(t.cells) && t.rowOf[k] == t.rowOf[i] {
			k++
		}
		out = append(out, Row{Span: Span{t.cells[i].Start, t.cells[k-1].End}, Cells: t.cells[i:k:k]})
		i = k
	}
	return out
}

// columns returns the number of columns by the first row that has text, or 0
// when a cell takes several rows or columns.
func (t *htmlTable) columns() int {
	if t.spans || len(t.cells) == 0 {
		return 0
	}
	return t.sizes[t.rowOf[0]]
}
