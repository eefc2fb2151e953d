package parser

import "slices"

// element is an open element, with what it inherits from those around it.
type element struct {
	name    string
	hidden  bool
	lists   int  // open lists
	inItem  bool // of the innermost list
	heading int  // level, 0 outside of headings
	tables  int  // open tables
	inCell  bool // of the outermost table
}

// elementKind says how the tags of an element are read. The zero value is an
// element within a text.
type elementKind struct {
	block  bool // its tags end the running text
	void   bool // it has no end tag
	hidden bool // its content isn't shown, or is no running text
	// closes are the open elements that its start tag ends, if they stand above
	// the innermost of within.
	closes, within []string
}

var (
	block  = elementKind{block: true}
	hidden = elementKind{hidden: true}
	void   = elementKind{void: true}

	listTags  = []string{"ul", "ol", "menu"}
	tableTags = []string{"table"}
	cellTags  = []string{"td", "th", "caption"}
)

var elements = map[string]elementKind{
	"address": block, "article": block, "aside": block, "blockquote": block, "body": block, "center": block,
	"details": block, "dialog": block, "dir": block, "div": block, "dl": block, "fieldset": block,
	"figcaption": block, "figure": block, "footer": block, "form": block, "head": block, "header": block,
	"hgroup": block, "html": block, "legend": block, "main": block, "nav": block, "p": block, "search": block,
	"section": block, "summary": block, "option": block, "optgroup": block,
	"h1": block, "h2": block, "h3": block, "h4": block, "h5": block, "h6": block,
	"ul": block, "ol": block, "menu": block, "table": block,
	"li":      {block: true, closes: []string{"li"}, within: listTags},
	"dt":      {block: true, closes: []string{"dt", "dd"}, within: []string{"dl"}},
	"dd":      {block: true, closes: []string{"dt", "dd"}, within: []string{"dl"}},
	"caption": {block: true, within: tableTags},
	"td":      {block: true, closes: cellTags, within: tableTags},
	"th":      {block: true, closes: cellTags, within: tableTags},
	"tr":      {block: true, closes: []string{"tr", "td", "th", "caption"}, within: tableTags},
	"thead":   {block: true, closes: []string{"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, within: tableTags},
	"tbody":   {block: true, closes: []string{"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, within: tableTags},
	"tfoot":   {block: true, closes: []string{"thead", "tbody", "tfoot", "tr", "td", "th", "caption"}, within: tableTags},
	"pre":     {block: true, hidden: true},
	"hr":      {block: true, void: true},
	"script":  hidden, "style": hidden, "template": hidden, "noscript": hidden, "title": hidden, "svg": hidden,
	"iframe": hidden, "object": hidden, "select": hidden, "datalist": hidden, "noembed": hidden, "noframes": hidden,
	"area": void, "base": void, "br": void, "col": void, "embed": void, "img": void, "input": void, "link": void,
	"meta": void, "param": void, "source": void, "track": void, "wbr": void,
}

// tagLookBack is the number of open elements among which the one that a tag ends
// is looked for: deeper nesting is no text that people write.
const tagLookBack = 128

// impliedEnds ends the elements that the start tag of a block ends: a paragraph,
// an item before the next one, a cell before the next one.
func (r *htmlReader) impliedEnds(name string, e elementKind) {
	top := r.top()
	if top.name == "p" || top.heading > 0 && headingLevel(name) > 0 && headingLevel(top.name) > 0 {
		r.pop(len(r.stack) - 1)
	}
	last := len(r.stack)
	for i := len(r.stack) - 1; i > max(0, len(r.stack)-tagLookBack); i-- {
		if slices.Contains(e.within, r.stack[i].name) {
			break
		}
		if slices.Contains(e.closes, r.stack[i].name) {
			last = i
		}
	}
	r.pop(last)
}

// find returns the place in the stack of the innermost element of that name that
// its end tag can end, or the length of the stack.
func (r *htmlReader) find(name string, e elementKind) int {
	for i := len(r.stack) - 1; i > max(0, len(r.stack)-tagLookBack); i-- {
		switch s := r.stack[i].name; {
		case s == name:
			return i
		case slices.Contains(e.within, s), slices.Contains(cellTags, s) && !slices.Contains(e.within, "table") && name != "table":
			return len(r.stack)
		}
	}
	return len(r.stack)
}

func headingLevel(name string) int {
	if len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
		return int(name[1] - '0')
	}
	return 0
}

// push opens an element whose start tag stands there.
func (r *htmlReader) push(at Span, t tag, hidden bool) {
	e := *r.top()
	e.name, e.hidden = t.name, e.hidden || hidden
	switch t.name {
	case "p":
		e.heading = 0
	case "ul", "ol", "menu":
		e.heading, e.inItem = 0, false
		e.lists++
	case "li":
		if e.lists > 0 && !e.inCell && !e.hidden {
			r.item(at, 0)
		}
		e.inItem = true
	case "table":
		e.heading = 0
		if e.tables++; e.tables == 1 {
			r.table = new(htmlTable)
		}
	case "tr":
		if e.tables == 1 && !e.inCell {
			r.table.row()
		}
	case "td", "th":
		if e.tables == 1 && !e.inCell && !e.hidden {
			r.table.cell(t.spans)
			e.inCell = true
		}
	default:
		if n := headingLevel(t.name); n > 0 {
			e.heading = n
		}
	}
	r.stack = append(r.stack, e)
}

// pop closes the elements from n on, the innermost first.
func (r *htmlReader) pop(n int) {
	for len(r.stack) > n {
		e := *r.top()
		r.stack = r.stack[:len(r.stack)-1]
		outer := r.top()
		switch {
		case e.tables == 1 && outer.tables == 0:
			r.builder.table(r.table.rows(), r.table.columns())
			r.table = nil
		case e.lists == 1 && outer.lists == 0 && !e.inCell:
			r.endList()
		case e.name == "li" && !e.inCell:
			r.marker = Span{}
		}
	}
}
