package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The page of our path, from a file and by keyboard alone: every finding is come to,
// three are decided, and the decisions are saved.
func TestPageByKeyboard(t *testing.T) {
	b := newTab(t)
	b.open(pageFor(t, "../../testdata/path"))
	const current = `document.querySelector(".note.current")?.id ?? ""`
	var seen []string
	for {
		b.press("j")
		id := eval[string](b, current)
		if slices.Contains(seen, id) {
			break
		}
		seen = append(seen, id)
		if !eval[bool](b, `document.activeElement.classList.contains("current")`) {
			t.Fatalf("%s is current and has not the focus", id)
		}
		switch len(seen) {
		case 1:
			b.press("a")
			b.do(chromedp.WaitVisible("#ask"), chromedp.KeyEvent("on oikein"+kb.Tab+"Aino"+kb.Enter), chromedp.WaitNotVisible("#ask"))
		case 2:
			b.press("f")
		case 3:
			b.press("q")
			b.do(chromedp.WaitVisible("#ask"), chromedp.KeyEvent("miksi?"+kb.Enter), chromedp.WaitNotVisible("#ask"))
		}
	}
	if len(seen) != 8 {
		t.Errorf("%d findings come to, want 8: %q", len(seen), seen)
	}
	if got := eval[string](b, `document.getElementById("progress").textContent`); got != "8 of 8 looked at" {
		t.Errorf("progress says %q", got)
	}
	for eval[string](b, `document.activeElement.id`) != "export" {
		b.press(kb.Tab)
	}
	b.press(kb.Enter)
	eval[bool](b, `new Promise(done => { const look = () => document.getElementById("said").textContent.includes("file") ? done(true) : setTimeout(look, 20); look(); })`)
	saved := decisionsIn(t, b.downloads)
	var got []string
	for _, d := range saved {
		got = append(got, d["decision"]+" "+d["note"]+" "+d["name"])
	}
	slices.Sort(got)
	if want := []string{"accept on oikein Aino", "question miksi? Aino", "will-fix  Aino"}; !slices.Equal(got, want) {
		t.Errorf("saved decisions %q, want %q", got, want)
	}
	b.quiet()
}

// decisionsIn reads the file of decisions that the browser saved.
func decisionsIn(t *testing.T, folder string) []map[string]string {
	t.Helper()
	name := filepath.Join(folder, "steplint-decisions.json")
	for t.Context().Err() == nil {
		if _, err := os.Stat(name); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond) // the browser is still writing
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Schema    string              `json:"schema"`
		Decisions []map[string]string `json:"decisions"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if file.Schema != "steplint/decisions/v1" {
		t.Errorf("schema %q", file.Schema)
	}
	return file.Decisions
}

// Nothing that documents or file names hold runs in the page or makes an element.
func TestPageHostile(t *testing.T) {
	dir := t.TempDir()
	const trap = `<img src=x onerror="window.trap=1"></script><script>window.trap=1</script><a href="javascript:window.trap=1">x</a>` + "\u202E\u2066"
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a<img onerror=trap=1 src=x>&quot;'.fi.txt", "Otsikko "+trap+"\n\nVuonna 2024 "+trap+" korjattiin pyörä.\n\n • yksi\n   kaksi\n")
	write("a<img onerror=trap=1 src=x>&quot;'.sv.txt", "Rubrik "+trap+"\n\nÅr 2023 "+trap+" reparerades cykeln.\n\n • ett\n • två\n")
	write("b.fi.txt", "Otsikko\n\n"+strings.Repeat("pitkä rivi ", 100_000)+"\n")
	write("b.sv.txt", "Rubrik\n\n"+strings.Repeat("långrad", 150_000)+"\n")
	b := newTab(t)
	b.open(pageFor(t, dir))
	for range 2 {
		b.press("n")
		if got := eval[bool](b, `window.trap === undefined && !document.querySelector("main img, main a, main script, #main [onerror]")`); !got {
			t.Error("a document became more than text")
		}
		if got := eval[float64](b, `document.documentElement.scrollWidth - innerWidth`); got > 0 {
			t.Errorf("the page is %v pixels wider than the window", got)
		}
	}
	if got := eval[bool](b, `/[\u202A-\u202E\u2066-\u2069]/.test(document.body.innerText)`); got {
		t.Error("the page holds a character that turns the direction of writing")
	}
	b.press("p", "j", "m")
	b.do(chromedp.WaitVisible("#manual"))
	b.quiet()
}

// The page keeps the rules of WCAG 2.2 AA that axe-core knows, light and dark, wide and
// narrow, in every view.
func TestPageAccessible(t *testing.T) {
	axe, err := os.ReadFile("../../.bin/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Skip("no axe-core in .bin: npm install --prefix .bin axe-core")
	}
	b := newTab(t)
	file := pageFor(t, "../../testdata/path")
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1400, 380} {
			b.do(chromedp.EmulateViewport(width, 900))
			call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
			b.open(file)
			eval[bool](b, string(axe)+"; true")
			for _, keys := range [][]string{{}, {"j"}, {"m"}, {kb.Escape, "?"}, {kb.Escape, "a"}} {
				b.press(keys...)
				for _, v := range violations(b) {
					t.Errorf("%s, %d pixels, after %q: %s", scheme, width, keys, v)
				}
			}
			b.press(kb.Escape)
		}
	}
	b.quiet()
}

// violations returns what axe finds in the page as it stands.
func violations(b *tab) []string {
	b.t.Helper()
	return eval[[]string](b, `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
		r.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("; ")))`)
}
