package lint

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/parser"
)

// Pass is one run of one check over one document, pair or corpus.
type Pass struct {
	Check *Check
	// Pair is the pair at hand, also while a document check runs on one of its
	// two documents; nil for a document without counterpart and in corpus scope.
	Pair *corpus.Pair
	// Corpus is what the documents are part of; nil for a check of documents or
	// pairs that does not say that it compares them with others.
	Corpus *corpus.Corpus
	// Terms is the term base, nil without one.
	Terms *corpus.Terms

	step     string
	docs     []*parser.Document
	findings []Finding
}

// Report adds a finding. The pass fills in Check, Step and Unit; a zero
// Severity becomes the check's own.
func (p *Pass) Report(f Finding) {
	f.Check = p.Check
	if f.Severity == 0 {
		f.Severity = p.Check.Severity
	}
	if f.Step == "" {
		f.Step = p.step
	}
	if f.Unit == "" {
		f.Unit = p.unitText(f)
	}
	f.Fixes = p.applicable(f.Fixes)
	p.findings = append(p.findings, f)
}

// Side returns the pair at hand as seen from one of its documents, or nil when
// the document has no counterpart.
func (p *Pass) Side(d *parser.Document) *corpus.Side {
	switch {
	case p.Pair == nil:
		return nil
	case d == p.Pair.Target:
		return p.Pair.FromTarget()
	}
	return p.Pair.FromSource()
}

// At makes the pair the one that findings are about, in corpus scope.
func (p *Pass) At(pair *corpus.Pair) {
	p.step, p.docs = pair.Step, []*parser.Document{pair.Source, pair.Target}
}

// applicable leaves out the fixes whose edits would touch markup, comments or code,
// or put in what is markup.
func (p *Pass) applicable(fixes []Fix) []Fix {
	return slices.DeleteFunc(fixes, func(fix Fix) bool {
		return slices.ContainsFunc(fix.Edits, func(e Edit) bool {
			for _, d := range p.docs {
				if d.File == e.File {
					return d.Text(e.Span) != d.Plain(e.Span) || d.Markup() && (strings.ContainsAny(e.New, "<&") || d.InCode(e.Span))
				}
			}
			return false
		})
	})
}

func (p *Pass) unitText(f Finding) string {
	for _, d := range p.docs {
		if d.File == f.File {
			if u := d.UnitAt(f.Span); u >= 0 {
				return d.Plain(d.Units()[u].Text)
			}
		}
	}
	return f.File.Text(f.Span)
}

// Options steer a run.
type Options struct {
	// Jobs is the number of workers; the findings do not depend on it.
	Jobs int
	// Today is the day on which accepted texts with a last day are judged, as
	// 2027-01-31; on "" all of them hold.
	Today string
	// Steps returns the names of all steps that there are, those that are not in
	// the corpus too. Without it the corpus counts as a part of them.
	Steps func() []string
}

// Run applies the checks to the corpus and returns their findings, sorted by
// step, file and place. Severities are those of the corpus' configuration; what
// it switches off or accepts, and what comments in the documents suppress, is not
// returned. The checks must be valid, see [Validate].
func Run(ctx context.Context, c *corpus.Corpus, checks []*Check, opt Options) []Finding {
	timed := timed(checks, corpus.WatcherOf(ctx))
	// The corpus checks first, as each takes as long as many pairs.
	found := runAll(ctx, append(corpusJobs(c, timed), localJobs(c, timed)...), opt)
	return suppress(finish(found, c.Config), c, checks, opt)
}

// runAll runs the parts of a run and returns what they find, in their order.
func runAll(ctx context.Context, jobs []func() []Finding, opt Options) []Finding {
	watcher := corpus.WatcherOf(ctx)
	found := make([][]Finding, len(jobs))
	corpus.Parallel(ctx, opt.Jobs, len(jobs), func(i int) {
		found[i] = jobs[i]()
		watcher.Part(corpus.StageCheck, len(jobs))
	})
	return slices.Concat(found...)
}

