package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

// timings adds up what the stages of a run take, for --verbose.
type timings struct {
	mu    sync.Mutex
	spent map[string]time.Duration
	start time.Time
}

// add is called by several workers at a time.
func (t *timings) add(stage string, d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.spent[stage] += d
}

// stageReport is the stage of writing a report, with its format after it.
const stageReport = "report "

func isReport(stage string) bool { return strings.HasPrefix(stage, stageReport) }

// write writes the stages in their order, the checks and the reports from the
// slowest on.
func (t *timings) write(w io.Writer, lang string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	row := func(name string, d time.Duration) {
		fmt.Fprintf(w, "%9.1f ms  %s\n", float64(d.Microseconds())/1000, name)
	}
	fmt.Fprintln(w, lint.Msg{
		EN: "time by stage, of all workers together:",
		FI: "aika vaiheittain, kaikki säikeet yhteensä:",
		SV: "tid per steg, alla trådar sammanlagt:",
	}.In(lang))
	for _, stage := range []string{corpus.StageDiscover, corpus.StageRead, corpus.StageAlign, corpus.StageRealign} {
		if d, ok := t.spent[stage]; ok {
			row(stage, d)
			delete(t.spent, stage)
		}
	}
	slowest := slices.SortedFunc(maps.Keys(t.spent), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.spent[b], t.spent[a]), cmp.Compare(a, b))
	})
	for _, check := range slices.DeleteFunc(slices.Clone(slowest), isReport) {
		row("check "+check, t.spent[check])
	}
	for _, stage := range slowest {
		if isReport(stage) {
			row(stage, t.spent[stage])
		}
	}
	row(lint.Msg{EN: "in all, by the clock", FI: "koko ajo kellon mukaan", SV: "hela körningen enligt klockan"}.In(lang), time.Since(t.start))
}

// watch returns the context of a command that shows its progress and, if the user
// wants them, keeps its timings.
func (a *app) watch(ctx context.Context) context.Context {
	watcher := &corpus.Watcher{}
	if a.progress = newProgress(a.stderr, a.lang); a.progress != nil {
		a.stderr = a.progress
		watcher.Done = a.progress.part
		a.progress.start()
	}
	if a.verbose {
		a.timings = &timings{spent: map[string]time.Duration{}, start: time.Now()}
		watcher.Spent = a.timings.add
	}
	return corpus.WithWatcher(ctx, watcher)
}

// unwatch ends what watch began.
func (a *app) unwatch() {
	if a.progress != nil {
		a.progress.stop()
	}
	if a.timings != nil {
		a.timings.write(a.stderr, a.lang)
	}
}
