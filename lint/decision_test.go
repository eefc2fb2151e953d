package lint_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

const someKey = "0123456789abcdef0123456789abcdef"

// A fault is told where it stands, and every decision without one holds.
func TestReadDecisionsFaults(t *testing.T) {
	const head = `{"schema":"steplint/decisions/v1","decisions":[`
	one := `{"key":"` + someKey + `","check":"c","step":"s","decision":"accept"}`
	tests := map[string]struct {
		src  string
		held int
		want []string
	}{
		"nothing":         {"", 0, []string{"1:1: this is no file of decisions"}},
		"a document":      {"Otsikko\n", 0, []string{"1:1: this is no file"}},
		"a list":          {"[]", 0, []string{"1:1: this is no file"}},
		"null":            {"null", 0, []string{"1:1: this is no file"}},
		"empty object":    {"{}", 0, []string{`1:1: "schema" is missing`, `1:1: "decisions" is missing`}},
		"byte order mark": {"\uFEFF" + head + one + "]}\r\n", 1, nil},
		"no UTF-8":        {head + "\xff]}", 0, []string{"1:48: the file is not UTF-8"}},
		"later schema":    {`{"schema":"steplint/decisions/v2","decisions":[` + one + `]}`, 0, []string{`1:11: expected the schema "steplint/decisions/v1"`}},
		"schema twice":    {`{"schema":"steplint/decisions/v1","schema":"steplint/decisions/v1","decisions":[]}`, 0, []string{`1:35: "schema" stands twice`}},
		"unknown key":     {head + "\n" + strings.Replace(one, `"step"`, `"stepp"`, 1) + "," + one + "]}", 1, []string{`2:55: unknown key "stepp"; did you mean "step"?`, `2:1: "step" is missing`}},
		"other kind":      {head + strings.Replace(one, "accept", "reject", 1) + "]}", 0, []string{`1:124: "reject" is none of accept`}},
		"short key":       {head + strings.Replace(one, "f0", "0", 1) + "]}", 0, []string{"1:55: expected the key of a finding"}},
		"null key":        {head + strings.Replace(one, `"`+someKey+`"`, "null", 1) + "]}", 0, []string{"1:55: expected a text in quotes"}},
		"decided twice":   {head + one + "," + one + "]}", 1, []string{"1:141: there is a decision about this finding already"}},
		"no list":         {`{"schema":"steplint/decisions/v1","decisions":{"a":1}}`, 0, []string{"1:47: expected a list in []"}},
		"no object":       {head + `[[1]],` + one + "]}", 1, []string{"1:48: expected an object in {}"}},
		"cut":             {head + one, 1, []string{"1:133: the file ends too early"}},
		"cut in a text":   {head + one[:40], 0, []string{"1:88: the file ends too early"}},
		"comma":           {head + one + ",]}", 1, []string{"1:134: the JSON is broken here"}},
		"more":            {head + one + "]} x", 1, []string{"1:136: something follows the end"}},
		"merge conflict":  {head + "\n<<<<<<< a\n" + one + "\n=======\n>>>>>>> b\n]}", 0, []string{"2:1: the merge left a conflict here"}},
		"long":            {head + strings.Repeat(" ", lint.MostDecisionBytes) + "]}", 0, []string{"1:1: larger than 16 MiB"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			all, errs := lint.ReadDecisions("d", []byte(test.src))
			if len(all) != test.held {
				t.Errorf("%d decisions hold, want %d", len(all), test.held)
			}
			if len(errs) != len(test.want) {
				t.Fatalf("%v, want %q", errs, test.want)
			}
			for i, err := range errs {
				if !strings.HasPrefix(err.Error(), "d:"+test.want[i]) {
					t.Errorf("%v, want %s", err, test.want[i])
				}
			}
		})
	}
}

