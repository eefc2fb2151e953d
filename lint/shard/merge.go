package shard

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Match returns an error unless the parts make up one run of this version of
// steplint. It sorts them.
func Match(parts []*Part, version string) error {
	slices.SortFunc(parts, func(a, b *Part) int { return cmp.Or(cmp.Compare(a.Index, b.Index), cmp.Compare(a.Name, b.Name)) })
	first := parts[0]
	for _, p := range parts {
		for _, c := range []struct {
			same bool
			what lang.Msg
		}{
			{p.Count == first.Count, lang.Msg{"of another number of parts than", "eri määrästä osia kuin", "av ett annat antal delar än"}},
			{p.Version == first.Version, lang.Msg{"of another version of steplint than", "eri steplint-versiosta kuin", "av en annan version av steplint än"}},
			{p.Settings == first.Settings, lang.Msg{"made with other settings than", "tehty eri asetuksilla kuin", "gjord med andra inställningar än"}},
			{p.Lexicon == first.Lexicon, lang.Msg{"made with another lexicon than", "tehty eri sanastolla kuin", "gjord med ett annat lexikon än"}},
			{p.Documents == first.Documents && slices.Equal(p.Paths, first.Paths), lang.Msg{"of other documents than", "eri asiakirjoista kuin", "av andra dokument än"}},
		} {
			if !c.same {
				return lang.Errorf(lang.Msg{
					"%s: the report is " + c.what.EN + " %s",
					"%s: raportti on " + c.what.FI + " %s",
					"%s: rapporten är " + c.what.SV + " %s",
				}, p.Name, first.Name)
			}
		}
	}
	if first.Version != version {
		return lang.Errorf(lang.Msg{
			"%s: the report is of version %s of steplint, this is %s",
			"%s: raportti on steplintin versiosta %s, tämä on %s",
			"%s: rapporten är av version %s av steplint, det här är %s",
		}, first.Name, first.Version, version)
	}
	return complete(parts)
}

// complete returns an error unless each part is there once.
func complete(parts []*Part) error {
	count := parts[0].Count
	for i := 1; i < len(parts); i++ {
		if a, b := parts[i-1], parts[i]; a.Index == b.Index {
			return lang.Errorf(lang.Msg{
				"%s, %s: both are part %d of %d",
				"%s, %s: molemmat ovat osa %d/%d",
				"%s, %s: båda är del %d av %d",
			}, a.Name, b.Name, a.Index, count)
		}
	}
	for i := 1; i <= count; i++ {
		if i > len(parts) || parts[i-1].Index != i {
			return lang.Errorf(lang.Msg{
				"part %d of %d is missing: merge takes the reports of all parts",
				"osa %d/%d puuttuu: merge tarvitsee kaikkien osien raportit",
				"del %d av %d saknas: merge tar rapporterna av alla delar",
			}, i, count)
		}
	}
	return nil
}

// Corpus returns the corpus that the parts make up, and what [lint.Local] has found
// in all of it, by the checks. The config is that of the run; jobs is the number
// of workers, on which the result does not depend.
func Corpus(ctx context.Context, parts []*Part, cfg *corpus.Config, checks []*lint.Check, jobs int) (*corpus.Corpus, []lint.Finding, error) {
	c := &corpus.Corpus{Config: cfg}
	named := map[string]*lint.Check{}
	for _, check := range checks {
		named[check.Name] = check
	}
	var local []lint.Finding
	for _, p := range parts {
		b := builder{part: p, cfg: cfg, checks: named}
		if !b.parse(ctx, jobs) || !b.build(c) || !b.findings(&local) {
			return nil, nil, damaged(p.Name)
		}
		c.Dated = c.Dated || p.data.Dated
	}
	slices.SortFunc(c.Pairs, func(a, b *corpus.Pair) int { return cmp.Compare(a.Step, b.Step) })
	slices.SortFunc(c.Unpaired, func(a, b *corpus.Unpaired) int { return cmp.Compare(a.Doc.Name, b.Doc.Name) })
	slices.SortStableFunc(c.Outdated, func(a, b corpus.Outdated) int { return cmp.Compare(a.Pair.Step, b.Pair.Step) })
	return c, local, nil
}

