package corpus

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/steplint/steplint/corpus/align"
	"github.com/steplint/steplint/parser"
	"github.com/steplint/steplint/parser/lang"
)

// Load reads, parses and aligns the documents of the listing with the given
// number of workers, on which the result does not depend. Without a lexicon in
// the config everything is aligned twice, the second time with what all the
// texts teach about each other's words. A file that cannot be read or is no text
// is an error, file:line:col: what; all others are loaded, its counterpart too.
func Load(ctx context.Context, l *Listing, cfg *Config, jobs int) (*Corpus, []error) {
	var lex *align.Lexicon
	if cfg != nil {
		lex = cfg.Lexicon
	}
	terms := cfg.termPairs()
	if lex != nil {
		lex = lex.With(terms)
	}
	var learner align.Learner
	loaded := loadEntries(ctx, l, cfg, lex, &learner, jobs)
	if lex == nil {
		realign(ctx, loaded, learner.Lexicon().With(terms), jobs)
	}

	return corpusOf(cfg, loaded), errorsOf(loaded)
}

// corpusOf returns the corpus of what was loaded, which is sorted by step.
func corpusOf(cfg *Config, loaded []loadedEntry) *Corpus {
	c := &Corpus{Config: cfg}
	for _, e := range loaded {
		if e.pair != nil {
			c.Pairs = append(c.Pairs, e.pair)
		}
		if e.single != nil {
			c.Unpaired = append(c.Unpaired, e.single)
		}
	}
	slices.SortFunc(c.Unpaired, func(a, b *Unpaired) int { return cmp.Compare(a.Doc.Name, b.Doc.Name) })
	return c
}

// Learn returns the lexicon that Load learns from the same listing, so that the
// links are the same with it, and the errors of Load. A further round, which
// would learn from the links that this lexicon gives, was measured to add
// nothing. A lexicon in the config has no influence.
func Learn(ctx context.Context, l *Listing, cfg *Config, jobs int) (*align.Lexicon, []error) {
	var learner align.Learner
	loaded := loadEntries(ctx, l, cfg, nil, &learner, jobs)
	return learner.Lexicon(), errorsOf(loaded)
}

// Parallel calls f for every index below n with the given number of workers,
// until the context is done.
func Parallel(ctx context.Context, jobs, n int, f func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range max(1, min(jobs, n)) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
}

// keepPrepared is the number of pairs that stay prepared for a second alignment.
// Preparing one again takes an eighth of the time, keeping it several times the
// memory of its text.
const keepPrepared = 1000

// realign aligns the pairs once more, with the lexicon.
func realign(ctx context.Context, loaded []loadedEntry, lex *align.Lexicon, jobs int) {
	watcher := WatcherOf(ctx)
	Parallel(ctx, jobs, len(loaded), func(i int) {
		defer watcher.Part(StageRealign, len(loaded))
		defer watcher.Time(StageRealign)()
		e := &loaded[i]
		if e.pair == nil {
			return
		}
		if e.aligned == nil {
			e.aligned = align.Prepare(e.pair.Source, e.pair.Target)
		}
		e.pair.Links = e.aligned.Align(lex)
		e.aligned = nil // gives its memory back
	})
}

type loadedEntry struct {
	pair    *Pair
	aligned *align.Aligned // while it is kept to be aligned once more
	single  *Unpaired
	errs    []error
}

func errorsOf(loaded []loadedEntry) []error {
	var errs []error
	for _, e := range loaded {
		errs = append(errs, e.errs...)
	}
	return errs
}

// loadEntries loads the entries of the listing and aligns them, without a lexicon
// for the learner to learn from.
func loadEntries(ctx context.Context, l *Listing, cfg *Config, lex *align.Lexicon, learner *align.Learner, jobs int) []loadedEntry {
	loaded := make([]loadedEntry, len(l.Entries))
	known := (*align.Lexicon)(nil).With(cfg.termPairs())
	watcher := WatcherOf(ctx)
	Parallel(ctx, jobs, len(loaded), func(i int) {
		defer watcher.Part(StageRead, len(loaded))
		read := watcher.Time(StageRead)
		e := loadEntry(l.Entries[i], cfg)
		read()
		defer watcher.Time(StageAlign)()
		if e.aligned != nil {
			if lex != nil {
				e.pair.Links = e.aligned.Align(lex)
			} else {
				e.pair.Links = e.aligned.Align(known)
				learner.Add(e.aligned)
			}
			if lex != nil || i >= keepPrepared {
				e.aligned = nil
			}
		}
		loaded[i] = e
	})
	return loaded
}

