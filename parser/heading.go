package parser

import "unicode"

// Heading is a short line of its own that names what follows. Level 1 is the
// title of the document.
type Heading struct {
	Span
	Level int
}

// Range returns the source span of the block.
func (h *Heading) Range() Span { return h.Span }

func (*Heading) block() {}

// maxHeading is the length in code points above which a line is no heading.
const maxHeading = 160

// startHeading is a [starter] for a [Heading].
func startHeading(r *textReader) bool {
	l := &r.lines[r.next]
	title := len(r.doc.Blocks) == 0
	if !r.isHeading(r.next) && !(title && r.isTitle(r.next)) {
		return false
	}
	level := 2
	if title {
		level = 1
	}
	r.add(&Heading{Span: l.text, Level: level})
	r.next++
	return true
}

// isHeading reports whether line i looks like a heading: short, no mark at its
// end, not starting in lower case. In a wrapped text it stands alone.
func (r *textReader) isHeading(i int) bool {
	l := &r.lines[i]
	s := r.str(l.text)
	if l.marker.dash() || l.text.Len() > 4*maxHeading || runes(s) > maxHeading {
		return false
	}
	if endsSentence(s) || startsLower(s) || !hasLetter(s) {
		return false
	}
	return !r.wrapped || r.chunk(i) == i+1
}

// isTitle reports whether line i, the first of the document, can be its title
// although it ends in a mark: a question or an exclamation on a line of its own.
func (r *textReader) isTitle(i int) bool {
	s := r.str(r.lines[i].text)
	end := s[len(s)-1]
	return (end == '?' || end == '!') && r.chunk(i) == i+1 && runes(s) <= maxHeading/2
}

func hasLetter(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return true
		}
	}
	return false
}
