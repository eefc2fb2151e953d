// Package linttest runs checks over the archives that are their manual pages.
package linttest

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/steplint/steplint/corpus"
	"github.com/steplint/steplint/lint"
)

var update = flag.Bool("update", false, "rewrite the want and fixed parts of the archives")

// escapes name the characters that a page cannot show.
var escapes = strings.NewReplacer(
	"<NBSP>", "\u00A0", "<NNBSP>", "\u202F", "<ZWSP>", "\u200B", "<SHY>", "\u00AD",
	"<CR>", "\r", "<END>\n", "",
)

var unescapes = strings.NewReplacer(
	"\u00A0", "<NBSP>", "\u202F", "<NNBSP>", "\u200B", "<ZWSP>", "\u00AD", "<SHY>", "\r", "<CR>",
)

// Today is the day on which the archives are checked.
const Today = "2026-12-01"

// Run lays out the documents of the archive in a folder of its own, applies the
// suite to them and compares its findings with the part named want: all of them,
// so that a page shows that one cause gives one finding. Then it applies the
// fixes of the check, the unsafe ones too, and compares with the parts named
// fixed/NAME; fixing again must change nothing.
//
// Documents named then/NAME are an earlier version: they are committed as NAME, and
// the others are what has been made of them. Without git the test is skipped.
//
// In the documents <NBSP>, <NNBSP>, <ZWSP>, <SHY> and <CR> stand for the
// characters of these names, and <END> at the end for no final newline.
func Run(t *testing.T, path string, suite []*lint.Check, check *lint.Check) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	path, err = filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	a := txtar.Parse(data)
	t.Chdir(t.TempDir())
	commitThen(t, a)
	for _, f := range a.Files {
		if f.Name == "want" || strings.HasPrefix(f.Name, then) || strings.HasPrefix(f.Name, "fixed/") {
			continue
		}
		write(t, f.Name, escapes.Replace(string(f.Data)))
	}
	found := findings(t, suite)
	got := []txtar.File{{Name: "want", Data: []byte(List(found))}}
	own := slices.DeleteFunc(slices.Clone(found), func(f lint.Finding) bool { return f.Check != check })
	if len(own) == 0 {
		t.Errorf("%s finds nothing on its own page", check.Name)
	}
	changes := lint.Apply(own, true)
	for _, c := range changes {
		if c.New != c.File.Src {
			got = append(got, txtar.File{Name: "fixed/" + c.File.Name, Data: []byte(show(c.New))})
			write(t, c.File.Name, c.New)
		}
	}
	again := slices.DeleteFunc(findings(t, suite), func(f lint.Finding) bool { return f.Check != check })
	for _, c := range lint.Apply(again, true) {
		if c.New != c.File.Src {
			t.Errorf("fixing %s again changes it once more", c.File.Name)
		}
	}
	compare(t, path, a, got)
}

// compare compares the results with the archive, or rewrites it with -update.
func compare(t *testing.T, path string, a *txtar.Archive, got []txtar.File) {
	t.Helper()
	isResult := func(f txtar.File) bool { return f.Name == "want" || strings.HasPrefix(f.Name, "fixed/") }
	if *update {
		a.Files = append(slices.DeleteFunc(a.Files, isResult), got...)
		if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := slices.DeleteFunc(slices.Clone(a.Files), func(f txtar.File) bool { return !isResult(f) })
	if d := cmp.Diff(text(want), text(got)); d != "" {
		t.Errorf("%s (-want +got, rewrite with -update):\n%s", filepath.Base(path), d)
	}
}

func text(files []txtar.File) string { return string(txtar.Format(&txtar.Archive{Files: files})) }

func show(s string) string {
	s = unescapes.Replace(s)
	if !strings.HasSuffix(s, "\n") {
		s += "<END>\n"
	}
	return s
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// findings applies the suite to the working directory.
func findings(t *testing.T, suite []*lint.Check) []lint.Finding {
	t.Helper()
	cfg := new(corpus.Config)
	if _, err := os.Stat(corpus.ConfigName); err == nil {
		var names []string
		for _, c := range suite {
			names = append(names, c.Name)
		}
		if cfg, err = corpus.LoadConfig(corpus.ConfigName, names); err != nil {
			t.Fatal(err)
		}
	}
	terms, errs := corpus.LoadTerms(cfg)
	for _, err := range errs {
		t.Error(err)
	}
	cfg.Terms = corpus.NewTerms(terms)
	list := corpus.Discover(nil, cfg)
	c, errs := corpus.Load(context.Background(), list, cfg, runtime.NumCPU())
	if _, err := os.Stat(".git"); err == nil {
		if c.Outdated, _, err = corpus.FindOutdated(context.Background(), c); err != nil {
			t.Error(err)
		}
	}
	for _, err := range slices.Concat(list.Errors, errs) {
		t.Error(err)
	}
	return lint.Run(context.Background(), c, suite, lint.Options{
		Jobs: runtime.NumCPU(), Today: Today,
		Steps: func() []string { return corpus.Steps(cfg) },
	})
}

// List returns the findings a line each, in English, each related place below
// the finding.
func List(found []lint.Finding) string {
	var b bytes.Buffer
	at := func(f *lint.Finding) string {
		p := f.File.Position(f.Span.Start)
		return fmt.Sprintf("%s:%d:%d", f.File.Name, p.Line, p.Column)
	}
	for i := range found {
		f := &found[i]
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", at(f), f.Severity, f.Text("en"), f.Check.Name)
		for _, r := range f.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", at(&lint.Finding{File: r.File, Span: r.Span}), r.Text("en"))
		}
	}
	return b.String()
}
