package report

import (
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// documents finds the document of a file, and its pair.
type documents map[*parser.File]documentSide

type documentSide struct {
	doc  *parser.Document
	side *corpus.Side // nil without a counterpart
}

// documentsOf returns the documents of the corpus, which may be nil.
func documentsOf(c *corpus.Corpus) documents {
	docs := documents{}
	if c == nil {
		return docs
	}
	for _, p := range c.Pairs {
		docs[p.Source.File] = documentSide{p.Source, p.FromSource()}
		docs[p.Target.File] = documentSide{p.Target, p.FromTarget()}
	}
	for _, u := range c.Unpaired {
		docs[u.Doc.File] = documentSide{u.Doc, nil}
	}
	return docs
}

// maxSegment is how many bytes of a text are shown; a unit may be a megabyte long
// and have a finding in each word.
const maxSegment = 4000

// segments returns the Finnish and the Swedish text that the finding is about: the
// unit that it stands in, of the other language the one of a related place or else
// the counterpart. One of them may be empty.
func (docs documents) segments(f *lint.Finding) [2]string {
	var out [2]string
	put := func(file *parser.File, span parser.Span) {
		d := docs[file].doc
		if d == nil || d.Lang == nil || out[sideOf(d)] != "" {
			return
		}
		if u := d.UnitAt(span); u >= 0 {
			span = d.Units()[u].Text
		}
		out[sideOf(d)] = segment(d, span)
	}
	put(f.File, f.Span)
	for _, rel := range f.Related {
		put(rel.File, rel.Span)
	}
	here := docs[f.File]
	if here.side == nil || here.doc.Lang == nil || out[1-sideOf(here.doc)] != "" {
		return out
	}
	if u := here.doc.UnitAt(f.Span); u >= 0 {
		var texts []string
		for _, v := range here.side.Counterparts(u) {
			texts = append(texts, segment(here.side.Other, here.side.Other.Units()[v].Text))
		}
		out[1-sideOf(here.doc)] = strings.Join(texts, " ")
	}
	return out
}

// sideOf returns the column of a text: 1 for a Swedish one, else 0.
func sideOf(d *parser.Document) int {
	if d.Lang == lang.SV {
		return 1
	}
	return 0
}

// segment returns the text of the span as it is read, cut when it is very long.
func segment(d *parser.Document, span parser.Span) string {
	if span.Len() <= maxSegment {
		return d.Plain(span)
	}
	span.End = boundary(d.Src, span.Start+maxSegment)
	return d.Plain(span) + "…"
}
