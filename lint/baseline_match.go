package lint

import (
	"github.com/steplint/steplint/corpus"
)

// Scope says what a run has looked at, so that an entry whose finding was not
// looked for does not count as one that matches nothing.
type Scope struct {
	Corpus *corpus.Corpus
	Checks []*Check
	// Today and Steps are those of Options.
	Today string
	Steps func() []string
}

// Match is how a baseline and the findings of a run go together.
type Match struct {
	New   []Finding // accepted by no entry that holds, in order
	Known []Finding // accepted, in order
	// Of holds for each of the baseline's entries its finding, nil when it matches
	// none.
	Of []*Finding
	// Expired and Stale are indices of entries: those whose last day is over, and
	// those that match no finding although the run has looked for it.
	Expired, Stale []int
}

// Match matches the entries with the findings of a run, which must be all that
// [Run] returned. An entry whose step is gone stands for a finding with the same
// check, text and number in a step that the baseline does not know: the step has
// got another name.
func (b *Baseline) Match(found []Finding, s Scope) *Match {
	m := &Match{Of: make([]*Finding, len(b.Entries))}
	byKey := make(map[string]int, len(b.Entries))
	steps := map[string]bool{}
	for i, e := range b.Entries {
		byKey[e.Key()] = i
		steps[e.Step] = true
	}
	entryOf := make([]int, len(found)) // by finding
	for i := range found {
		entryOf[i] = -1
		if k, ok := byKey[found[i].Key()]; ok && len(byKey) > 0 {
			entryOf[i], m.Of[k] = k, &found[i]
		}
	}
	look := newLook(s)
	b.followRenames(found, entryOf, m, steps, look)
	for i, e := range b.Entries {
		if e.expired(s.Today) {
			m.Expired = append(m.Expired, i)
		}
		if m.Of[i] == nil && look.judges(e.Step, e.Check) {
			m.Stale = append(m.Stale, i)
		}
	}
	for i, k := range entryOf {
		if k >= 0 && !b.Entries[k].expired(s.Today) {
			m.Known = append(m.Known, found[i])
		} else {
			m.New = append(m.New, found[i])
		}
	}
	return m
}

// followRenames gives the entries of steps that are gone to findings of steps
// without any entry.
func (b *Baseline) followRenames(found []Finding, entryOf []int, m *Match, known map[string]bool, look *look) {
	type what struct {
		check, unit string
		number      int
	}
	var free map[what][]int
	for i, e := range b.Entries {
		if m.Of[i] != nil || !look.gone(e.Step) {
			continue
		}
		if free == nil {
			free = map[what][]int{}
		}
		w := what{e.Check, e.Unit, e.Number}
		free[w] = append(free[w], i)
	}
	for i := range found {
		if free == nil {
			return
		}
		f := &found[i]
		if entryOf[i] >= 0 || known[f.Step] {
			continue
		}
		w := what{f.Check.Name, unitID(f.Unit), f.ordinal + 1}
		if list := free[w]; len(list) > 0 {
			entryOf[i], m.Of[list[0]] = list[0], f
			free[w] = list[1:]
		}
	}
}

// look knows what a run has looked at.
type look struct {
	Scope
	checks map[string]*Check
	loaded map[string]*looked // by step
	exist  map[string]bool    // steps; nil until asked for
	whole  bool               // all of them were looked at
}

// looked is a step that was looked at.
type looked struct {
	files []string
	pair  bool // as a pair
}

func newLook(s Scope) *look {
	l := &look{Scope: s, checks: map[string]*Check{}, loaded: map[string]*looked{}}
	for _, c := range s.Checks {
		l.checks[c.Name] = c
	}
	for _, p := range s.Corpus.Pairs {
		l.loaded[p.Step] = &looked{[]string{p.Source.Name, p.Target.Name}, !p.Unrelated()}
	}
	for _, u := range s.Corpus.Unpaired {
		l.loaded[u.Step] = &looked{[]string{u.Doc.Name}, false}
	}
	return l
}

// all finds out which steps there are.
func (l *look) all() {
	if l.exist != nil {
		return
	}
	l.exist = map[string]bool{}
	if l.Steps == nil {
		return
	}
	l.whole = true
	for _, step := range l.Steps() {
		l.exist[step] = true
		l.whole = l.whole && l.loaded[step] != nil
	}
}

// gone reports whether there is no such step.
func (l *look) gone(step string) bool {
	if l.loaded[step] != nil {
		return false
	}
	l.all()
	return !l.exist[step]
}

// judges reports whether the run has looked for the check's findings in all of the
// step.
func (l *look) judges(step, check string) bool {
	at := l.loaded[step]
	if at == nil {
		return l.Steps != nil && l.checks[check] != nil && l.gone(step)
	}
	for _, name := range at.files {
		if !l.judgesFile(step, name, check) {
			return false
		}
	}
	return true
}

// judgesFile reports whether the run has looked for the check's findings in a
// document of the step, which it has loaded.
func (l *look) judgesFile(step, file, name string) bool {
	check := l.checks[name]
	if check == nil || check.History && !l.Corpus.Dated || l.Corpus.Config.Severity(name, file) == "off" {
		return false
	}
	if check.Corpus != nil || check.Compares {
		l.all()
		return l.whole
	}
	return check.Pair == nil || l.loaded[step].pair
}
