package lang

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const shared = "../../../shared"

// sentences cuts at a stop, question or exclamation mark before white space:
// enough for counting.
func sentences(text string) []string {
	return strings.FieldsFunc(strings.NewReplacer(". ", ".\x00", "? ", "?\x00", "! ", "!\x00", "\n", "\x00").Replace(text),
		func(r rune) bool { return r == 0 })
}

// tally counts the answers for the sentences of at least 40 characters.
func tally(t *testing.T, want *Lang, texts []string, right, all *int) {
	for _, text := range texts {
		for _, s := range sentences(text) {
			if s = strings.TrimSpace(s); len([]rune(s)) < 40 {
				continue
			}
			*all++
			if got := Detect(s); got == want {
				*right++
			} else if testing.Verbose() {
				t.Logf("%s: %s: %s", want.Code, code(got), s)
			}
		}
	}
}

func code(l *Lang) string {
	if l == nil {
		return "-"
	}
	return l.Code
}

func read(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(shared, pattern))
	if err != nil || len(names) == 0 {
		t.Skipf("no %s beside the project", pattern)
	}
	var texts []string
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	return texts
}

func TestDetectSeeds(t *testing.T) {
	for want, pattern := range map[*Lang]string{FI: "seeds/000*.txt", SV: "seeds/001*.txt"} {
		for _, text := range read(t, pattern) {
			if got := Detect(text); got != want {
				t.Errorf("%s: %s", pattern, code(got))
			}
			right, all := 0, 0
			tally(t, want, []string{text}, &right, &all)
			if right != all {
				t.Errorf("%s: %d of %d sentences", pattern, right, all)
			}
		}
	}
}

// The user help among the real texts is half English, so that only the
// curricula have a threshold; even they hold a few passages in the other
// language.
func TestDetectReal(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join(shared, "real/txt/*"))
	if err != nil || len(folders) == 0 {
		t.Skip("no real/txt beside the project")
	}
	for _, folder := range folders {
		name, right, all := filepath.Base(folder), 0, 0
		for _, l := range All {
			for _, text := range read(t, "real/txt/"+name+"/*."+l.Code+".txt") {
				tally(t, l, []string{text}, &right, &all)
			}
		}
		t.Logf("%s: %d of %d sentences: %.2f %%", name, right, all, 100*float64(right)/float64(all))
		if name == "eperusteet" && 1000*right < 995*all {
			t.Errorf("%s: %d of %d sentences", name, right, all)
		}
	}
}

func TestDetectGold(t *testing.T) {
	right, all := 0, 0
	for _, text := range read(t, "gold/align/data/*.tsv") {
		for line := range strings.Lines(text) {
			f := strings.Split(strings.TrimRight(line, "\n"), "\t")
			if n := len(f); n >= 3 {
				tally(t, FI, f[n-2:n-1], &right, &all)
				tally(t, SV, f[n-1:], &right, &all)
			}
		}
	}
	t.Logf("%d of %d sentences: %.3f %%", right, all, 100*float64(right)/float64(all))
	if 1000*right < 990*all {
		t.Errorf("%d of %d sentences", right, all)
	}
}