// The finding of a decision is found under its key, under a step that is named from
// another folder, and not in a step that only looks like it.
func TestMatchDecisions(t *testing.T) {
	double := &lint.Check{Name: "double-space", Severity: lint.Error, Document: func(p *lint.Pass, d *parser.Document) {
		if i := strings.Index(d.Src, "  "); i >= 0 {
			p.Report(lint.Finding{File: d.File, Span: parser.Span{Start: i, End: i + 2}, Msg: lint.Msg{"x", "x", "x"}})
		}
	}}
	checks := []*lint.Check{double}
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{
		"polku/a.fi.txt": "Yksi  kaksi kolme.\n", "polku/a.sv.txt": "Ett två tre.\n",
		"muu/a.fi.txt": "Neljä  viisi kuusi.\n", "muu/a.sv.txt": "Fyra fem sex.\n",
	} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	run := func(cfg *corpus.Config, paths ...string) ([]lint.Finding, lint.Scope) {
		c, errs := corpus.Load(context.Background(), corpus.Discover(paths, cfg), cfg, 1)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		return lint.Run(context.Background(), c, checks, lint.Options{}), lint.Scope{Corpus: c, Checks: checks, Steps: func() []string { return corpus.Steps(cfg) }}
	}
	found, scope := run(nil, ".")
	if len(found) != 2 {
		t.Fatalf("%d findings", len(found))
	}
	decide := func(f lint.Finding) lint.Decision {
		return lint.Decision{Key: f.Key(), Check: f.Check.Name, Step: f.Step, Kind: lint.Accept, Note: "syy", Name: "Aino"}
	}
	lost := decide(found[0])
	lost.Key = someKey
	decisions := []lint.Decision{decide(found[1]), decide(found[0]), lost}
	for _, d := range lint.MatchDecisions(decisions[:2], found, scope) {
		if d.Finding == nil || d.Finding.Key() != d.Key || d.Gone {
			t.Errorf("in the same run: %+v", d)
		}
	}
	// The same decisions, with steps named from the folder "polku", of which alone the
	// documents are looked at.
	found, scope = run(&corpus.Config{Dir: dir + "/polku"}, "polku")
	got := lint.MatchDecisions(decisions, found, scope)
	if got[0].Finding != &found[0] || found[0].Step != "a" {
		t.Errorf("from another folder: %+v", got[0])
	}
	if got[1].Finding != nil {
		t.Errorf("another step: %+v", got[1])
	}
	if got[2].Finding != nil || !got[2].Gone {
		t.Errorf("lost: %+v", got[2])
	}
	b := &lint.Baseline{Entries: []lint.Entry{{Step: "z", Check: "double-space", Unit: "0123456789abcdef", Number: 1}}}
	m := b.Match(found, scope)
	accepted, added := b.Accept(m, got, "2026-01-01")
	if added != 1 || len(accepted.Entries) != 2 || accepted.Entries[1].By != "Aino" || accepted.Entries[1].Reason != "syy" || accepted.Entries[1].Key() != found[0].Key() {
		t.Errorf("accepted: %+v", accepted.Entries)
	}
	// An entry that is over holds again when the finding is accepted anew.
	accepted.Entries[1].Until = "2026-06-01"
	again, added := accepted.Accept(accepted.Match(found, scope), got, "2026-12-01")
	if added != 0 || len(again.Entries) != 2 || again.Entries[1].Until != "" {
		t.Errorf("accepted again: %+v", again.Entries)
	}
}

// FuzzReadDecisions: no bytes panic, errors have places in the file, and what was read
// is the same after it is written.
func FuzzReadDecisions(f *testing.F) {
	const head = `{"schema":"steplint/decisions/v1","decisions":[`
	one := `{"key":"` + someKey + `","check":"c","step":"s\u0000\u2028","unit":"\ud800 x","decision":"will-fix","note":"<\n>","name":"Å"}`
	f.Add(head + one + "]}")
	f.Add("\uFEFF" + head + "\n<<<<<<< a\r\n" + one + ",{}")
	f.Add(head + `{"key":1,"key":[{}],"x":{"y":null}},` + one + "," + one)
	f.Add(`{"decisions":[],"schema":"","schema":7}`)
	f.Fuzz(func(t *testing.T, data string) {
		all, errs := lint.ReadDecisions("d", []byte(data))
		file := parser.NewFile("d", data)
		for _, err := range errs {
			var e *parser.Error
			if !errors.As(err, &e) || e.Line < 1 || e.Line > file.LineOf(len(data)) || e.Column < 1 {
				t.Fatalf("%v", err)
			}
		}
		keys := map[string]bool{}
		for _, d := range all {
			if keys[d.Key] || len(d.Key) != 32 || !strings.HasPrefix(data[d.Span.Start:], "{") || data[d.Span.End-1] != '}' {
				t.Fatalf("decision %+v", d)
			}
			keys[d.Key] = true
		}
		var once, twice bytes.Buffer
		if err := lint.WriteDecisions(&once, all); err != nil {
			t.Fatal(err)
		}
		again, errs := lint.ReadDecisions("d", once.Bytes())
		if len(errs) > 0 {
			t.Fatalf("%q: %v", once.String(), errs)
		}
		byKey := cmpopts.SortSlices(func(x, y lint.Decision) bool { return x.Key < y.Key })
		if d := cmp.Diff(all, again, byKey, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(lint.Decision{}, "File", "Span")); d != "" {
			t.Errorf("(-before +after):\n%s", d)
		}
		if err := lint.WriteDecisions(&twice, again); err != nil || once.String() != twice.String() {
			t.Errorf("written %q, then %q: %v", once.String(), twice.String(), err)
		}
	})
}
