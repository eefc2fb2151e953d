package corpus

import (
	"context"
	"time"
)

// The stages of a run. A check is a stage of its own name when its time is told.
const (
	StageDiscover = "discover"
	StageRead     = "read"    // and parse
	StageAlign    = "align"   // with what is known beforehand
	StageRealign  = "realign" // with what all texts have taught
	StageCheck    = "check"
)

// Watcher is told how a run goes on. Its functions are called by several workers at a
// time; each may be nil.
type Watcher struct {
	// Done says that one of so many parts of a stage is done.
	Done func(stage string, of int)
	// Spent says how long a worker took for a part of a stage.
	Spent func(stage string, d time.Duration)
}

type watcherKey struct{}

// WithWatcher returns a context that makes a run tell the watcher.
func WithWatcher(ctx context.Context, w *Watcher) context.Context {
	return context.WithValue(ctx, watcherKey{}, w)
}

// WatcherOf returns the watcher of the context, nil for none.
func WatcherOf(ctx context.Context) *Watcher {
	w, _ := ctx.Value(watcherKey{}).(*Watcher)
	return w
}

// Part says that one of so many parts of the stage is done; of a nil watcher to
// nobody.
func (w *Watcher) Part(stage string, of int) {
	if w != nil && w.Done != nil {
		w.Done(stage, of)
	}
}

// Time begins to measure a part of the stage and returns what ends it.
func (w *Watcher) Time(stage string) (end func()) {
	if w == nil || w.Spent == nil {
		return func() {}
	}
	start := time.Now()
	return func() { w.Spent(stage, time.Since(start)) }
}