// Problems returns what the parts say could not be read, sorted, each once.
func Problems(parts []*Part) []string {
	var all []string
	for _, p := range parts {
		all = append(all, p.Problems...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// builder makes documents, pairs and findings of a part.
type builder struct {
	part   *Part
	cfg    *corpus.Config
	checks map[string]*lint.Check
	docs   []*parser.Document
}

// parse parses the documents of the part; false when they are not what they were.
func (b *builder) parse(ctx context.Context, jobs int) bool {
	all := b.part.data.Documents
	b.docs = make([]*parser.Document, len(all))
	corpus.Parallel(ctx, jobs, len(all), func(i int) {
		doc, err := corpus.ParseDocument(all[i].Name, []byte(all[i].Src), lang.ByCode(all[i].Lang), b.cfg)
		if err == nil && doc.Src == all[i].Src {
			doc.Fixable = all[i].Fixable
			b.docs[i] = doc
		}
	})
	return !slices.Contains(b.docs, nil)
}

// build adds the pairs and documents of the part to the corpus; false when their
// alignment does not fit them.
func (b *builder) build(c *corpus.Corpus) bool {
	first := len(c.Pairs)
	for _, p := range b.part.data.Pairs {
		pair := &corpus.Pair{Step: p.Step, Source: b.docs[p.Source], Target: b.docs[p.Target], Links: p.Links}
		if !validLinks(pair) {
			return false
		}
		c.Pairs = append(c.Pairs, pair)
	}
	for _, u := range b.part.data.Unpaired {
		c.Unpaired = append(c.Unpaired, &corpus.Unpaired{Step: u.Step, Doc: b.docs[u.Doc], Missing: u.Missing})
	}
	for _, o := range b.part.data.Outdated {
		pair := c.Pairs[first+o.Pair]
		if !inUnits(pair.Source, o.Source) || !inUnits(pair.Target, o.Target) {
			return false
		}
		c.Outdated = append(c.Outdated, corpus.Outdated{
			Pair: pair, Source: o.Source, Target: o.Target, Old: o.Old, New: o.New, Changed: o.Changed, Translated: o.Translated,
		})
	}
	return true
}

func inUnits(d *parser.Document, units []int) bool {
	return !slices.ContainsFunc(units, func(u int) bool { return u < 0 || u >= len(d.Units()) })
}

func validLinks(p *corpus.Pair) bool {
	for _, l := range p.Links {
		if !inUnits(p.Source, l.Source) || !inUnits(p.Target, l.Target) || len(l.Source)+len(l.Target) == 0 ||
			l.Kind < parser.KindHeading || l.Kind > parser.KindSentence {
			return false
		}
		if slices.ContainsFunc(l.Loose, func(x align.Part) bool {
			d := p.Source
			if x.Target {
				d = p.Target
			}
			return !inUnits(d, []int{x.Unit}) || x.Text.Start < 0 || x.Text.Start > x.Text.End || x.Text.End > len(d.Src)
		}) {
			return false
		}
	}
	return true
}

// findings adds what was found in the part; false when it is not of these checks.
func (b *builder) findings(out *[]lint.Finding) bool {
	for i := range b.part.data.Findings {
		f := &b.part.data.Findings[i]
		check := b.checks[f.Check]
		if check == nil || f.Severity < lint.Info || f.Severity > lint.Error {
			return false
		}
		made := lint.Finding{
			Check: check, Severity: f.Severity, Step: f.Step, File: b.docs[f.Doc].File, Span: f.Span, Msg: f.Msg, Unit: f.Unit,
		}
		for _, r := range f.Related {
			made.Related = append(made.Related, lint.Related{File: b.docs[r.Doc].File, Span: r.Span, Msg: r.Msg})
		}
		for _, x := range f.Fixes {
			var edits []lint.Edit
			for _, e := range x.Edits {
				edits = append(edits, lint.Edit{File: b.docs[e.Doc].File, Span: e.Span, New: e.New})
			}
			made.Fixes = append(made.Fixes, lint.Fix{Title: x.Title, Safe: x.Safe, Edits: edits})
		}
		*out = append(*out, made)
	}
	return true
}

// Parse returns the number and the count of a shard written as 2/5.
func Parse(s string) (index, count int, err error) {
	a, b, ok := strings.Cut(s, "/")
	index, ok1 := number(a)
	count, ok2 := number(b)
	if !ok || !ok1 || !ok2 || index > count {
		return 0, 0, lang.Errorf(lang.Msg{
			"%q is no part: write 2/5 for the second of five",
			"%q ei ole osa: kirjoita 2/5, kun tarkoitat toista viidestä",
			"%q är ingen del: skriv 2/5 för den andra av fem",
		}, s)
	}
	return index, count, nil
}

// number returns a number from 1 to 9999.
func number(s string) (n int, ok bool) {
	if len(s) > 4 {
		return 0, false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = 10*n + int(r-'0')
	}
	return n, n > 0
}
