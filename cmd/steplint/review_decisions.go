package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

// decisionStore keeps the decisions of the review page in a file. It may be used by
// several goroutines.
type decisionStore struct {
	name string

	mu      sync.Mutex
	version int // rises with every change
	all     map[string]lint.Decision
	read    []byte // what the file held when it was read or written last
	broken  bool   // the file holds what cannot be read, and is not written over
	faults  map[string]bool
}

var errBroken = errors.New("the file of the decisions cannot be read and is not written over")

// load takes in what the file holds if that is not what was read or written last, and
// reports whether it did. A decision that was made where steps are named from another
// folder is taken for the finding that it is about.
func (s *decisionStore) load(a *app, found []lint.Finding, c *corpus.Corpus, quick bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	data, err := readIfThere(s.name, lint.MostDecisionBytes)
	if err != nil {
		s.tell(a, []error{fmt.Errorf("%s: %w", s.name, rootCause(err))})
		return false
	}
	if s.all != nil && bytes.Equal(data, s.read) || quick {
		return false
	}
	all, errs := s.take(data)
	s.tell(a, errs)
	decided, err := a.decided(slices.Collect(maps.Values(all)), c, found)
	if err != nil {
		return false
	}
	for _, d := range decided {
		if d.Finding != nil && d.Finding.Key() != d.Key {
			delete(all, d.Key)
			d.Key, d.Step = d.Finding.Key(), d.Finding.Step
			all[d.Key] = d.Decision
		}
	}
	s.all = all
	s.version++
	return true
}

// take reads what the file holds.
func (s *decisionStore) take(data []byte) (map[string]lint.Decision, []error) {
	all := map[string]lint.Decision{}
	s.read, s.broken = data, false
	if len(bytes.TrimSpace(data)) == 0 {
		return all, nil
	}
	list, errs := lint.ReadDecisions(s.name, data)
	for _, d := range list {
		all[d.Key] = d
	}
	s.broken = len(errs) > 0
	return all, errs
}

// tell says faults of the file that are new.
func (s *decisionStore) tell(a *app, errs []error) {
	told := map[string]bool{}
	for _, err := range errs {
		told[err.Error()] = true
		if !s.faults[err.Error()] {
			a.trouble(err)
		}
	}
	s.faults = told
	s.broken = len(errs) > 0
}

// put keeps decisions, and forgets those of the keys, and writes the file. What others
// have written into it in the meantime stays.
func (s *decisionStore) put(decisions []lint.Decision, forget []string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	data, err := readIfThere(s.name, lint.MostDecisionBytes)
	if err != nil {
		return err
	}
	if !bytes.Equal(data, s.read) {
		theirs, errs := s.take(data)
		if len(errs) == 0 {
			s.all = theirs
		}
	}
	if s.broken {
		return errBroken
	}
	now := maps.Clone(s.all)
	for _, d := range decisions {
		now[d.Key] = d
	}
	for _, key := range forget {
		delete(now, key)
	}
	var b bytes.Buffer
	if err := lint.WriteDecisions(&b, slices.Collect(maps.Values(now))); err != nil {
		return err
	}
	if b.Len() > lint.MostDecisionBytes {
		return errBroken
	}
	if err := replaceFile(s.name, func(w io.Writer) error {
		_, err := w.Write(b.Bytes())
		return err
	}); err != nil {
		return err
	}
	s.all, s.read = now, b.Bytes()
	s.version++
	return nil
}

// write writes the decisions as a file of them.
func (s *decisionStore) write(w io.Writer) error {
	s.mu.Lock()
	all := slices.Collect(maps.Values(s.all))
	s.mu.Unlock()
	return lint.WriteDecisions(w, all)
}

func (s *decisionStore) number() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.version
}

// asked is what the page sends: a file of decisions, and keys of those to forget.
type asked struct {
	Decisions json.RawMessage `json:"decisions"`
	Forget    []string        `json:"forget"`
}

// readAsked reads what the page sends.
func readAsked(body []byte) ([]lint.Decision, []string, error) {
	var in asked
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return nil, nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, errors.New("more than one value")
	}
	all, errs := lint.ReadDecisions("decisions", in.Decisions)
	return all, in.Forget, errors.Join(errs...)
}
