package lint

import "strings"

// Decided is a decision and what has become of its finding.
type Decided struct {
	Decision
	Finding *Finding // nil when it was not found
	// Gone says that the run has looked for the finding and not found it.
	Gone bool
}

// MatchDecisions finds the findings that the decisions are about among all those
// that [Run] returned, whose order in found it keeps pointers to. A decision that was
// made where steps are named from another folder ("path/1-start" for "1-start") is
// about the same finding.
func MatchDecisions(all []Decision, found []Finding, s Scope) []Decided {
	out := make([]Decided, len(all))
	byKey := make(map[string]int, len(found))
	byCheck := map[string][]int{}
	for i := range found {
		byKey[found[i].Key()] = i
		byCheck[found[i].Check.Name] = append(byCheck[found[i].Check.Name], i)
	}
	look := newLook(s)
	for k, d := range all {
		out[k].Decision = d
		i, ok := byKey[d.Key]
		if !ok {
			i, ok = elsewhere(d, found, byCheck[d.Check])
		}
		if ok {
			out[k].Finding = &found[i]
			continue
		}
		out[k].Gone = look.judges(look.named(d.Step), d.Check)
	}
	return out
}

// elsewhere returns the only finding that the decision is about if its step is named
// from another folder.
func elsewhere(d Decision, found []Finding, candidates []int) (at int, ok bool) {
	for _, i := range candidates {
		f := &found[i]
		if f.Step == d.Step || !sameStep(f.Step, d.Step) || keyOf(d.Check, d.Step, unitID(f.Unit), f.ordinal+1) != d.Key {
			continue
		}
		if ok {
			return 0, false // of two steps neither is meant for sure
		}
		at, ok = i, true
	}
	return at, ok
}

// sameStep reports whether the names may be those of one step from two folders.
func sameStep(a, b string) bool {
	return a == b || strings.HasSuffix(a, "/"+b) || strings.HasSuffix(b, "/"+a)
}

// named returns the name that a step has in the run, or the name itself.
func (l *look) named(step string) string {
	l.all()
	if l.loaded[step] != nil || l.exist[step] {
		return step
	}
	name := step
	for other := range l.exist {
		if sameStep(other, step) {
			if name != step {
				return step // two of them
			}
			name = other
		}
	}
	return name
}

// Accept returns the baseline that accepts the findings of the decisions to accept,
// too, with their reasons and names, and the number of entries that it has got. What
// was accepted already keeps its last day unless it is over. The match must be of the
// findings that the decisions were matched with.
func (b *Baseline) Accept(m *Match, decisions []Decided, today string) (*Baseline, int) {
	out := &Baseline{File: b.File, Entries: append([]Entry(nil), b.Entries...)}
	entryOf := make(map[*Finding]int, len(m.Of))
	for i, f := range m.Of {
		if f != nil {
			entryOf[f] = i
		}
	}
	added := 0
	for _, d := range decisions {
		if d.Kind != Accept || d.Finding == nil {
			continue
		}
		i, ok := entryOf[d.Finding]
		if !ok {
			i = len(out.Entries)
			entryOf[d.Finding] = i
			out.Entries = append(out.Entries, NewEntry(*d.Finding))
			added++
		}
		e := &out.Entries[i]
		now := NewEntry(*d.Finding)
		now.Until, now.By, now.Reason, now.Span = e.Until, e.By, e.Reason, e.Span
		if e.expired(today) {
			now.Until = ""
		}
		if name, note := oneLine(d.Name), oneLine(d.Note); name != "" || note != "" {
			now.By, now.Reason = name, note
		}
		*e = now
	}
	return out, added
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
