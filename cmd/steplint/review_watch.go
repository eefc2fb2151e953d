package main

import (
	"context"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Times of watching. An editor's save is several events within milliseconds; not every
// file system tells of changes, so files are looked at from time to time as well.
const (
	settle     = 30 * time.Millisecond
	mostSettle = 300 * time.Millisecond
	lookSlowly = 2 * time.Second
	lookOften  = 500 * time.Millisecond // where nothing tells of changes
)

// watcher says when files may have changed.
type watcher struct {
	events  *fsnotify.Watcher // nil where the system has none to give
	folders map[string]bool
}

// newWatcher returns a watcher, and why it has to look for changes itself, if so.
func newWatcher() (*watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return &watcher{}, err
	}
	return &watcher{events, map[string]bool{}}, nil
}

func (w *watcher) close() {
	if w.events != nil {
		_ = w.events.Close()
	}
}

// watch makes the folders those that are watched. After an error none is.
func (w *watcher) watch(folders []string) error {
	if w.events == nil {
		return nil
	}
	now := map[string]bool{}
	for _, f := range folders {
		now[f] = true
		if w.folders[f] {
			continue
		}
		if err := w.events.Add(f); err != nil {
			_ = w.events.Close()
			w.events = nil
			return err
		}
	}
	for f := range w.folders {
		if !now[f] {
			_ = w.events.Remove(f) // it may be gone
		}
	}
	w.folders = now
	return nil
}

// wait returns when files may have changed: when they have, some milliseconds later,
// when it is time to look, or when the context is done.
func (w *watcher) wait(ctx context.Context) {
	every := lookSlowly
	var events <-chan fsnotify.Event
	var errs <-chan error
	if w.events != nil {
		events, errs = w.events.Events, w.events.Errors
	} else {
		every = lookOften
	}
	look := time.NewTimer(every)
	defer look.Stop()
	var quiet, latest <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-events:
			if !ok {
				return
			}
			if e.Op == fsnotify.Chmod {
				continue
			}
			if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
				delete(w.folders, e.Name) // to be watched anew when it comes back
			}
			quiet = time.After(settle)
			if latest == nil {
				latest = time.After(mostSettle)
			}
		case <-errs: //nolint:errcheck // perhaps events were lost
			return
		case <-quiet:
			return
		case <-latest:
			return
		case <-look.C:
			return
		}
	}
}
