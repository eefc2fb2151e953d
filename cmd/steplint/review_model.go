package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/lint/report"
)

// reviewModel is what the review page shows, and what it takes to bring that up to date.
// One goroutine uses it; the page and the decisions are for all.
type reviewModel struct {
	*app
	paths     []string
	live      *report.Live
	decisions *decisionStore

	cfg      *corpus.Config
	list     *corpus.Listing
	snapshot *corpus.Snapshot
	settings []string // absolute names of the files on which everything depends
	keeper   corpus.Keeper
	lint     lint.Keeper
	steps    []string // names of all that there are; nil until asked for
	polling  bool
	fault    error // why the settings that are in the files do not hold
	told     map[string]bool
}

// manyPairs is how many pairs make it worthwhile to show what is found in the changed
// ones before that which depends on all of them.
const manyPairs = 60

// open loads everything.
func (r *reviewModel) open(ctx context.Context) error {
	// The settings are looked at first, so that what changes meanwhile is seen as a
	// change.
	cfg, err := r.loadConfig(r.paths)
	if err != nil {
		return err
	}
	if err := notEmpty(r.paths); err != nil {
		return err
	}
	if err := r.placeBaseline(cfg, r.paths); err != nil {
		return err
	}
	if err := r.placeDecisions(cfg); err != nil {
		return err
	}
	r.settings = r.settingsFiles(cfg)
	snapshot := corpus.TakeSnapshot(r.paths, cfg, r.watched())
	if err := r.loadLexicon(cfg, r.paths); err != nil {
		return err
	}
	if err := r.loadDictionary(cfg); err != nil {
		return err
	}
	r.loadTerms(cfg)
	list := corpus.Discover(r.paths, cfg)
	if cfg.Lexicon == nil {
		cfg.Lexicon, _ = corpus.Learn(ctx, list, cfg, r.workers())
	}
	r.cfg, r.list, r.snapshot, r.steps = cfg, list, snapshot, nil
	r.keeper, r.lint = corpus.Keeper{}, lint.Keeper{}
	_, err = r.check(ctx, func(string) bool { return true }, false)
	return err
}

// placeDecisions finds the file of the decisions. Without a configuration the names of
// steps are relative to its folder, as with the baseline.
func (r *reviewModel) placeDecisions(cfg *corpus.Config) error {
	name, ok := corpus.FindDecisions(cfg, r.paths)
	if !ok {
		var err error
		if name, err = corpus.DecisionsPath(cfg, r.paths); err != nil {
			return err
		}
	}
	if r.decisions == nil {
		r.decisions = &decisionStore{name: name}
	}
	if dir, err := filepath.Abs(filepath.Dir(name)); err == nil && cfg.Dir == "" {
		cfg.Dir = dir
	}
	return nil
}

