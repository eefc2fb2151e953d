package lang

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// voikkoSymbol is what a symbol of an output means.
type voikkoSymbol struct {
	kind  voikkoKind
	tag   Features
	text  string // a letter
	lower string // the same in lower case
}

type voikkoKind uint8

const (
	voikkoNothing voikkoKind = iota
	voikkoLetter
	voikkoTag
	voikkoBase       // [Xp]: the dictionary form of what follows
	voikkoDerived    // [Xj]: the suffix of a derived dictionary form
	voikkoReference  // [Xr]: the form that an abbreviation is inflected like
	voikkoEnd        // [X], after each of these
	voikkoBorder     // [Bc] between the parts of a compound
	voikkoNoun       // [Tn4] of -minen
	voikkoAdverb     // [Ssti]
	voikkoDictionary // marks in dictionary forms: = and |
)

// voikkoKinds are the symbols that are of a kind of their own.
var voikkoKinds = map[string]voikkoKind{
	"[Xp]": voikkoBase, "[Xj]": voikkoDerived, "[Xr]": voikkoReference, "[X]": voikkoEnd,
	"[Bc]": voikkoBorder, "[Tn4]": voikkoNoun, "[Ssti]": voikkoAdverb, "=": voikkoDictionary, "|": voikkoDictionary,
}

// voikkoSymbols returns the meaning of all symbols of a transducer.
func voikkoSymbols(f *fst) []voikkoSymbol {
	out := make([]voikkoSymbol, len(f.symbols))
	for k, s := range f.symbols {
		tag, isTag := voikkoTags[s]
		kind, own := voikkoKinds[s]
		switch {
		case own:
			out[k].kind = kind
		case isTag:
			out[k] = voikkoSymbol{kind: voikkoTag, tag: tag}
		case k >= int(f.firstLetter) && k < int(f.firstTag):
			r, _ := utf8.DecodeRuneInString(s)
			out[k] = voikkoSymbol{kind: voikkoLetter, text: s, lower: string(unicode.ToLower(r))}
		}
	}
	return out
}

// voikkoReading is a decoded output. It is used again and again.
type voikkoReading struct {
	Features
	surface []byte
	parts   []voikkoPart // at least one
	bases   []byte       // of all parts, one after another
	verb    []byte       // the verb of a participle or of a noun in -minen
}

// voikkoPart is a part of a compound.
type voikkoPart struct {
	start       int // in the surface
	base, until int // in the bases
}

// base returns the dictionary form of part k.
func (r *voikkoReading) base(k int) []byte { return r.bases[r.parts[k].base:r.parts[k].until] }

// joined appends the parts from k to m as they stand, and the last of them in its
// dictionary form: asiakassuhde.
func (r *voikkoReading) joined(b []byte, k, m int) []byte {
	b = append(b, r.surface[r.parts[k].start:r.parts[m].start]...)
	return append(b, r.base(m)...)
}

// voikkoDecoder turns outputs into readings.
type voikkoDecoder struct {
	meanings []voikkoSymbol // of the symbols
	cased    bool           // dictionary forms as they are, not in lower case
	voikkoReading

	// The part that is read: the dictionary form is the surface up to the last mark
	// and the text there.
	part, mark int    // in the surface
	marked     bool   // there is a mark
	text       []byte // of the mark
	root       []byte // the dictionary form when the part was still a verb
	noun       bool   // in -minen

	inMark, ignored bool // between a mark and its end; of a reference
}

// decode reads an output. It returns false if the word is no compound as it
// stands: between equal vowels there is a hyphen.
func (d *voikkoDecoder) decode(output []uint16) bool {
	d.surface, d.parts, d.bases = d.surface[:0], d.parts[:0], d.bases[:0]
	d.begin()
	before := AnyPOS // of the part before
	for _, o := range output {
		s := &d.meanings[o]
		switch s.kind {
		case voikkoLetter:
			d.letter(s)
		case voikkoTag:
			if d.POS == Verb && s.tag.POS != AnyPOS {
				d.root = d.dictionary(d.root[:0])
			}
			d.Features.add(&s.tag)
		case voikkoBase, voikkoDerived:
			d.setMark("")
			d.inMark = true
		case voikkoReference:
			d.inMark, d.ignored = true, true
		case voikkoEnd:
			d.inMark, d.ignored = false, false
		case voikkoNoun:
			d.root = d.dictionary(d.root[:0])
			d.setMark("minen")
			d.POS, d.noun = Noun, true
		case voikkoAdverb:
			d.setMark("sti")
			d.POS = Adverb
		case voikkoBorder:
			if !d.finish() {
				return false
			}
			before = d.POS
			d.begin()
		}
	}
	if d.POS == AnyPOS {
		d.POS = before // kahdeksan-toista
	}
	return len(d.surface) > d.part && d.finish()
}

// begin starts a part.
func (d *voikkoDecoder) begin() {
	d.Features, d.verb = Features{}, d.verb[:0]
	d.part, d.marked, d.root, d.noun = len(d.surface), false, d.root[:0], false
	d.inMark, d.ignored = false, false
}

// setMark says that the text stands for what follows in the surface.
func (d *voikkoDecoder) setMark(text string) {
	d.mark, d.marked, d.text = len(d.surface), true, append(d.text[:0], text...)
}

func (d *voikkoDecoder) letter(s *voikkoSymbol) {
	switch {
	case !d.inMark:
		d.surface = append(d.surface, s.lower...)
	case d.ignored:
	case d.cased:
		d.text = append(d.text, s.text...)
	default:
		d.text = append(d.text, s.lower...)
	}
}

// dictionary appends the dictionary form of the part so far to b.
func (d *voikkoDecoder) dictionary(b []byte) []byte {
	if !d.marked {
		return append(b, d.surface[d.part:]...)
	}
	return append(append(b, d.surface[d.part:d.mark]...), d.text...)
}

// finish ends a part. A hyphen alone is none.
func (d *voikkoDecoder) finish() bool {
	if rest := d.surface[d.part:]; len(rest) == 0 || len(rest) == 1 && rest[0] == '-' {
		return true
	}
	if len(d.parts) > 0 {
		before, _ := utf8.DecodeLastRune(d.surface[:d.part])
		if first, _ := utf8.DecodeRune(d.surface[d.part:]); before == first && fiVowel(before) {
			return false
		}
	}
	p := voikkoPart{start: d.part, base: len(d.bases)}
	d.bases = d.dictionary(d.bases)
	p.until = len(d.bases)
	d.parts = append(d.parts, p)
	if d.Participle != NoParticiple || d.noun {
		d.verb = append(d.verb, d.root...)
	}
	return true
}

// analysis returns the reading in a form that can be kept.
func (r *voikkoReading) analysis() Analysis {
	last := len(r.parts) - 1
	a := Analysis{Features: r.Features, Base: string(r.joined(nil, 0, last)), Verb: string(r.verb), Parts: make([]string, len(r.parts))}
	for k := range r.parts {
		a.Parts[k] = string(r.base(k))
	}
	return a
}

// equal reports whether the analyses say the same.
func (a *Analysis) equal(b *Analysis) bool {
	return a.Base == b.Base && a.Verb == b.Verb && a.Features == b.Features && slices.Equal(a.Parts, b.Parts)
}
