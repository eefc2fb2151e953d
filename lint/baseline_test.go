package lint_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

var baselineChecks = []*lint.Check{firstWords, noPairs}

// accept returns a baseline of everything that is found in the corpus, as it is
// read back from its file.
func accept(t *testing.T, c *corpus.Corpus, reason string) *lint.Baseline {
	t.Helper()
	b := new(lint.Baseline)
	for _, f := range lint.Run(context.Background(), c, baselineChecks, lint.Options{Jobs: 1}) {
		e := lint.NewEntry(f)
		e.Reason = reason
		b.Put(e)
	}
	return reread(t, b)
}

func reread(t *testing.T, b *lint.Baseline) *lint.Baseline {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	again, errs := lint.ReadBaseline("b", out.Bytes(), []string{"first-word", "a-pair"})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return again
}

// match returns what a run over the corpus makes of the baseline, with the
// findings that are new and the entries that match nothing as text.
func match(t *testing.T, b *lint.Baseline, c *corpus.Corpus) (m *lint.Match, fresh, stale string) {
	t.Helper()
	found := lint.Run(context.Background(), c, baselineChecks, lint.Options{Jobs: 1})
	m = b.Match(found, lint.Scope{
		Corpus: c, Checks: baselineChecks, Today: "2026-12-01",
		Steps: func() []string { return corpus.Steps(c.Config) },
	})
	var s strings.Builder
	for _, i := range m.Stale {
		fmt.Fprintf(&s, "%s %s: %s\n", b.Entries[i].Step, b.Entries[i].Check, b.Entries[i].Text)
	}
	return m, list(m.New, "en"), s.String()
}

