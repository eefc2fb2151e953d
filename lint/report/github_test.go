package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/lint"
)

func TestGitHub(t *testing.T) {
	r := sample("en")
	r.Problems = []string{"x.txt: no such file"}
	want := `::error title=steplint::x.txt: no such file
::error title=missing-bullet,file=polku/02 piha.sv.txt,line=6,endLine=6,col=1,endColumn=11::list item without a bullet%0Apolku/02 piha.fi.txt:6: the Finnish item has one%0Afix: add the bullet
::warning title=odd-space,file=polku/02 piha.fi.txt,line=6,endLine=6,col=19,endColumn=20::no-break space after "kasvit"%0Afix: write a common space
::notice title=title-variant,file=polku/02 piha.sv.txt,line=1,endLine=1,col=1,endColumn=20::the title is [short](1)%0Afix: write A%0Afix: write B
::group::steplint
polku/02 piha.fi.txt:6:19: warning: no-break space after "kasvit" [odd-space]
polku/02 piha.sv.txt:1:1: info: the title is [short](1) [title-variant]
polku/02 piha.sv.txt:6:1: error: list item without a bullet (polku/02 piha.fi.txt:6: the Finnish item has one) [missing-bullet]
::endgroup::
steplint: 1 error, 1 warning, 1 info in 1 of 6 steps
`
	got := write(t, GitHub, r)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got, want := write(t, GitHub, &Run{Files: 2}), "steplint: nothing found in 2 files\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// GitHub shows ten of each type; all are in the log.
func TestGitHubLimits(t *testing.T) {
	r := bench(100, false)
	for i := range r.Findings {
		r.Findings[i].Severity = lint.Severity(i%3 + 1)
	}
	r.Findings[99].Args = []any{strings.Repeat("ä", 5000)}
	r.Findings[99].Msg = lint.Msg{EN: "%s"}
	r.Findings[99].Severity = lint.Error
	count := map[string]int{}
	out := write(t, GitHub, r)
	for line := range strings.Lines(out) {
		if c, ok := runnerCommand(line); ok {
			count[c.name]++
			if n := len([]rune(c.data)); n > 4096 {
				t.Errorf("%d characters", n)
			}
		}
	}
	want := map[string]int{"error": 10, "warning": 10, "notice": 10, "group": 1, "endgroup": 1}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Error(diff)
	}
	if n := strings.Count(out, "[extra-sentence]\n"); n != 100 {
		t.Errorf("%d findings in the log", n)
	}
}

type workflowCommand struct {
	name, data string
	properties map[string]string
}

// runnerCommand reads a line of a log as the runner of GitHub does: blanks before
// the command are nothing, and in the older form it may stand anywhere.
func runnerCommand(line string) (workflowCommand, bool) {
	line = strings.TrimSpace(line)
	if m := regexp.MustCompile(`##\[([a-z-]+)`).FindStringSubmatch(line); m != nil && !strings.HasPrefix(line, "::") {
		return workflowCommand{name: m[1]}, true
	}
	rest, ok := strings.CutPrefix(line, "::")
	if !ok {
		return workflowCommand{}, false
	}
	info, data, ok := strings.Cut(rest, "::")
	if !ok {
		return workflowCommand{}, false
	}
	unescape := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	c := workflowCommand{data: unescape.Replace(data), properties: map[string]string{}}
	name, list, _ := strings.Cut(info, " ")
	c.name = name
	unescape = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	for p := range strings.SplitSeq(list, ",") {
		if k, v, ok := strings.Cut(p, "="); ok {
			c.properties[k] = unescape.Replace(v)
		}
	}
	return c, true
}

// Whatever a document holds, the runner reads the commands that were meant and no
// others.
func FuzzGitHub(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, _ uint8) {
		r := fuzzRun(name, src, arg, a, b)
		var names []string
		for line := range strings.Lines(strings.ReplaceAll(write(t, GitHub, r), "\r", "\n")) {
			c, ok := runnerCommand(line)
			if !ok {
				continue
			}
			names = append(names, c.name)
			if c.name != "warning" {
				continue
			}
			if got := c.properties["file"]; got != name && visible(name) == name && strings.TrimSpace(name) == name {
				t.Errorf("file %q, want %q", got, name)
			}
			want := plain(orElse(r.Findings[0].Text("en"), "odd-space"))
			if got, _, _ := strings.Cut(c.data, "\n"); got != strings.TrimRight(cut(want, maxAnnotation), " ") && got != cut(want, maxAnnotation) {
				t.Errorf("message %q, want %q", got, want)
			}
		}
		if diff := cmp.Diff([]string{"warning", "group", "endgroup"}, names); diff != "" {
			t.Error(diff)
		}
	})
}
