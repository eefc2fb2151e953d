package corpus

import (
	"context"
	"slices"

	"github.com/steplint/steplint/corpus/git"
	"github.com/steplint/steplint/parser/lang"
)

// Outdated is a text of the target whose source has changed since it did.
type Outdated struct {
	Pair           *Pair
	Source, Target []int  // units, linked with each other
	Old, New       string // what the source said then and says now
	// Changed and Translated are when the two changed last.
	Changed, Translated Version
}

// Version is a commit. The zero Version is no commit: a change that is not
// committed yet, or one before all history that was looked at.
type Version struct {
	Commit string // the start of its id
	Date   string // as 2027-01-31
}

// HistoryLimit is the number of commits of a repository that are looked at.
const HistoryLimit = 10_000

// FindOutdated looks in the history of the documents, in git, for texts of the
// target whose source has changed since. What counts is wording: blanks,
// punctuation, capitals and slips in long words do not. Where the history of a
// clone is cut short, or longer than the limit, a note says so. The result is in
// the order of the pairs and of their sources.
func FindOutdated(ctx context.Context, c *Corpus) (found []Outdated, notes []lang.Msg, err error) {
	r, err := revision(ctx, &Corpus{Config: c.Config, Pairs: c.Pairs}, func(r *git.Repo) (string, error) {
		return r.Commit(ctx, "HEAD")
	})
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	traces := map[*tree]*trace{}
	var all []*tracedPair
	for _, p := range c.Pairs {
		src, tgt := r.files[p.Source.Name], r.files[p.Target.Name]
		if src == nil || tgt == nil || src.tree != tgt.tree || p.Unrelated() {
			continue
		}
		t := traces[src.tree]
		if t == nil {
			t = &trace{rev: r, tree: src.tree, states: map[string]state{}}
			traces[src.tree] = t
		}
		tp := newTracedPair(p, src, tgt)
		all = append(all, tp)
		if err := t.add(tp); err != nil {
			return nil, nil, err
		}
	}
	for _, tree := range r.order {
		if t := traces[tree]; t != nil {
			note, err := t.walk(ctx)
			if err != nil {
				return nil, nil, err
			}
			if note.EN != "" {
				notes = append(notes, note)
			}
		}
	}
	for _, tp := range all {
		for i := range tp.links {
			if l := &tp.links[i]; l.outdated != nil {
				found = append(found, *l.outdated)
			}
		}
	}
	return found, notes, nil
}

// tracedPair is a pair whose texts are being dated.
type tracedPair struct {
	pair  *Pair
	docs  [2]*tracedDoc // source and target
	links []tracedLink
	open  int // links that are not decided yet

	earlier *earlier // the source at the commit that was asked for last
}

// tracedDoc is a document whose texts are being dated.
type tracedDoc struct {
	*versioned
	pair     *tracedPair
	wordings []string        // by unit
	dates    map[string]date // by wording, when it came into the text
	path     string          // at the commit at hand
}

// date is when a text came into its document: the number of the commit, the newest
// is 0, and -1 for what is not committed.
type date struct {
	at int
	Version
}

// tracedLink is a link that is sure enough, until it is decided.
type tracedLink struct {
	source, target []int
	decided        bool
	outdated       *Outdated // when it is
}

func newTracedPair(p *Pair, src, tgt *versioned) *tracedPair {
	tp := &tracedPair{pair: p}
	for i, v := range []*versioned{src, tgt} {
		tp.docs[i] = &tracedDoc{versioned: v, pair: tp, wordings: wordings(v.doc), dates: map[string]date{}, path: v.then}
	}
	says := func(d *tracedDoc) func(int) bool { return func(u int) bool { return d.wordings[u] != "" } }
	for l := range p.Translations() {
		if !slices.ContainsFunc(l.Source, says(tp.docs[0])) || !slices.ContainsFunc(l.Target, says(tp.docs[1])) {
			continue // signs alone
		}
		tp.links = append(tp.links, tracedLink{source: l.Source, target: l.Target})
	}
	slices.SortStableFunc(tp.links, func(a, b tracedLink) int { return a.source[0] - b.source[0] })
	tp.open = len(tp.links)
	return tp
}

// newest returns the date of the newest of the texts; false when none has been
// dated yet.
func (d *tracedDoc) newest(units []int) (date, bool) {
	var best date
	found := false
	for _, u := range units {
		if at, ok := d.dates[d.wordings[u]]; ok && (!found || at.at < best.at) {
			best, found = at, true
		}
	}
	return best, found
}

// decide decides the links whose dates are known, after a commit has been dealt
// with: whichever of the two texts has been met first is the newer one. then
// returns the source as it was at that commit, or nil.
func (tp *tracedPair) decide(then func() (*earlier, error)) error {
	for i := range tp.links {
		l := &tp.links[i]
		if l.decided {
			continue
		}
		changed, ok := tp.docs[0].newest(l.source)
		translated, ok2 := tp.docs[1].newest(l.target)
		switch {
		case !ok && !ok2 || ok && !ok2:
			continue
		case ok && changed.at < translated.at:
			old, err := then()
			if err != nil {
				return err
			}
			if old != nil {
				tp.compare(l, old, changed, translated)
			}
		}
		l.decided = true
		tp.open--
	}
	return nil
}

// Names reports whether the configuration gives a check a severity by its name, for
// some files at least.
func (c *Config) Names(check string) bool {
	if c == nil {
		return false
	}
	given := func(severities map[string]string) bool {
		return severities[check] != "" && severities[check] != "off"
	}
	return given(c.Severities) || slices.ContainsFunc(c.Paths, func(r PathRule) bool { return given(r.Severities) })
}
