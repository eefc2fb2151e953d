package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// From the page to the next check: what was accepted in the browser, and nothing else,
// is silent once the saved decisions are applied.
func TestDecisionsRoundTrip(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "path")
	if err := os.CopyFS(dir, os.DirFS("../../testdata/path")); err != nil {
		t.Fatal(err)
	}
	before := keysIn(t, dir)
	b := newTab(t)
	b.open(pageFor(t, dir))
	accept := func(reason string) {
		b.press("j", "a")
		b.do(chromedp.WaitVisible("#ask"), chromedp.KeyEvent(reason+kb.Tab+"Åsa"+kb.Enter), chromedp.WaitNotVisible("#ask"))
	}
	accept("<b>oikein</b> “näin”")
	b.press("j", "f")
	accept("")
	b.press("j", "q")
	b.do(chromedp.WaitVisible("#ask"), chromedp.KeyEvent("miksi?"+kb.Enter), chromedp.WaitNotVisible("#ask"))
	b.do(chromedp.Click("#export"))
	decided := decisionsIn(t, b.downloads)

	var out bytes.Buffer
	file := filepath.Join(b.downloads, "steplint-decisions.json")
	if status := run([]string{"decisions", "apply", file, dir}, &out, os.Stderr); status != exitClean {
		t.Fatalf("apply: exit status %d", status)
	}
	if !bytes.Contains(out.Bytes(), []byte("Åsa: miksi?")) {
		t.Errorf("questions: %s", out.Bytes())
	}
	want := slices.Clone(before)
	for _, d := range decided {
		if d["decision"] == "accept" {
			want = slices.DeleteFunc(want, func(key string) bool { return key == d["key"] })
		}
	}
	if len(want) != len(before)-2 {
		t.Fatalf("of %d findings %d are not accepted", len(before), len(want))
	}
	// The baseline names steps from its own folder, and keys hold the names of steps.
	if got := keysIn(t, dir, "--baseline", "off"); !slices.Equal(got, before) {
		t.Errorf("without the baseline %q, before %q", got, before)
	}
	now := findingsIn(t, dir)
	all := findingsIn(t, dir, "--baseline", "off")
	var silent, accepted []string
	for _, f := range all {
		if !slices.Contains(now, f) {
			silent = append(silent, f)
		}
	}
	for i, key := range before {
		if !slices.Contains(want, key) {
			accepted = append(accepted, all[i])
		}
	}
	if !slices.Equal(silent, accepted) {
		t.Errorf("silent: %q, accepted: %q", silent, accepted)
	}
	known, err := os.ReadFile(filepath.Join(dir, "steplint.baseline"))
	if err != nil || !bytes.Contains(known, []byte("\tÅsa\t<b>oikein</b> “näin”\n")) {
		t.Errorf("baseline: %s, %v", known, err)
	}
	b.quiet()
}

// found is a report in JSON.
type found struct {
	Findings []struct {
		Key, Path, Message     string
		StartLine, StartColumn int
	}
}

func checked(t *testing.T, args ...string) (r found) {
	t.Helper()
	var out bytes.Buffer
	if status := run(append([]string{"check", "--format", "json"}, args...), &out, io.Discard); status == exitTrouble {
		t.Fatalf("exit status %d", status)
	}
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// keysIn returns the keys of what is found, in the order of the report.
func keysIn(t *testing.T, args ...string) (keys []string) {
	t.Helper()
	for _, f := range checked(t, args...).Findings {
		keys = append(keys, f.Key)
	}
	return keys
}

// findingsIn returns what is found and where, in the order of the report.
func findingsIn(t *testing.T, args ...string) (all []string) {
	t.Helper()
	for _, f := range checked(t, args...).Findings {
		all = append(all, f.Path+" "+f.Message)
	}
	return all
}
