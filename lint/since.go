package lint

import (
	"slices"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
)

// Changes are the parts of a corpus that have changed since a revision.
type Changes struct {
	corpus *corpus.Corpus
	all    map[*parser.File]bool // the documents, changed or not
	files  map[*parser.File]*changedFile
}

// changedFile is a document of a step that has changed in one language at least.
type changedFile struct {
	doc    *parser.Document
	leaves []int  // the leaves among its units
	near   []bool // by leaf: changed, or beside a change, or about such a leaf
}

// ChangesSince compares the documents of the corpus with what they were, segment
// by segment: lines that have moved and white space do not count.
func ChangesSince(c *corpus.Corpus, r *corpus.Revision) (*Changes, error) {
	ch := &Changes{
		corpus: &corpus.Corpus{Config: c.Config},
		all:    map[*parser.File]bool{},
		files:  map[*parser.File]*changedFile{},
	}
	for _, d := range c.Documents() {
		ch.all[d.File] = true
	}
	for _, p := range c.Pairs {
		src, err := segmentChanges(p.Source, r)
		if err != nil {
			return nil, err
		}
		tgt, err := segmentChanges(p.Target, r)
		if err != nil {
			return nil, err
		}
		if !src.any() && !tgt.any() {
			continue
		}
		ch.corpus.Pairs = append(ch.corpus.Pairs, p)
		ch.files[p.Source.File] = src.file(p.FromSource(), tgt)
		ch.files[p.Target.File] = tgt.file(p.FromTarget(), src)
	}
	for _, u := range c.Unpaired {
		own, err := segmentChanges(u.Doc, r)
		if err != nil {
			return nil, err
		}
		if own.any() || u.Missing != "" && (r.Renamed(u.Doc) || r.Had(u.Missing)) {
			ch.corpus.Unpaired = append(ch.corpus.Unpaired, u)
			ch.files[u.Doc.File] = own.file(nil, nil)
		}
	}
	return ch, nil
}

// Corpus returns the pairs and documents that have changed.
func (ch *Changes) Corpus() *corpus.Corpus { return ch.corpus }

// Filter returns the findings that touch what has changed, in their order: those
// with a place in a changed segment, beside one that is gone, or in the
// counterpart of either, those of a comparison of the whole corpus about a changed
// step, and those about no document.
func (ch *Changes) Filter(found []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f Finding) bool { return !ch.touches(&f) })
}

func (ch *Changes) touches(f *Finding) bool {
	own := ch.files[f.File]
	if own == nil {
		return !ch.all[f.File]
	}
	if f.Check.Corpus != nil && !f.Check.History || own.touched(f.Span) {
		return true
	}
	return slices.ContainsFunc(f.Related, func(rel Related) bool {
		other := ch.files[rel.File]
		return other != nil && other.touched(rel.Span)
	})
}

// touched reports whether a leaf that the span lies in or holds counts as changed;
// between two leaves either of them.
func (c *changedFile) touched(s parser.Span) bool {
	units := c.doc.Units()
	i, _ := slices.BinarySearchFunc(c.leaves, s.Start, func(leaf, start int) int {
		if units[leaf].End <= start {
			return -1
		}
		return 1
	})
	from, to := i, i
	for to < len(c.leaves) && (units[c.leaves[to]].Start < s.End || to == i && units[c.leaves[to]].Contains(s)) {
		to++
	}
	if from == to {
		from, to = max(0, i-1), min(len(c.leaves), i+1)
	}
	return len(c.leaves) == 0 || slices.Contains(c.near[from:to], true)
}

// segmentDiff is what has changed in one document.
type segmentDiff struct {
	doc     *parser.Document
	leaves  []int
	changed []bool // by leaf
	beside  []bool // by leaf: something before or after it is gone
	emptied bool   // all of it is gone, or it was empty
}

func (s *segmentDiff) any() bool {
	return s.emptied || slices.Contains(s.changed, true) || slices.Contains(s.beside, true)
}

// segmentChanges compares a document with what it was.
func segmentChanges(d *parser.Document, r *corpus.Revision) (*segmentDiff, error) {
	s := &segmentDiff{doc: d}
	for i, u := range d.Units() {
		if u.Leaf() {
			s.leaves = append(s.leaves, i)
		}
	}
	s.changed, s.beside = make([]bool, len(s.leaves)), make([]bool, len(s.leaves))
	old, err := r.Old(d)
	if err != nil || old == d {
		return s, err
	}
	var before []string
	if old != nil {
		before = signatures(old)
	}
	after := signatures(d)
	s.emptied = len(after) == 0 && (old == nil || len(before) > 0)
	s.mark(before, after)
	return s, nil
}

// signatures returns, for each leaf of the document, what makes it what it is: its
// text with the line breaks evened out and its place in the structure, but not
// where it stands.
func signatures(d *parser.Document) []string {
	var out []string
	units := d.Units()
	end := 0 // of the last leaf
	for _, u := range units {
		if !u.Leaf() {
			continue
		}
		var b strings.Builder
		b.WriteByte(byte(u.Kind))
		b.WriteByte(byte(u.Depth))
		if u.First {
			b.WriteByte('!')
		}
		if u.Parent >= 0 {
			form(&b, d, units[u.Parent])
		}
		b.WriteByte(0)
		start := u.Text.Start
		if !u.First {
			start = max(end, units[u.Parent].Start) // what parts two sentences is odd sometimes
		}
		evenLines(&b, d.Src[min(start, u.Text.End):u.Text.End])
		end = u.Text.End
		out = append(out, b.String())
	}
	if n := len(out); n > 0 && !strings.HasSuffix(d.Src, "\n") {
		out[n-1] += "\x00" // the text does not end its last line
	}
	return out
}

// form writes what kind of unit holds a leaf: of an item its bullet, of a cell
// its column, of a table how its header stands.
func form(b *strings.Builder, d *parser.Document, u parser.Unit) {
	b.WriteByte(byte(u.Kind))
	switch u.Kind {
	case parser.KindItem:
		marker := strings.Trim(d.Src[u.Start:u.Text.Start], " \t")
		if strings.ContainsAny(marker, "0123456789") {
			marker = "1" // another number is another place
		}
		b.WriteString(marker)
	case parser.KindCell:
		b.WriteByte(byte(u.Number))
	case parser.KindTable:
		if t, ok := d.Blocks[u.Block].(*parser.Table); ok {
			b.WriteByte(byte(t.HeaderLines))
		}
	}
}

// evenLines writes the text with each break of a line, and the indent after it, as
// one blank. All other white space may be what a finding is about.
func evenLines(b *strings.Builder, text string) {
	for {
		i := strings.IndexAny(text, "\r\n")
		if i < 0 {
			b.WriteString(text)
			return
		}
		b.WriteString(strings.TrimRight(text[:i], " \t"))
		b.WriteByte(' ')
		text = strings.TrimLeft(text[i:], " \t\r\n")
	}
}
