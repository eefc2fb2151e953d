package lint

// Update returns the baseline that accepts all findings of the run that m is of.
// Entries that match one of them keep their reason, and their last day unless it
// is over; they move to the new name of their step. What the run did not look for
// stays, entries that match nothing go. New entries, and those that had expired,
// are as in added: By, Reason and Until are taken, unless they are empty.
func (b *Baseline) Update(m *Match, added Entry, today string) *Baseline {
	out := b.Prune(m)
	have := make(map[string]int, len(out.Entries))
	for i, e := range out.Entries {
		have[e.Key()] = i
	}
	for _, f := range m.New {
		i, ok := have[f.Key()]
		if !ok {
			e := NewEntry(f)
			e.By, e.Reason, e.Until = added.By, added.Reason, added.Until
			have[f.Key()] = len(out.Entries)
			out.Entries = append(out.Entries, e)
			continue
		}
		if e := &out.Entries[i]; e.expired(today) {
			e.Until = added.Until
			if added.By != "" {
				e.By = added.By
			}
			if added.Reason != "" {
				e.Reason = added.Reason
			}
		}
	}
	return out
}

// Prune returns the baseline without the entries that match nothing. Those that
// have expired stay as long as they match; all move to the new name of their
// step.
func (b *Baseline) Prune(m *Match) *Baseline {
	stale := make(map[int]bool, len(m.Stale))
	for _, i := range m.Stale {
		stale[i] = true
	}
	out := &Baseline{File: b.File}
	for i, e := range b.Entries {
		if stale[i] {
			continue
		}
		if f := m.Of[i]; f != nil {
			now := NewEntry(*f)
			now.By, now.Reason, now.Until, now.Span = e.By, e.Reason, e.Until, e.Span
			e = now
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

// UnusedBaseline is the check of the findings that [Baseline.Unused] returns. It
// is no part of a suite: entries are judged when all else has been.
var UnusedBaseline = &Check{Name: "unused-baseline", Severity: Error}

// Unused returns a finding for each entry that matches nothing, at its line of
// the file.
func (b *Baseline) Unused(m *Match) []Finding {
	var out []Finding
	for _, i := range m.Stale {
		e := b.Entries[i]
		out = append(out, Finding{
			Check: UnusedBaseline, Severity: UnusedBaseline.Severity, Step: e.Step,
			File: b.File, Span: e.Span, Unit: b.File.Text(e.Span),
			Msg: Msg{
				"no finding of %s in step %s matches this any more; “steplint baseline prune” removes it",
				"tämä ei enää vastaa mitään löydöstä (%s, askel %s); ”steplint baseline prune” poistaa sen",
				"inget fynd av %s i steget %s motsvarar detta längre; ”steplint baseline prune” tar bort det",
			},
			Args: []any{e.Check, e.Step},
		})
	}
	return out
}
