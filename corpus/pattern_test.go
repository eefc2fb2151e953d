package corpus

import (
	"path"
	"slices"
	"strings"
	"testing"
)

func TestPattern(t *testing.T) {
	for _, tt := range []struct {
		pattern, name string
		lang          int // -1: no match
		step          string
	}{
		{"{step}.{lang}.{ext}", "x/a.fi.txt", 0, "x/a"},
		{"{step}.{lang}.{ext}", "a.sv-SE.TXT", 1, "a"},
		{"{step}.{lang}.{ext}", "a.fi.fi.txt", 0, "a.fi"},
		{"{step}.{lang}.{ext}", "a.fi.doc", -1, ""},
		{"{step}.{lang}.{ext}", "a.en.txt", -1, ""},
		{"{step}.{lang}.{ext}", "x/.fi.txt", -1, ""},
		{"{step}-{lang}.{ext}", "a-fi-FI.txt", 0, "a"},
		{"{step}-{lang}.{ext}", "a-sv-fi.txt", 0, "a-sv"},
		{"{step}_{lang}.{ext}", "a_fi_FI.txt", 0, "a"},
		{"{lang}/{step}.{ext}", "fi/x/sv/a.txt", 1, "fi/x/a"},
		{"{lang}/{step}.{ext}", "wifi/a.txt", -1, ""},
		{"{lang}/{step}.{lang}.{ext}", "fi/a.fi.txt", 0, "a"},
		{"{lang}/{step}.{lang}.{ext}", "fi/a.sv.txt", -1, ""},
		{"{step}/{lang}.txt", "x/a/fi.txt", 0, "x/a"},
		{"k-{step}.{lang}.txt", "x/k-a.fi.txt", 0, "x/a"},
		{"k-{step}.{lang}.txt", "x/k-a/b.fi.txt", -1, ""},
		{"k(1)/{step}.{lang}.txt", "x/k(1)/a/b.fi.txt", 0, "x/a/b"},
	} {
		p, err := compilePattern(tt.pattern)
		if err != nil {
			t.Fatal(err)
		}
		lang, step := -1, ""
		if m, ok := p.match(tt.name); ok {
			lang, step = m.lang, m.step
		}
		if lang != tt.lang || step != tt.step {
			t.Errorf("%s with %s: language %d, step %q", tt.pattern, tt.name, lang, step)
		}
	}
}

// FuzzMatch: what the pattern captures makes up the name again, and with the
// same way of writing the language everywhere so does withLang.
func FuzzMatch(f *testing.F) {
	for _, p := range namePatterns {
		f.Add(p, "x/fi/a.fi.txt")
		f.Add(p, "sv-SE/u/a_sv_FI.txt")
	}
	f.Add("kurssi/{step}-{lang}/({lang}).{ext}", "kurssi/a-sv/(SV).txt")
	f.Fuzz(func(t *testing.T, pattern, name string) {
		p, err := compilePattern(pattern)
		if err != nil || name != path.Clean(name) || path.IsAbs(name) {
			return
		}
		m, ok := p.match(name)
		if !ok {
			return
		}
		if got := strings.Join(m.texts, ""); got != name {
			t.Errorf("the parts make %q", got)
		}
		if m.step == "" || strings.HasPrefix(m.step, "/") || strings.HasSuffix(m.step, "/") {
			t.Errorf("step %q", m.step)
		}
		var langs []string
		for i, part := range m.parts {
			if part == "{lang}" {
				langs = append(langs, m.texts[i])
			}
		}
		if got := m.withLang(langs[0]); len(slices.Compact(langs)) == 1 && got != name {
			t.Errorf("the same language makes %q", got)
		}
		for _, other := range m.counterparts() {
			if other == name {
				t.Error("a file is its own counterpart")
			}
		}
	})
}
