package parser

// Paragraph is running text between blank lines. A dash or hyphen that opens it
// is its Marker and no part of Text.
type Paragraph struct {
	Span
	Marker, Text Span
	LeadIn       bool // a list completes it
}

// Range returns the source span of the block.
func (p *Paragraph) Range() Span { return p.Span }

func (*Paragraph) block() {}

// startParagraph is a [starter] for a [Paragraph]. It takes any line, and in a
// wrapped text the lines that continue it.
func startParagraph(r *textReader) bool {
	first := &r.lines[r.next]
	end := r.next + 1
	if r.wrapped {
		for end < len(r.lines) && !r.lines[end].blank() && r.lines[end].marker.size == 0 {
			end++
		}
	}
	p := &Paragraph{Span: Span{first.text.Start, r.lines[end-1].text.End}}
	p.Text = p.Span
	if first.marker.dash() {
		p.Marker = Span{first.text.Start, first.text.Start + first.marker.size}
		p.Text.Start = min(first.body.Start, p.End)
	}
	r.add(p)
	r.next = end
	return true
}

// markLeadIns turns a heading whose list completes it into the lead-in that it
// is, and marks the paragraphs that do the same: the items go on in lower case,
// or the text ends in a colon.
func markLeadIns(d *Document) {
	for i := 0; i+1 < len(d.Blocks); i++ {
		list, ok := d.Blocks[i+1].(*List)
		if !ok {
			continue
		}
		completes := startsLower(d.Text(list.Items[0].Text))
		switch b := d.Blocks[i].(type) {
		case *Heading:
			if completes && b.Level > 1 {
				d.Blocks[i] = &Paragraph{Span: b.Span, Text: b.Span, LeadIn: true}
			}
		case *Paragraph:
			s := d.Text(b.Text)
			b.LeadIn = s != "" && (s[len(s)-1] == ':' || completes && !endsSentence(s))
		}
	}
}