// corpusJobs returns a part of a run for each check of the whole corpus.
func corpusJobs(c *corpus.Corpus, checks []*Check) []func() []Finding {
	var jobs []func() []Finding
	for _, check := range checks {
		if check.Corpus != nil {
			jobs = append(jobs, func() []Finding {
				p := &Pass{Check: check, Corpus: c, Terms: c.Terms()}
				check.Corpus(p, c)
				return p.findings
			})
		}
	}
	return jobs
}

// localJobs returns a part of a run for each pair and each document without
// counterpart.
func localJobs(c *corpus.Corpus, checks []*Check) []func() []Finding {
	var jobs []func() []Finding
	for _, pair := range c.Pairs {
		jobs = append(jobs, func() []Finding { return runPair(c, pair, checks) })
	}
	for _, u := range c.Unpaired {
		jobs = append(jobs, func() []Finding { return runDocument(c, u.Step, nil, u.Doc, checks) })
	}
	return jobs
}

// runPair runs the checks of a pair. Documents that do not translate each other
// are checked one by one.
func runPair(c *corpus.Corpus, pair *corpus.Pair, checks []*Check) []Finding {
	if pair.Unrelated() {
		out := runDocument(c, pair.Step, nil, pair.Source, checks)
		return append(out, runDocument(c, pair.Step, nil, pair.Target, checks)...)
	}
	out := runDocument(c, pair.Step, pair, pair.Source, checks)
	out = append(out, runDocument(c, pair.Step, pair, pair.Target, checks)...)
	for _, check := range checks {
		if check.Pair != nil {
			p := &Pass{Check: check, Pair: pair, Corpus: compared(c, check), Terms: c.Terms(), step: pair.Step, docs: []*parser.Document{pair.Source, pair.Target}}
			check.Pair(p, pair)
			out = append(out, p.findings...)
		}
	}
	return out
}

func runDocument(c *corpus.Corpus, step string, pair *corpus.Pair, d *parser.Document, checks []*Check) []Finding {
	var out []Finding
	for _, check := range checks {
		if check.Document != nil {
			p := &Pass{Check: check, Pair: pair, Corpus: compared(c, check), Terms: c.Terms(), step: step, docs: []*parser.Document{d}}
			check.Document(p, d)
			out = append(out, p.findings...)
		}
	}
	return out
}

// compared returns the corpus for a check that compares its documents.
func compared(c *corpus.Corpus, check *Check) *corpus.Corpus {
	if check.Compares {
		return c
	}
	return nil
}

// finish applies the configured severities, sorts, drops what was reported
// twice and numbers what is otherwise equal.
func finish(found []Finding, cfg *corpus.Config) []Finding {
	found = slices.DeleteFunc(found, func(f Finding) bool { return cfg.Severity(f.Check.Name, f.File.Name) == "off" })
	for i := range found {
		if s, ok := severities[cfg.Severity(found[i].Check.Name, found[i].File.Name)]; ok {
			found[i].Severity = s
		}
	}
	slices.SortStableFunc(found, compare)
	found = slices.CompactFunc(found, func(a, b Finding) bool { return compare(a, b) == 0 })
	count := map[identity]int{}
	for i := range found {
		id := found[i].identity()
		found[i].ordinal = count[id]
		count[id]++
	}
	return found
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Step, b.Step),
		cmp.Compare(a.File.Name, b.File.Name),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Check.Name, b.Check.Name),
		cmp.Compare(a.relatedStart(), b.relatedStart()),
		cmp.Compare(a.Text("en"), b.Text("en")),
	)
}

// relatedStart returns where the first related place starts: what is missing at
// one place is told in the order of the other language.
func (f *Finding) relatedStart() int {
	if len(f.Related) == 0 {
		return -1
	}
	return f.Related[0].Span.Start
}
