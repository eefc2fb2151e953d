package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/lint/checks"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// noBaseline is the value of --baseline that shows the known findings, too.
const noBaseline = "off"

// placeBaseline finds the file of the known findings for the documents of the
// paths, if there is one. Without a configuration the names of steps are relative
// to its folder, so that it means the same wherever steplint is started.
func (a *app) placeBaseline(cfg *corpus.Config, paths []string) (err error) {
	switch a.baseline {
	case noBaseline:
		return nil
	case "":
		name, ok := corpus.FindBaseline(cfg, paths)
		if !ok && a.newBaseline {
			if name, err = corpus.BaselinePath(cfg, paths); err != nil {
				return err
			}
		}
		a.knownFile = name
	default:
		a.knownFile = a.baseline
	}
	if a.knownFile != "" && cfg.Dir == "" {
		if dir, err := filepath.Abs(filepath.Dir(a.knownFile)); err == nil {
			cfg.Dir = dir
		}
	}
	return nil
}

// lint returns the findings of all checks.
func (a *app) lint(ctx context.Context, c *corpus.Corpus) ([]lint.Finding, error) {
	opt, err := a.options(c)
	if err != nil {
		return nil, err
	}
	found := lint.Run(ctx, c, checks.All, opt)
	return found, interrupted(ctx)
}

// options returns those of a run over the corpus.
func (a *app) options(c *corpus.Corpus) (lint.Options, error) {
	day, err := today()
	return lint.Options{
		Jobs: a.workers(), Today: day,
		Steps: func() []string { return corpus.Steps(c.Config) },
	}, err
}

// loadBaseline reads the file of the known findings. What is wrong with an entry
// is said, and all others hold. A file that only the configuration names need not
// be there yet.
func (a *app) loadBaseline() (*lint.Baseline, error) {
	b := &lint.Baseline{File: parser.NewFile(a.knownFile, "")}
	if a.knownFile == "" {
		return b, nil
	}
	data, err := os.ReadFile(a.knownFile)
	switch {
	case errors.Is(err, fs.ErrNotExist) && (a.baseline == "" || a.newBaseline):
		return b, nil
	case err != nil:
		return nil, fmt.Errorf("%s: %w", a.knownFile, rootCause(err))
	}
	b, errs := lint.ReadBaseline(a.knownFile, data, checkNames())
	for _, err := range errs {
		a.trouble(err)
	}
	return b, nil
}

// match matches the baseline with all findings of a run.
func (a *app) match(b *lint.Baseline, c *corpus.Corpus, found []lint.Finding) (*lint.Match, error) {
	day, err := today()
	if err != nil {
		return nil, err
	}
	return b.Match(found, lint.Scope{
		Corpus: c, Checks: checks.All, Today: day,
		Steps: func() []string { return corpus.Steps(c.Config) },
	}), nil
}

// known takes the known findings out. With strict, the entries that match nothing
// are findings themselves.
func (a *app) known(c *corpus.Corpus, found []lint.Finding, strict bool) (shown []lint.Finding, known int, err error) {
	b, err := a.loadBaseline()
	if err != nil || len(b.Entries) == 0 {
		return found, 0, err
	}
	m, err := a.match(b, c, found)
	if err != nil {
		return found, 0, err
	}
	if n := len(m.Expired); n > 0 {
		a.say(lint.Msg{
			"%s: %s: the findings are shown again",
			"%s: %s: löydökset näytetään taas",
			"%s: %s: fynden visas igen",
		}, a.knownFile, a.count(n, lint.Msg{"entry has expired", "merkintä on vanhentunut", "post gäller inte längre"},
			lint.Msg{"entries have expired", "merkintää on vanhentunut", "poster gäller inte längre"}))
	}
	shown = m.New
	if strict {
		shown = append(shown, b.Unused(m)...)
	}
	return shown, len(m.Known), nil
}

// today returns the day on which entries with a last day are judged:
// STEPLINT_TODAY, or that of the clock.
func today() (string, error) {
	s := os.Getenv("STEPLINT_TODAY")
	if s == "" {
		return time.Now().Format(time.DateOnly), nil
	}
	return parseDay("STEPLINT_TODAY", s)
}

func parseDay(what, s string) (string, error) {
	day, ok := lint.ParseDate(s)
	if !ok {
		return "", lang.Errorf(lang.Msg{
			"%s: %q is no day such as 2027-01-31",
			"%s: %q ei ole päivä, esimerkiksi 2027-01-31",
			"%s: %q är ingen dag, till exempel 2027-01-31",
		}, what, s)
	}
	return day, nil
}
