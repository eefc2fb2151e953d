package corpus

import (
	"strings"

	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/parser"
)

// Resembling returns the words of the link's target that have a part in common with the
// term, and stand for no other word of its source as far as the corpus tells: with an
// adjective the noun after it, if the term is a compound of both.
func (r *Renderings) Resembling(p *Pair, l align.Link, term string) []parser.Span {
	source := r.sourceWords(p, l)
	v := &r.words[1]
	parts := strings.Fields(strings.ToLower(term))
	stem := v.lang.Stem(parts[len(parts)-1])
	leaf := p.Target.Units()[l.Target[0]].Text
	text := p.Target.Plain(leaf)
	var out []parser.Span
	before := wordScanner{} // the word before
	for scan := (wordScanner{text: text}); scan.next(); {
		last := before
		before = scan
		k, ok := v.known[scan.hash]
		if !ok || v.forms[k].id < 0 {
			continue
		}
		w := v.forms[k].id
		own := v.list[w].stem
		place := parser.Span{Start: scan.start, End: scan.end}
		joint := last.end > last.start && blank(text[last.end:scan.start]) && r.adjective(&last)
		switch {
		case len(parts) > 1 && own == stem && joint, // skäligt avtalsvillkor: rimliga avtalsvillkor
			len(parts) == 1 && joint && len(own) >= partEnd && strings.HasSuffix(stem, own) &&
				sameStart(strings.ToLower(last.word()), stem) >= partEnd: // yrkesutbildning: yrkesmässig utbildning
			place.Start = last.start
		case len(parts) > 1 || own == stem || v.lang.Adjective(own) || strings.HasPrefix(own, stem) || r.explains(source, w, stem) ||
			max(sameStart(own, stem)-v.lang.Prefix(stem)-1, sameEnd(own, stem)-2) < partStart:
			continue
		}
		out = append(out, p.Target.Source(leaf, place))
	}
	return out
}

// sourceWords returns the words of the link's source.
func (r *Renderings) sourceWords(p *Pair, l align.Link) []int32 {
	var out []int32
	for _, u := range l.Source {
		for scan := (wordScanner{text: p.Source.Plain(p.Source.Units()[u].Text)}); scan.next(); {
			if k, ok := r.words[0].known[scan.hash]; ok {
				out = append(out, r.words[0].forms[k].id)
			}
		}
	}
	return out
}

// adjective reports whether the word looks like an adjective.
func (r *Renderings) adjective(scan *wordScanner) bool {
	v := &r.words[1]
	k, ok := v.known[scan.hash]
	return ok && v.forms[k].id >= 0 && v.lang.Adjective(v.list[v.forms[k].id].stem)
}

// explains reports whether some source word that is not translated as the term is mostly
// translated as target word w, or a word with the same first part.
func (r *Renderings) explains(source []int32, w int32, term string) bool {
	stem := r.words[1].list[w].stem
	for _, f := range source {
		if f < 0 || r.best[f].word < 0 {
			continue
		}
		b := r.words[1].list[r.best[f].word].stem
		if b != term && (r.best[f].word == w || sameStart(b, stem) > partEnd) {
			return true
		}
	}
	return false
}
