package report

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"sync"
)

// Live is the page of HTML as a server shows it: it takes in one run after another,
// renders again only what is new in them, and says what a page that was shown before
// has to change. It may be used by several goroutines.
type Live struct {
	base string

	mu      sync.RWMutex
	version int // of all that is to be seen; rises with every change
	run     *Run
	index   pageIndex
	steps   []liveStep
}

// liveStep is a step as it stands in the page.
type liveStep struct {
	of      any // the pair or the single document
	name    string
	groups  json.RawMessage
	found   json.RawMessage
	version int // in which it changed last
}

// liveStepJSON is a pageStep of parts that are rendered already.
type liveStepJSON struct {
	Name     string          `json:"n"`
	Files    [2]string       `json:"f"`
	Groups   json.RawMessage `json:"g"`
	Findings json.RawMessage `json:"d"`
}

// NewLive returns the page for a server under whose path base, which ends in a slash,
// it stands, tells of changes and takes decisions.
func NewLive(base string) *Live { return &Live{base: base} }

// Policy is the content security policy of the page.
func (l *Live) Policy() string { return pagePolicy(l.base) }

// Version returns the number of what is shown now.
func (l *Live) Version() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.version
}

// Update shows the run and reports whether anything to be seen has changed. What was
// aligned is known by its [corpus.Pair], which must not change.
func (l *Live) Update(r *Run) (bool, error) {
	// Only Update writes, and one at a time: what it reads needs no lock.
	before := make(map[any]*liveStep, len(l.steps))
	for i := range l.steps {
		before[l.steps[i].of] = &l.steps[i]
	}
	steps := pageSteps(r)
	now := make([]liveStep, len(steps))
	next := l.version + 1
	changed := len(now) != len(l.steps)
	for i, s := range steps {
		step := liveStep{of: s.of, name: s.name, version: next}
		old := before[s.of]
		var err error
		if old != nil {
			step.groups = old.groups
		} else if step.groups, err = json.Marshal(s.page(nil).Groups); err != nil {
			return false, err
		}
		if step.found, err = json.Marshal(pageFindings(s.docs[:], s.found)); err != nil {
			return false, err
		}
		if old != nil && bytes.Equal(step.found, old.found) {
			step.version = old.version
		}
		changed = changed || step.version == next || l.steps[i].name != step.name
		now[i] = step
	}
	index := pageIndexOf(r, steps)
	changed = changed || !slices.Equal(index.Problems, l.index.Problems)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.run, l.index, l.steps = r, index, now
	if changed {
		l.version = next
	}
	return changed, nil
}

func (l *Live) step(i int) liveStepJSON {
	s := l.steps[i]
	return liveStepJSON{l.index.Steps[i].Name, l.index.Steps[i].Files, s.groups, s.found}
}

// WriteHTML writes the whole page. There must have been an update.
func (l *Live) WriteHTML(w io.Writer) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return writePage(w, l.run, l.Policy(), l.base, l.version, l.index, func(yield func(liveStepJSON) bool) {
		for i := range l.steps {
			if !yield(l.step(i)) {
				return
			}
		}
	})
}

// WriteChanges writes, as JSON, what a page of the version since needs to show what is
// shown now: the index, and in its order the steps that have changed, null for others.
func (l *Live) WriteChanges(w io.Writer, since int) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	out := struct {
		Version int             `json:"version"`
		Index   pageIndex       `json:"index"`
		Steps   []*liveStepJSON `json:"steps"`
	}{l.version, l.index, make([]*liveStepJSON, len(l.steps))}
	for i := range l.steps {
		if l.steps[i].version > since {
			s := l.step(i)
			out.Steps[i] = &s
		}
	}
	return json.NewEncoder(w).Encode(out)
}
