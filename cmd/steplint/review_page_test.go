package main

import (
	"bytes"
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/steplint/steplint/lint"
)

// until waits until the expression is true in the page.
func (b *tab) until(expression string) {
	b.t.Helper()
	eval[bool](b, `new Promise(done => { const look = () => (`+expression+`) ? done(true) : setTimeout(look, 10); look(); })`)
}

// A document is saved while the page is in use: the page changes in place, and the
// finding at hand, the filters, the open dialog and what is written in it stay.
func TestReviewInPlace(t *testing.T) {
	dir := copied(t)
	b := newTab(t)
	b.do(chromedp.Navigate(startReview(t, dir)))
	const current = `document.querySelector(".note.current")?.id ?? ""`
	b.press("j")
	at := eval[string](b, current)
	eval[bool](b, `window.kept = 1, document.querySelector('[data-severity="1"]').click(), true`)
	b.press("a")
	b.do(chromedp.WaitVisible("#ask"), chromedp.KeyEvent("on oik"))

	// The finding at hand is repaired while it is decided on, and another one.
	editFile(t, filepath.Join(dir, "4-korjaus.fi.txt"), "Taso2)", "Taso 2)")
	editFile(t, filepath.Join(dir, "4-korjaus.sv.txt"), "sevar", "servar")
	b.until(`!document.querySelector("#texts").textContent.includes("sevar") && !document.querySelector("#texts").textContent.includes("Taso2)")`)
	if !eval[bool](b, `document.getElementById("ask").open && document.getElementById("note").value === "on oik" && window.kept === 1 && !document.querySelector('[data-severity="1"]').checked`) {
		t.Error("the dialog, what is written in it, the filter or the page itself is lost")
	}
	b.do(chromedp.KeyEvent("ein"+kb.Tab+"Aino"+kb.Enter), chromedp.WaitNotVisible("#ask"))

	// The finding was that of the title, which is repaired: the decision is told, not lost.
	name := filepath.Join(dir, "steplint.decisions")
	b.until(`document.getElementById("state").hidden`)
	saved := waitFor(t, name)
	if len(saved) != 1 || saved[0].Note != "on oikein" || saved[0].Name != "Aino" || "note-"+saved[0].Key != at {
		t.Errorf("saved %+v, at %s", saved, at)
	}
	b.press("h")
	b.until(`document.getElementById("main").textContent.includes("on oikein")`)

	// Somebody else decides in the file: the page shows it, where the user is. The page
	// scrolls on by nothing when text is put in above.
	b.press("j", "j", "j")
	at = eval[string](b, current)
	key := strings.TrimPrefix(at, "note-")
	top := eval[float64](b, `document.querySelector(".note.current").getBoundingClientRect().top`)
	f, err := os.Create(name + "~")
	if err != nil {
		t.Fatal(err)
	}
	if err := lint.WriteDecisions(f, []lint.Decision{{Key: key, Check: "x", Step: "4-korjaus", Kind: lint.Question, Note: "mitä Bo sanoo?"}}); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if err := os.Rename(name+"~", name); err != nil {
		t.Fatal(err)
	}
	b.until(`document.querySelector(".note.current").textContent.includes("mitä Bo sanoo?")`)
	editFile(t, filepath.Join(dir, "4-korjaus.fi.txt"), "\n\n", "\n\nUusi kappale tulee tähän alkuun.\n\nJa vielä toinen.\n\n")
	b.until(`document.getElementById("texts").textContent.includes("Ja vielä toinen.")`)
	b.until(`document.querySelector(".note.current")`)
	if now := eval[float64](b, `new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(document.querySelector(".note.current").getBoundingClientRect().top))))`); eval[string](b, current) != at || now-top > 2 || top-now > 2 {
		t.Errorf("%s at %v, before %s at %v", eval[string](b, current), now, at, top)
	}
	// A new step and one less.
	for _, l := range []string{"fi", "sv"} {
		if err := os.Rename(filepath.Join(dir, "1-suunnittelu."+l+".txt"), filepath.Join(dir, "7-suunnittelu."+l+".txt")); err != nil {
			t.Fatal(err)
		}
	}
	b.until(`location.hash === "#3"`)
	if got := eval[string](b, current); got != at {
		t.Errorf("%s after other steps were renamed, before %s", got, at)
	}
	if eval[bool](b, `window.kept !== 1`) {
		t.Error("the page was loaded anew")
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.said {
		t.Errorf("the page complained: %s", s)
	}
}

// waitFor returns the decisions in the file as soon as there is one.
func waitFor(t *testing.T, name string) []lint.Decision {
	t.Helper()
	for t.Context().Err() == nil {
		if data, err := os.ReadFile(name); err == nil {
			all, errs := lint.ReadDecisions(name, data)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			return all
		}
	}
	return nil
}

// editFile puts new in the place of old in a file, as an editor does that saves by a
// rename.
func editFile(t *testing.T, name, old, new string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	temp := name + "~"
	if err := os.WriteFile(temp, bytes.Replace(data, []byte(old), []byte(new), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(temp, name); err != nil {
		t.Fatal(err)
	}
}

// startReview serves the page of a folder until the test ends, and returns its address.
func startReview(t *testing.T, dir string) string {
	t.Helper()
	r := openReview(t, dir)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	s := &reviewServer{token: "x", port: port, live: r.live, decisions: r.decisions}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 2)
	go func() { ended <- s.serve(ctx, l) }()
	go func() { r.keepUp(ctx, s.changed); ended <- nil }()
	t.Cleanup(func() {
		stop()
		for range 2 {
			if err := <-ended; err != nil {
				t.Error(err)
			}
		}
	})
	return "http://" + l.Addr().String() + s.prefix()
}
