package report

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/steplint/steplint/lint"
	"github.com/steplint/steplint/parser"
)

func TestGitLab(t *testing.T) {
	r := sample("en")
	r.Findings = r.Findings[1:]
	want := `[
{"description":"title-variant: the title is [short](1)","check_name":"title-variant","fingerprint":"KEY0:1","severity":"info","location":{"path":"polku/02 piha.sv.txt","lines":{"begin":1,"end":1}}},
{"description":"missing-bullet: list item without a bullet (polku/02 piha.fi.txt:6: the Finnish item has one)","check_name":"missing-bullet","fingerprint":"KEY1:1","severity":"major","location":{"path":"polku/02 piha.sv.txt","lines":{"begin":6,"end":6}}}
]
`
	got := write(t, GitLab, r)
	for i, f := range r.Findings {
		got = strings.ReplaceAll(got, f.Key(), fmt.Sprint("KEY", i))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := write(t, GitLab, &Run{}); got != "[]\n" {
		t.Errorf("no findings: %q, want []", got)
	}
}

// Fingerprints are unique, and those of the findings that were there stay when
// lines are put in above them and when others come after.
func TestGitLabFingerprints(t *testing.T) {
	run := func(src string, units ...string) *Run {
		f := parser.NewFile("a.txt", src)
		c := &lint.Check{Name: "repeated-word", Severity: lint.Warning}
		r := &Run{}
		for _, u := range units {
			r.Findings = append(r.Findings, lint.Finding{Check: c, File: f, Span: at(f, u, 0), Unit: u})
		}
		return r
	}
	prints := func(r *Run) (out []string) {
		for _, issue := range readGitLab(t, write(t, GitLab, r)) {
			out = append(out, issue["fingerprint"].(string))
		}
		return out
	}
	before := prints(run("yksi\nkaksi\n", "yksi", "yksi", "kaksi"))
	after := prints(run("uusi\n\nyksi\nkaksi\nkolme\n", "yksi", "yksi", "kaksi", "kolme"))
	if diff := cmp.Diff(before, after[:3]); diff != "" {
		t.Error(diff)
	}
	if before[0] == before[1] || before[1] == before[2] {
		t.Errorf("not unique: %v", before)
	}
}

// readGitLab reads the report as GitLab does and checks what it requires: an
// array without a byte order mark, and in each element a description, a check
// name, a unique fingerprint, one of five severities, a path and a line.
func readGitLab(t *testing.T, out string) []map[string]any {
	t.Helper()
	var issues []map[string]any
	if !strings.HasPrefix(out, "[") {
		t.Fatalf("no array: %.40q", out)
	}
	if err := json.Unmarshal([]byte(out), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, issue := range issues {
		for _, key := range []string{"description", "check_name", "fingerprint", "severity"} {
			if s, ok := issue[key].(string); !ok || s == "" {
				t.Errorf("%s is missing in %v", key, issue)
			}
		}
		print := issue["fingerprint"].(string)
		if seen[print] {
			t.Errorf("two have the fingerprint %s", print)
		}
		seen[print] = true
		if s := issue["severity"].(string); !strings.Contains(" info minor major critical blocker ", " "+s+" ") {
			t.Errorf("severity %q", s)
		}
		place := issue["location"].(map[string]any)
		lines := place["lines"].(map[string]any)
		begin, end := lines["begin"].(float64), lines["end"].(float64)
		if _, ok := place["path"].(string); !ok || begin < 1 || end < begin {
			t.Errorf("place %v", place)
		}
		if strings.ContainsAny(issue["description"].(string), "\r\n") {
			t.Errorf("%q has more than one line", issue["description"])
		}
	}
	return issues
}

func FuzzGitLab(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, name, src, arg string, a, b uint, _ uint8) {
		r := fuzzRun(name, src, arg, a, b)
		r.Findings = append(r.Findings, r.Findings[0], r.Findings[0])
		issues := readGitLab(t, write(t, GitLab, r))
		if len(issues) != 3 {
			t.Fatalf("%d issues, want 3", len(issues))
		}
		if got := issues[0]["description"].(string); !printable(got) {
			t.Errorf("not printable: %q", got)
		}
	})
}