// loadEntry reads and parses the documents of an entry.
func loadEntry(e Entry, cfg *Config) loadedEntry {
	var out loadedEntry
	var docs [2]*parser.Document
	for i, name := range e.Files {
		if name == "" {
			continue
		}
		l := lang.All[i]
		if e.Explicit {
			l = nil
		}
		d, err := ReadDocument(name, l, cfg)
		if err != nil {
			out.errs = append(out.errs, err)
			continue
		}
		docs[i] = d
	}
	switch {
	case docs[0] != nil && docs[1] != nil:
		if err := tellApart(&docs, e); err != nil {
			out.errs = append(out.errs, err)
			return out
		}
		out.aligned = align.Prepare(docs[0], docs[1])
		out.pair = &Pair{Step: e.Step, Source: docs[0], Target: docs[1]}
	case docs[0] != nil || docs[1] != nil:
		out.single = &Unpaired{Step: e.Step, Doc: cmp.Or(docs[0], docs[1]), Missing: e.Expected}
	}
	return out
}

// ReadDocument reads and parses one file. A nil language is told from the text.
// The error says file:line:col: what, or file: what when it cannot be read.
func ReadDocument(name string, l *lang.Lang, cfg *Config) (*parser.Document, error) {
	if info, err := os.Stat(name); err == nil && info.Mode()&os.ModeNamedPipe != 0 && !strings.HasPrefix(name, "/dev/") {
		return nil, lang.Errorf(lang.Msg{ // nobody may ever write into it
			"%s: is a pipe, not a file", "%s: on putki, ei tiedosto", "%s: är ett rör, ingen fil",
		}, name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, cause(err))
	}
	return ParseDocument(name, data, l, cfg)
}

// ParseDocument parses the bytes of a file of that name. A nil language is told from
// the text. The error is a *parser.Error.
func ParseDocument(name string, data []byte, l *lang.Lang, cfg *Config) (*parser.Document, error) {
	opt := parser.Options{Lang: l, Levels: &parser.Levels{}}
	for _, known := range lang.All {
		if l == nil || l == known {
			extra := cfg.LevelNames(known.Code)
			opt.Levels.Labels = append(opt.Levels.Labels, extra.Labels...)
			opt.Levels.Names = append(opt.Levels.Names, extra.Names...)
		}
	}
	return parser.Parse(name, data, opt)
}

// tellApart puts the Finnish document first. The languages of a pair that its
// names pair are known; of any other the texts tell them.
func tellApart(docs *[2]*parser.Document, e Entry) error {
	a, b := docs[0].Lang, docs[1].Lang
	if !e.Explicit {
		return nil
	}
	if a == b {
		if a == nil {
			return lang.Errorf(lang.Msg{
				"%s, %s: the language of neither can be told: a pair is a Finnish and a Swedish text",
				"%s, %s: kummankaan kieltä ei tunnisteta: parissa on suomen- ja ruotsinkielinen teksti",
				"%s, %s: ingenderas språk går att känna igen: ett par är en finsk och en svensk text",
			}, e.Files[0], e.Files[1])
		}
		return lang.Errorf(lang.Msg{
			"%s, %s: both are in the same language (%s): a pair is a Finnish and a Swedish text",
			"%s, %s: molemmat ovat samankielisiä (%s): parissa on suomen- ja ruotsinkielinen teksti",
			"%s, %s: båda är på samma språk (%s): ett par är en finsk och en svensk text",
		}, e.Files[0], e.Files[1], a.Code)
	}
	if a == lang.SV || b == lang.FI {
		docs[0], docs[1] = docs[1], docs[0]
	}
	docs[0].Lang, docs[1].Lang = lang.FI, lang.SV
	return nil
}