// settingsFiles returns the files of the settings, the lexicon and the terms, also those
// that are not there yet.
func (r *reviewModel) settingsFiles(cfg *corpus.Config) []string {
	names := []string{r.config, filepath.Join(cfg.Dir, corpus.ConfigName), filepath.Join(cfg.Dir, corpus.LexiconName)}
	if name, ok := corpus.FindLexicon(cfg, r.paths); ok {
		names = append(names, name)
	}
	for _, name := range cfg.TermFiles {
		names = append(names, filepath.Join(cfg.Dir, filepath.FromSlash(name)))
	}
	var out []string
	for _, name := range names {
		if abs, err := filepath.Abs(name); err == nil && name != "" {
			out = append(out, abs)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// watched returns the files beside the documents that are looked at.
func (r *reviewModel) watched() []string {
	out := slices.Clone(r.settings)
	for _, name := range []string{r.knownFile, r.decisions.name, filepath.Join(filepath.Dir(r.decisions.name), corpus.BaselineName)} {
		if abs, err := filepath.Abs(name); err == nil && name != "" {
			out = append(out, abs)
		}
	}
	return out
}

// refresh looks at the files and takes in what has changed in them. It calls show
// whenever there is something new to be seen.
func (r *reviewModel) refresh(ctx context.Context, show func()) {
	snapshot := corpus.TakeSnapshot(r.paths, r.cfg, r.watched())
	changed := snapshot.Since(r.snapshot)
	if len(changed) == 0 {
		return
	}
	if slices.ContainsFunc(r.settings, func(name string) bool { return changed[name] }) {
		old := *r
		if r.fault = r.open(ctx); r.fault != nil && ctx.Err() == nil {
			fault := r.fault
			*r = old // what was right before still holds
			r.fault, r.snapshot = fault, snapshot
			r.update(ctx, nil, show)
		} else {
			show()
		}
		return
	}
	if !snapshot.SameFiles(r.snapshot) {
		r.list, r.steps = corpus.Discover(r.paths, r.cfg), nil
		if r.knownFile == "" {
			r.knownFile, _ = corpus.FindBaseline(r.cfg, r.paths) // perhaps it is there now
		}
	}
	r.snapshot = snapshot
	r.update(ctx, changed, show)
}

// update checks what has changed and shows it; of many documents first what is found in
// the changed ones.
func (r *reviewModel) update(ctx context.Context, changed map[string]bool, show func()) {
	is := func(file string) bool {
		abs, err := filepath.Abs(file)
		return err == nil && changed[abs]
	}
	step := func(is func(string) bool, quick bool) {
		news, err := r.check(ctx, is, quick)
		if err != nil && ctx.Err() == nil {
			r.trouble(err)
		}
		if news {
			show()
		}
	}
	if len(r.list.Entries) > manyPairs {
		step(is, true)
		is = func(string) bool { return false }
	}
	step(is, false)
}

// check loads the changed documents, checks, and reports whether anything new is to be
// seen.
func (r *reviewModel) check(ctx context.Context, changed func(file string) bool, quick bool) (bool, error) {
	c, errs := r.keeper.Load(ctx, r.list, r.cfg, changed, r.workers())
	if err := interrupted(ctx); err != nil {
		return false, err
	}
	r.tellNew(errs)
	if r.cfg.Names(checks.StaleTranslation.Name) && !quick {
		c.Dated = true
		c.Outdated, _, _ = corpus.FindOutdated(ctx, c) // its faults are those of check
	}
	day, err := today()
	if err != nil {
		return false, err
	}
	found := r.lint.Run(ctx, c, checks.All, lint.Options{Jobs: r.workers(), Today: day, Steps: r.allSteps}, quick)
	if err := interrupted(ctx); err != nil {
		return false, err
	}
	fromOutside := r.decisions.load(r.app, found, c, quick)
	b, err := r.loadBaseline()
	if err != nil {
		return false, err
	}
	m := b.Match(found, lint.Scope{Corpus: c, Checks: checks.All, Today: day, Steps: r.allSteps})
	run, err := r.report(c, m.New)
	if err != nil {
		return false, err
	}
	run.Known, run.Baseline = len(m.Known), r.knownFile
	news, err := r.live.Update(run)
	return news || fromOutside, err
}

// allSteps returns the names of all steps that there are.
func (r *reviewModel) allSteps() []string {
	if r.steps == nil {
		r.steps = corpus.Steps(r.cfg)
	}
	return r.steps
}

// tellNew says what could not be read, unless it was so before as well.
func (r *reviewModel) tellNew(errs []error) {
	r.problems = nil
	told := map[string]bool{}
	all := slices.Concat(r.list.Errors, errs)
	if r.fault != nil {
		all = append(flatten(r.fault), all...)
	}
	for _, err := range all {
		text := plain(err.Error())
		told[text] = true
		if r.told[text] {
			r.problems = append(r.problems, text)
		} else {
			r.trouble(err)
		}
	}
	if r.told == nil {
		for _, note := range r.list.Notes {
			r.say(lint.Msg{"steplint: %s", "steplint: %s", "steplint: %s"}, note)
		}
	}
	r.told = told
}

// readIfThere reads a file of at most so many bytes and one more; nil when there is
// none.
func readIfThere(name string, most int64) ([]byte, error) {
	data, err := readBounded(name, most)
	if os.IsNotExist(err) {
		return nil, nil
	}
	return data, err
}