func TestBaselineMatch(t *testing.T) {
	const twice = "Kylvän siemenet\n\nMaa on lämmin.\n\nMaa on lämmin.\n"
	for _, tt := range []struct {
		name          string
		cfg           *corpus.Config
		before, after []string
		paths         []string // of the second run
		fresh, stale  string
	}{
		{name: "nothing new", before: []string{"a.fi.txt", fi, "a.sv.txt", sv}},
		{
			name: "moved and one more", before: []string{"a.fi.txt", fi},
			after: []string{"a.fi.txt", "Kylvän siemenet\n\nUusi rivi.\n\nMaa  on lämmin.\n"},
			fresh: "a a.fi.txt:3:1 warning first-word: word Uusi\n",
		},
		{
			name: "a third of the same kind", before: []string{"a.fi.txt", twice},
			after: []string{"a.fi.txt", twice + "\nMaa on lämmin.\n"},
			fresh: "a a.fi.txt:7:1 warning first-word: word Maa\n",
		},
		{
			name: "one of two is gone", before: []string{"a.fi.txt", twice},
			after: []string{"a.fi.txt", fi},
			stale: "a first-word: Maa on lämmin.\n",
		},
		{
			name: "renamed", before: []string{"a.fi.txt", twice, "b.fi.txt", fi},
			after: []string{"a.fi.txt", "", "uusi.fi.txt", twice + "\nUusi.\n"},
			fresh: "uusi uusi.fi.txt:7:1 warning first-word: word Uusi\n",
		},
		{
			// The document it was copied from still has its entries.
			name: "copied", before: []string{"a.fi.txt", "Kylvän siemenet\n"},
			after: []string{"kopio.fi.txt", "Kylvän siemenet\n"},
			fresh: "kopio kopio.fi.txt:1:1 warning first-word: word Kylvän\n",
		},
		{
			name: "copied, the copy alone", before: []string{"a.fi.txt", "Kylvän siemenet\n"},
			after: []string{"kopio.fi.txt", "Kylvän siemenet\n"}, paths: []string{"kopio.fi.txt"},
			fresh: "kopio kopio.fi.txt:1:1 warning first-word: word Kylvän\n",
		},
		{
			// b is known: what is new in it does not come from a.
			name: "gone, and the same text new in a step that is known", before: []string{"a.fi.txt", fi, "b.fi.txt", "Kastelen\n"},
			after: []string{"a.fi.txt", "", "b.fi.txt", "Kastelen\n\nMaa on lämmin.\n"},
			fresh: "b b.fi.txt:3:1 warning first-word: word Maa\n",
			stale: "a first-word: Kylvän siemenet\na first-word: Maa on lämmin.\n",
		},
		{
			name: "of two renamed steps each has its own", before: []string{"a.fi.txt", "Kylvän siemenet\n", "b.fi.txt", "Kylvän siemenet\n"},
			after: []string{"a.fi.txt", "", "b.fi.txt", "", "c.fi.txt", "Kylvän siemenet\n", "d.fi.txt", "Kylvän siemenet\n", "e.fi.txt", "Kylvän siemenet\n"},
			fresh: "e e.fi.txt:1:1 warning first-word: word Kylvän\n",
		},
		{
			name: "not looked at", before: []string{"a.fi.txt", fi, "b.fi.txt", fi}, paths: []string{"a.fi.txt"},
		},
		{
			name: "a pair that lost one of its texts", before: []string{"a.fi.txt", fi, "a.sv.txt", sv},
			after: []string{"a.sv.txt", ""},
			stale: "a first-word: Jag sår frön\na first-word: Jorden är varm.\n",
		},
		{
			name: "switched off", cfg: &corpus.Config{Severities: map[string]string{"first-word": "off"}},
			before: []string{"a.fi.txt", fi}, after: []string{"a.fi.txt", "Muuta\n"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := accept(t, folder(t, nil, tt.before...), "")
			for i := 0; i < len(tt.after); i += 2 {
				if tt.after[i+1] == "" {
					if err := os.Remove(tt.after[i]); err != nil {
						t.Fatal(err)
					}
				} else if err := os.WriteFile(tt.after[i], []byte(tt.after[i+1]), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			c, errs := corpus.Load(context.Background(), corpus.Discover(tt.paths, tt.cfg), tt.cfg, 1)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			_, fresh, stale := match(t, b, c)
			if d := cmp.Diff(tt.fresh, fresh); d != "" {
				t.Errorf("new (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.stale, stale); d != "" {
				t.Errorf("stale (-want +got):\n%s", d)
			}
		})
	}
}

// TestBaselineUpdate checks what becomes of reasons and last days.
func TestBaselineUpdate(t *testing.T) {
	c := folder(t, nil, "a.fi.txt", "Kylvän\n\nKastelen.\n\nKitken.\n", "b.fi.txt", "Muu.\n")
	b := accept(t, c, "vanha")
	b.Entries[0].Until = "2027-01-01" // Kastelen.
	b.Entries[1].Until = "2026-11-30" // Kitken.
	b = reread(t, b)
	c = folder(t, nil, "a.fi.txt", "Harvennan\n\nKastelen.\n\nKitken.\n", "b.fi.txt", "Muu.\n")
	m, _, _ := match(t, b, c)
	if len(m.Known) != 2 || len(m.Expired) != 1 {
		t.Errorf("%d known, %d expired", len(m.Known), len(m.Expired))
	}
	now := b.Update(m, lint.Entry{By: "Maija", Until: "2028-01-01"}, "2026-12-01")
	want := []lint.Entry{
		{Step: "a", Check: "first-word", Text: "Harvennan", Number: 1, By: "Maija", Until: "2028-01-01"},
		{Step: "a", Check: "first-word", Text: "Kastelen.", Number: 1, Until: "2027-01-01", Reason: "vanha"},
		{Step: "a", Check: "first-word", Text: "Kitken.", Number: 1, By: "Maija", Until: "2028-01-01", Reason: "vanha"},
		{Step: "b", Check: "first-word", Text: "Muu.", Number: 1, Reason: "vanha"},
	}
	loose := cmpopts.IgnoreFields(lint.Entry{}, "Span", "Unit")
	if d := cmp.Diff(want, reread(t, now).Entries, loose); d != "" {
		t.Errorf("after Update (-want +got):\n%s", d)
	}
	want = []lint.Entry{want[1], {Step: "a", Check: "first-word", Text: "Kitken.", Number: 1, Until: "2026-11-30", Reason: "vanha"}, want[3]}
	if d := cmp.Diff(want, reread(t, b.Prune(m)).Entries, loose); d != "" {
		t.Errorf("after Prune (-want +got):\n%s", d)
	}
}

func TestBaselinePut(t *testing.T) {
	a := lint.Entry{Step: "a", Check: "first-word", Text: "Kylvän", Unit: "0123456789abcdef", Number: 1}
	b, again := a, a
	b.Number, again.Reason, again.By = 2, "#12 \"sovittu\"\tyhdessä", "Maija"
	var list lint.Baseline
	for _, e := range []lint.Entry{a, b, again} {
		list.Put(e)
	}
	if d := cmp.Diff([]lint.Entry{again, b}, reread(t, &list).Entries, cmpopts.IgnoreFields(lint.Entry{}, "Span")); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if a.Key() != again.Key() || a.Key() == b.Key() {
		t.Error("a key depends on the reason, or not on the number")
	}
}

// FuzzReadBaseline: no bytes panic, errors have places in the file and in order,
// and what was read is the same after it is written.
func FuzzReadBaseline(f *testing.F) {
	f.Add("# steplint baseline v1\n# step\tcheck\ttext\tunit\tuntil\tby\treason\na\ta-pair\tx\t0123456789abcdef/2\t2027-01-31\tMaija\tsyy\n")
	f.Add("\uFEFF# steplint baseline v1\r\n\"#\\ta\"\ta-pair\t\"\\\"x\\xff\"\t0123456789abcdef\r\n<<<<<<< a\n=======\n>>>>>>> b\n")
	f.Add("# steplint baseline v1\n\ta-pair\t\t0123456789abcdef\t\t\t\" \"\n=\ta-pair\t\t0123456789abcdef\n#\ta-pair\t\t0123456789abcdef")
	f.Add("# steplint baseline v2\n")
	f.Fuzz(func(t *testing.T, data string) {
		b, errs := lint.ReadBaseline("b", []byte(data), []string{"first-word", "a-pair"})
		file := parser.NewFile("b", data)
		last := 0
		for _, err := range errs {
			var e *parser.Error
			if !errors.As(err, &e) || e.Line < last || e.Line > file.LineOf(len(data)) || e.Column < 1 {
				t.Fatalf("%v after line %d", err, last)
			}
			last = e.Line
		}
		keys := map[string]bool{}
		for _, e := range b.Entries {
			if keys[e.Key()] || e.Span.Empty() || e.Span.End > len(data) {
				t.Fatalf("entry %+v", e)
			}
			keys[e.Key()] = true
		}
		again := reread(t, b)
		if len(again.Entries) != len(b.Entries) {
			t.Fatalf("%d entries, %d read again", len(b.Entries), len(again.Entries))
		}
		less := func(x, y lint.Entry) bool { return x.Key() < y.Key() }
		if d := cmp.Diff(b.Entries, again.Entries, cmpopts.SortSlices(less), cmpopts.IgnoreFields(lint.Entry{}, "Span")); d != "" {
			t.Errorf("(-before +after):\n%s", d)
		}
		var once, twice bytes.Buffer
		if err := errors.Join(b.Write(&once), again.Write(&twice)); err != nil || once.String() != twice.String() {
			t.Errorf("written %q, then %q: %v", once.String(), twice.String(), err)
		}
	})
}
